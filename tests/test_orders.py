"""The verdicts do not depend on the order, the number of runs, or the names under which the articles come."""

import asyncio
from pathlib import Path

import pytest

from tests.seeds import RECORDED, all_seeds, outcome, recorded, seed
from verifier.article import from_text
from verifier.extract import extract
from verifier.llm import Model
from verifier.models import Article, Report, Verdict
from verifier.pipeline import put, verify
from verifier.reconcile import Decided, add, open_pairs, reconcile
from verifier.store import Store


@pytest.fixture(scope="module")
def together() -> Report:
    return verify(all_seeds(), recorded())


@pytest.mark.parametrize("article", all_seeds(), ids=lambda article: article.path)
def test_alone_every_claim_is_unsourced(article: Article) -> None:
    report = verify([article], recorded())

    assert {Verdict.UNSOURCED} == {finding.verdict for finding in report.findings}


@pytest.mark.parametrize("turn", range(1, 5))
def test_in_any_order_the_report_is_the_same(together: Report, turn: int) -> None:
    articles = all_seeds()

    report = verify(articles[turn:] + articles[:turn], recorded())

    assert together == report


def test_the_same_text_twice_is_one_article_and_bears_nothing_out(tmp_path: Path) -> None:
    database = tmp_path / "claims.duckdb"

    first = verify([seed("july-rebound")], recorded(database))
    again = verify([seed("july-rebound"), seed("july-rebound")], recorded(database))

    assert outcome(first) == outcome(again)
    assert {Verdict.UNSOURCED} == {finding.verdict for finding in again.findings}


@pytest.fixture(scope="module")
def decided() -> Decided:
    """What the recorded answer about pairs decided."""

    async def decide() -> Decided:
        async with Model(RECORDED) as model:
            readings = [await extract(article, model) for article in all_seeds()]
            with Store(None) as store, store.unit() as unit:
                put(unit, readings)
                pairs = open_pairs(unit, [reading.article.id for reading in readings])
            return await reconcile(pairs, model)

    return asyncio.run(decide())


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (3, 1, 4, 2, 0)], ids=str)
def test_one_after_another_the_verdicts_are_those_of_one_run(
    together: Report, decided: Decided, tmp_path: Path, order: tuple[int, ...]
) -> None:
    database, articles = tmp_path / "claims.duckdb", all_seeds()
    with Store(database) as store, store.unit() as unit:
        add(unit, decided)

    for place in order:
        verify([articles[place]], recorded(database))

    assert outcome(together) == outcome(verify(articles, recorded(database)))


@pytest.mark.parametrize("publisher", [None, "Another Paper"])
def test_a_copy_under_another_name_bears_nothing_out(publisher: str | None) -> None:
    original = seed("july-rebound")
    copy = from_text(original.text, "copy.txt", publisher=publisher)

    report = verify([original, copy], recorded())

    assert () == report.unchecked
    assert {Verdict.UNSOURCED} == {finding.verdict for finding in report.findings}
