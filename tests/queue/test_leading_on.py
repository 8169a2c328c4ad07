"""People who are led on from claim to claim: each to another one, to none they have open, and told where it ends."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from tests.queue.newsdesk import Desk, claim_in, contradicting, desk_on_copy, led, next_of
from verifier.queue.leases import Leases


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return contradicting(tmp_path_factory.mktemp("store"), "6,150 tonnes", "7,250 tonnes", "8,350 tonnes")


@pytest.fixture
def desk(filled: Path, tmp_path: Path) -> Iterator[Desk]:
    with desk_on_copy(filled, tmp_path) as opened:
        yield opened


def leafed(desk: Desk, claim_id: str, query: str = "") -> str:
    """Go on from a claim without deciding; return where that leads."""
    (link,) = re.findall(r'href="([^"]+)" aria-keyshortcuts="j"', desk.get(f"/claims/{claim_id}{query}"))
    return led(desk, unescape(link))


def test_the_next_that_needs_me_is_none_that_another_is_on(desk: Desk) -> None:
    first, second, _ = desk.listed()
    desk.get(f"/claims/{first}")

    assert second == next_of(desk.be("Ben"))


def test_the_next_that_needs_me_is_one_i_have_open_elsewhere_only_if_there_is_no_other(desk: Desk) -> None:
    first, second, third = desk.listed()
    desk.get(f"/claims/{first}")

    assert [second, third, first] == [next_of(desk) for _ in range(3)]


def test_a_decision_leads_past_what_i_have_open_elsewhere(desk: Desk) -> None:
    first, second, third = desk.listed()
    desk.get(f"/claims/{third}")

    assert first == claim_in(desk.decide(second, "conflicting"))


def test_those_who_ask_for_the_next_at_the_same_time_are_sent_to_different_claims(desk: Desk) -> None:
    asked = [next_of(desk.be(name)) for name in ("Ana", "Ben", "Cleo", "Ana")]

    assert [*desk.listed(), asked[0]] == asked


def test_whoever_has_decided_is_sent_on_to_a_claim_that_others_are_not_sent_to(desk: Desk) -> None:
    first, second, third = desk.listed()

    desk.decide(first, "conflicting")

    assert third == next_of(desk.be("Ben"))
    assert second == next_of(desk.be("Ana"))


def test_two_people_who_leaf_on_at_the_same_time_are_sent_to_different_claims(desk: Desk) -> None:
    first, second, third = desk.listed()

    assert [second, third] == [claim_in(leafed(desk.be(name), first)) for name in ("Ana", "Ben")]


def test_whoever_leafs_on_gives_back_the_claim_they_leave(desk: Desk) -> None:
    first, second, third = desk.listed()

    seen = [first]
    for _ in range(3):
        seen.append(claim_in(leafed(desk, seen[-1], "?sort=urgent")))

    assert [first, second, third, first] == seen
    assert [second, third] == [next_of(desk.be(name)) for name in ("Ben", "Cleo")]


def test_a_browser_that_looks_ahead_gives_no_claim_back(desk: Desk) -> None:
    first, second, _ = desk.listed()
    desk.get(f"/claims/{first}")

    desk.client.get(f"/next?left={first}", headers={"Sec-Purpose": "prefetch"}, follow_redirects=False)

    assert second == next_of(desk.be("Ben"))


def test_the_queue_says_why_nobody_is_led_on_while_others_are_on_all_that_waits(desk: Desk) -> None:
    first, second, third = desk.listed()
    for name, claim_id in (("Ana", first), ("Ben", second), ("Cleo", third)):
        desk.be(name).get(f"/claims/{claim_id}")

    everywhere = desk.be("Dora").get(led(desk, "/next?verdict=conflicting"))
    elsewhere = desk.get(leafed(desk.be("Ana"), first))
    decided = desk.get(desk.decide(first, "conflicting"))

    assert "3 claims wait, and others are on them; open one to take it over." in everywhere
    assert "2 claims wait, and others are on them" in elsewhere
    assert "2 claims wait, and others are on them" in decided
    assert "others are on them" not in desk.get("/")


def test_a_queue_in_which_nothing_waits_blames_nobody(desk: Desk) -> None:
    for claim_id in desk.listed():
        desk.decide(claim_id, "conflicting")

    page = desk.get(led(desk))

    assert "Nothing waits for a decision" in page
    assert "on them" not in page


def test_the_first_claim_that_nobody_else_is_on_is_taken() -> None:
    leases = Leases()
    leases.take("a", "Ana")

    taken = [leases.take_first("ab", name) for name in ("Ben", "Ben", "Ana", "Cleo")]

    assert ["b", "b", "a", None] == taken
