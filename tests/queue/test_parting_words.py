"""Promises of statements in words that are set apart: against which others they are still read, and which not."""

from pathlib import Path

import pytest

from tests.crosscheck.cases import article, claim, extraction
from tests.history.newsroom import Newsroom
from tests.queue.newsdesk import Desk, desk_on
from tests.queue.parting import again, apart, compared, topic_of
from tests.store.sql import ask
from verifier.crosscheck import history
from verifier.models import Article, Claim, Topic
from verifier.reconcile import Decided, add
from verifier.reconcile.ruling import rule


def test_statements_in_words_that_are_set_apart_are_no_longer_read_against_each_other(tmp_path: Path) -> None:
    path = tmp_path / "claims.duckdb"
    first, _ = worded(path, "export ban", "export ban")
    with desk_on(path) as desk:
        desk.be("Edda", "editor")
        assert 2 == len(desk.listed("?verdict=conflicting"))

        apart(desk, topic_of(desk, first), first)

        assert [] == desk.listed("?verdict=conflicting") and "unsourced" == compared(desk, first)


def test_statements_that_never_stood_on_the_topic_contradict_those_set_apart_as_before(tmp_path: Path) -> None:
    path = tmp_path / "claims.duckdb"
    first, _ = worded(path, "export ban", "other happening")
    with desk_on(path) as desk:
        desk.be("Edda", "editor")

        apart(desk, topic_of(desk, first), first)

        assert 2 == len(desk.listed("?verdict=conflicting"))


def test_statements_on_a_topic_tied_same_are_silent_until_an_editor_ties_the_own_topic_to_it(tmp_path: Path) -> None:
    path = tmp_path / "claims.duckdb"
    first, second = worded(path, "export ban", "other happening")
    with desk_on(path) as desk:
        desk.be("Edda", "editor")
        topic, other = topic_of(desk, first), topic_of(desk, second)
        tie(desk, topic, other)

        own = apart(desk, topic, first).partition("?")[0]
        silent = desk.listed("?verdict=conflicting")
        tie(desk, own, other)

        assert [] == silent and 2 == len(desk.listed("?verdict=conflicting"))


@pytest.mark.parametrize(("said_by", "conflicting"), [("person", 2), ("model", 0)])
def test_a_persons_later_word_on_two_statements_stands_and_a_models_does_not(
    tmp_path: Path, said_by: str, conflicting: int
) -> None:
    path = tmp_path / "claims.duckdb"
    first, second = worded(path, "export ban", "export ban")
    with desk_on(path) as desk:
        desk.be("Edda", "editor")
        apart(desk, topic_of(desk, first), first)

        with desk.store.unit() as unit:
            ask(unit, "delete from accords")
        with desk.store.unit() as unit:
            add(unit, Decided(accords=(opposite(first, second, said_by),)))
            history.retie(unit)
            history.log(unit)

        assert conflicting == len(desk.listed("?verdict=conflicting"))


def test_statements_both_set_apart_are_read_against_each_other_where_they_stand_together(tmp_path: Path) -> None:
    path = tmp_path / "claims.duckdb"
    first, second = worded(path, "export ban", "export ban")
    with desk_on(path) as desk:
        desk.be("Edda", "editor")
        topic = topic_of(desk, first)

        apart(desk, topic, first)
        one_apart = desk.listed("?verdict=conflicting")
        apart(desk, topic, second, called="yet another thing")
        both_apart = desk.listed("?verdict=conflicting")
        again(desk, topic_of(desk, second), second)
        one_again = desk.listed("?verdict=conflicting")
        apart(desk, topic, second)

        assert [[]] * 3 == [one_apart, both_apart, one_again]
        assert 2 == len(desk.listed("?verdict=conflicting"))


def worded(path: Path, *events: str) -> tuple[str, str]:
    """Make a store of two statements on these happenings that the model reads as opposites; return their ids."""
    sources = [article(name, name, publisher=f"Paper {name}") for name in ("banned", "allowed")]
    first, second = (happening(source, event) for source, event in zip(sources, events, strict=True))
    readings = [extraction(source, made) for source, made in zip(sources, (first, second), strict=True)]
    Newsroom(path).reads(*readings, decided=Decided(accords=(opposite(first.id, second.id, "model"),)))
    return first.id, second.id


def opposite(first: str, second: str, said_by: str) -> dict[str, object]:
    one, other = sorted((first, second))
    word = {"first_claim": one, "second_claim": other, "relation": "contradict", "why": "opposites"}
    return {**word, "said_by": said_by}


def tie(desk: Desk, topic: str, other: str) -> None:
    """Have the person say that two topics are the same, and work out what follows."""
    with desk.store.unit() as unit:
        rule(unit, topic.rpartition("/")[2], other.rpartition("/")[2], "same", "as I know", person=desk.name)
        history.retie(unit)
        history.log(unit)


def happening(source: Article, event: str) -> Claim:
    return claim(source, "1 ban", topic=Topic(measure="ban", event=event), aspect="event")
