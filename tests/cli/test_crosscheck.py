"""`verify crosscheck`: what the store holds, checked as a whole."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.crosscheck.cases import MAGNETS, article, claim, extraction
from tests.history.newsroom import Newsroom
from verifier.cli.crosscheck import exit_code
from verifier.crosscheck import check, keep
from verifier.crosscheck.whole import Count
from verifier.reconcile import open_pairs
from verifier.store import Store, articles


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    """A store in which two articles agree and contradict each other, and one speaks of something else."""
    path = tmp_path / "claims.duckdb"
    one, other, third = (article(name, publisher=f"{name} Paper") for name in ("one", "other", "third"))
    readings = [
        extraction(one, claim(one, "6,150 metric tons"), claim(one, "12 percent", aspect="share")),
        extraction(other, claim(other, "5,493.9 metric tons"), claim(other, "12 %", aspect="share")),
        extraction(third, claim(third, "582 tons", topic=MAGNETS.model_copy(update={"item": "tea"}))),
    ]
    with Store(path) as store, store.unit() as unit:
        for reading in readings:
            articles.add(unit, reading.article, reading.article.path)
        keep(unit, *readings)
        open_pairs(unit, [reading.article.id for reading in readings])
    return path


def test_verdicts_are_counted_and_conflicts_are_findings(run: Run, claims: Path) -> None:
    ended = run("crosscheck", "--database", claims.name)

    assert (1, "") == (ended.code, ended.err)
    assert [
        "5 claims checked",
        "2 corroborated",
        "2 conflicting",
        "1 unsourced",
        "1 alone",
    ] == [" ".join(line.split()) for line in ended.out.splitlines()]


def test_a_store_without_articles_is_told_as_by_the_commands_that_list(run: Run, tmp_path: Path) -> None:
    Newsroom(tmp_path / "claims.duckdb").checks()

    ended = run("crosscheck")

    assert (2, "") == (ended.code, ended.out)
    assert "verify: the store claims.duckdb holds no articles: `verify article.txt` adds one.\n" == ended.err


@pytest.mark.parametrize(("fail_on", "code"), [("never", 0), ("conflicting", 0), ("unsourced", 1)])
def test_the_threshold_decides_over_the_exit_code(fail_on: str, code: int) -> None:
    assert code == exit_code([Count("unsourced", "alone", 3), Count("corroborated", "agrees", 2)], fail_on)


def test_the_verdicts_are_those_of_a_run_over_all_articles(run: Run, claims: Path) -> None:
    run("crosscheck", "--database", claims.name)

    with Store(claims) as store, store.unit() as unit:
        findings = check(unit, [article(name, publisher=f"{name} Paper").id for name in ("one", "other", "third")])
        kept = unit.rows("series/counts", Count)
    assert sorted(finding.verdict for finding in findings) == sorted(
        count.verdict for count in kept for _ in range(count.claims)
    )


def test_without_saving_the_store_stays_as_it_was(run: Run, claims: Path) -> None:
    before = claims.read_bytes()

    ended = run("crosscheck", "--database", claims.name, "--no-save")

    assert 1 == ended.code
    assert before == claims.read_bytes()


def test_where_there_is_no_store_none_is_made(run: Run, tmp_path: Path) -> None:
    ended = run("crosscheck")

    assert 2 == ended.code
    assert "there is no store" in ended.err
    assert [] == list(tmp_path.iterdir())


def test_an_unknown_option_is_named(run: Run) -> None:
    ended = run("crosscheck", "--databse", "x")

    assert (2, "verify: there is no option --databse; did you mean --database?\n") == (ended.code, ended.err)
