"""Asks the question and turns the answer into ties and accords; what does not fit is refused, not guessed."""

from collections.abc import Iterator
from typing import NamedTuple

from verifier.errors import ConfigurationError, ModelError, ModelRejected
from verifier.llm import Model
from verifier.models import Refusal, Unchecked, Usage
from verifier.reconcile.open_pairs import OpenPairs, settle, tie_row
from verifier.reconcile.question import Question, questions
from verifier.reconcile.schema import Reconciliation
from verifier.settings import prompt
from verifier.store import Unit
from verifier.topics import TopicRelation

Row = dict[str, object]


class Decided(NamedTuple):
    """What a reader of the sentences decided, ready to be stored."""

    ties: list[Row]
    accords: list[Row]
    refused: list[Refusal]
    unchecked: list[Unchecked]
    usage: Usage


async def reconcile(pairs: OpenPairs, model: Model) -> Decided:
    """Ask the model about every open pair; a question that fails leaves its pairs open and is named."""
    decided = Decided([], [], [], [], Usage())
    for question in questions(pairs):
        try:
            asked = await model.ask(
                Reconciliation, system=prompt("reconcile"), turns=[question.text], label="reconcile"
            )
        except (ModelRejected, ConfigurationError):
            raise
        except ModelError as error:
            why = f"{len(question.topic_pairs)} pairs of topics were not held against each other: {error}"
            decided.unchecked.append(Unchecked(article="", start=0, end=0, why=why))
            continue
        decided.ties.extend(_ties(question, asked.answer))
        decided.accords.extend(_accords(question, asked.answer))
        decided.refused.extend(_refused(question, asked.answer))
        decided = decided._replace(usage=decided.usage + asked.usage)
    return decided


def _ties(question: Question, answer: Reconciliation) -> Iterator[Row]:
    """A pair that is answered twice, and differently, is left open."""
    said = {(one.first, one.second): one for one in answer.topics}
    for (first, second), pair in question.topic_pairs.items():
        one = said.get((first, second)) or said.get((second, first))
        if one is None:
            continue
        rows = {row.topic_id: row for row in question.topics.values()}
        turned = _seen_from(pair.first_topic, question.topics[one.first].topic_id, one.relation)
        tie = settle(rows[pair.first_topic], rows[pair.second_topic], reader=turned)
        if tie is not None:
            yield tie_row(pair, tie._replace(why=tie.why or one.why), "model")


def _seen_from(topic: str, first: str, relation: TopicRelation) -> TopicRelation:
    turned: dict[TopicRelation, TopicRelation] = {"narrower": "broader", "broader": "narrower"}
    return relation if topic == first else turned.get(relation, relation)


def _accords(question: Question, answer: Reconciliation) -> Iterator[Row]:
    said = {frozenset((one.first, one.second)): one for one in answer.statements}
    for names, pair in question.statement_pairs.items():
        one = said.get(names)
        yield {
            **pair._asdict(),
            "relation": one.relation if one else "other",
            "why": one.why if one else "",
            "said_by": "model",
        }


def _refused(question: Question, answer: Reconciliation) -> Iterator[Refusal]:
    answered = {frozenset((one.first, one.second)) for one in answer.topics}
    asked = {frozenset(pair) for pair in question.topic_pairs}
    for names in sorted(sorted(pair) for pair in asked - answered):
        yield _refusal(names, "the model did not say how these topics stand to each other")
    for names in sorted(sorted(pair) for pair in answered - asked):
        yield _refusal(names, "the model answered about a pair of topics it was not asked about")
    named = {frozenset((one.first, one.second)) for one in answer.statements}
    for names in sorted(sorted(pair) for pair in named - set(question.statement_pairs)):
        yield _refusal(names, "the model named a pair of statements that are not held against each other")


def _refusal(names: list[str], why: str) -> Refusal:
    return Refusal(article="", what=" and ".join(names), why=why)


def add(unit: Unit, decided: Decided) -> None:
    """Store what was decided; a pair that was decided before keeps what was said first."""
    unit.insert("reconcile/add_ties", decided.ties)
    unit.insert("reconcile/add_accords", decided.accords)
