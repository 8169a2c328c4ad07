"""Words the undecided pairs as questions to the model, the same whatever order the articles came in."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import zip_longest
from typing import Generic, NamedTuple, TypeVar

from verifier.plaintext import plain
from verifier.reconcile.open_pairs import OpenPairs, StatementPair, StatementRow, TopicPair, TopicRow

TOPICS_AT_ONCE = 120
"""Topics that one question speaks of at most."""
STATEMENTS_AT_ONCE = 200
"""Statements that one question speaks of at most."""

Pair = TypeVar("Pair", TopicPair, StatementPair)
Left = defaultdict[str, dict[str, Pair]]
"""The pairs not in a question yet, from each of their members to the other."""


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
    """Return the pairs in groups that speak of at most `size` members each; a group takes all pairs of its members."""
    left: Left[Pair] = defaultdict(dict)
    for pair in pairs:
        left[pair[0]][pair[1]] = left[pair[1]][pair[0]] = pair
    groups: list[_Group[Pair]] = []
    for both in _starwise(left, order):
        if not groups or len(groups[-1].members | both) > size:
            groups.append(_Group())
        for member in sorted(both):
            groups[-1].take(member, left)
    return [group.pairs for group in groups]


def _starwise(left: Left[Pair], order: Sequence[str]) -> Iterator[frozenset[str]]:
    """Yield the members of each pair while it is left, first all pairs of whoever is in most.

    So a few new members beside many known ones need few groups.
    """
    rank = {member: number for number, member in enumerate(order)}
    waiting = [(-len(others), rank[member], member) for member, others in left.items()]
    heapify(waiting)
    while waiting:
        most, place, member = heappop(waiting)
        if -most > len(left[member]):
            heappush(waiting, (-len(left[member]), place, member))
            continue
        for other in sorted(left[member], key=rank.__getitem__):
            if other in left[member]:
                yield frozenset((member, other))


class _Group(Generic[Pair]):
    """Some members and all pairs of them."""

    def __init__(self) -> None:
        self.members: set[str] = set()
        self.pairs: list[Pair] = []

    def take(self, member: str, left: Left[Pair]) -> None:
        """Take a member in, and out of `left` those it makes with the members before it."""
        for other in sorted(self.members & left[member].keys()):
            self.pairs.append(left[member].pop(other))
            del left[other][member]
        self.members.add(member)


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
