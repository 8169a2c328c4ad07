"""Promises of the log-in: it tells nobody who has an account, guessing is slow, and nobody is kept out for good."""

import pytest
from argon2 import PasswordHasher

from tests.queue.frontdoor import Browser, House
from verifier.queue import passwords
from verifier.queue.sessions import IDLE


def test_the_log_in_does_not_tell_who_has_an_account(house: House, ana: Browser) -> None:
    ana.invite("Bo")

    answers = [house.browser().log_in(name, "wrong password") for name in ("Ana", "Bo", "Zoe")]

    assert [422] * 3 == [answered.status for answered in answers]
    assert 1 == len({answered.text.replace(n, "") for answered, n in zip(answers, ("Ana", "Bo", "Zoe"), strict=True)})


@pytest.mark.usefixtures("ana")
def test_an_unknown_name_costs_a_hash_like_a_known_one(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    verified: list[str] = []
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)

    class Watched:
        hash = hasher.hash

        def verify(self, kept: str, given: str) -> bool:
            verified.append(given)
            return hasher.verify(kept, given)

    monkeypatch.setattr(passwords, "_HASHER", Watched())

    house.browser().log_in("Nobody", "a guess")

    assert ["a guess"] == verified


def test_whoever_guesses_has_to_wait_and_is_let_in_again_after_a_while(house: House, ana: Browser) -> None:
    bo = house.joined(ana, "Bo")
    guesses = [house.browser().log_in("Bo", f"guess {number}").status for number in range(6)]

    held = house.browser().log_in("bo ")
    house.now += 301
    free = house.browser().log_in("Bo")

    assert [422] * 5 + [429] == guesses
    assert (429, 303) == (held.status, free.status)
    assert 0 < int(held.headers["retry-after"]) <= 2
    assert bo.is_in()
    assert "<bdi>Bo</bdi>: held off" in ana.list()


def test_guesses_from_elsewhere_keep_nobody_waiting_in_a_browser_they_used_before(house: House, ana: Browser) -> None:
    for number in range(6):
        house.browser().log_in("Ana", f"guess {number}")
    house.now += IDLE + 1
    for number in range(20):
        house.browser().log_in("Ana", f"guess {number}")

    assert [429, 303] == [house.browser().log_in("Ana").status, ana.log_in("Ana").status]


def test_a_browser_that_was_used_before_is_no_way_to_guess_on(house: House, ana: Browser) -> None:
    ana.send("/people", name="Bo", role="viewer")

    guesses = [ana.log_in("Ana", f"guess {number}").status for number in range(6)]
    others = [ana.log_in("Bo", f"guess {number}").status for number in range(6)]

    assert [422] * 5 + [429] == guesses
    assert [422] * 5 + [429] == others
    assert 303 == house.browser().log_in("Ana").status


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize(
    ("back", "leads_to"),
    [
        ("/claims/abc?verdict=conflicting", "/claims/abc?verdict=conflicting"),
        ("https://evil.example", "/"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("/\t/evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_the_log_in_leads_back_into_the_queue_and_nowhere_else(house: House, back: str, leads_to: str) -> None:
    assert leads_to == house.browser().log_in("Ana", back=back).leads_to


@pytest.mark.usefixtures("ana")
def test_what_anybody_may_send_is_small(house: House) -> None:
    assert 413 == house.browser().log_in("Ana", "x" * 70_000).status
