"""A person's word on which claims are about something else than their topic: those stand apart, until joined again."""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from verifier.errors import UsageError
from verifier.reconcile.ruling import rule
from verifier.store import Unit
from verifier.topics.key import ALONE, name_key


class _Standing(NamedTuple):
    """One row of reconcile/standing_on.sql."""

    claim_id: str
    topic_id: str
    words_topic: str


def set_apart(unit: Unit, topic: str, claims: Sequence[str], name: str, why: str, *, person: str) -> str:
    """Have these claims on `topic` stand on a topic of their own that the person calls `name`; return that.

    The same name again is the same topic. Verdicts stay as they are until they are worked out anew. Raises UsageError.
    """
    words = name_key(name)
    if not words:
        raise UsageError(f"{name.strip()!r} names nothing: say in words what these claims are about.")
    own = _own_topic(topic, words)
    standing = _standing(unit, claims)
    if all(claim.topic_id == own for claim in standing):
        return own
    _refuse_others(standing, topic)
    given = {"topic": own, "from_topic": topic, "words": f"{words} #{own[-8:]}"}
    unit.run("reconcile/add_own_topic", **given)
    _move(unit, "apart", topic, {claim.claim_id: own for claim in standing}, name.strip(), why, person)
    rule(unit, own, topic, "other", why, person=person)
    return own


def join_again(unit: Unit, topic: str, claims: Sequence[str], why: str, *, person: str) -> str:
    """Have these claims on `topic` stand on the topics their words name again; return that of the first.

    Raises UsageError. Verdicts stay as they are until they are worked out anew.
    """
    standing = _standing(unit, claims)
    if all(claim.topic_id == claim.words_topic for claim in standing):
        return standing[0].topic_id
    _refuse_others(standing, topic)
    _move(unit, "joined", topic, {claim.claim_id: claim.words_topic for claim in standing}, "", why, person)
    return standing[0].words_topic


def _own_topic(topic: str, words: str) -> str:
    name = hashlib.sha256("\x1f".join((topic, words)).encode()).hexdigest()[:20]
    return ALONE + name if topic.startswith(ALONE) else name


def _standing(unit: Unit, claims: Sequence[str]) -> list[_Standing]:
    found = unit.rows("reconcile/standing_on", _Standing, claims=list(claims))
    if not found:
        raise UsageError("no claim is chosen: tick those that are about something else.")
    if len(found) < len(set(claims)):
        raise UsageError("some of these claims take part in no comparison any more: look at the topic again.")
    return found


def _refuse_others(standing: Sequence[_Standing], topic: str) -> None:
    if any(claim.topic_id != topic for claim in standing):
        raise UsageError("some of these claims stand on another topic by now: look at the topic again.")


def _move(unit: Unit, kind: str, topic: str, claims: dict[str, str], name: str, why: str, person: str) -> None:
    said = {"kind": kind, "from_topic": topic, "name": name, "why": why, "person": person}
    unit.run("reconcile/add_partings", claims=list(claims), topics=list(claims.values()), **said)
    moved = next(iter(claims.values())) if kind == "apart" else None
    unit.run("reconcile/move_claims", claims=list(claims), topic=moved)
