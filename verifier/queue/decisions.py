"""What people decide of claims: rows that are only added, the last of which counts until somebody adds another."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, get_args

from verifier.errors import UsageError
from verifier.store import Unit

Kind = Literal["decide", "undo", "redo", "reopen", "note"]
Decided = Literal["corroborated", "conflicting", "unsourced", "cannot be checked", "skipped"]

DECIDED: tuple[Decided, ...] = get_args(Decided)
"""What can be decided, in the order it is offered."""
LONGEST_NOTE = 10_000
"""Characters of a note."""
_REMEMBERED = 200
"""Of so many of a person's last rows it is worked out what they can take back."""


class Decision(NamedTuple):
    """One row of the audit trail."""

    decision: int
    claim_id: str
    person: str
    kind: Kind
    verdict: Decided | None
    """Of kind "decide" alone."""
    note: str
    machine: str
    """The machine's verdict the person saw; "" where there was none yet."""
    seen: int
    """The row that counted when the person looked; 0 is none."""
    about: int
    """The row that is taken back or restored."""
    stood: int
    """The decision that held before; 0 is none."""
    stands: int
    """The decision that holds from here on; 0 is none."""
    batch_id: str | None
    moment: str
    """ISO 8601, UTC."""


class Standing(NamedTuple):
    """How one claim stands: one row of queue/standing.sql."""

    claim_id: str
    version: int
    """The row that counts; 0 where nothing was decided yet."""
    decision: int
    """The decision that holds; 0 is none."""
    verdict: Decided | None
    seen_verdict: str | None
    """The machine's verdict on which that was decided."""
    machine: str
    """The machine's verdict now; "" where there is none."""

    @property
    def reopened(self) -> bool:
        """Whether the machine says something else now than what was decided on."""
        return self.verdict is not None and self.seen_verdict != self.machine


class Seen(NamedTuple):
    """What a person had before their eyes when they decided."""

    version: int
    machine: str


class Stacks(NamedTuple):
    """What a person can take back and restore, the next one last."""

    done: tuple[Decision, ...]
    undone: tuple[Decision, ...]


class Stale(UsageError):
    """Somebody else decided of the claim meanwhile; nothing was stored."""

    def __init__(self, since: Sequence[Decision]) -> None:
        """`since` are the rows that were added after what the person saw."""
        super().__init__("this claim was decided meanwhile: look at it again")
        self.since = tuple(since)


class _Number(NamedTuple):
    """The row of queue/add_decision.sql."""

    decision: int


def decide(unit: Unit, claim: str, person: str, verdict: str, seen: Seen, *, note: str = "") -> int:
    """Add what a person decided and return its number; raises Stale, and UsageError for what cannot be decided."""
    if verdict not in DECIDED:
        raise UsageError(f"{verdict!r} is nothing to decide: choose one of {', '.join(DECIDED)}.")
    return _add(unit, claim, person, "decide", seen, verdict=verdict, note=note)


def reopen(unit: Unit, claim: str, person: str, seen: Seen, *, note: str = "") -> int:
    """Put a claim back among those that wait for a decision; raises Stale, and UsageError where none holds."""
    if not standing(unit, claim).decision:
        raise UsageError("nothing is decided of this claim, so there is nothing to open again.")
    return _add(unit, claim, person, "reopen", seen, note=note)


def add_note(unit: Unit, claim: str, person: str, note: str) -> int:
    """Add a note, which changes nothing else; raises UsageError for an empty one."""
    if not note.strip():
        raise UsageError("the note is empty: write something, or leave it.")
    now = standing(unit, claim)
    return _add(unit, claim, person, "note", Seen(now.version, now.machine), note=note)


def undo(unit: Unit, decision: int, person: str) -> Decision:
    """Take back a decision of one's own and return it; what held before holds again. Raises Stale and UsageError."""
    taken = _own(unit, decision, person)
    if taken not in stacks_of(unit, person).done[-1:]:
        raise UsageError("this is not what you decided last, or it was taken back already.")
    _change(unit, taken, person, "undo", stands=taken.stood)
    return taken


