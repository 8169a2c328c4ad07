"""The record of what people said of claims: rows that are only added, and read by nobody who is to judge unseen."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import takewhile
from typing import Literal, NamedTuple, Self, get_args

from verifier.errors import UsageError
from verifier.store import Unit

Matter = Literal["verdict", "assignee", "opinion", "note"]
Kind = Literal[
    "decide", "adjudicate", "reopen", "assign", "ask", "withdraw", "opine", "undo", "redo", "note", "hidden",
]  # fmt: skip
Decided = Literal["corroborated", "conflicting", "unsourced", "cannot be checked", "skipped"]
Opinion = Literal["wanted", "agreement", "settled", "disagreement"]

DECIDED: tuple[Decided, ...] = get_args(Decided)
"""What can be decided, in the order it is offered."""
LONGEST_NOTE = 10_000
"""Characters of a note."""
ALL = 2**31 - 1
"""Rows of a batch, where all are wanted."""


class Decision(NamedTuple):
    """One row of the audit trail."""

    decision: int
    claim_id: str
    person: str
    matter: Matter
    kind: Kind
    """"hidden" is in no row: it stands for whatever somebody may not see yet."""
    verdict: Decided | None
    """Of the kinds "decide", "adjudicate" and "opine" alone."""
    assignee: str | None
    """Of kind "assign" alone; "" is nobody."""
    note: str
    machine: str
    """The machine's verdict the person saw; "" where there was none yet."""
    seen: int
    """The row of the same matter that counted when the person looked; 0 is none."""
    about: int
    """The row that is taken back, restored, stood beside or settled."""
    stood: int
    """The row that held before; 0 is none."""
    stands: int
    """The row that holds from here on; 0 is none."""
    batch_id: int | None
    """The number of the first row of what was said of many claims at once."""
    was: str | None
    """The verdict or the assignee that held before; "" is nobody."""
    moment: str
    """ISO 8601, UTC."""

    @property
    def tells(self) -> bool:
        """Whether it shows what somebody thinks of the claim."""
        return self.matter in ("verdict", "note") or self.kind == "opine"

    def hidden(self) -> Self:
        """Return the row as others see it while a second opinion is wanted: without its note, or saying nothing at all.

        A row that says nothing has no person, no number and no batch either and is of a day, for what was said
        together has all of these in common, and of its other claims everybody sees it.
        """
        if not self.tells:
            return self._replace(note="")
        return self._replace(
            decision=0,
            person="",
            kind="hidden",
            verdict=None,
            note="",
            machine="",
            seen=0,
            about=0,
            stood=0,
            stands=0,
            batch_id=None,
            was=None,
            moment=self.moment[:10],
        )


class Standing(NamedTuple):
    """How one claim stands: one row of queue/standings.sql."""

    claim_id: str
    version: int
    """The row on its verdict that counts; 0 where nothing was decided yet."""
    decision_row: int
    """The row of the decision that holds; 0 is none."""
    verdict: Decided | None
    person: str | None
    seen_verdict: str | None
    """The machine's verdict on which that was decided."""
    machine: str
    """The machine's verdict now; "" where there is none."""
    assigned: int
    """The row on who is to look at it that counts."""
    assignee: str | None
    asked: int
    """The row on the second opinion that counts."""
    opinion: Opinion | None
    opinion_row: int
    """The request for the second opinion, or that opinion."""
    opinion_by: str | None
    opinion_verdict: Decided | None
    known: int
    """The decision that whoever asked for the opinion had before them, or that the opinion stands beside."""
    first_by: str | None
    first_verdict: Decided | None

    @property
    def state(self) -> str:
        """disputed, undecided, re-opened or what was decided."""
        return state_of(self.verdict, self.seen_verdict, self.machine, self.opinion)

    @property
    def reopened(self) -> bool:
        """Whether the machine says something else now than what was decided on."""
        return self.verdict is not None and self.seen_verdict != self.machine

    @property
    def judged(self) -> bool:
        """Whether somebody has said what they think, which skipping does not."""
        return self.verdict not in (None, "skipped")

    def told_to(self, reader: str) -> Self:
        """Return what a person may see of it: nothing of another's decision while a second opinion is wanted."""
        if self.opinion != "wanted" or self.person in (None, reader):
            return self
        version = 0 if self.judged else self.version  # the number of a batch is that of its first row
        return self._replace(version=version, decision_row=0, verdict=None, person=None, seen_verdict=None)


def state_of(decided: str | None, seen: str | None, machine: str, opinion: str | None) -> str:
    """Return the state as the queue calls it: disputed, undecided, re-opened or what was `decided`.

    `seen` is the machine's verdict it was decided on, `machine` the one it has now.
    """
    if opinion == "disagreement":
        return "disputed"
    if decided is None:
        return "undecided"
    return decided if seen == machine else "re-opened"


