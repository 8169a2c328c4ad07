"""`verify articles`: which texts the store holds, under which names, and what became of their claims."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.crosscheck.cases import article, claim, extraction
from tests.history.newsroom import Newsroom
from verifier.crosscheck import keep
from verifier.models import Article, Extraction, Unchecked
from verifier.store import Store, articles

LONG = " ".join(f"word{number}" for number in range(300))


def _reading(source: Article, *words: str) -> Extraction:
    return extraction(source, *(claim(source, said, place=place) for place, said in enumerate(words)))


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    """An article that was replaced, one that contradicts it, and a shortened copy of that."""
    room = Newsroom(tmp_path / "claims.duckdb")
    room.reads(_reading(article("draft", "The first draft."), "500 tons"))
    room.reads(_reading(article("draft", "The second draft.", publisher="Quay Post"), "6,150 tons", "9 tons"))
    room.reads(_reading(article("long", LONG, publisher="The Wire"), "500 tons"))
    room.reads(_reading(article("short", LONG[:-40]), "500 tons"))
    return room


def test_each_article_has_its_line_and_its_copies_below(run: Run, newsroom: Newsroom) -> None:
    ended = run("articles")

    lines = [line.rpartition("  ")[0] if not line.startswith(" ") else line for line in ended.out.splitlines()]
    day = newsroom.moments()[0][:10]
    assert (0, "4 articles\n") == (ended.code, ended.err)
    assert [
        f"draft.txt: superseded; publisher unknown; date unknown; added {day}; 1 claim",
        f"draft.txt: current; Quay Post; date unknown; added {day}; 2 claims: 2 conflicting",
        f"long.txt: current; The Wire; date unknown; added {day}; 1 claim: 1 conflicting",
        f"short.txt: current; publisher unknown; date unknown; added {day}; 1 claim: 1 conflicting",
        "     = shares 100% of the shorter text with long.txt",
    ] == lines


def test_articles_can_be_chosen_and_are_data_as_well(run: Run, newsroom: Newsroom) -> None:
    document = json.loads(run("articles", "--publisher", "quay", "--output-format", "json").out)
    named = json.loads(run("articles", "--article", "short.txt", "--output-format", "jsonl").out.splitlines()[1])

    (row,) = document["articles"]
    assert ("draft.txt", "Quay Post", "current", 2, 2) == tuple(
        row[key] for key in ("path", "publisher", "state", "claims", "conflicting")
    )
    assert {"articles": 1, "listed": 1} == document["summary"]
    assert ("article", ["long.txt"]) == (named["type"], [copy["path"] for copy in named["copies"]])
    assert newsroom.path.exists()


def _kept(path: Path, *readings: Extraction, read: bool = True) -> None:
    """The readings in a store as earlier versions left it: also those that came to nothing."""
    with Store(path) as store, store.unit() as unit:
        articles.add_all(unit, [articles.Held(one.article, one.article.path) for one in readings])
        keep(unit, *(readings if read else ()))


def _left(reading: Extraction) -> Extraction:
    passed = Unchecked(article=reading.article.id, start=0, end=3, why="The model answered nothing.")
    return reading.model_copy(update={"unchecked": (passed,)})


def test_an_article_that_was_not_checked_is_told_from_one_without_claims(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "claims.duckdb"
    _kept(path, _reading(article("a")), _left(_reading(article("b"))), _left(_reading(article("c"), "7 tons")))
    _kept(path, _reading(article("d")), read=False)

    told = [line.rpartition("  ")[0].partition("; added ")[2][12:] for line in run("articles").out.splitlines()]
    rows = json.loads(run("articles", "--output-format", "json").out)["articles"]

    assert [
        "0 claims",
        "not checked (1 passage left)",
        "1 claim: 1 without a verdict yet; partly checked (1 passage left)",
        "not checked",
    ] == told
    assert [("yes", 0), ("no", 1), ("partly", 1), ("no", 0)] == [(row["checked"], row["unchecked"]) for row in rows]


@pytest.mark.usefixtures("newsroom")
def test_how_many_are_not_listed_is_said(run: Run) -> None:
    ended = run("articles", "--limit", "1")

    assert ("4 articles, 1 listed; 3 more: raise --limit\n", 1) == (ended.err, ended.out.count("\n"))


def test_an_article_under_two_names_is_listed_once(run: Run, tmp_path: Path) -> None:
    one = _reading(article("a", "One text."), "7 tons")
    other = one.model_copy(update={"article": one.article.model_copy(update={"path": "b.txt"})})
    room = Newsroom(tmp_path / "claims.duckdb")
    room.reads(one)
    room.reads(other)

    ended = run("articles")

    assert "a.txt: current" == ended.out.splitlines()[0].partition(";")[0]
    assert "     = also called b.txt" == ended.out.splitlines()[1]


@pytest.mark.usefixtures("newsroom")
@pytest.mark.parametrize("option", ["--article", "--publisher"])
def test_an_option_without_its_value_is_a_sentence(run: Run, option: str) -> None:
    ended = run("articles", option, "")

    assert (2, "") == (ended.code, ended.out)
    assert f"{option} is empty" in ended.err
