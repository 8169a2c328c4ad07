"""What people decide of claims, one or many at once; whoever has not seen the last word does not overwrite it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from verifier.errors import UsageError
from verifier.queue import record
from verifier.queue.record import DECIDED, Decision, Entry, Matter, Said, Seen, Stale, Standing, standing
from verifier.store import Unit

Judging = Literal["decide", "adjudicate", "opine"]
_DIFFER = "two opinions differ, and an editor settles it: say in a note what you think."
_KNOWN = "you asked for this opinion with a decision before your eyes: somebody else has to give it."
_NO_SKIPPING = "to skip is no opinion and settles nothing: go on to the next claim without deciding."
_MATTERS: Mapping[Judging, Matter] = {"decide": "verdict", "adjudicate": "verdict", "opine": "opinion"}


class Refused(NamedTuple):
    """A claim of which nothing was stored, and why."""

    claim_id: str
    why: str
    since: tuple[Decision, ...] | None = None
    """What others said of it meanwhile, as far as may be seen; None where it did not come too late."""


class Outcome(NamedTuple):
    """What became of something said of one claim or of many."""

    added: Mapping[str, int]
    """By claim, the number of its row."""
    refused: Sequence[Refused]
    batch_id: int | None = None

    def number(self) -> int:
        """Return the number of the only row; raises Stale or UsageError where it was refused."""
        for claim, why, since in self.refused:
            raise UsageError(why) if since is None else Stale(claim, since)
        return next(iter(self.added.values()))


class Hindrance(NamedTuple):
    """What somebody's decision on a claim would be, and what they cannot say."""

    meaning: Judging
    why: str | None
    """Why they can decide nothing at all; None where they can."""


class Word(NamedTuple):
    """A verdict that somebody gives."""

    person: str
    verdict: str
    note: str = ""
    settles: bool = False
    """Whether they may settle two opinions that differ."""


def decide(
    unit: Unit, claim: str, person: str, verdict: str, seen: Seen, *, note: str = "", settles: bool = False
) -> int:
    """Add what a person decided and return its number; raises Stale, and UsageError for what cannot be decided."""
    return decide_all(unit, Word(person, verdict, note, settles), {claim: seen}, is_batch=False).number()


def decide_all(unit: Unit, word: Word, claims: Mapping[str, Seen], *, is_batch: bool = True) -> Outcome:
    """Say the same of each claim, whatever that is there: a decision, a second opinion, or what settles two.

    Raises UsageError for what cannot be decided of any claim.
    """
    if word.verdict not in DECIDED:
        raise UsageError(f"{word.verdict!r} is nothing to decide: choose one of {', '.join(DECIDED)}.")
    now = record.standings(unit, claims)
    refused = [Refused(claim, why) for claim in claims if (why := _objection(word, now[claim]))]
    refused += _unsettled(unit, word.person, now.values(), claims)
    left = [now[claim] for claim in claims if claim not in {one.claim_id for one in refused}]
    said = Said(word.person, "verdict", "decide", verdict=word.verdict, note=word.note, is_batch=is_batch)
    parts = [
        (said._replace(kind=kind, matter=matter), _entries(left, claims, word.person, kind))
        for kind, matter in _MATTERS.items()
    ]
    return say(unit, parts, refused)


def means(now: Standing, person: str) -> Judging:
    """Return what it is when this person decides the claim."""
    if now.opinion == "wanted" and now.judged and now.person != person:
        return "opine"
    return "adjudicate" if now.opinion == "disagreement" else "decide"


def hindrance(now: Standing, person: str, *, settles: bool) -> Hindrance:
    """Return what it would be if this person decided the claim, and what is in the way."""
    meaning = means(now, person)
    if meaning == "adjudicate" and not settles:
        return Hindrance(meaning, _DIFFER)
    knows = meaning == "opine" and now.known > 0 and now.opinion_by == person
    return Hindrance(meaning, _KNOWN if knows else None)


