"""Promises of the people who have accounts: names, passwords, what admins may do, and that all of it stays told."""

import re
from pathlib import Path

import pytest

from tests.queue.frontdoor import PASSWORD, Browser, House, link_in
from tests.store.sql import ask
from verifier.errors import StoreError
from verifier.queue import accounts
from verifier.queue.record import Seen
from verifier.queue.roles import ROLES

SQL = Path(accounts.__file__).parent.parent / "sql"


# --------------------------------------------------------------------------------------- names and passwords


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "a name has 1 to 60 characters"),
        (" \t ", "a name has 1 to 60 characters"),
        ("B" * 61, "a name has 1 to 60 characters"),
        ("Bo\u202e", "characters that nobody can see"),
        ("B\u200bo", "characters that nobody can see"),
        ("Bo\x00", "characters that nobody can see"),
        ("ana", "somebody is called ana already"),
        (" A na ", ""),
        ("\uff21na", "somebody is called Ana already"),
        ("Verifier", "Verifier is nobody's name here"),
        ("Me", "Me is nobody's name here"),
        ("nobody", "nobody is nobody's name here"),
        ("\u0410na", "the name mixes Cyrillic and Latin letters"),
        ("Ana \u039aim", "the name mixes Greek and Latin letters"),
        ("\u0410\u043d\u043d\u0430 2", ""),
        ("\u5c71\u7530 \u306f\u306a K.", ""),
        ("<script>alert(1)</script>", ""),
    ],
)
def test_names_can_be_told_apart_by_people(ana: Browser, name: str, said: str) -> None:
    answered = ana.send("/people", name=name, role="viewer")

    assert (422 if said else 200) == answered.status
    assert said in answered.alert
    assert "<script>alert" not in answered.text


def test_a_name_that_decisions_carry_is_not_given_to_somebody_else(house: House, ana: Browser) -> None:
    from verifier.queue import decisions

    with house.store.unit() as unit:
        decisions.decide(unit, "c", "Root", "conflicting", Seen(0, ""))

    assert "decisions carry the name root of somebody else" in ana.send("/people", name="root", role="viewer").alert


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("1234567", "at least 8 characters"),
        ("x" * 1001, "at least 8 characters, and 1,000 at most"),
        ("aaaaaaaaaaaa", "first to be tried: repeats like"),
        ("abc" * 300, "first to be tried: repeats like"),
        ("PASSWORD", "first to be tried: this is a top-10 common password"),
        ("P@ssw0rd!", "first to be tried: this is similar to a commonly used password"),
        ("1234567890", "first to be tried: this is a top-"),
        ("qwertyuiop", "first to be tried: this is a top-"),
        ("qazwsxedc1", "first to be tried: "),
        ("Bo Bakker", "first to be tried: it is made of your name"),
        ("bakker2026", "first to be tried: it is made of your name"),
        ("Verifier1!", "first to be tried: it is made of your name, or of what everybody calls this program"),
        ("all lower case and long", ""),
        ("8 chars!", ""),
        (" spaces at both ends ", ""),
        ("пароль из слов", ""),
        ("🧲🧲🐟🐟🧲🪣🐟🧲", ""),
        ("a long one that some would cut off " * 20, ""),
    ],
)
def test_a_password_is_long_and_nothing_else_is_asked_of_it(
    house: House, ana: Browser, password: str, said: str
) -> None:
    answered = house.browser().send(ana.invite("Bo Bakker"), password=password, again=password)

    assert (422 if said else 303) == answered.status
    assert said in answered.alert
    assert said or 303 == house.browser().log_in("Bo Bakker", password).status


@pytest.mark.usefixtures("ana")
def test_a_password_is_held_against_all_of_what_was_typed(house: House) -> None:
    typed = [PASSWORD.upper(), f"{PASSWORD} ", PASSWORD[:-1], f"{PASSWORD}x", "", "x" * 5000]

    assert [422] * 5 + [429] == [house.browser().log_in("Ana", password).status for password in typed]


# ------------------------------------------------------------------------------------- what admins can do


def test_a_role_counts_from_the_next_request_on(house: House, ana: Browser) -> None:
    bo = house.joined(ana, "Bo", "viewer")
    before = bo.get("/add").status

    ana.on("Bo", "role", role="reviewer")

    assert (403, 200) == (before, bo.get("/add").status)


@pytest.mark.parametrize("what", ["deactivate", "role"])
def test_the_last_admin_stays_admin(house: House, ana: Browser, what: str) -> None:
    house.joined(ana, "Bo", "editor")
    ana.invite("Cleo", "admin")

    answered = ana.on("Ana", what, role="viewer")

    assert (400, "Ana is the only admin") == (answered.status, answered.alert[:21])
    assert 200 == ana.get("/people").status


