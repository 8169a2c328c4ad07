"""Promises of accounts: nobody gets in without one, a link lets in once, and nothing that lets in is kept."""

import pytest

from tests.queue.frontdoor import PASSWORD, Browser, House, link_in
from verifier.queue import accounts
from verifier.queue.links import LASTS

GATES = ["/", "/claims/x", "/topics/x", "/articles/x", "/decisions", "/add", "/added", "/keys", "/people", "/me"]


# ------------------------------------------------------------------------------------------- how they begin


def test_without_accounts_whoever_is_at_this_machine_may_do_everything(house: House) -> None:
    browser = house.browser()

    assert browser.is_in()
    assert "There are no accounts" in browser.list()
    assert ("/", "/people") == (browser.get("/login").leads_to, browser.get("/me").leads_to)


def test_whoever_makes_the_first_account_is_in_and_is_admin(house: House) -> None:
    browser = house.begun("Ana Pérez")

    assert browser.is_in()
    assert "<bdi>Ana Pérez</bdi>: invited as admin" in browser.list()


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize("path", GATES)
def test_once_there_are_accounts_nobody_gets_in_without_one(house: House, path: str) -> None:
    answered = house.browser().get(path)

    assert (303, f"/login?back={path}") == (answered.status, answered.leads_to)


def test_accounts_begin_once(house: House) -> None:
    first, second = house.browser(), house.browser()
    first.send("/people/begin", name="Ana", password=PASSWORD, again=PASSWORD)

    late = first.send("/people/begin", name="Eve", password=PASSWORD, again=PASSWORD)
    outside = second.send("/people/begin", name="Eve", password=PASSWORD, again=PASSWORD)

    assert (422, 401) == (late.status, outside.status)
    assert "somebody was quicker" in late.alert


def test_nobody_locks_themselves_out_by_inviting_before_they_have_an_account(house: House) -> None:
    answered = house.browser().send("/people", name="Bo", role="viewer")

    assert "Make your own account first" in answered.alert
    assert house.browser().is_in()


def test_accounts_outlast_the_server(house: House, ana: Browser) -> None:
    again = House(house.store)
    again.now = house.now

    strange, known = again.browser(), again.browser()
    known.client.cookies = ana.client.cookies

    assert (False, True) == (strange.is_in(), known.is_in())


def test_whoever_runs_the_server_can_be_let_in_whatever_became_of_their_account(house: House, ana: Browser) -> None:
    house.joined(ana, "Bo", "viewer")
    ana.on("Bo", "deactivate")

    with house.store.unit() as unit:
        account = accounts.admit(unit, " bo ")

    assert ("Bo", "admin", "active") == (account.name, account.role, account.state)


# --------------------------------------------------------------------------------------------------- links


def test_a_link_sets_a_password_and_lets_in_once(house: House, ana: Browser) -> None:
    link = ana.invite("Bo")
    bo, other = house.browser(), house.browser()
    looked = [bo.get(link).status, bo.get(link).status]

    used = bo.send(link, password=PASSWORD, again=PASSWORD)
    again = other.send(link, password=PASSWORD, again=PASSWORD)

    assert [200, 200] == looked
    assert (303, 404) == (used.status, again.status)
    assert (True, False) == (bo.is_in(), other.is_in())
    assert "This link was used" in other.get(link).alert


def test_a_link_that_was_mistyped_can_be_used_all_the_same(house: House, ana: Browser) -> None:
    link, bo = ana.invite("Bo"), house.browser()

    wrong = bo.send(link, password=PASSWORD, again="another")
    right = bo.send(link, password=PASSWORD, again=PASSWORD)

    assert (422, 303) == (wrong.status, right.status)


def test_a_link_expires(house: House, ana: Browser) -> None:
    link = ana.invite("Bo")

    house.now += LASTS - 1
    before = house.browser().get(link)
    house.now += 2
    after = house.browser().send(link, password=PASSWORD, again=PASSWORD)

    assert (200, 404) == (before.status, after.status)


def test_a_new_link_ends_the_one_before(house: House, ana: Browser) -> None:
    first = ana.invite("Bo")
    second = link_in(ana.on("Bo", "link"))

    assert (404, 200) == (house.browser().get(first).status, house.browser().get(second).status)


def test_a_forgotten_password_is_set_anew_by_a_link_and_ends_every_session(house: House, ana: Browser) -> None:
    bo, new = house.joined(ana, "Bo"), "another password"
    link = link_in(ana.on("Bo", "link"))
    until_then = bo.is_in()

    house.browser().send(link, password=new, again=new)

    assert (True, False) == (until_then, bo.is_in())
    assert (422, 303) == (bo.log_in("Bo").status, bo.log_in("Bo", new).status)


def test_nothing_that_lets_in_can_be_read_in_the_store(house: House, ana: Browser) -> None:
    link = ana.invite("Bo")

    with house.store.unit(keep=False) as unit:
        tables = ("account_links", "sessions", "passwords")
        held = str([unit.rows("exports/rows", dict, table=table) for table in tables])

    secrets = (link.rpartition("/")[2], ana.shows() or "", PASSWORD)
    assert [False, False, False] == [secret in held for secret in secrets]
    assert "$argon2id$" in held
