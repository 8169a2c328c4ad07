"""Words the undecided pairs as questions to the model, the same whatever order the articles came in."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple, TypeVar

from verifier.reconcile.open_pairs import OpenPairs, StatementPair, StatementRow, TopicPair, TopicRow
from verifier.view import plain

TOPICS_AT_ONCE = 60
"""Topics of one block; a question holds at most two blocks."""
STATEMENTS_AT_ONCE = 100
"""Statements of one block; a question holds at most two blocks."""

Pair = TypeVar("Pair", TopicPair, StatementPair)


class Question(NamedTuple):
    """What one request asks: topics under t1, t2, ... and statements under e1, e2, ..., and the pairs it is about."""

    topics: dict[str, TopicRow]
    topic_pairs: dict[frozenset[str], TopicPair]
    statements: dict[str, StatementRow]
    statement_pairs: dict[frozenset[str], StatementPair]

    @property
    def text(self) -> str:
        """The user message."""
        return "\n".join((*_topic_lines(self), "", *_statement_lines(self)))


def questions(pairs: OpenPairs) -> Iterator[Question]:
    """Yield the questions that cover every open pair once, in an order that depends on nothing but their words."""
    topics = sorted(pairs.topics, key=lambda topic: _topic_rank(pairs.topics[topic]))
    claims = sorted(pairs.statements, key=lambda claim: _statement_rank(pairs.statements[claim]))
    blocks = zip_longest(
        _blocks(pairs.topic_pairs, topics, TOPICS_AT_ONCE),
        _blocks(pairs.statement_pairs, claims, STATEMENTS_AT_ONCE),
        fillvalue=(),
    )
    for topic_pairs, statement_pairs in blocks:
        topic_names = _names("t", topics, topic_pairs)
        claim_names = _names("e", claims, statement_pairs)
        yield Question(
            topics={name: pairs.topics[topic] for topic, name in topic_names.items()},
            topic_pairs={frozenset(map(topic_names.__getitem__, pair)): TopicPair(*pair) for pair in topic_pairs},
            statements={name: pairs.statements[claim] for claim, name in claim_names.items()},
            statement_pairs={
                frozenset(map(claim_names.__getitem__, pair)): StatementPair(*pair) for pair in statement_pairs
            },
        )


def _blocks(pairs: Sequence[Pair], order: Sequence[str], size: int) -> list[Sequence[Pair]]:
    """Return the pairs grouped so that no group speaks of more than two blocks of `size` members."""
    place = {member: number for number, member in enumerate(order)}
    grouped: dict[tuple[int, ...], list[Pair]] = {}
    for pair in pairs:
        blocks = tuple(sorted(place[member] // size for member in pair))
        grouped.setdefault(blocks, []).append(pair)
    return [grouped[blocks] for blocks in sorted(grouped)]


def _names(letter: str, order: Sequence[str], pairs: Sequence[tuple[str, str]]) -> Mapping[str, str]:
    members = {member for pair in pairs for member in pair}
    return {member: f"{letter}{number}" for number, member in enumerate((m for m in order if m in members), 1)}


def _topic_rank(row: TopicRow) -> tuple[str, ...]:
    return (*row.key, row.claim.sentence, row.topic_id)


def _statement_rank(row: StatementRow) -> tuple[str, ...]:
    claim = row.claim
    return (claim.article, f"{claim.citations[0].start:09d}", claim.id)


def _topic_lines(question: Question) -> Iterator[str]:
    if question.topics:
        yield "TOPICS"
    for name, row in question.topics.items():
        topic = row.claim.topic
        yield (
            f"{name}: measure: {_said(topic.measure, '')} | item: {_said(topic.item)} | actor: {_said(topic.actor)}"
            f" | counterparty: {_said(topic.counterparty, 'all')} | event: {_said(topic.event)}"
        )
        yield f'    "{plain(row.claim.sentence)}" ({_published(row)})'


def _statement_lines(question: Question) -> Iterator[str]:
    """Each article's statements under the sentence they come from, which is given once."""
    if question.statements:
        yield "STATEMENTS"
    article, sentence, number = "", "", 0
    for name, row in question.statements.items():
        claim = row.claim
        if claim.article != article:
            article, sentence, number = claim.article, "", number + 1
            yield f"Article {number}, {_published(row)}"
        if claim.sentence != sentence:
            sentence = claim.sentence
            yield f'  "{plain(sentence)}"'
        yield f"    {name}: {plain(claim.statement)}"


def _said(name: str | None, unsaid: str = "-") -> str:
    """Return the name without the bar that parts a line's fields."""
    return plain(name).replace("|", "/") if name else unsaid


def _published(row: TopicRow | StatementRow) -> str:
    return f"published {row.published}" if row.published else "date unknown"
