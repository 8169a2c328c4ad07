"""Promises of sessions: a browser is known by something random, for a while, until somebody ends it."""

import re
from pathlib import Path

import pytest

from tests.queue.frontdoor import PASSWORD, PUBLIC, Browser, House, house_in
from verifier.queue.sessions import IDLE, LASTS


def test_a_log_in_begins_a_new_session_and_ends_the_one_before(house: House, ana: Browser) -> None:
    first = ana.shows()

    ana.log_in("Ana")

    assert first != ana.shows()
    assert len(ana.shows() or "") > 40
    assert not _shown(house, first)


def test_another_who_logs_in_in_the_same_browser_ends_the_session_too(house: House, ana: Browser) -> None:
    house.joined(ana, "Bo")
    first = ana.shows()

    ana.log_in("Bo")

    assert not _shown(house, first)


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize("shown", ["", "guess", "x" * 5000, "%00", '"', "a; verifier-8321=b"])
def test_what_is_made_up_lets_nobody_in(house: House, shown: str) -> None:
    assert not _shown(house, shown)


def test_to_log_out_ends_the_session_and_not_the_cookie_alone(house: House, ana: Browser) -> None:
    shown = ana.shows()

    answered = ana.send("/logout")

    assert ("/login", None) == (answered.leads_to, ana.shows())
    assert not _shown(house, shown)


def test_a_session_that_nobody_uses_ends(house: House, ana: Browser) -> None:
    house.now += IDLE + 1

    assert not ana.is_in()


def test_a_session_in_use_goes_on_but_not_for_ever(house: House, ana: Browser) -> None:
    used = []
    for _ in range(int(LASTS / (IDLE - 1000))):
        house.now += IDLE - 1000
        used.append(ana.is_in())
    house.now += IDLE - 1000

    assert all(used)
    assert not ana.is_in()


def test_one_sees_where_one_is_logged_in_and_ends_it_from_elsewhere(house: House, ana: Browser) -> None:
    phone = house.browser(**{"User-Agent": "Phone <b>of</b> Ana"})
    phone.log_in("Ana")
    page = ana.get("/me").text
    (session,) = re.findall(r"/me/sessions/(\w{64})/end", page)

    ana.send(f"/me/sessions/{session}/end")

    assert "Phone &lt;b&gt;of&lt;/b&gt; Ana" in page
    assert (True, False) == (ana.is_in(), phone.is_in())


def test_nobody_ends_the_session_of_another(house: House, ana: Browser) -> None:
    bo = house.joined(ana, "Bo")
    with house.store.unit(keep=False) as unit:
        sessions = [row["held"] for row in unit.rows("exports/rows", _row, table="sessions")]
    hashes = re.findall(r'session_hash":"(\w{64})', str(sessions))

    for session in hashes:
        bo.send(f"/me/sessions/{session}/end")

    assert 2 == len(hashes)
    assert ana.is_in()


def test_a_change_of_password_wants_the_present_one_and_ends_the_other_sessions(house: House, ana: Browser) -> None:
    other, new = house.browser(), "another password"
    other.log_in("Ana")

    wrong = ana.send("/me/password", present="a guess", password=new, again=new)
    right = ana.send("/me/password", present=PASSWORD, password=new, again=new)

    assert "that is not your present password" in wrong.alert
    assert "/me?changed=true" == right.leads_to
    assert (True, False) == (ana.is_in(), other.is_in())
    assert (422, 303) == (other.log_in("Ana").status, other.log_in("Ana", new).status)


def test_the_present_password_cannot_be_guessed_in_a_hurry_either(ana: Browser) -> None:
    answers = [ana.send("/me/password", present=f"{n}", password=PASSWORD, again=PASSWORD) for n in range(6)]

    assert "that was tried too often" in answers[-1].alert


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(house: House) -> None:
    sent = house.browser().send("/people/begin", name="Ana", password=PASSWORD, again=PASSWORD).headers["set-cookie"]

    assert {"HttpOnly", "Path=/", "SameSite=lax", f"Max-Age={int(LASTS)}"} <= set(sent.split("; "))
    assert sent.startswith("verifier-8321=")


def test_behind_tls_browsers_take_the_cookie_from_this_very_host_alone(tmp_path: Path) -> None:
    with house_in(tmp_path, PUBLIC) as house:
        browser = house.browser()

        sent = browser.send("/people/begin", name="Ana", password=PASSWORD, again=PASSWORD).headers["set-cookie"]

        assert sent.startswith("__Host-verifier=")
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=lax"} <= set(sent.split("; "))
        assert "domain" not in sent.lower()
        assert browser.is_in()
        assert f"{PUBLIC}/links/" in browser.send("/people", name="Bo", role="viewer").text


def _shown(house: House, shown: str | None) -> bool:
    """Return whether a browser that shows this is let in."""
    return house.browser().get("/", cookie=f"verifier-8321={shown}").status == 200


def _row(**columns: str) -> dict[str, str]:
    return {"held": str(columns)}