def redo(unit: Unit, decision: int, person: str) -> Decision:
    """Restore a decision that its maker took back, and return it. Raises Stale and UsageError."""
    restored = _own(unit, decision, person)
    if restored not in stacks_of(unit, person).undone[-1:]:
        raise UsageError("this is not what you took back last, or it was restored already.")
    _change(unit, restored, person, "redo", stands=restored.stands)
    return restored


def standing(unit: Unit, claim: str) -> Standing:
    """Return how a claim stands with the people and with the machine."""
    return unit.rows("queue/standing", Standing, claim=claim)[0]


def find(unit: Unit, decision: int) -> Decision | None:
    """Return the row of that number."""
    return next(iter(unit.rows("queue/decision", Decision, decision=decision)), None)


def decisions_on(unit: Unit, claim: str) -> list[Decision]:
    """Return everything that was said of a claim, in order."""
    return unit.rows("queue/decisions_on", Decision, claim=claim)


def trail(unit: Unit, *, before: int | None = None, most: int = 100) -> list[Decision]:
    """Return what was said of any claim, the newest first, `before` a number."""
    return unit.rows("queue/trail", Decision, before=before, most=most)


def stacks_of(unit: Unit, person: str) -> Stacks:
    """Return what a person can take back and restore."""
    return stacks(unit.rows("queue/decisions_of", Decision, person=person, most=_REMEMBERED))


def stacks(rows: Sequence[Decision]) -> Stacks:
    """Return what can be taken back and restored after these rows of one person; a new decision ends restoring."""
    done: list[Decision] = []
    undone: list[Decision] = []
    for row in rows:
        if row.kind == "undo":
            _move(row.about, done, undone)
        elif row.kind == "redo":
            _move(row.about, undone, done)
        else:
            done.append(row)
            undone.clear()
    return Stacks(tuple(done), tuple(undone))


def _move(decision: int, source: list[Decision], target: list[Decision]) -> None:
    """Move the row of that number; of rows too old to be remembered there is nothing to move."""
    target += [row for row in source if row.decision == decision]
    source[:] = [row for row in source if row.decision != decision]


def _own(unit: Unit, decision: int, person: str) -> Decision:
    row = find(unit, decision)
    if row is None or row.person != person or row.kind not in ("decide", "reopen"):
        raise UsageError("you can take back and restore what you decided yourself, and nothing else.")
    return row


def _change(unit: Unit, decision: Decision, person: str, kind: Kind, *, stands: int) -> None:
    """Undo or redo, unless the claim has been decided by somebody else after this person last did."""
    own = [row.decision for row in decisions_on(unit, decision.claim_id) if row.person == person and row.kind != "note"]
    seen = Seen(own[-1], standing(unit, decision.claim_id).machine)
    _add(unit, decision.claim_id, person, kind, seen, about=decision.decision, stands=stands)


def _add(
    unit: Unit,
    claim: str,
    person: str,
    kind: Kind,
    seen: Seen,
    *,
    verdict: str | None = None,
    note: str = "",
    about: int = 0,
    stands: int = 0,
) -> int:
    if len(note) > LONGEST_NOTE:
        raise UsageError(f"the note has {len(note):,} characters, and {LONGEST_NOTE:,} are the most: shorten it.")
    added = unit.rows(
        "queue/add_decision",
        _Number,
        claim=claim,
        person=person,
        kind=kind,
        verdict=verdict,
        note=note.strip(),
        machine=seen.machine,
        seen=seen.version,
        about=about,
        stands=stands,
        batch=None,
    )
    if not added:
        raise Stale([row for row in decisions_on(unit, claim) if row.decision > seen.version and row.kind != "note"])
    return added[0].decision
