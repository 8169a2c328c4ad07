"""Of which contradictions it is open whether both sides are about the same thing."""

from collections.abc import Iterable
from typing import NamedTuple

from verifier.store import Unit


class Doubt(NamedTuple):
    """One row of listing/doubts.sql."""

    claim_id: str
    other_id: str
    """The claim that contradicted it; "" where that was not written down."""
    is_last: bool
    """Whether that is what made its verdict what it was at the moment."""
    why: str
    """ "may be another product: one article says rare earth magnet, the other names none"; "" where it is not known
    whether there is a doubt."""


def doubts(unit: Unit, claims: Iterable[str], moment: str | None = None) -> list[Doubt]:
    """Return what is open of all that contradicted these claims up to a moment (ISO 8601; None is now)."""
    names = list(claims)
    return unit.rows("listing/doubts", Doubt, claims=names, moment=moment) if names else []


def in_doubt(unit: Unit, claims: Iterable[str], moment: str | None = None) -> dict[str, str]:
    """Return, by the ids of those of these claims of which it is open whether they are contradicted, why it is."""
    return {doubt.claim_id: doubt.why for doubt in doubts(unit, claims, moment) if doubt.is_last}
