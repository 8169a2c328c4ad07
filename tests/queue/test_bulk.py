"""The same is said of many claims at once: a row for each, what came too late named, and all undone as one."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.queue.newsdesk import Desk, contradicting, desk_on_copy
from verifier.queue import decisions, opinions, record
from verifier.queue.record import Decision, Seen, Standing

WORDS = ("6,150 tonnes", "7,250 tonnes", "8,350 tonnes", "9,450 tonnes")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return contradicting(tmp_path_factory.mktemp("store"), *WORDS)


@pytest.fixture
def desk(filled: Path, tmp_path: Path) -> Iterator[Desk]:
    with desk_on_copy(filled, tmp_path) as opened:
        yield opened


def boxes(desk: Desk, query: str = "?decision=all") -> list[str]:
    """What the check boxes of a page send, were they ticked."""
    return re.findall(r'type="checkbox" form="many" name="ticked" value="([^"]+)"', desk.get(f"/{query}"))


def claims_of(ticks: list[str]) -> list[str]:
    return [tick.partition(".")[0] for tick in ticks]


def standings(desk: Desk, claims: list[str]) -> list[Standing]:
    with desk.store.unit(keep=False) as unit:
        found = record.standings(unit, claims)
        return [found[claim_id] for claim_id in claims]


def rows(desk: Desk) -> list[Decision]:
    with desk.store.unit(keep=False) as unit:
        return record.trail(unit, record.Wanted(batch=1))[::-1]


def said_meanwhile(desk: Desk, claim_id: str, person: str, verdict: str) -> None:
    with desk.store.unit() as unit:
        decisions.decide(unit, claim_id, person, verdict, Seen(0, "conflicting"))


def undo(desk: Desk, page: str, status: int = 303) -> str:
    (address,) = re.findall(r'action="(/decisions/\d+/undo)"', page)
    return desk.send(address, status)


def test_what_is_ticked_is_decided_with_a_row_for_each_claim(desk: Desk) -> None:
    ticks = boxes(desk)[:3]

    where = desk.send("/bulk", 303, what="decide", verdict="conflicting", note="all of July", ticked=ticks)

    stored = rows(desk)
    assert claims_of(ticks) == [row.claim_id for row in stored]
    assert [1, 1, 1] == [row.batch_id for row in stored]
    assert {("decide", "conflicting", "all of July", 0)} == {
        (row.kind, row.verdict, row.note, row.stood) for row in stored
    }
    assert 'href="/decisions?batch=1">See all these claims' in desk.get(where)


def test_each_row_keeps_the_old_value_of_its_own_claim(desk: Desk) -> None:
    first, second, *_ = boxes(desk)
    said_meanwhile(desk, claims_of([first])[0], "Ana", "unsourced")

    desk.send("/bulk", 303, what="decide", verdict="conflicting", ticked=[boxes(desk)[0], second])

    with desk.store.unit(keep=False) as unit:
        stored = record.trail(unit, record.Wanted(batch=2))
    assert [(None, 0), ("unsourced", 1)] == [(row.was, row.stood) for row in stored]


def test_claims_that_others_decided_meanwhile_are_left_and_named_and_the_rest_is_stored(desk: Desk) -> None:
    ticks = boxes(desk)[:3]
    late = claims_of(ticks)[1]
    said_meanwhile(desk, late, "Ben", "unsourced")

    page = desk.send("/bulk", 409, what="decide", verdict="conflicting", ticked=ticks)

    assert ["conflicting", "unsourced", "conflicting"] == [one.verdict for one in standings(desk, claims_of(ticks))]
    assert "1 claim left as it was" in page and "2 claims stored" in page
    assert f'href="/claims/{late}"' in page and "<bdi>Ben</bdi>\ndecided" in page


def test_all_is_undone_as_one_and_restored_as_one(desk: Desk) -> None:
    ticks = boxes(desk)[:3]
    claims = claims_of(ticks)
    where = desk.send("/bulk", 303, what="decide", verdict="conflicting", ticked=ticks)

    back = desk.get(undo(desk, desk.get(where)))
    undone = [one.verdict for one in standings(desk, claims)]
    (redo,) = re.findall(r'action="(/decisions/\d+/redo)"', back)
    desk.send(redo)

    assert [None] * 3 == undone
    assert ["conflicting"] * 3 == [one.verdict for one in standings(desk, claims)]
    assert "conflicting, 3 claims" in desk.get("/decisions")


def test_undoing_leaves_and_names_what_others_decided_since(desk: Desk) -> None:
    ticks = boxes(desk)[:2]
    first, second = claims_of(ticks)
    where = desk.send("/bulk", 303, what="decide", verdict="conflicting", ticked=ticks)
    with desk.store.unit() as unit:
        decisions.decide(unit, second, "Ben", "unsourced", Seen(2, "conflicting"))

    page = undo(desk, desk.get(where), 409)

    assert [None, "unsourced"] == [one.verdict for one in standings(desk, [first, second])]
    assert "1 claim left as it was" in page and "<bdi>Ben</bdi>" in page


def test_an_earlier_batch_is_not_undone_before_a_later_decision(desk: Desk) -> None:
    ticks = boxes(desk)
    desk.send("/bulk", 303, what="decide", verdict="conflicting", ticked=ticks[:2])
    desk.send("/bulk", 303, what="decide", verdict="unsourced", ticked=ticks[2:])

    assert "not what you said last" in desk.send("/decisions/1/undo", 400)


def test_all_on_the_page_are_meant_where_that_is_said(desk: Desk) -> None:
    listed = re.findall(r'name="listed" value="([^"]+)"', desk.get("/"))

    desk.send("/bulk", 303, what="assign", assignee="Ana", reach="page", listed=listed, ticked=listed[:1])

    assert ["Ana"] * 4 == [one.assignee for one in standings(desk, claims_of(listed))]


def test_claims_are_given_as_one_and_those_of_others_are_left_to_an_editor(desk: Desk) -> None:
    ticks = boxes(desk)
    desk.send("/bulk", 303, what="assign", assignee="Ana", ticked=ticks[:1])
    ticks = boxes(desk.be("Ben"))

    page = desk.send("/bulk", 409, what="assign", assignee="Ben", ticked=ticks[:2])

    assert ["Ana", "Ben"] == [one.assignee for one in standings(desk, claims_of(ticks[:2]))]
    assert "Ana&#39;s, and it takes an editor" in page


def test_an_editor_asks_for_opinions_on_a_whole_view(desk: Desk) -> None:
    desk.be("Eva", "editor")

    desk.send("/bulk", 303, what="ask", reach="view", view="?decision=undecided")

    assert 4 == len(desk.listed("?opinion=wanted"))
    assert 4 == len(rows(desk))


def test_who_is_no_editor_asks_for_none(desk: Desk) -> None:
    assert "takes an editor" in desk.send("/bulk", 400, what="ask", ticked=boxes(desk))


def test_where_a_second_opinion_is_wanted_that_is_what_is_given_and_undoing_leaves_it(desk: Desk) -> None:
    ticks = boxes(desk)[:2]
    blind, plain = claims_of(ticks)
    said_meanwhile(desk, blind, "Ben", "unsourced")
    with desk.store.unit() as unit:
        opinions.ask(unit, "Eva", {blind: Seen(1, "conflicting")})

    where = desk.send("/bulk", 303, what="decide", verdict="conflicting", ticked=boxes(desk)[:2])
    page = undo(desk, desk.get(where), 409)

    (first, second) = standings(desk, [blind, plain])
    assert ("disagreement", "unsourced", "conflicting") == (first.opinion, first.verdict, first.opinion_verdict)
    assert second.verdict is None
    assert "a second opinion that was given stays" in page


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"what": "decide", "verdict": "conflicting"}, "no claim is ticked"),
        ({"what": "decide", "verdict": "skipped", "ticked": "a; drop table"}, "not all claims"),
        ({"what": "decide", "verdict": "skipped", "ticked": "nonexistent.conflicting.0.0.0"}, "not all claims"),
        ({"what": "decide", "verdict": "skipped", "reach": "view"}, "cannot be decided unseen"),
        ({"what": "ask", "reach": "view", "view": "?q=nowhere"}, "no claim is in this view"),
    ],
)
def test_what_cannot_be_done_of_many_is_refused_in_words(desk: Desk, fields: dict[str, Any], said: str) -> None:
    assert said in desk.be("Eva", "editor").send("/bulk", 400, **fields).lower()

    assert [] == rows(desk)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"what": "decide", "verdict": "odd"}, "choose what to decide"),
        ({"what": "assign", "assignee": "Zoe"}, "nobody is called"),
    ],
)
def test_what_cannot_be_said_of_any_claim_is_refused_of_all(desk: Desk, fields: dict[str, Any], said: str) -> None:
    ticks = boxes(desk.be("Eva", "editor"))

    assert said in desk.send("/bulk", 400, ticked=ticks, **fields).lower()
    assert [] == rows(desk)


def test_what_is_refused_is_answered_on_the_same_view_with_the_form_as_it_was_filled_in(desk: Desk) -> None:
    first, second, *_ = boxes(desk.be("Eva", "editor"))
    fields = {"verdict": "skipped", "note": "of July", "view": "?verdict=conflicting&sort=newest"}

    page = desk.send("/bulk", 400, what="decide", reach="view", ticked=[first], **fields)

    form = page.partition('id="many"')[2].partition("</form>")[0]
    assert "Nothing was stored.</strong> <bdi>A whole view cannot be decided unseen" in page
    assert 'name="view" value="?verdict=conflicting&amp;sort=newest"' in form and "<details open>" in form
    assert '<option value="view" selected>all in this view (to give or ask; not to decide)<' in form
    assert "<option selected>skipped<" in form and 'name="note" value="of July"' in form
    assert f'value="{first}" checked' in page and f'value="{second}" aria' in page


def test_where_one_claim_cannot_be_read_nothing_is_said_of_the_others(desk: Desk) -> None:
    ticks = [*boxes(desk)[:1], "x"]

    assert "Not all claims" in desk.send("/bulk", 400, what="decide", verdict="skipped", ticked=ticks)

    assert [] == rows(desk)


def test_who_may_only_look_finds_no_boxes_and_can_send_none(desk: Desk) -> None:
    ticks = boxes(desk)

    assert [] == boxes(desk.be("Vera", "viewer"))
    desk.send("/bulk", 403, what="decide", verdict="skipped", ticked=ticks)
    assert [] == rows(desk)


def test_the_trail_folds_what_was_said_together_and_shows_it_by_person_claim_batch_and_day(desk: Desk) -> None:
    ticks = boxes(desk)
    first = claims_of(ticks)[0]
    desk.send("/bulk", 303, what="decide", verdict="conflicting", ticked=ticks)
    desk.be("Ben").send("/bulk", 303, what="assign", assignee="Ben", ticked=ticks[:2])
    today = rows(desk)[0].moment[:10]

    def lines(query: str) -> tuple[int, int]:
        page = desk.get(f"/decisions{query}")
        return page.count("<summary>of "), page.count("<bdi>Ana</bdi>") + page.count("gave it to")

    assert (2, 5 + 3) == lines("")
    assert (1, 5) == lines("?person=Ana")
    assert (1, 3) == lines("?person=Ben")
    assert (0, 2) == lines(f"?claim={first[:12]}")
    assert (0, 4) == lines("?batch=1")
    assert (2, 5 + 3) == lines(f"?day={today}")
    assert (0, 0) == lines("?day=2001-01-01") == lines("?person=Nobody") == lines("?claim=zzz")


def test_the_trail_is_read_page_by_page_and_keeps_its_filters(desk: Desk) -> None:
    claim_id = claims_of(boxes(desk))[0]
    with desk.store.unit() as unit:
        for number in range(150):
            decisions.add_note(unit, claim_id, "Ana" if number % 3 else "Ben", f"note {number}.")

    first = desk.get("/decisions?person=Ana")
    (earlier,) = re.findall(r'rel="next" href="([^"]+)"', desk.get("/decisions"))
    second = desk.get(earlier.replace("&amp;", "&"))

    assert 100 == first.count("note ") and "Earlier ones" not in first
    assert "before=51" in earlier
    assert 50 == second.count("note ")


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?day=yesterday", "Day is no date: write it as 2026-11-23."),
        ("?batch=x", "Batch has to be a whole number."),
        ("?batch=-1", "Batch has to be 0 or more."),
        ("?before=x", "Before has to be a whole number."),
        (f"?person={'x' * 201}", "Person has more than 200 characters: shorten it."),
    ],
)
def test_a_broken_filter_is_answered_in_words(desk: Desk, query: str, sentence: str) -> None:
    page = desk.get(f"/decisions{query}", 422)

    assert sentence in page.partition("alert")[2]


def test_empty_fields_of_the_filter_are_any(desk: Desk) -> None:
    desk.decide(claims_of(boxes(desk))[0], "skipped")

    assert "<bdi>Ana</bdi>" in desk.get("/decisions?person=&claim=&batch=&day=")
