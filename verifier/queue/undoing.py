"""Taking back what was said last, and restoring it: rows as well, so that the record tells of both."""

from collections.abc import Sequence
from typing import NamedTuple

from verifier.errors import UsageError
from verifier.queue import record
from verifier.queue.decisions import Outcome, Refused, say
from verifier.queue.record import Decision, Entry, Kind, Said
from verifier.store import Unit

_REMEMBERED = 200
"""Of so many of a person's last steps it is worked out what they can take back."""
_GIVEN = "a second opinion that was given stays, for the first has been seen since: say otherwise in a note."


class Step(NamedTuple):
    """One row of queue/steps_of.sql: what a person said at once, of one claim or of many."""

    decision: int
    """Its first row."""
    claim_id: str
    kind: Kind
    verdict: str | None
    assignee: str | None
    about: int
    """The first row of what is taken back or restored."""
    claims: int

    @property
    def words(self) -> str:
        """What it was, as a button says it."""
        plain = {"reopen": "re-opened", "ask": "opinion asked for", "withdraw": "opinion not wanted"}
        said = self.verdict or plain.get(self.kind) or (f"for {self.assignee}" if self.assignee else "for nobody")
        return said if self.claims == 1 else f"{said}, {self.claims:,} claims"


class Stacks(NamedTuple):
    """What a person can take back and restore, the next one last."""

    done: tuple[Step, ...]
    undone: tuple[Step, ...]


def undo(unit: Unit, decision: int, person: str) -> Outcome:
    """Take back what one said last, of all claims of its batch; what held before holds again.

    Raises UsageError for what cannot be taken back; claims of which others spoke since are named as refused.
    """
    if _own(unit, decision, person).kind == "opine":
        raise UsageError(_GIVEN)
    if decision not in [step.decision for step in stacks_of(unit, person).done[-1:]]:
        raise UsageError("this is not what you said last, or it was taken back already.")
    return _change(unit, decision, person, "undo")


def redo(unit: Unit, decision: int, person: str) -> Outcome:
    """Restore what its maker took back last, of all claims of its batch. Raises as `undo`."""
    _own(unit, decision, person)
    if decision not in [step.decision for step in stacks_of(unit, person).undone[-1:]]:
        raise UsageError("this is not what you took back last, or it was restored already.")
    return _change(unit, decision, person, "redo")


def stacks_of(unit: Unit, person: str) -> Stacks:
    """Return what a person can take back and restore."""
    return stacks(unit.rows("queue/steps_of", Step, person=person, most=_REMEMBERED))


def stacks(steps: Sequence[Step]) -> Stacks:
    """Return what can be taken back and restored after these steps of one person; a new one ends restoring.

    An opinion that was given stays, and nobody takes back through it what they said before.
    """
    done: list[Step] = []
    undone: list[Step] = []
    for step in steps:
        if step.kind == "undo":
            _move(step.about, done, undone)
        elif step.kind == "redo":
            _move(step.about, undone, done)
        else:
            done = [] if step.kind == "opine" else [*done, step]
            undone = []
    return Stacks(tuple(done), tuple(undone))


def _move(decision: int, source: list[Step], target: list[Step]) -> None:
    """Move the step of that number; of steps too old to be remembered there is nothing to move."""
    target += [step for step in source if step.decision == decision]
    source[:] = [step for step in source if step.decision != decision]


def _own(unit: Unit, decision: int, person: str) -> Decision:
    row = record.find(unit, decision)
    if row is None or row.person != person or row.kind in ("undo", "redo", "note"):
        raise UsageError("you can take back and restore what you said yourself, and nothing else.")
    return row


def _change(unit: Unit, decision: int, person: str, kind: Kind) -> Outcome:
    """Undo or redo each row of the step, unless somebody else spoke on the matter after this person last did."""
    first = record.find(unit, decision)
    rows = record.batches(unit, [decision]) or ([first] if first else [])
    last = _last_own(unit, rows, person)
    parts = [
        (
            Said(person, matter, kind, is_batch=len(rows) > 1),
            [_entry(row, kind, last[row.claim_id, matter]) for row in rows if _is_on(row, matter)],
        )
        for matter in ("verdict", "assignee", "opinion")
    ]
    given = [Refused(row.claim_id, _GIVEN) for row in rows if row.kind == "opine"]
    return say(unit, parts, given)


def _is_on(row: Decision, matter: str) -> bool:
    return row.matter == matter and row.kind != "opine"


def _entry(row: Decision, kind: Kind, last: int) -> Entry:
    return Entry(row.claim_id, row.machine, last, row.decision, row.stood if kind == "undo" else row.stands)


def _last_own(unit: Unit, rows: Sequence[Decision], person: str) -> dict[tuple[str, str], int]:
    """Return by claim and matter the last row of this person."""
    said = record.decisions_on(unit, *(row.claim_id for row in rows))
    return {(row.claim_id, row.matter): row.decision for row in said if row.person == person}