def test_one_of_two_admins_can_go(house: House, ana: Browser) -> None:
    bo = house.joined(ana, "Bo", "admin")

    assert 303 == bo.on("Ana", "deactivate").status
    assert (False, True) == (ana.is_in(), bo.is_in())


def test_somebody_who_is_deactivated_is_out_at_once_and_what_they_decided_stays(house: House, ana: Browser) -> None:
    from verifier.queue import decisions

    bo = house.joined(ana, "Bo")
    link = link_in(ana.on("Bo", "link"))
    with house.store.unit() as unit:
        decisions.decide(unit, "c", "Bo", "conflicting", Seen(0, ""))

    ana.on("Bo", "deactivate")

    assert not bo.is_in()
    assert (422, 404) == (bo.log_in("Bo").status, bo.get(link).status)
    assert "<bdi>Bo</bdi>" in ana.get("/decisions").text


def test_somebody_who_is_let_in_again_logs_in_with_the_password_they_had(house: House, ana: Browser) -> None:
    bo = house.joined(ana, "Bo")
    ana.on("Bo", "deactivate")

    ana.on("Bo", "reactivate")

    assert not bo.is_in()
    assert 303 == bo.log_in("Bo").status


def test_an_admin_can_log_anybody_out_everywhere(house: House, ana: Browser) -> None:
    bo = house.joined(ana, "Bo")

    ana.on("Bo", "logout")

    assert not bo.is_in()
    assert "<bdi>Bo</bdi>: sessions ended" in ana.list()


def test_where_no_session_ended_none_is_said_to_have(ana: Browser) -> None:
    answered = [ana.send(f"/me/sessions/{which}/end").status for which in ("unknown", "others")]

    assert [303, 303] == answered
    assert "sessions ended" not in ana.list()


@pytest.mark.parametrize("role", [role for role in ROLES if role != "admin"])
def test_nobody_but_an_admin_sees_or_changes_who_is_let_in(house: House, ana: Browser, role: str) -> None:
    bo = house.joined(ana, "Bo", role)
    (person,) = (row.person_id for row in _people(house) if row.name == "Bo")

    answers = [
        bo.get("/people"),
        bo.send("/people", name="Eve", role="admin"),
        *(bo.send(f"/people/{person}/{what}", role="admin") for what in ("role", "link", "logout", "deactivate")),
    ]

    assert [403] * 6 == [answered.status for answered in answers]


def test_a_person_or_a_role_that_is_not_there_is_said_in_a_sentence(ana: Browser) -> None:
    answers = [
        ana.send("/people/nobody/role", role="viewer"),
        ana.on("Ana", "role", role="owner"),
        ana.send("/people", name="Bo", role="owner"),
        ana.on("Ana", "reactivate"),
    ]

    assert [400, 400, 422, 400] == [answered.status for answered in answers]
    assert "There is nobody like that" in answers[0].alert
    assert "'owner' is no role: choose one of viewer, reviewer, editor, admin." == answers[1].alert


def test_everything_done_about_accounts_is_told_with_who_did_it(house: House, ana: Browser) -> None:
    bo = house.joined(ana, "Bo", "viewer")
    ana.on("Bo", "role", role="editor")
    bo.send("/logout")
    ana.on("Bo", "deactivate")

    with house.store.unit(keep=False) as unit:
        told = [(step.name, step.kind, step.role, step.by) for step in accounts.steps(unit)]

    assert [
        ("Bo", "deactivated", "", "Ana"),
        ("Bo", "logged out", "", "Bo"),
        ("Bo", "role changed", "editor", "Ana"),
        ("Bo", "joined", "", "Bo"),
        ("Bo", "link given", "", "Ana"),
        ("Bo", "invited", "viewer", "Ana"),
        ("Ana", "joined", "", "Ana"),
        ("Ana", "invited", "admin", ""),
    ] == told


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize("statement", ["update account_steps set by_person = 'Eve'", "delete from account_steps"])
def test_the_database_itself_refuses_to_change_what_was_done(house: House, statement: str) -> None:
    with pytest.raises(StoreError, match="what was done about an account is never"), house.store.unit() as unit:
        ask(unit, statement)


def test_no_statement_behind_the_pages_removes_anything() -> None:
    folders = [SQL / name for name in ("accounts", "queue", "tokens")]
    statements = {path: path.read_text().lower() for folder in folders for path in folder.glob("*.sql")}

    assert len(statements) > 50
    assert [] == [
        path.name for path, text in statements.items() if re.search(r"^\s*(delete|truncate|drop)\b", text, re.M)
    ]


def _people(house: House) -> list[accounts.Account]:
    with house.store.unit(keep=False) as unit:
        return accounts.people(unit)
