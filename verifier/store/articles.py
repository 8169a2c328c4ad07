"""Puts articles into the store: which texts were read, which source last held each, and which copy each other."""

from typing import NamedTuple

from verifier.models import Article
from verifier.store.unit import Unit


class _Named(NamedTuple):
    article_id: str


def add(unit: Unit, article: Article, source: str) -> None:
    """Store `article` as what `source` (a path, a URL, the name of standard input) now holds.

    An article already stored stays as it is. The text the source held before is superseded, not removed.
    """
    added = unit.rows(
        "store/add_article",
        _Named,
        article_id=article.id,
        title=article.title,
        publisher=article.publisher,
        published=article.published,
        text=article.text,
    )
    if added:
        _find_copies(unit, article.id)
    unit.run("store/add_source", article_id=article.id, source=source)


def _find_copies(unit: Unit, article_id: str) -> None:
    """Sketches say quickly which articles may be copies; their texts decide."""
    unit.run("store/add_sketch", article_id=article_id)
    candidates = [found.article_id for found in unit.rows("store/candidates", _Named, article_id=article_id)]
    if candidates:
        unit.run("store/add_copies", article_id=article_id, candidates=candidates)
