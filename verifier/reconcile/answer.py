"""Asks the questions and turns the answers into ties and accords; what does not fit is refused, not guessed."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import combinations
from typing import NamedTuple, TypeVar

from verifier.errors import ConfigurationError, ModelError, ModelRejected
from verifier.extract.names import Vocabulary
from verifier.extract.tidying import LONGEST_NAME, LONGEST_STATEMENT, short
from verifier.llm import Model, together
from verifier.models import Refusal, Unchecked, Usage
from verifier.reconcile.open_pairs import OpenPairs, TopicPair, settle, tie_row
from verifier.reconcile.question import Question, questions
from verifier.reconcile.schema import Reconciliation, RelatedTopics, SameTopics, StatementAnswer
from verifier.report.words import counted
from verifier.shipped import prompt
from verifier.store import Unit
from verifier.topics import Tie, TopicRelation

Row = dict[str, object]
Said = TypeVar("Said", SameTopics, RelatedTopics, StatementAnswer)

_ID = re.compile(r"\b[te]\d+\b")
_READ = "as the model reads it"


class Decided(NamedTuple):
    """What a reader of the sentences decided, ready to be stored."""

    ties: tuple[Row, ...] = ()
    accords: tuple[Row, ...] = ()
    refused: tuple[Refusal, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    usage: Usage = Usage()


async def reconcile(pairs: OpenPairs, model: Model) -> Decided:
    """Ask the model about every open pair; a question that fails leaves its pairs open and is named.

    Raises ModelRejected and ConfigurationError.
    """
    parts = await together(_decide(question, model) for question in questions(pairs))
    return Decided(
        ties=_joined([part.ties for part in parts]),
        accords=_joined([part.accords for part in parts]),
        refused=tuple(refusal for part in parts for refusal in part.refused),
        unchecked=tuple(passage for part in parts for passage in part.unchecked),
        usage=sum((part.usage for part in parts), Usage()),
    )


def _joined(rows: Sequence[tuple[Row, ...]]) -> tuple[Row, ...]:
    return tuple(row for part in rows for row in part)


def _held(question: Question) -> str:
    """Return how many of what is held against each other: two or more of a kind, or none."""
    held = {"topic": len(question.topics), "statement": len(question.statements)}
    return " and ".join(counted(many, kind) for kind, many in held.items() if many)


async def _decide(question: Question, model: Model) -> Decided:
    try:
        asked = await model.ask(Reconciliation, system=prompt("reconcile"), turns=[question.text], label="reconcile")
    except (ModelRejected, ConfigurationError):
        raise
    except ModelError as error:
        why = f"{_held(question)} were not held against each other: {error}"
        return Decided(unchecked=(Unchecked(article="", start=0, end=0, why=why),))
    answer, invented = _truthful(asked.answer, question)
    return Decided(
        ties=tuple(_ties(question, _said(answer))),
        accords=tuple(_accords(question, answer)),
        refused=(*_refused(question, answer), *invented),
        usage=asked.usage,
    )


class _Truthful(NamedTuple):
    """An answer without reasons that hold numbers of its own, and a refusal of each of those."""

    answer: Reconciliation
    refused: list[Refusal]


def _truthful(answer: Reconciliation, question: Question) -> _Truthful:
    known = Vocabulary(question.text)
    refused: list[Refusal] = []

    def kept(one: Said) -> Said:
        why = short(one.why, LONGEST_STATEMENT) or ""
        missing = known.missing_numbers(_ID.sub("", why))
        if missing:
            numbers = ", ".join(f"“{number}”" for number in dict.fromkeys(missing))
            refused.append(
                Refusal(article="", what=why, why=f"the model gave a reason with {numbers}, which neither says")
            )
        return one.model_copy(update={"why": "" if missing else why})

    told = Reconciliation(
        same=[kept(one) for one in answer.same],
        related=[kept(one) for one in answer.related],
        statements=[kept(one) for one in answer.statements],
    )
    return _Truthful(told, refused)


def _said(answer: Reconciliation) -> dict[tuple[str, str], Tie]:
    """Return what the answer says of each pair it names, seen from both sides; a group stands for all its pairs."""
    said: dict[tuple[str, str], Tie] = {}
    group = {topic: same.topics for same in answer.same for topic in same.topics}
    for related in answer.related:
        for first in group.get(related.first, [related.first]):
            for second in group.get(related.second, [related.second]):
                said[first, second] = Tie(related.relation, related.why)
                said[second, first] = Tie(_turned(related.relation), related.why)
    for same in answer.same:
        for first, second in combinations(same.topics, 2):
            said[first, second] = said[second, first] = Tie("same", same.why)
    return said


def _turned(relation: TopicRelation) -> TopicRelation:
    return "broader" if relation == "narrower" else relation


def _ties(question: Question, said: dict[tuple[str, str], Tie]) -> Iterator[Row]:
    """Yield a tie for every pair that was asked about; of a pair the answer does not name nothing follows."""
    name = {row.topic_id: name for name, row in question.topics.items()}
    for pair in question.topic_pairs.values():
        first, second = name[pair.first_topic], name[pair.second_topic]
        tie = _ruled(question, pair, said.get((first, second), Tie("other", "different things")))
        yield tie_row(pair, tie, "model")


def _ruled(question: Question, pair: TopicPair, said: Tie) -> Tie:
    rows = {row.topic_id: row for row in question.topics.values()}
    tie = settle(rows[pair.first_topic], rows[pair.second_topic], reader=said.relation)
    why = said.why if tie is None else tie.why or said.why
    return (tie or said)._replace(why=f"{why}; {_READ}" if why else _READ)


def _accords(question: Question, answer: Reconciliation) -> Iterator[Row]:
    said = {frozenset((one.first, one.second)): one for one in answer.statements}
    contradictory = _said_both(answer)
    for names, pair in question.statement_pairs.items():
        one = None if names in contradictory else said.get(names)
        yield {
            **pair._asdict(),
            "relation": one.relation if one else "other",
            "why": one.why if one else "",
            "said_by": "model",
        }


def _said_both(answer: Reconciliation) -> set[frozenset[str]]:
    """Return the pairs of statements of which the answer says that they agree and that they contradict each other."""
    said = {frozenset((one.first, one.second)): one.relation for one in answer.statements}
    return {pair for one in answer.statements if said[pair := frozenset((one.first, one.second))] != one.relation}


def _refused(question: Question, answer: Reconciliation) -> Iterator[Refusal]:
    named = {topic for same in answer.same for topic in same.topics}
    named |= {topic for related in answer.related for topic in (related.first, related.second)}
    for topic in sorted(named - question.topics.keys()):
        yield Refusal(article="", what=_listed([topic]), why="the model named a topic it was not asked about")
    for related in answer.related:
        if any({related.first, related.second} <= set(same.topics) for same in answer.same):
            why = f"the model called two topics the same and {related.relation}; they count as the same"
            yield Refusal(article="", what=_listed([related.first, related.second]), why=why)
    pairs = {frozenset((one.first, one.second)) for one in answer.statements}
    yield from _of_pairs(
        pairs - question.statement_pairs.keys(),
        "the model named a pair of statements that are not held against each other",
    )
    yield from _of_pairs(
        _said_both(answer), "the model said of two statements both that they agree and that they do not"
    )


def _of_pairs(pairs: Set[frozenset[str]], why: str) -> Iterator[Refusal]:
    for names in sorted(sorted(pair) for pair in pairs):
        yield Refusal(article="", what=_listed(names), why=why)


def _listed(names: Sequence[str]) -> str:
    """Return names as the model wrote them, which may be of any length."""
    return " and ".join(name[:LONGEST_NAME] for name in names)


def add(unit: Unit, decided: Decided) -> None:
    """Store what was decided; a pair that was decided before keeps what was said first."""
    unit.insert("reconcile/add_ties", decided.ties)
    unit.insert("reconcile/add_accords", decided.accords)
