"""Whatever several people do, in whatever order: nobody is shown too early what another thinks, and no row changes."""

from collections.abc import Callable, Iterator
from itertools import count
from typing import NamedTuple

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from verifier.errors import UsageError
from verifier.queue import decisions, opinions, record, undoing
from verifier.queue.decisions import Word
from verifier.queue.record import Seen, Standing
from verifier.store import Store, Unit

VERDICTS = ("conflicting", "unsourced", "skipped")


class Move(NamedTuple):
    """Something one person tries; `is_late` is with a page that was opened before anything was said."""

    what: str
    who: int
    verdict: str
    is_late: bool


MOVES = st.builds(
    Move,
    st.sampled_from(["decide", "both", "settle", "ask", "withdraw", "undo", "redo", "reopen", "note"]),
    st.sampled_from(range(3)),
    st.sampled_from(VERDICTS),
    st.booleans(),
)
numbers = count()


@pytest.fixture(scope="module")
def unit() -> Iterator[Unit]:
    with Store(None) as store, store.unit() as opened:
        yield opened


def tried(unit: Unit, claim: str, move: Move, person: str) -> None:
    now = record.standing(unit, claim)
    seen = Seen(0, "") if move.is_late else Seen(now.version, now.machine, now.assigned, now.asked)
    stacks = undoing.stacks_of(unit, person)
    done, undone = (stack[-1].decision if stack else 0 for stack in stacks)
    settles = move.what == "settle"
    moves: dict[str, Callable[[], object]] = {
        "both": lambda: decisions.decide_all(unit, Word(person, move.verdict, "of both"), _both(unit, claim, seen)),
        "ask": lambda: opinions.ask(unit, person, {claim: seen}, note="what I think").number(),
        "withdraw": lambda: opinions.withdraw(unit, person, claim, seen),
        "undo": lambda: undoing.undo(unit, done, person).number(),
        "redo": lambda: undoing.redo(unit, undone, person).number(),
        "reopen": lambda: decisions.reopen(unit, claim, person, seen),
        "note": lambda: decisions.add_note(unit, claim, person, "what I think"),
    }
    decide = lambda: decisions.decide(unit, claim, person, move.verdict, seen, settles=settles)  # noqa: E731
    try:
        moves.get(move.what, decide)()
    except UsageError as error:
        for row in getattr(error, "since", ()):
            assert row.person == person or now.opinion != "wanted" or not row.verdict


def _both(unit: Unit, claim: str, seen: Seen) -> dict[str, Seen]:
    """Return the claim and one of which no second opinion is ever wanted."""
    now = record.standing(unit, f"beside {claim}")
    return {claim: seen, now.claim_id: Seen(now.version, now.machine)}


def shown(unit: Unit, claim: str, now: Standing, reader: str) -> None:
    """Look at the claim as this person, while a second opinion on it is wanted."""
    rows = record.told(unit, record.decisions_on(unit, claim), reader)
    assert {None} >= {row.verdict for row in rows if row.person != reader}
    assert {""} >= {row.note for row in rows if row.person != reader}
    unseen = {row.decision for row in record.decisions_on(unit, claim) if row.person != reader and row.tells}
    assert unseen.isdisjoint(row.decision for row in rows)
    assert {("", None)} >= {(row.person, row.batch_id) for row in rows if row.kind == "hidden"}
    assert unseen.isdisjoint(row.decision for row in record.trail(unit, record.Wanted(reader=reader), most=10_000))
    batches = {row.batch_id for row in record.decisions_on(unit, f"beside {claim}") if row.batch_id}
    assert unseen.isdisjoint(row.decision for row in record.batches(unit, batches, reader=reader))
    assert now.told_to(reader).verdict is None or now.person == reader


def consistent(now: Standing, rows: list[record.Decision]) -> None:
    by_number = {row.decision: row for row in rows}
    if now.verdict is not None:
        assert (now.verdict, now.person) == (by_number[now.decision_row].verdict, by_number[now.decision_row].person)
    if now.opinion in ("agreement", "disagreement", "settled"):
        given, first = by_number[now.opinion_row], by_number[by_number[now.opinion_row].about]
        assert given.person != first.person
        assert (now.opinion == "agreement") == (given.verdict == first.verdict)


# Without shrinking, for that takes minutes here: each move is several statements.
@settings(max_examples=20, deadline=None, phases=[Phase.reuse, Phase.generate])
@given(moves=st.lists(MOVES, min_size=3, max_size=14))
def test_nobody_is_shown_too_early_what_another_thinks_and_no_row_ever_changes(unit: Unit, moves: list[Move]) -> None:
    number = next(numbers)
    claim, people = f"claim {number}", [f"{name} {number}" for name in ("Ana", "Ben", "Eva")]
    before: list[record.Decision] = []

    for move in moves:
        tried(unit, claim, move, people[move.who])

        now, rows = record.standing(unit, claim), record.decisions_on(unit, claim)
        assert before == rows[: len(before)]
        before = rows
        consistent(now, rows)
        if now.opinion == "wanted":
            for reader in people:
                shown(unit, claim, now, reader)
