"""Puts articles into the store: the texts, which source last held each, and which lean on each other."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from verifier.models import Article
from verifier.store.unit import Unit


class Held(NamedTuple):
    """An article, and what now holds it: a path, a URL, the name of standard input."""

    article: Article
    source: str


class _Named(NamedTuple):
    article_id: str


class _Alike(NamedTuple):
    article_id: str
    other_id: str


def add(unit: Unit, article: Article, source: str) -> None:
    """Store `article` as what `source` now holds; see `add_all`."""
    add_all(unit, [Held(article, source)])


def add_all(unit: Unit, held: Iterable[Held]) -> None:
    """Store each article as what its source now holds, in this order; of two that are copies the first is older.

    An article already stored stays as it is. The text a source held before is superseded, not removed.
    """
    new = [one.article.id for one in held if _add(unit, one)]
    if new:
        _find_copies(unit, new)


def withdraw(unit: Unit, article: str, person: str) -> None:
    """Let the article with this id count no more, until its text is stored again; nothing is removed."""
    unit.run("store/add_withdrawals", article=article, person=person)
    unit.run("store/end_sources")


def restore(unit: Unit, article: str) -> None:
    """Let the sources from which the article was withdrawn hold it again, as if its text were stored again."""
    unit.run("store/add_restored_sources", article=article)


def _add(unit: Unit, held: Held) -> bool:
    """Return whether the article is new."""
    article = held.article
    added = unit.rows(
        "store/add_article",
        _Named,
        article_id=article.id,
        title=article.title,
        publisher=article.publisher,
        published=article.published,
        text=article.text,
    )
    unit.run("store/add_source", article_id=article.id, source=held.source)
    if added and article.authors:
        authors = sorted({" ".join(author.casefold().split()) for author in article.authors})
        unit.run("store/add_authors", article_id=article.id, authors=authors)
        unit.run("store/add_shared_authors", article_id=article.id)
    return bool(added)


def _find_copies(unit: Unit, new: Sequence[str]) -> None:
    """Sketches say quickly which articles may be copies; their texts decide."""
    unit.run("store/add_sketches", articles=new)
    alike = unit.rows("store/candidates", _Alike, articles=new)
    for article, pairs in groupby(alike, key=lambda pair: pair.article_id):
        unit.run("store/add_copies", article_id=article, candidates=[pair.other_id for pair in pairs])
