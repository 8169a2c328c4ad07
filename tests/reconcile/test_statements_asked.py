"""What is asked of a reader about statements, and what the answer comes to."""

from collections.abc import Iterator, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.crosscheck.cases import MAGNETS, article, claim, extraction, statement
from tests.reconcile.answering import answer, decide, id_of
from verifier.crosscheck import check, keep
from verifier.errors import ModelInvalid
from verifier.models import Article, Extraction, Topic
from verifier.reconcile import OpenPairs, add, open_pairs
from verifier.reconcile.open_pairs import StatementPair, StatementRow, TopicPair, TopicRow
from verifier.reconcile.question import questions
from verifier.reconcile.schema import Reconciliation
from verifier.store import Store, Unit, articles
from verifier.topics import key_of

FERRY = Topic(measure="decision", actor="Ministry of Transport", event="March ferry accident off Palawan")
ONE, OTHER = article("one", published=date(2025, 3, 4)), article("other")
APPROVED, LEFT_OUT = "The inquiry was approved.", "The inquiry was left out."


@pytest.fixture
def unit() -> Iterator[Unit]:
    with Store(None) as store, store.unit() as opened:
        yield opened


def reading(source: Article, *words: str, topic: Topic = FERRY, when: str | None = None) -> Extraction:
    return extraction(source, *(statement(source, said, topic=topic, when=when) for said in words))


def hold(unit: Unit, held: Sequence[Extraction]) -> OpenPairs:
    for one in held:
        articles.add(unit, one.article, one.article.path)
    keep(unit, *held)
    return open_pairs(unit, [one.article.id for one in held])


def verdicts(unit: Unit, held: Sequence[Extraction]) -> list[str]:
    return [str(finding.verdict) for finding in check(unit, [one.article.id for one in held])]


@pytest.mark.parametrize(
    ("relation", "verdict"), [("agree", "corroborated"), ("contradict", "conflicting"), (None, "unsourced")]
)
def test_statements_stand_as_the_reader_says(unit: Unit, relation: str | None, verdict: str) -> None:
    held = [reading(ONE, APPROVED), reading(OTHER, LEFT_OUT)]
    given = answer(statements=[("e2", "e1", relation)] if relation else [])

    add(unit, decide(hold(unit, held), given)[0])

    assert [verdict, verdict] == verdicts(unit, held)


def test_a_pair_that_was_asked_about_is_not_asked_about_again(unit: Unit) -> None:
    held = [reading(ONE, APPROVED), reading(OTHER, LEFT_OUT)]
    pairs = hold(unit, held)

    add(unit, decide(pairs, answer())[0])

    assert (1, []) == (len(pairs.statement_pairs), hold(unit, held[::-1]).statement_pairs)


def test_a_pair_that_is_said_to_agree_and_to_contradict_does_neither_and_is_named(unit: Unit) -> None:
    held = [reading(ONE, APPROVED), reading(OTHER, LEFT_OUT)]
    both = answer(statements=[("e1", "e2", "agree"), ("e2", "e1", "contradict")])

    decided, _ = decide(hold(unit, held), both)
    add(unit, decided)

    assert ["unsourced"] * 2 == verdicts(unit, held)
    assert ["e1 and e2"] == [refusal.what for refusal in decided.refused]


def test_statements_of_one_article_are_not_held_against_each_other(unit: Unit) -> None:
    assert [] == hold(unit, [reading(ONE, APPROVED, LEFT_OUT)]).statement_pairs


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (reading(ONE, APPROVED), reading(OTHER, LEFT_OUT, topic=Topic(measure="magnitude", actor="Chile"))),
        (
            reading(ONE, APPROVED, topic=MAGNETS, when="July 2025"),
            reading(OTHER, LEFT_OUT, topic=MAGNETS, when="August 2025"),
        ),
    ],
    ids=["no name in common", "another month"],
)
def test_what_cannot_be_the_same_is_not_asked_about(unit: Unit, mine: Extraction, theirs: Extraction) -> None:
    assert [] == hold(unit, [mine, theirs]).statement_pairs


def test_a_plan_is_not_asked_to_contradict_a_fact(unit: Unit) -> None:
    fact = reading(ONE, APPROVED)
    plan = statement(OTHER, LEFT_OUT, topic=FERRY).model_copy(update={"modality": "plan"})

    assert [] == hold(unit, [fact, extraction(OTHER, plan)]).statement_pairs


def test_the_question_names_topics_statements_sentences_and_dates(unit: Unit) -> None:
    magnets, other = MAGNETS, MAGNETS.model_copy(update={"item": "NdFeB magnets"})
    held = [
        extraction(ONE, claim(ONE, "5,577 tonnes", topic=magnets), statement(ONE, APPROVED, topic=FERRY)),
        extraction(OTHER, claim(OTHER, "5,577 tonnes", topic=other), statement(OTHER, LEFT_OUT, topic=FERRY)),
    ]

    (asked,) = decide(hold(unit, held), answer())[1].questions

    topics, _, words = asked.partition("\n\n")
    assert topics.startswith("TOPICS\nt1: measure: export volume | item: NdFeB magnets | actor: China")
    assert words.startswith("STATEMENTS\nArticle 1, ")
    assert {"published 2025-03-04", "date unknown"} == {
        line.split(", ")[1] for line in words.splitlines() if line.startswith("Article")
    }
    assert id_of(asked, APPROVED) != id_of(asked, LEFT_OUT)


HOSTILE = st.text(
    st.sampled_from('e1t2: \n\r\u2028\u2029\x0b\x0c\x85\x1c\u200b\u202e|"()article STATEMENTSp'), min_size=1
)


@given(HOSTILE, HOSTILE, HOSTILE)
def test_no_name_or_sentence_can_forge_a_line_or_a_field(name: str, sentence: str, said: str) -> None:
    topic = Topic(measure=name, item=name, actor=name, counterparty=name, event=name)
    figures = [claim(source, "5,577 tonnes", topic=topic) for source in (ONE, OTHER)]
    told = [statement(source, said, topic=FERRY) for source in (ONE, OTHER)]
    documents = [one.model_copy(update={"sentence": sentence}).model_dump_json() for one in (*figures, *told)]
    pairs = OpenPairs(
        {place: TopicRow(place, *key_of(topic, None), False, documents[int(place)], "", None) for place in "01"},
        [TopicPair("0", "1")],
        {place: StatementRow(place, documents[int(place)], None) for place in "23"},
        [StatementPair("2", "3")],
    )

    (question,) = questions(pairs)

    lines = question.text.split("\n")
    assert 5 + 1 + 7 == len(lines) == len(question.text.splitlines())
    assert ["TOPICS", "t1", "t2", "", "STATEMENTS", "Article 1, date unknown", "Article 2, date unknown"] == [
        line.split(":")[0] for line in lines if not line.startswith(" ")
    ]
    assert [4, 4] == [line.count("|") for line in lines if line.startswith("t")]


def test_a_failed_answer_leaves_statements_open(unit: Unit) -> None:
    def fail(_: str) -> Reconciliation:
        raise ModelInvalid("Not an answer.")

    held = [reading(ONE, APPROVED), reading(OTHER, LEFT_OUT)]
    pairs = hold(unit, held)
    decided, _ = decide(pairs, fail)
    add(unit, decided)

    assert 1 == len(decided.unchecked)
    assert pairs.statement_pairs == hold(unit, held).statement_pairs
