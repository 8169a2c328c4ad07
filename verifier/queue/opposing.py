"""What contradicts the claims of a list, for a line beside each: both sides of a contradiction are rows of it."""

from collections.abc import Iterable
from typing import NamedTuple

from verifier.store import Unit


class Opposing(NamedTuple):
    """One row of queue/against.sql: the claim that made another conflicting."""

    claim_id: str
    other_id: str
    quote: str
    """Its figure, or the words it is cited by."""
    title: str | None
    source: str | None


def opposing(unit: Unit, claims: Iterable[str]) -> dict[str, Opposing]:
    """Return what contradicts these claims, by their ids; without those of which the history does not tell it."""
    return {row.claim_id: row for row in unit.rows("queue/against", Opposing, claims=list(claims))}
