"""`verify articles`: the articles of the store, what became of their claims, which copy each other; withdraws some."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from verifier import listing
from verifier.article.places import near
from verifier.cli import streams
from verifier.cli.stored import SHOWN, outcome, stored, tell_rest
from verifier.crosscheck import history
from verifier.errors import UsageError
from verifier.listing import ArticleRow
from verifier.models import Verdict
from verifier.report.lists import listed
from verifier.report.visible import visible
from verifier.report.words import counted
from verifier.settings import owner
from verifier.store import Unit
from verifier.store.articles import withdraw


def run(options: Namespace) -> int:
    """List the articles of the store, or withdraw some; raises UsageError where there is none."""
    if options.no_save and not options.withdraw:
        raise UsageError("--no-save is for --withdraw: a list changes nothing.")
    return _withdraw(options) if options.withdraw else _list(options)


def _withdraw(options: Namespace) -> int:
    if options.article or options.publisher or options.output_format != "text":
        raise UsageError("--withdraw lists nothing: leave out --article, --publisher and --output-format.")
    with stored(options, changes=True) as unit:
        rows = [_found(unit, path) for path in dict.fromkeys(options.withdraw)]
        current = {row.article_id for row in rows if row.state == "current"}
        for article in sorted(current):
            withdraw(unit, article, owner())
        changed = _worked_out(unit) if current else 0
    streams.say("".join(f"{_withdrawn(row, options.no_save)}\n" for row in rows))
    if current:
        streams.tell(outcome(changed, options))
    return 0


def _found(unit: Unit, path: str) -> ArticleRow:
    (row,) = listing.list_articles(unit, article=listing.find_article(unit, path))
    if row.state == "superseded":
        raise UsageError(f"the text {path} holds no place any more: another took it. Name that one by its path.")
    return row


def _worked_out(unit: Unit) -> int:
    history.update(unit)
    return history.log(unit)


def _withdrawn(row: ArticleRow, tried: bool) -> str:
    if row.state == "withdrawn":
        return f"{visible(near(row.source))} was withdrawn before, {_by(row)}: nothing changes"
    others = "".join(f", also called {visible(near(name))}," for name in row.names[1:])
    done, count = ("would be", "would count") if tried else ("is", "count")
    return f"{visible(near(row.source))}{others} {done} withdrawn: its claims {count} no more until it is checked again"


def _by(row: ArticleRow) -> str:
    return f"on {row.withdrawn} by {visible(row.withdrawn_by or 'somebody')}"


def _list(options: Namespace) -> int:
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
    state = f"withdrawn {_by(row)}" if row.withdrawn else row.state
    known = (state, row.publisher or "publisher unknown", published or "date unknown", f"added {row.added[:10]}")
    parts = "; ".join(visible(part) for part in known)
    yield f"{visible(near(row.source))}: {parts}; {_claims(row)}  {visible(row.article_id[:SHOWN])}"
    for name in row.names[1:]:
        yield f"     = also called {visible(near(name))}"
    for copy in row.copies:
        yield f"     = shares {copy['share']:.0%} of the shorter text with {visible(near(copy['path']))}"


def _claims(row: ArticleRow) -> str:
    if row.extent == "not checked":
        return f"not checked{_left(row)}"
    partly = f"; partly checked{_left(row)}" if row.unchecked else ""
    return f"{_verdicts(row)}{partly}"


def _left(row: ArticleRow) -> str:
    return f" ({counted(row.unchecked, 'passage')} left)" if row.unchecked else ""


def _verdicts(row: ArticleRow) -> str:
    told = counted(row.claims, "claim")
    if row.state != "current" or not row.claims:
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
        "state": row.state,
        "checked": {"checked": "yes", "partly checked": "partly", "not checked": "no"}[row.extent],
        "unchecked": row.unchecked,
        "claims": row.claims,
        **{verdict.value: getattr(row, verdict.value) for verdict in Verdict},
        "copies": [{**copy, "path": near(copy["path"])} for copy in row.copies],
    }
