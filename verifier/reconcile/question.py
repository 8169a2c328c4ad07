"""Words the undecided pairs as one question to the model, the same whatever order the articles came in."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verifier.reconcile.open_pairs import OpenPairs, StatementPair, StatementRow, TopicPair, TopicRow
from verifier.view import plain

PAIRS_AT_ONCE = 120
"""Pairs of topics in one question."""
STATEMENTS_AT_ONCE = 60
"""Statements of one block; a question holds at most two blocks."""


class Question(NamedTuple):
    """What one request asks: topics under t1, t2, ... in pairs, and statements under e1, e2, ..."""

    topics: dict[str, TopicRow]
    topic_pairs: dict[tuple[str, str], TopicPair]
    statements: dict[str, StatementRow]
    statement_pairs: dict[frozenset[str], StatementPair]

    @property
    def text(self) -> str:
        """The user message."""
        return "\n".join((*_topic_lines(self), "", *_statement_lines(self)))


def questions(pairs: OpenPairs) -> Iterator[Question]:
    """Yield the questions that cover every open pair once, in an order that depends on nothing but their words."""
    topic_blocks = _topic_blocks(pairs)
    statement_blocks = _statement_blocks(pairs)
    for place in range(max(len(topic_blocks), len(statement_blocks))):
        yield _question(
            pairs,
            topic_blocks[place] if place < len(topic_blocks) else (),
            statement_blocks[place] if place < len(statement_blocks) else (),
        )


def _topic_blocks(pairs: OpenPairs) -> list[Sequence[TopicPair]]:
    rank = {topic: _topic_rank(row) for topic, row in pairs.topics.items()}
    ordered = sorted(pairs.topic_pairs, key=lambda pair: sorted((rank[pair.first_topic], rank[pair.second_topic])))
    return [ordered[start : start + PAIRS_AT_ONCE] for start in range(0, len(ordered), PAIRS_AT_ONCE)]


def _statement_blocks(pairs: OpenPairs) -> list[Sequence[StatementPair]]:
    """Pairs grouped so that no question holds more than two blocks of statements."""
    order = sorted(pairs.statements, key=lambda claim: _statement_rank(pairs.statements[claim]))
    block = {claim: place // STATEMENTS_AT_ONCE for place, claim in enumerate(order)}
    grouped: dict[tuple[int, int], list[StatementPair]] = {}
    for pair in pairs.statement_pairs:
        low, high = sorted((block[pair.first_claim], block[pair.second_claim]))
        grouped.setdefault((low, high), []).append(pair)
    return [grouped[key] for key in sorted(grouped)]


def _question(pairs: OpenPairs, topic_pairs: Sequence[TopicPair], statement_pairs: Sequence[StatementPair]) -> Question:
    topics = sorted(
        {topic for pair in topic_pairs for topic in pair}, key=lambda topic: _topic_rank(pairs.topics[topic])
    )
    claims = sorted(
        {claim for pair in statement_pairs for claim in pair},
        key=lambda claim: _statement_rank(pairs.statements[claim]),
    )
    topic_ids = {topic: f"t{place}" for place, topic in enumerate(topics, 1)}
    claim_ids = {claim: f"e{place}" for place, claim in enumerate(claims, 1)}
    return Question(
        topics={topic_ids[topic]: pairs.topics[topic] for topic in topics},
        topic_pairs={_in_order(topic_ids[one], topic_ids[two]): TopicPair(one, two) for one, two in topic_pairs},
        statements={claim_ids[claim]: pairs.statements[claim] for claim in claims},
        statement_pairs={
            frozenset((claim_ids[one], claim_ids[two])): StatementPair(one, two) for one, two in statement_pairs
        },
    )


def _in_order(first: str, second: str) -> tuple[str, str]:
    return (first, second) if int(first[1:]) < int(second[1:]) else (second, first)


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
            f"{name}: measure: {plain(topic.measure)} | item: {_said(topic.item)} | actor: {_said(topic.actor)}"
            f" | counterparty: {_said(topic.counterparty, 'all')} | event: {_said(topic.event)}"
        )
        yield f'    "{plain(row.claim.sentence)}" ({_published(row)})'
    if question.topic_pairs:
        yield "Pairs of topics"
    for first, second in sorted(question.topic_pairs, key=lambda pair: (int(pair[0][1:]), int(pair[1][1:]))):
        yield f"{first} to {second}"


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
    return plain(name) if name else unsaid


def _published(row: TopicRow | StatementRow) -> str:
    return f"published {row.published}" if row.published else "date unknown"
