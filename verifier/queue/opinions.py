"""Second opinions: asked for by an editor, given without sight of the first, and counted where enough are there."""

from collections.abc import Mapping
from typing import NamedTuple

from verifier.errors import UsageError
from verifier.queue import record
from verifier.queue.agreement import alpha
from verifier.queue.decisions import Outcome, Refused, say
from verifier.queue.record import Entry, Said, Seen
from verifier.store import Unit

ENOUGH = 30
"""With no more claims than that judged twice a number would say more of chance than of people."""


class Agreement(NamedTuple):
    """How often two people said the same, the second while what the first had said was hidden."""

    judged: int
    """Claims judged twice."""
    differing: int
    waiting: int
    """Claims on which two opinions differ and nobody has settled it."""
    share: float | None
    """From 0 to 1; None below ENOUGH."""
    alpha: float | None
    """Krippendorff's, for names; None below ENOUGH, and where all say one and the same."""


class _Pair(NamedTuple):
    """One row of queue/pairs.sql."""

    first: str
    second: str
    state: str
    claims: int


def ask(unit: Unit, person: str, claims: Mapping[str, Seen], *, note: str = "", is_batch: bool = False) -> Outcome:
    """Ask for a second opinion on claims; those are refused of which two stand already or will."""
    now = record.standings(unit, claims)
    refused = [Refused(claim, why) for claim in claims if (why := _ASKED_IN_VAIN.get(now[claim].opinion or ""))]
    left = claims.keys() - {one.claim_id for one in refused}
    entries = [
        Entry(claim, seen.machine, seen.asked, about=now[claim].decision_row if now[claim].judged else 0)
        for claim, seen in claims.items()
        if claim in left
    ]
    return say(unit, [(Said(person, "opinion", "ask", note=note, is_batch=is_batch), entries)], refused)


def withdraw(unit: Unit, person: str, claim: str, seen: Seen) -> int:
    """Want no second opinion any more; what stands of the claim is shown to all again. Raises Stale and UsageError."""
    if record.standing(unit, claim).opinion != "wanted":
        raise UsageError("no second opinion is wanted of this claim, so there is none to do without.")
    said = Said(person, "opinion", "withdraw")
    return say(unit, [(said, [Entry(claim, seen.machine, seen.asked)])]).number()


def agreement(unit: Unit) -> Agreement:
    """Return how far people agree who judged the same claims, the first opinion hidden while the second was given."""
    pairs = unit.rows("queue/pairs", _Pair)
    judged = sum(pair.claims for pair in pairs)
    differing = sum(pair.claims for pair in pairs if pair.first != pair.second)
    waiting = sum(pair.claims for pair in pairs if pair.state == "disagreement")
    if judged <= ENOUGH:
        return Agreement(judged, differing, waiting, None, None)
    counted = [((pair.first, pair.second), pair.claims) for pair in pairs]
    return Agreement(judged, differing, waiting, 1 - differing / judged, alpha(counted))


_ASKED_IN_VAIN = {
    "wanted": "a second opinion is wanted of it already",
    "disagreement": "two opinions differ, and an editor settles it before there is another",
}
