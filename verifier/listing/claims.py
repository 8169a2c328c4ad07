"""The claims of the store with their verdicts, as they stand now or stood at a moment."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from verifier.article.places import near, source_of
from verifier.errors import UsageError
from verifier.listing.topics import Asked, mean
from verifier.models import Article, Claim
from verifier.store import Unit


class Wanted(NamedTuple):
    """Which claims are wanted; None is "any"."""

    verdict: str | None = None
    article: str | None = None
    """The name or the id of an article."""
    publisher: str | None = None
    """A part of the publisher's name."""
    topic: Asked = Asked()
    moment: str | None = None
    """ISO 8601 with its offset: as they stood then."""
    most: int = 100


class Held(NamedTuple):
    """A claim as the store holds it."""

    claim: Claim
    article: Article
    """Under the name a reader in this folder would give it."""
    topic: str
    """Id of its topic."""
    verdict: str | None
    """None where none has been worked out yet."""
    reason: str
    """conflicts, agrees, copies only, near, not comparable or alone; "" without a verdict."""
    state: str = "current"
    """Of its article: current, superseded or withdrawn."""


class ClaimPage(NamedTuple):
    """The first claims by article and place, and how many there are in all."""

    claims: tuple[Held, ...]
    in_all: int


class _ClaimRow(NamedTuple):
    """One row of listing/claims.sql."""

    claim_id: str
    article_id: str
    topic_id: str
    verdict: str | None
    reason: str | None
    document: str


class _PageRow(NamedTuple):
    """One row of listing/page.sql: an article with claims that are wanted."""

    article_id: str
    source: str
    in_all: int
    """Claims that are wanted, of all articles."""
    before: int
    """Of the articles before it."""


class _TextRow(NamedTuple):
    """One row of listing/texts.sql."""

    article_id: str
    title: str | None
    publisher: str | None
    published: date | None
    text: str


class _Named(NamedTuple):
    """One row of listing/articles_called.sql."""

    article_id: str
    source: str
    """The name it was found by, or its id."""
    state: str
    """What has become of it by now: current, superseded or withdrawn."""


class _Number(NamedTuple):
    """The row of listing/no_articles.sql."""

    articles: int


class _Began(NamedTuple):
    """The row of listing/began.sql."""

    began: str | None


def is_empty(unit: Unit) -> bool:
    """Return whether the store holds no article."""
    return unit.rows("listing/no_articles", _Number)[0].articles == 0


def began(unit: Unit) -> str | None:
    """Return the first moment of which the store knows how its claims stood, in UTC; None where it knows none."""
    return unit.rows("listing/began", _Began)[0].began


def list_claims(unit: Unit, wanted: Wanted) -> ClaimPage:
    """Return the claims that are wanted, by the names of their articles and by their place; raises UsageError."""
    _name(unit, wanted.moment)
    found = None if wanted.article is None else _article_called(unit, wanted.article)
    article = found and found.article_id
    state = found.state if found and wanted.moment is None else "current"  # as of a moment it just stood
    replaced = article if state != "current" else None
    _stand(unit, wanted.moment, replaced)
    either = {"verdict": wanted.verdict, "topical": mean(unit, wanted.topic)}
    which = {"article": article, "replaced": replaced, "publisher": wanted.publisher, "most": wanted.most}
    page = unit.rows("listing/page", _PageRow, **which, **either)
    place = {row.article_id: number for number, row in enumerate(page)}
    articles = articles_named(unit, {row.article_id: row.source for row in page})
    rows = unit.rows("listing/claims", _ClaimRow, articles=list(place), **either)
    claims = [_held(row, articles[row.article_id], state) for row in rows]
    claims.sort(key=lambda held: (place[held.article.id], start_of(held.claim), held.claim.id))
    return ClaimPage(tuple(claims[: wanted.most]), page[0].in_all if page else 0)


def find_article(unit: Unit, name: str) -> str:
    """Return the id of the article called so now: its path, file name, title, id or how that begins.

    Raises UsageError where there is none, or several.
    """
    _name(unit, None)
    return _article_called(unit, name).article_id


def articles_named(unit: Unit, sources: dict[str, str]) -> dict[str, Article]:
    """Return the articles with these ids, each under the name a reader in this folder gives its source."""
    rows = unit.rows("listing/texts", _TextRow, articles=list(sources))
    return {
        row.article_id: Article(
            id=row.article_id,
            path=near(sources.get(row.article_id, row.article_id)),
            text=row.text,
            title=row.title,
            publisher=row.publisher,
            published=row.published,
        )
        for row in rows
    }


def start_of(claim: Claim) -> int:
    """Return where the words stand by which a claim is shown: its figure's, else those of its first citation."""
    return claim.figure.span.start if claim.figure else claim.citations[0].start


def one_called(what: str, prefix: str, found: Sequence[str], command: str) -> str:
    """Return the one id that was found; raises UsageError where there is none or there are several."""
    if len(found) == 1 or prefix in found:
        return prefix if prefix in found else found[0]
    if not found:
        raise UsageError(f"there is no {what} {prefix!r} in the store: `{command}` lists them.")
    several = ", ".join(found[:5]) + (", …" if len(found) > 5 else "")
    raise UsageError(f"{prefix!r} may be any {what} of {several}: give more of it.")


def _name(unit: Unit, moment: str | None) -> None:
    if moment is None:
        unit.run("listing/named_now")
    else:
        unit.run("listing/named_then", moment=moment)


def _stand(unit: Unit, moment: str | None, replaced: str | None) -> None:
    if replaced is not None:
        unit.run("listing/stood_replaced")
        unit.run("listing/standing_replaced", article=replaced)
    elif moment is None:
        unit.run("listing/stood_now")
        unit.run("listing/standing_now")
    else:
        unit.run("listing/stood_then", moment=moment)
        unit.run("listing/standing_then", moment=moment)


def _article_called(unit: Unit, name: str) -> _Named:
    rows = unit.rows("listing/articles_called", _Named, name=name, source=source_of(name))
    if len(rows) > 1 and all(row.source != row.article_id for row in rows):
        several = ", ".join(f"{near(row.source)} ({row.article_id[:10]})" for row in rows[:5])
        more = ", …" if len(rows) > 5 else ""
        raise UsageError(f"{name!r} may be any article of {several}{more}: give its path or its id.")
    one = one_called("article", name, [row.article_id for row in rows], "verify articles")
    return next(row for row in rows if row.article_id == one)


def _held(row: _ClaimRow, article: Article, state: str) -> Held:
    claim = Claim.model_validate_json(row.document)
    return Held(claim, article, row.topic_id, row.verdict, row.reason or "", state)
