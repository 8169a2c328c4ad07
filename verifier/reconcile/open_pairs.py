"""Finds the pairs nobody has decided, and decides in code those whose names alone settle it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from datetime import date
from typing import NamedTuple

from verifier.models import Claim
from verifier.store import Unit
from verifier.topics import Tie, TopicKey, TopicRelation, relate
from verifier.topics.key import ALONE
from verifier.topics.names import countries_in, is_country, stands_in

CLOSEST = 60
"""Statements of other articles that one statement is held against at most: those that share most of its names."""
CLOSEST_TOPICS = 30
"""Topics that one topic is held against by a reader at most."""
NEAR_TOPICS = 300
"""Topics that one topic is held against by code at most."""


class TopicRow(NamedTuple):
    """One row of reconcile/topics.sql: a topic with an example claim and the article it stands in."""

    topic_id: str
    measure: str
    counted: str
    item: str
    actor: str
    counterparty: str
    event: str
    is_told_apart: bool
    """Whether an article gives the same measure of a part beside that of all: the named item is the part."""
    document: str
    text: str
    published: date | None

    @property
    def key(self) -> TopicKey:
        """The topic's names, folded."""
        return TopicKey(self.measure, self.counted, self.item, self.actor, self.counterparty, self.event)

    @property
    def claim(self) -> Claim:
        """A claim about it, whose words show what is meant."""
        return Claim.model_validate_json(self.document)


class StatementRow(NamedTuple):
    """One row of reconcile/statements.sql."""

    claim_id: str
    document: str
    published: date | None

    @property
    def claim(self) -> Claim:
        """The claim in words."""
        return Claim.model_validate_json(self.document)


class TopicPair(NamedTuple):
    """Ids of two topics, the smaller first."""

    first_topic: str
    second_topic: str


class NearTopics(NamedTuple):
    """One row of reconcile/topic_pairs.sql: a topic of a new article, and the pair it makes with another."""

    topic_id: str
    first_topic: str
    second_topic: str

    @property
    def pair(self) -> TopicPair:
        """The two, the smaller first."""
        return TopicPair(self.first_topic, self.second_topic)


class StatementPair(NamedTuple):
    """Ids of two claims in words, the smaller first."""

    first_claim: str
    second_claim: str


class OpenPairs(NamedTuple):
    """What a reader of the sentences has to decide."""

    topics: dict[str, TopicRow]
    """Those of the pairs, and others that code settled."""
    topic_pairs: list[TopicPair]
    statements: dict[str, StatementRow]
    statement_pairs: list[StatementPair]


def open_pairs(unit: Unit, articles: Sequence[str]) -> OpenPairs:
    """Return the undecided pairs that touch the articles with these ids; those code can settle are settled."""
    names = list(articles)
    near = unit.rows("reconcile/topic_pairs", NearTopics, articles=names, most=NEAR_TOPICS, alone=ALONE)
    wanted = sorted({topic for row in near for topic in row.pair})
    topics = {row.topic_id: row for row in unit.rows("reconcile/topics", TopicRow, topics=wanted)}
    pairs = sorted({row.pair for row in near})
    ties = {pair: settle(topics[pair.first_topic], topics[pair.second_topic]) for pair in pairs}
    unit.insert("reconcile/add_ties", [tie_row(pair, tie, "code") for pair, tie in ties.items() if tie])
    asked = _closest(near, {pair for pair, tie in ties.items() if tie is None and not _stands_alone(pair)})
    statement_pairs = unit.rows("reconcile/statement_pairs", StatementPair, articles=names, most=CLOSEST, alone=ALONE)
    claims = sorted({claim for pair in statement_pairs for claim in pair})
    statements = {row.claim_id: row for row in unit.rows("reconcile/statements", StatementRow, claims=claims)}
    return OpenPairs(topics, asked, statements, statement_pairs)


def _stands_alone(pair: TopicPair) -> bool:
    return any(topic.startswith(ALONE) for topic in pair)


def _closest(near: Iterable[NearTopics], unsettled: Set[TopicPair]) -> list[TopicPair]:
    """Return of the unsettled pairs those a reader is asked about, given each topic's pairs from the closest on."""
    chosen: defaultdict[str, set[TopicPair]] = defaultdict(set)
    for row in near:
        if row.pair in unsettled and len(chosen[row.topic_id]) < CLOSEST_TOPICS:
            chosen[row.topic_id].add(row.pair)
    return sorted(set().union(*chosen.values()))


def tie_row(pair: TopicPair, tie: Tie, said_by: str) -> dict[str, object]:
    """Return the row of `ties` for a decision."""
    return {**pair._asdict(), "relation": tie.relation, "why": tie.why, "said_by": said_by}


def settle(first: TopicRow, second: TopicRow, reader: TopicRelation | None = None) -> Tie | None:
    """Relate two topics by their names and by what their articles speak of.

    An actor left unsaid counts as the other's if that name stands in the article, and no country beside it. An item
    left unsaid may be the other's only if the article speaks of it at all (soybeans are not held against magnets), and
    if neither article tells parts from all: a company's revenue is not what it sold in one region.
    """
    tie = relate(_with_actor(first, second), _with_actor(second, first), reader=reader)
    named = first.item or second.item
    if tie is None or tie.relation != "unclear" or not named:
        return tie
    if not (_speaks_of(first, second.item) and _speaks_of(second, first.item)):
        return Tie("open", f"one article says {named}, the other never speaks of it")
    if first.is_told_apart or second.is_told_apart:
        return Tie("open", f"one article says {named}, the other may mean all of it")
    return tie


def _speaks_of(topic: TopicRow, item: str) -> bool:
    return bool(topic.item) or all(stands_in(word, topic.text) for word in item.split())


def _with_actor(topic: TopicRow, other: TopicRow) -> TopicKey:
    # Of a happening, an actor that is no country may be a part of it ("Nangarhar"): who says none means the whole.
    if topic.actor or not other.actor or (topic.event and not is_country(other.actor)):
        return topic.key
    # Beside another country nobody knows whose figure it is.
    countries = countries_in(topic.text) - {topic.counterparty, other.counterparty}
    alone = all(f" {country} " in f" {other.actor} " for country in countries)
    spoken = alone and stands_in(other.actor, topic.text)
    return topic.key._replace(actor=other.actor) if spoken else topic.key
