"""The ties between topics: what was said of them, by whom, and what the topics are in an article's words."""

from collections.abc import Iterable
from typing import NamedTuple

from verifier.listing.claims import one_called
from verifier.listing.topics import Asked, mean
from verifier.models import Claim, Topic
from verifier.store import Unit

_ANY = Asked()


class TieRow(NamedTuple):
    """One row of listing/ties.sql: what counts of two topics."""

    first_topic: str
    second_topic: str
    relation: str
    """How the first stands to the second."""
    why: str
    said_by: str
    """code, model or person."""
    person: str
    """Who said it; "" where that was no person, or is not known."""
    in_all: int


class Word(NamedTuple):
    """One row of listing/words_on.sql: what somebody once said of two topics."""

    first_topic: str
    second_topic: str
    relation: str
    why: str
    said_by: str
    person: str
    moment: str


class OtherTopic(NamedTuple):
    """One row of listing/ties_of.sql: how another topic stands to one."""

    topic_id: str
    relation: str
    why: str
    said_by: str
    """code, model or person."""
    person: str
    """Who said it; "" where that was no person, or is not known."""
    claims: int
    """On the other topic."""
    in_all: int


class TopicTold(NamedTuple):
    """One row of listing/topic_examples.sql."""

    topic_id: str
    measure: str
    counted: str
    item: str
    actor: str
    counterparty: str
    event: str
    document: str | None
    """A claim on it."""
    claims: int
    """Claims on it that take part in comparisons now."""
    name: str
    """What a person calls it who set its claims apart; "" for the topics that articles name."""

    @property
    def topic(self) -> Topic:
        """The topic in the words of an article, or of its folded names where no claim is left."""
        if self.document is not None:
            return Claim.model_validate_json(self.document).topic
        names = {"item": self.item, "actor": self.actor, "counterparty": self.counterparty, "event": self.event}
        return Topic(measure=self.measure, **{name: value or None for name, value in names.items()})


class _Named(NamedTuple):
    """One row of listing/topics_called.sql."""

    topic_id: str


def list_ties(unit: Unit, *, topic: Asked = _ANY, unclear: bool = False, most: int = 100) -> list[TieRow]:
    """Return the first ties by the names of their topics; `unclear`: only those nobody could settle."""
    return unit.rows("listing/ties", TieRow, unclear=unclear, most=most, topical=mean(unit, topic))


def ties_of(unit: Unit, topic: str, most: int) -> list[OtherTopic]:
    """Return how other topics stand to the one with this id, the nearest first."""
    return unit.rows("listing/ties_of", OtherTopic, topic=topic, most=most)


def words_on(unit: Unit, ties: Iterable[TieRow]) -> list[Word]:
    """Return everything that was said of these pairs, the first word first."""
    pairs = [(tie.first_topic, tie.second_topic) for tie in ties]
    return unit.rows("listing/words_on", Word, first=[one for one, _ in pairs], second=[other for _, other in pairs])


def topics_told(unit: Unit, topics: Iterable[str]) -> dict[str, TopicTold]:
    """Return the topics with these ids, by id."""
    names = sorted(set(topics))
    if not names:  # as of most claims' history, and to find nothing takes as long as to find something
        return {}
    return {row.topic_id: row for row in unit.rows("listing/topic_examples", TopicTold, topics=names)}


def find_topic(unit: Unit, prefix: str) -> str:
    """Return the id of the topic that begins so; raises UsageError where none or several do."""
    rows = unit.rows("listing/topics_called", _Named, prefix=prefix)
    return one_called("topic", prefix, [row.topic_id for row in rows], "verify ties")
