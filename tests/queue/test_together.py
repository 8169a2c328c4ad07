"""Several people at one queue: each sees who is on what and whose it is, and none too early what others think."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.queue.newsdesk import Desk, contradicting, desk_on_copy, hidden, next_of
from verifier.queue import accounts, assigning, decisions, opinions, record
from verifier.queue.leases import AT_ONCE, LASTING, Leases
from verifier.queue.people import Person
from verifier.queue.record import Seen
from verifier.queue.roles import ROLES
from verifier.store import Store, Unit

WORDS = ("6,150 tonnes", "7,250 tonnes", "8,350 tonnes")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return contradicting(tmp_path_factory.mktemp("store"), *WORDS)


@pytest.fixture
def desk(filled: Path, tmp_path: Path) -> Iterator[Desk]:
    with desk_on_copy(filled, tmp_path) as opened:
        yield opened


def decided(desk: Desk, person: str, verdict: str, *, note: str = "") -> str:
    """Somebody decides the first claim of the queue, elsewhere; return it."""
    claim_id = desk.listed()[0]
    with desk.store.unit() as unit:
        decisions.decide(unit, claim_id, person, verdict, _seen(unit, claim_id), note=note)
    return claim_id


def asked(desk: Desk, person: str = "Ana", verdict: str = "conflicting", *, note: str = "") -> str:
    """Somebody has decided the first claim of the queue, and an editor wants a second opinion; return it."""
    claim_id = decided(desk, person, verdict, note=note)
    with desk.store.unit() as unit:
        opinions.ask(unit, "Eva", {claim_id: _seen(unit, claim_id)})
    return claim_id


def _seen(unit: Unit, claim_id: str) -> Seen:
    now = record.standing(unit, claim_id)
    return Seen(now.version, now.machine, now.assigned, now.asked)


def want(desk: Desk, claim_id: str, wanted: str) -> str:
    """Press the button that wants a second opinion, or none any more."""
    fields = hidden(desk.get(f"/claims/{claim_id}"), 'aria-label="Second opinion"')
    return desk.send(f"/claims/{claim_id}/opinion", 303, wanted=wanted, **fields)


def give(desk: Desk, claim_id: str, assignee: str, status: int = 303) -> str:
    fields = hidden(desk.get(f"/claims/{claim_id}"), 'aria-label="Whose it is"')
    return desk.send(f"/claims/{claim_id}/assignee", status, assignee=assignee, **fields)


def noted(desk: Desk, claim_id: str) -> None:
    """Ana has said something, by which she is known."""
    with desk.store.unit() as unit:
        decisions.add_note(unit, claim_id, "Ana", "I am here")


def all_pages(desk: Desk, claim_id: str) -> list[str]:
    """Every page that tells of decisions, as whoever sits there sees it."""
    page = desk.get(f"/claims/{claim_id}")
    (topic,) = set(re.findall(r'href="(/topics/[\w-]+)"', page))
    addresses = ["/?decision=all", "/?decision=decided", "/?decision=all&done=1", topic, "/decisions"]
    addresses += [f"/decisions?claim={claim_id}", "/decisions?person=Ana", f"/claims/{claim_id}?done=1"]
    return [page, *(desk.get(address) for address in addresses)]


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_who_opens_a_claim_is_on_it_and_others_see_that(desk: Desk) -> None:
    first = desk.listed()[0]
    desk.get(f"/claims/{first}")

    desk.be("Ben")

    assert "<bdi>Ana</bdi> is on this" in desk.get("/")
    assert "<bdi>Ana</bdi> is on this" in desk.get(f"/claims/{first}")
    assert "is on this" not in desk.be("Ana").get("/")


def test_whoever_only_looks_is_told_who_is_on_a_claim_and_not_that_they_can_decide(desk: Desk) -> None:
    first = desk.listed()[0]
    desk.get(f"/claims/{first}")

    viewers, reviewers = (
        desk.be(name, role).get(f"/claims/{first}") for name, role in (("Vic", ROLES[0]), ("Ben", ROLES[1]))
    )

    assert "You can decide all the same" in reviewers
    assert "<bdi>Ana</bdi> is on this" in viewers and "You can decide" not in viewers


def test_a_claim_is_taken_over_with_one_click(desk: Desk) -> None:
    first = desk.listed()[0]
    desk.get(f"/claims/{first}")

    desk.be("Ben").send(f"/claims/{first}/lease", how="take over")

    assert "is on this" not in desk.get(f"/claims/{first}")
    assert "<bdi>Ben</bdi> is on this" in desk.be("Ana").get(f"/claims/{first}")


def test_whoever_is_on_a_claim_keeps_nobody_from_deciding_it(desk: Desk) -> None:
    first = desk.listed()[0]
    opened = desk.get(f"/claims/{first}")

    desk.be("Ben").decide(first, "conflicting")

    assert "<bdi>Ben</bdi>\ndecided" in desk.be("Ana").send_from(opened, first, "unsourced", status=409)


def test_what_is_decided_is_left_and_so_is_what_nothing_was_done_about_for_a_quarter_of_an_hour(desk: Desk) -> None:
    clock = Clock()
    desk.client.app.state.leases = Leases(clock)  # type: ignore[attr-defined]
    first, second, _ = desk.listed()
    desk.decide(first, "conflicting")
    desk.get(f"/claims/{second}")

    assert 1 == desk.be("Ben").get("/?decision=all").count("is on this")
    clock.now = LASTING + 1
    assert "is on this" not in desk.get("/?decision=all")


def test_whoever_writes_on_a_claim_stays_on_it_and_takes_it_from_nobody(desk: Desk) -> None:
    first, second, _ = desk.listed()
    desk.get(f"/claims/{first}")

    told = [desk.client.post(f"/claims/{claim_id}/lease").status_code for claim_id in (first, second)]
    desk.be("Ben").send(f"/claims/{first}/lease", 204, how="stay")

    assert [204, 204] == told
    assert 2 == desk.get("/").count("<bdi>Ana</bdi> is on this")
    assert f'data-lease="/claims/{first}/lease"' in desk.get(f"/claims/{first}")


def test_a_sign_of_activity_renews_it_and_takes_it_from_nobody() -> None:
    clock = Clock()
    leases = Leases(clock)
    leases.take("c", "Ana")
    clock.now = LASTING - 1

    leases.take("c", "Ana")
    clock.now = LASTING + 1

    assert "Ana" == leases.take("c", "Ben")
    assert {"c": "Ana"} == leases.others("Ben")


def test_whoever_leafs_through_many_claims_is_on_the_last_ones() -> None:
    leases = Leases()

    for claim_id in "abcde":
        leases.take(claim_id, "Ana")

    assert [*"abcde"[-AT_ONCE:]] == [*leases.others("Ben")]


@pytest.mark.parametrize("opened", [{"Sec-Purpose": "prefetch"}, {}])
def test_nobody_is_on_a_claim_who_only_looks_or_whose_browser_looks_ahead(desk: Desk, opened: dict[str, str]) -> None:
    first = desk.listed()[0]
    desk.be("Vera", "reviewer" if opened else "viewer")

    desk.client.get(f"/claims/{first}", headers=opened)

    assert "is on this" not in desk.be("Ben").get("/")


def test_an_editor_gives_a_claim_to_somebody_who_finds_it_and_nobody_else_is_led_to_it(desk: Desk) -> None:
    first, second, _ = desk.listed()
    noted(desk, second)

    give(desk.be("Eva", "editor"), first, "Ana")

    assert [first] == desk.be("Ana").listed("?assigned=me") == desk.listed("?assigned=Ana")
    assert first not in desk.listed("?assigned=nobody")
    assert second == next_of(desk.be("Ben"))
    assert first == next_of(desk.be("Ana"))
    assert "for <bdi>Ana</bdi>" in desk.get("/")


def test_people_take_what_is_nobody_s_and_give_it_back(desk: Desk) -> None:
    first = desk.listed()[0]

    give(desk, first, "Ana")
    taken = desk.listed("?assigned=me")
    give(desk, first, "")

    assert [first] == taken
    assert [] == desk.listed("?assigned=me")


def test_it_takes_an_editor_to_give_a_claim_to_others_or_to_take_it_from_them(desk: Desk) -> None:
    first = desk.listed()[0]
    noted(desk, first)

    refused = desk.be("Ben").send(f"/claims/{first}/assignee", 400, assignee="Ana", assigned="0")
    give(desk.be("Ana"), first, "Ana")
    taken = desk.be("Ben").send(f"/claims/{first}/assignee", 400, assignee="Ben", assigned="2")

    assert "takes an editor to give" in refused
    assert "Ana&#39;s, and it takes an editor" in taken


def test_nothing_is_given_to_a_name_that_nobody_has(desk: Desk) -> None:
    assert "obody is called" in give(desk.be("Eva", "editor"), desk.listed()[0], "Zoe", 400)


def test_where_there_are_accounts_a_claim_is_given_to_whoever_has_one_and_may_decide() -> None:
    with Store(None).unit() as unit:
        decisions.add_note(unit, "c", "Ana", "who has no account")
        before = assigning.known(unit, Person("Eva", "editor"))
        gone = accounts.invite(unit, "Otto", "reviewer", "Eva")
        accounts.invite(unit, "Vera", "viewer", "Eva")
        accounts.invite(unit, "Rita", "reviewer", "Eva")
        accounts.deactivate(unit, gone.person_id, "Eva")

        after = assigning.known(unit, Person("Eva", "editor"))

    assert ["Ana", "Eva"] == before
    assert ["Eva", "Rita"] == after


def test_two_who_give_a_claim_at_once_the_second_is_told_of_the_first(desk: Desk) -> None:
    first = desk.listed()[0]
    give(desk, first, "Ana")

    page = desk.be("Eva", "editor").send(f"/claims/{first}/assignee", 409, assignee="Eva", assigned="0")

    assert "Nothing was stored" in page and "gave it to <bdi>Ana</bdi>" in page


def test_giving_a_claim_is_undone_as_a_decision_is(desk: Desk) -> None:
    first = desk.listed()[0]
    where = give(desk, first, "Ana")
    (undo,) = re.findall(r'action="(/decisions/\d+/undo)"', desk.get(where))

    desk.send(undo)

    assert [] == desk.listed("?assigned=me")
    assert "took back decision 1" in desk.get("/decisions")


def test_no_page_shows_the_first_opinion_until_the_second_stands(desk: Desk) -> None:
    first = asked(desk, "Ana", "cannot be checked", note="the secret ground")

    before = all_pages(desk.be("Ben"), first)
    to_the_editor = desk.be("Eva", "editor").get(f"/claims/{first}")
    desk.be("Ben").send_from(before[0], first, "conflicting")
    after = desk.get(f"/claims/{first}")

    for page in [*before, to_the_editor]:
        shown = page.partition('<form class="decide"')[0] + page.partition('class="desk"')[2]
        assert "the secret ground" not in page
        assert "cannot be checked</span>" not in shown
    assert "said something that is shown once a second opinion stands" in before[0]
    assert "the secret ground" in after and "Judged twice: <bdi>Ana</bdi> said" in after


def test_a_claim_that_wants_a_second_opinion_waits_for_everybody_but_the_first(desk: Desk) -> None:
    first = asked(desk)

    assert [first] == desk.be("Ben").listed("?opinion=wanted") == desk.listed("?opinion=wanted&decision=undecided")
    assert first == next_of(desk)
    assert [first] == desk.be("Ana").listed("?opinion=wanted&decision=conflicting")
    assert [] == desk.listed("?opinion=wanted")
    assert first != next_of(desk)
    assert first != next_of(desk.be("Eva", "editor"))


def test_counts_betray_no_opinion_either(desk: Desk) -> None:
    asked(desk, "Ana", "cannot be checked")

    assert "decided: cannot be checked" in desk.be("Ana").get("/")
    assert "decided: cannot be checked" not in desk.be("Ben").get("/")


def test_two_that_differ_are_listed_with_both_and_an_editor_settles_them(desk: Desk) -> None:
    first = asked(desk)
    assert first == decided(desk, "Ben", "unsourced")
    desk.be("Ben")

    listed = desk.get("/?decision=disputed")
    to_ben = desk.get(f"/claims/{first}")
    settling = next_of(desk.be("Eva", "editor"))
    desk.decide(settling, "unsourced", note="the table is gone")

    assert "Ana says conflicting, Ben says unsourced" in listed
    assert "an editor settles it" in to_ben and 'name="verdict" value="conflicting"' not in to_ben
    assert first == settling
    assert [] == desk.listed("?decision=disputed")
    assert [first] == desk.listed("?decision=unsourced") == desk.listed("?opinion=given&decision=all")
    assert "settled it as" in desk.get("/decisions")


def test_who_is_no_editor_asks_for_no_opinion(desk: Desk) -> None:
    first = desk.listed()[0]

    assert "Second opinion" not in desk.get(f"/claims/{first}")


def test_an_editor_asks_for_an_opinion_and_can_do_without(desk: Desk) -> None:
    first = decided(desk, "Ana", "conflicting")
    desk.be("Eva", "editor")

    want(desk, first, "yes")
    waiting = desk.be("Ben").listed("?opinion=wanted&decision=undecided")
    want(desk.be("Eva", "editor"), first, "no")

    assert [first] == waiting
    assert [first] == desk.be("Ben").listed("?decision=conflicting")


@pytest.mark.parametrize("words", ["7,250", "7,250 TONNES", '"paper 1"'])
def test_a_claim_is_found_by_its_figure_and_by_who_published_it(desk: Desk, words: str) -> None:
    found = desk.client.get("/", params={"q": words, "decision": "all"}).text

    assert 1 == found.count("<tr data-row>")
    assert "7,250" in found


def test_progress_tells_what_is_decided_and_what_waits_and_betrays_no_opinion(desk: Desk) -> None:
    asked(desk, "Ana", "cannot be checked")

    to_ben, to_ana = desk.be("Ben").get("/progress"), desk.be("Ana").get("/progress")

    numbers = "".join(f"<td>{number}</td>" for number in (1, 1, 0, 0))
    assert f"shown once a second opinion stands</th>{numbers}" in to_ben
    assert f"cannot be checked</span></th>{numbers.replace('0', '1')}" in to_ana
    assert 'For a decision: <a href="/">3 claims' in to_ben and 'For a decision: <a href="/">2 claims' in to_ana
    assert 'for a second opinion: <a href="/?decision=all&opinion=wanted">1 claim' in to_ben.replace("&amp;", "&")


def test_every_page_calls_a_claim_disputed_on_which_two_differ(desk: Desk) -> None:
    claim_id = asked(desk, verdict="cannot be checked")
    desk.be("Ben").decide(claim_id, "corroborated")
    page = desk.get(f"/claims/{claim_id}")
    (topic,) = set(re.findall(r'href="(/topics/[\w-]+)"', page))

    row = desk.get(topic).partition(claim_id)[2].partition("</tr>")[0]

    assert re.search(r'Decision">.*disputed', row) and "cannot be checked" not in row
    assert 'class="verdict disputed"' in page
    assert [claim_id] == desk.listed("?decision=disputed")


def test_no_form_carries_the_number_of_a_decision_that_is_hidden(desk: Desk) -> None:
    claim_id = asked(desk)

    page, queue = desk.be("Ben").get(f"/claims/{claim_id}"), desk.get("/?decision=all")

    assert "0" == hidden(page, 'class="decide"')["version"]
    assert f'value="{claim_id}.conflicting.0.' in queue
    assert desk.decide(claim_id, "unsourced").startswith("/")
