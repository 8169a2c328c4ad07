"""Looks into a store: what it holds, asked as no part of the program needs to ask."""

from typing import NamedTuple

from tests.store.sql import ask
from verifier.models import Article
from verifier.store import Unit


class Copy(NamedTuple):
    """Ids of two articles of which one is a copy of the other."""

    article: str
    original: str


def current(unit: Unit) -> list[Article]:
    """Return the articles that are the latest text of a source, in the order of their ids."""
    names = ("id", "path", "title", "publisher", "published", "text")
    rows = ask(
        unit, "select article_id, source, title, publisher, published, text from current_articles order by article_id"
    )
    return [Article(**dict(zip(names, row, strict=True))) for row in rows]


def copies(unit: Unit) -> list[Copy]:
    """Return every pair of current articles that are copies, in the order of their ids."""
    rows = ask(
        unit,
        """
        select article_id, original_id
        from copies
        where article_id in (select article_id from current_articles)
          and original_id in (select article_id from current_articles)
        order by article_id, original_id
        """,
    )
    return [Copy(*row) for row in rows]
