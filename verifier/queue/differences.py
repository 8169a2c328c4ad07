"""Says in what two claims differ beside their figures, so that a reader need not compare two lists of words."""

from datetime import date

from verifier.folding import fold
from verifier.models import Claim
from verifier.queue.told import Side

_SCOPE = ("measure", "item", "actor", "counterparty", "event", "kind", "period")
"""Names of facts; how a claim words what it compares with, and whom it names for it, makes no difference."""


def unlike(side: Side, own: Side) -> set[str]:
    """Return the names of the facts that two claims state otherwise, wording aside."""
    first, second = ({fact.name: fact.value for fact in one.facts} for one in (side, own))
    stated = {name for name in _SCOPE if _loosely(first.get(name)) != _loosely(second.get(name))}
    return stated - ({"period"} if _time(side.held.claim) == _time(own.held.claim) else set())


def _loosely(words: str | None) -> str:
    return fold(words or "").casefold().replace("-", " ")


def _time(claim: Claim) -> tuple[date | None, date | None] | None:
    return None if claim.period is None else (claim.period.start, claim.period.until)
