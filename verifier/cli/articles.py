"""`verify articles`: the articles of the store, what became of their claims, and which of them copy each other."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from verifier import listing
from verifier.article.places import near
from verifier.cli import streams
from verifier.cli.stored import SHOWN, stored, tell_rest
from verifier.listing import ArticleRow
from verifier.models import Verdict
from verifier.report.lists import listed
from verifier.report.visible import visible
from verifier.report.words import counted


def run(options: Namespace) -> int:
    """List the articles of the store; raises UsageError where there is none."""
    with stored(options) as unit:
        article = listing.find_article(unit, options.article) if options.article else None
        rows = listing.list_articles(unit, article=article, publisher=options.publisher, most=options.limit)
    in_all = rows[0].in_all if rows else 0
    if options.output_format == "text":
        streams.say("".join(f"{line}\n" for row in rows for line in _lines(row)))
    else:
        head = {"summary": {"articles": in_all, "listed": len(rows)}}
        streams.say(listed(head, {"articles": [*map(_row, rows)]}, options.output_format), exact=True)
    tell_rest(len(rows), in_all, "article")
    return 0


def _lines(row: ArticleRow) -> Iterator[str]:
    published = row.published and row.published.isoformat()
    known = (_state(row), row.publisher or "publisher unknown", published or "date unknown", f"added {row.added[:10]}")
    parts = "; ".join(visible(part) for part in known)
    yield f"{visible(near(row.source))}: {parts}; {_claims(row)}  {visible(row.article_id[:SHOWN])}"
    for name in row.names[1:]:
        yield f"     = also called {visible(near(name))}"
    for copy in row.copies:
        yield f"     = shares {copy['share']:.0%} of the shorter text with {visible(near(copy['path']))}"


def _state(row: ArticleRow) -> str:
    return "current" if row.is_current else "superseded"


def _claims(row: ArticleRow) -> str:
    if row.extent == "not checked":
        return f"not checked{_left(row)}"
    partly = f"; partly checked{_left(row)}" if row.unchecked else ""
    return f"{_verdicts(row)}{partly}"


def _left(row: ArticleRow) -> str:
    return f" ({counted(row.unchecked, 'passage')} left)" if row.unchecked else ""


def _verdicts(row: ArticleRow) -> str:
    told = counted(row.claims, "claim")
    if not row.is_current or not row.claims:
        return told
    verdicts = {verdict.value: getattr(row, verdict.value) for verdict in Verdict}
    parts = [f"{number:,} {verdict}" for verdict, number in verdicts.items() if number]
    open_claims = row.claims - sum(verdicts.values())
    return f"{told}: {', '.join(parts + ([f'{open_claims:,} without a verdict yet'] if open_claims else []))}"


def _row(row: ArticleRow) -> dict[str, Any]:
    return {
        "id": row.article_id,
        "path": near(row.source),
        "paths": [near(name) for name in row.names],
        "title": row.title,
        "publisher": row.publisher,
        "published": row.published and row.published.isoformat(),
        "added": row.added,
        "state": _state(row),
        "checked": {"checked": "yes", "partly checked": "partly", "not checked": "no"}[row.extent],
        "unchecked": row.unchecked,
        "claims": row.claims,
        **{verdict.value: getattr(row, verdict.value) for verdict in Verdict},
        "copies": [{**copy, "path": near(copy["path"])} for copy in row.copies],
    }
