"""The articles of the store: those some name holds now, and those that were replaced."""

from datetime import date
from typing import NamedTuple, TypedDict

from verifier.store import Unit


class CopyOf(TypedDict):
    """An article another one copies, and the share of the smaller text they have in common."""

    article: str
    path: str
    share: float


class ArticleRow(NamedTuple):
    """One row of listing/articles.sql."""

    article_id: str
    source: str
    """The first name that holds it now; of a superseded one, that held it."""
    names: list[str]
    """Every name that holds it now."""
    title: str | None
    publisher: str | None
    published: date | None
    added: str
    """When, in UTC."""
    state: str
    """current, superseded or withdrawn."""
    claims: int
    conflicting: int
    corroborated: int
    unsourced: int
    copies: list[CopyOf]
    """The older articles it copies, or that copy it."""
    unchecked: int
    """Passages of it that could not be checked when it was read last."""
    is_read: bool
    """Whether any reading of it is stored."""
    withdrawn: str | None
    """The day, in UTC; None in another state."""
    withdrawn_by: str | None
    in_all: int
    """How many articles there are that are wanted."""

    @property
    def extent(self) -> str:
        """How far it was checked, in words; without a claim nothing shows that anything of it was."""
        if self.is_read and not self.unchecked:
            return "checked"
        return "partly checked" if self.claims else "not checked"


def list_articles(
    unit: Unit, *, article: str | None = None, publisher: str | None = None, most: int = 100
) -> list[ArticleRow]:
    """Return the first articles by name; `article` is an id, `publisher` a part of the publisher's name."""
    return unit.rows("listing/articles", ArticleRow, article=article, publisher=publisher, most=most)
