"""Which claims a person has set apart from the topic their words name, and as what."""

from collections.abc import Iterable
from typing import NamedTuple

from verifier.store import Unit

STANDS_APART = "no other article is held against it: it stands apart"
"""Why a claim that is set apart is alone: others do speak of what its words name."""


class Apart(NamedTuple):
    """One row of listing/standing_apart.sql."""

    claim_id: str
    name: str
    """What the person calls what it is about."""
    person: str
    day: str
    """When it was said, ISO 8601, UTC."""


def standing_apart(unit: Unit, claims: Iterable[str]) -> dict[str, Apart]:
    """Return those of these claims that stand apart now, by id."""
    names = list(claims)
    if not names:
        return {}
    return {row.claim_id: row for row in unit.rows("listing/standing_apart", Apart, claims=names)}
