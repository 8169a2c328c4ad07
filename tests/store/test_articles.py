"""Promises of the articles: kept unchanged, kept once, and superseded by the next text of their source."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.conftest import MakeArticle
from tests.store.held import current
from verifier.models import Article
from verifier.store import Store, Unit, articles


def added(unit: Unit, *pairs: tuple[Article, str]) -> list[str]:
    for article, source in pairs:
        articles.add(unit, article, source)
    return [article.id for article in current(unit)]


def test_an_article_comes_back_as_it_was(store: Store) -> None:
    article = Article(
        id="1", path="a.txt", text="\ufeffOne\r\n\u2011 two", title="T", publisher="P", published=date(2025, 7, 1)
    )

    with store.unit() as unit:
        articles.add(unit, article, "a.txt")

        assert [article] == current(unit)


@settings(deadline=None, max_examples=30)
@given(text=st.text())
def test_no_character_of_a_text_is_changed(text: str) -> None:
    article = Article(id="1", path="a", text=text)

    with Store(None) as store, store.unit() as unit:
        articles.add(unit, article, "a")

        assert [article] == current(unit)


def test_an_article_stored_twice_is_there_once(store: Store, article: MakeArticle) -> None:
    text = article("Exports rose to 6,150 tons in November.")

    with store.unit() as unit:
        assert [text.id] == added(unit, (text, "a.txt"), (text, "a.txt"))


def test_a_new_text_supersedes_the_old_one_of_its_source(store: Store, article: MakeArticle) -> None:
    draft, corrected = article("Exports rose 12 percent."), article("Exports rose 21 percent.")

    with store.unit() as unit:
        assert [corrected.id] == added(unit, (draft, "a.txt"), (corrected, "a.txt"))


def test_a_source_may_return_to_an_earlier_text(store: Store, article: MakeArticle) -> None:
    draft, corrected = article("Exports rose 12 percent."), article("Exports rose 21 percent.")

    with store.unit() as unit:
        assert [draft.id] == added(unit, (draft, "a.txt"), (corrected, "a.txt"), (draft, "a.txt"))


def test_an_article_stays_while_one_of_its_sources_holds_it(store: Store, article: MakeArticle) -> None:
    shared, new = article("Exports rose 12 percent."), article("Exports rose 21 percent.")

    with store.unit() as unit:
        held = added(unit, (shared, "a.txt"), (shared, "b.txt"), (new, "a.txt"))

        assert sorted([shared.id, new.id]) == held
        assert {shared.id: "b.txt", new.id: "a.txt"} == {one.id: one.path for one in current(unit)}


@pytest.mark.parametrize("source", ["'; drop table articles; --", "$source", "näme\nwith a break", ""])
def test_the_name_of_a_source_is_only_a_name(store: Store, article: MakeArticle, source: str) -> None:
    with store.unit() as unit:
        articles.add(unit, article("Exports rose."), source)

        assert [source] == [one.path for one in current(unit)]
