"""Tells which claims people set apart from their topic, or joined again."""

from datetime import date
from typing import NamedTuple

from verifier.models import Claim
from verifier.store import Unit


class Said(NamedTuple):
    """One row of queue/partings_of.sql: what a person said at once."""

    kind: str
    """apart or joined."""
    from_topic: str
    topic_id: str
    name: str
    why: str
    person: str
    moment: str
    claims: int


class Gone(NamedTuple):
    """One row of queue/parted_and_gone.sql: a claim that stood apart when its text was replaced or read anew."""

    claim_id: str
    person: str
    day: str
    """When it was set apart, ISO 8601, UTC."""
    name: str
    document: str
    path: str
    """Of the source that holds another text now."""

    @property
    def claim(self) -> Claim:
        return Claim.model_validate_json(self.document)


def said(
    unit: Unit, *, most: int, topic: str | None = None, person: str | None = None, day: date | None = None
) -> list[Said]:
    """Return what people said of the claims on a topic, or on any, the last first."""
    return unit.rows("queue/partings_of", Said, topic=topic, person=person, day=day, most=most)


def gone(unit: Unit, topic: str, *, most: int) -> list[Gone]:
    """Return the claims set apart from a topic, or onto it, that the texts of today do not make in the same words."""
    return unit.rows("queue/parted_and_gone", Gone, topic=topic, most=most)
