"""A person's word on how two topics stand: it outweighs code's and the model's, and the last one counts."""

from typing import NamedTuple, cast

from verifier.errors import UsageError
from verifier.store import Unit
from verifier.topics import TopicKey, TopicRelation, relate

_TURNED = {"narrower": "broader", "broader": "narrower"}


class Ruling(NamedTuple):
    """What was stored of a person's word; the smaller id first."""

    first_topic: str
    second_topic: str
    relation: str
    """As it is kept: what is unclear of two topics that are both named in full is "open", and never conflicts."""
    is_new: bool
    """Whether it is another word than the person's last."""


class _Stored(NamedTuple):
    """One row of reconcile/add_ruling.sql."""

    relation: str


class _Names(NamedTuple):
    """One row of reconcile/topic_names.sql."""

    topic_id: str
    measure: str
    counted: str
    item: str
    actor: str
    counterparty: str
    event: str


def rule(unit: Unit, first: str, second: str, relation: str, why: str, *, person: str) -> Ruling:
    """Store that, as `person` says, the topic `first` is `relation` to the topic `second`; raises UsageError.

    `relation` is same, narrower, broader, overlapping, other or unclear. Verdicts stay as they are until they are
    worked out anew.
    """
    if first == second:
        raise UsageError(f"{first} is one topic: a tie takes two.")
    if first > second:
        first, second, relation = second, first, _TURNED.get(relation, relation)
    kept = _unclear(unit, first, second) if relation == "unclear" else relation
    word = {"first": first, "second": second, "relation": kept, "why": why, "person": person}
    stored = unit.rows("reconcile/add_ruling", _Stored, **word)
    return Ruling(first, second, kept, bool(stored))


def _unclear(unit: Unit, first: str, second: str) -> TopicRelation:
    """Return what follows where nobody can tell: as of the model, what is left unsaid decides."""
    rows = unit.rows("reconcile/topic_names", _Names, topics=[first, second])
    keys = {row.topic_id: TopicKey(*row[1:]) for row in rows}
    tie = relate(keys[first], keys[second], reader="unclear")
    return cast(TopicRelation, tie.relation) if tie and tie.relation == "unclear" else "open"