def reopen(unit: Unit, claim: str, person: str, seen: Seen, *, note: str = "", settles: bool = False) -> int:
    """Put a claim back among those that wait for a decision; raises Stale, and UsageError where none holds."""
    now = standing(unit, claim)
    if not now.told_to(person).decision_row:
        raise UsageError("nothing is decided of this claim, so there is nothing to open again.")
    if now.opinion == "disagreement" and not settles:
        raise UsageError(_DIFFER)
    said = Said(person, "verdict", "reopen", note=note)
    return say(unit, [(said, [Entry(claim, seen.machine, seen.version)])]).number()


def add_note(unit: Unit, claim: str, person: str, note: str, *, noted: int | None = None) -> int:
    """Add a note, which changes nothing else; raises UsageError for an empty one.

    `noted` is the person's own last note on the claim that they had before their eyes. The same note added since then
    is not added again: the form was sent twice.
    """
    if not note.strip():
        raise UsageError("the note is empty: write something, or leave it.")
    sent_before = [] if noted is None else _notes_since(unit, claim, person, noted)
    for row in sent_before:
        if row.note == note.strip():
            return row.decision
    machine = standing(unit, claim).machine
    return say(unit, [(Said(person, "note", "note", note=note), [Entry(claim, machine, 0, stands=0)])]).number()


def _notes_since(unit: Unit, claim: str, person: str, noted: int) -> list[Decision]:
    said = record.decisions_on(unit, claim)
    return [row for row in said if row.person == person and row.kind == "note" and row.decision > noted]


def say(unit: Unit, parts: Sequence[tuple[Said, Sequence[Entry]]], refused: Sequence[Refused] = ()) -> Outcome:
    """Add all rows, as one batch where they are to be one, and name those that came too late."""
    numbers: dict[str, int] = {}
    late = list(refused)
    batch_id = None
    for said, entries in parts:
        if entries:
            added = record.add(unit, said._replace(batch_id=batch_id), entries)
            numbers |= {row.claim_id: row.decision for row in added}
            batch_id = added[0].batch_id if added else batch_id
            late += _late(unit, said, [entry for entry in entries if entry.claim_id not in numbers])
    return Outcome(numbers, late, batch_id)


def _late(unit: Unit, said: Said, entries: Sequence[Entry]) -> list[Refused]:
    if not entries:
        return []
    rows = record.decisions_on(unit, *(entry.claim_id for entry in entries))
    meanwhile = {entry.claim_id: record.told(unit, _since(rows, entry, said.matter), said.person) for entry in entries}
    return [Refused(claim, "something else was said of it meanwhile", tuple(row)) for claim, row in meanwhile.items()]


def _since(rows: Sequence[Decision], entry: Entry, matter: Matter) -> tuple[Decision, ...]:
    on_it = [row for row in rows if row.claim_id == entry.claim_id and row.matter == matter]
    return tuple(row for row in on_it if row.decision > entry.seen) or tuple(on_it[-1:])


def _unsettled(unit: Unit, person: str, now: Iterable[Standing], claims: Mapping[str, Seen]) -> list[Refused]:
    """Return the claims on which two opinions have come to differ without this person having seen it."""
    unseen = [one.claim_id for one in now if one.opinion == "disagreement" and one.asked != claims[one.claim_id].asked]
    said = Said(person, "opinion", "adjudicate")
    return _late(unit, said, [Entry(claim, "", claims[claim].asked) for claim in unseen])


def _objection(word: Word, now: Standing) -> str | None:
    """Return why this person may not say so of the claim; None where they may."""
    meaning, why = hindrance(now, word.person, settles=word.settles)
    return why or (_NO_SKIPPING if meaning != "decide" and word.verdict == "skipped" else None)


def _entries(now: Iterable[Standing], claims: Mapping[str, Seen], person: str, kind: Judging) -> list[Entry]:
    return [_entry(one, claims[one.claim_id], kind) for one in now if means(one, person) == kind]


def _entry(now: Standing, seen: Seen, meaning: Judging) -> Entry:
    if meaning == "opine":
        return Entry(now.claim_id, seen.machine, seen.asked, about=now.decision_row)
    return Entry(now.claim_id, seen.machine, seen.version, about=now.opinion_row if meaning == "adjudicate" else 0)
