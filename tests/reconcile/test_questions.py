"""How pairs become questions: each is asked once, and neither a question nor their number grows with the store."""

from collections.abc import Iterator
from importlib import import_module
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.crosscheck.cases import MAGNETS
from tests.reconcile.test_topics_asked import hold, readings
from verifier.models import Claim
from verifier.reconcile.open_pairs import OpenPairs, StatementPair, StatementRow, TopicPair, TopicRow
from verifier.reconcile.question import STATEMENTS_AT_ONCE, TOPICS_AT_ONCE, Question, questions
from verifier.store import Store, Unit

CLAIM = readings(MAGNETS)[0].claims[0]
METALS = ("iron", "cobalt", "zinc", "tin", "lead", "nickel")


@pytest.fixture
def unit() -> Iterator[Unit]:
    with Store(None) as store, store.unit() as opened:
        yield opened


def name(kind: str, number: int) -> str:
    return f"{kind}{number:04d}"


def topic(number: int) -> TopicRow:
    identity = name("t", number)
    return TopicRow(identity, identity, "amount", "", "", "", "", False, CLAIM.model_dump_json(), "", None)


def statement(number: int) -> StatementRow:
    claim = Claim.model_validate(CLAIM.model_dump() | {"id": name("e", number)})
    return StatementRow(claim.id, claim.model_dump_json(), None)


def asked(topic_pairs: set[tuple[int, int]], statement_pairs: set[tuple[int, int]]) -> list[Question]:
    topics = {name("t", number): topic(number) for pair in topic_pairs for number in pair}
    statements = {name("e", number): statement(number) for pair in statement_pairs for number in pair}
    return list(
        questions(
            OpenPairs(
                topics,
                [TopicPair(name("t", first), name("t", second)) for first, second in sorted(topic_pairs)],
                statements,
                [StatementPair(name("e", first), name("e", second)) for first, second in sorted(statement_pairs)],
            )
        )
    )


def some_pairs(members: int) -> st.SearchStrategy[set[tuple[int, int]]]:
    return st.sets(st.sampled_from(list(combinations(range(members), 2))), max_size=60)


@given(topics=some_pairs(12), statements=some_pairs(12))
def test_every_pair_is_in_one_question(topics: set[tuple[int, int]], statements: set[tuple[int, int]]) -> None:
    found = asked(topics, statements)

    in_questions = [pair for question in found for pair in question.topic_pairs.values()]
    assert sorted((name("t", first), name("t", second)) for first, second in topics) == sorted(in_questions)
    spoken = [pair for question in found for pair in question.statement_pairs.values()]
    assert sorted((name("e", first), name("e", second)) for first, second in statements) == sorted(spoken)


def test_a_few_new_topics_beside_many_known_ones_need_no_more_questions_than_they_have_neighbours_for() -> None:
    known, new = range(1_000), (100, 400, 900)
    pairs = {(min(one, other), max(one, other)) for one in new for other in known if one != other}

    found = asked(pairs, set())

    assert all(len(question.topics) <= TOPICS_AT_ONCE for question in found)
    assert len(found) <= len(new) * len(known) / (TOPICS_AT_ONCE - len(new)) + 1


def test_statements_have_questions_of_bounded_size_too() -> None:
    found = asked(set(), {(0, other) for other in range(1, 500)})

    assert [STATEMENTS_AT_ONCE, STATEMENTS_AT_ONCE, 102] == [len(question.statements) for question in found]


def test_of_many_topics_a_reader_is_asked_about_the_closest(unit: Unit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("verifier.reconcile.open_pairs"), "CLOSEST_TOPICS", 2)
    known = [MAGNETS.model_copy(update={"item": f"{metal} magnets"}) for metal in METALS]
    hold(unit, readings(*known))

    fresh = MAGNETS.model_copy(update={"item": "sintered tin magnets"})
    (reading,) = readings(fresh, words="9,001 tonnes")
    source = reading.article.model_copy(update={"id": "fresh", "path": "fresh.txt"})
    claims = tuple(claim.model_copy(update={"article": source.id}) for claim in reading.claims)
    pairs = hold(unit, [reading.model_copy(update={"article": source, "claims": claims})])

    assert 2 == len(pairs.topic_pairs)
    assert any("tin" in pairs.topics[topic].item for pair in pairs.topic_pairs for topic in pair)
