"""Tells which claims people set apart from their topic, or joined again."""

from datetime import date
from typing import NamedTuple

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


def said(
    unit: Unit, *, most: int, topic: str | None = None, person: str | None = None, day: date | None = None
) -> list[Said]:
    """Return what people said of the claims on a topic, or on any, the last first."""
    return unit.rows("queue/partings_of", Said, topic=topic, person=person, day=day, most=most)