class Seen(NamedTuple):
    """What a person had before their eyes: the rows that counted, 0 for none, and the machine's verdict."""

    version: int
    machine: str
    assigned: int = 0
    asked: int = 0
    noted: int = 0
    """The person's own last note on the claim."""


class Entry(NamedTuple):
    """One row to be added."""

    claim_id: str
    machine: str
    seen: int
    about: int = 0
    stands: int | None = None
    """None is the row itself."""


class Said(NamedTuple):
    """What is the same in all rows that are added at once."""

    person: str
    matter: Matter
    kind: Kind
    verdict: str | None = None
    assignee: str | None = None
    note: str = ""
    is_batch: bool = False
    batch_id: int | None = None
    """The batch the rows are added to; None begins one."""


class Added(NamedTuple):
    """One row of queue/add_decisions.sql."""

    claim_id: str
    decision: int
    batch_id: int | None


class Stale(UsageError):
    """Somebody else said something of the claim meanwhile; nothing was stored."""

    def __init__(self, claim: str, since: Sequence[Decision]) -> None:
        """`since` are the rows that were added after what the person saw, as far as that person may see them."""
        super().__init__("something else was said of this claim meanwhile: look at it again.")
        self.claim = claim
        self.since = tuple(since)


class _Name(NamedTuple):
    claim_id: str


def add(unit: Unit, said: Said, entries: Sequence[Entry]) -> list[Added]:
    """Add rows, but for claims of which something else was said on the matter since the person looked."""
    if len(said.note) > LONGEST_NOTE:
        raise UsageError(f"the note has {len(said.note):,} characters, and {LONGEST_NOTE:,} are the most: shorten it.")
    return unit.rows(
        "queue/add_decisions",
        Added,
        claims=[entry.claim_id for entry in entries],
        machines=[entry.machine for entry in entries],
        seen=[entry.seen for entry in entries],
        abouts=[entry.about for entry in entries],
        stands=[entry.stands for entry in entries],
        person=said.person,
        matter=said.matter,
        kind=said.kind,
        verdict=said.verdict,
        assignee=said.assignee,
        note=said.note.strip(),
        batched=said.is_batch,
        batch=said.batch_id,
    )


def standings(unit: Unit, claims: Iterable[str]) -> dict[str, Standing]:
    """Return how claims stand with the people and with the machine."""
    wanted = list(dict.fromkeys(claims))
    return {row.claim_id: row for row in unit.rows("queue/standings", Standing, claims=wanted)}


def standing(unit: Unit, claim: str) -> Standing:
    """Return how a claim stands with the people and with the machine."""
    return standings(unit, [claim])[claim]


def find(unit: Unit, decision: int) -> Decision | None:
    """Return the row of that number, whoever may see it."""
    return next(iter(unit.rows("queue/decision", Decision, decision=decision)), None)


def decisions_on(unit: Unit, *claims: str) -> list[Decision]:
    """Return everything that was said of claims, in order, whoever may see it."""
    return unit.rows("queue/decisions_on", Decision, claims=list(claims))


def batches(unit: Unit, numbers: Iterable[int], *, most: int = ALL, reader: str | None = None) -> list[Decision]:
    """Return the rows of these batches, in order and so many of each at most; without what `reader` may not see yet."""
    return unit.rows("queue/batches", Decision, batches=list(numbers), most=most, reader=reader)


class Wanted(NamedTuple):
    """Which part of the trail is looked at; None is any."""

    person: str | None = None
    claim: str | None = None
    batch: int | None = None
    day: date | None = None
    """UTC."""
    before: int | None = None
    """The rows before this number."""
    reader: str | None = None
    """Without what this person may not see yet."""


def trail(unit: Unit, wanted: Wanted, *, most: int = 100) -> list[Decision]:
    """Return what was said, the newest first; of a batch the first row, unless one is asked for."""
    return unit.rows("queue/trail", Decision, most=most, **wanted._asdict())


def told(unit: Unit, rows: Sequence[Decision], reader: str) -> list[Decision]:
    """Return the rows as a person may see them: while a second opinion is wanted, nothing of what others think."""
    of_others = {row.claim_id for row in rows if row.person != reader and (row.tells or row.note)}
    if not of_others:
        return list(rows)
    wanted = {name.claim_id for name in unit.rows("queue/wanted_among", _Name, claims=list(of_others))}
    return [row.hidden() if row.claim_id in wanted and row.person != reader else row for row in rows]


def told_in_order(unit: Unit, rows: Sequence[Decision], reader: str) -> list[Decision]:
    """Return the rows up to the first that a person may not see in full yet: whoever reads on misses none of them."""
    seen = told(unit, rows, reader)
    return [row for row, _ in takewhile(lambda pair: pair[0] == pair[1], zip(rows, seen, strict=True))]
