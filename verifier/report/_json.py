"""The report as data, for programs: `schema_version` changes before any key changes its meaning."""

import json as codec
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from verifier.models import (
    Article,
    Citation,
    Claim,
    Comparison,
    Extraction,
    Figure,
    Finding,
    Interval,
    Note,
    Period,
    Report,
    Unchecked,
    Usage,
)
from verifier.report.counts import counts
from verifier.report.passages import articles_by_id, passage_of, precise, within
from verifier.report.visible import clipped, is_hidden

SCHEMA_VERSION = 1
_QUOTED = 240
"""Characters of a passage that was not checked: it may be the whole article."""

_NOT_PLAIN = re.compile("[^\x20-\x7e\n]")


def json(report: Report) -> str:
    """Return the report as one JSON document; the same report gives the same bytes."""
    return encoded(document(report), indent=1) + "\n"


def jsonl(report: Report) -> str:
    """Return the report as JSON lines: first the summary, then one line an article, claim, refusal, passage."""
    content = document(report)
    head = {"type": "summary", **{key: content[key] for key in ("schema_version", "summary", "usage")}}
    kinds = {"articles": "article", "claims": "claim", "refused": "refused", "unchecked": "unchecked", "notes": "note"}
    rows = [{"type": kind, **row} for key, kind in kinds.items() for row in content[key]]
    return "".join(f"{encoded(row)}\n" for row in [head, *rows])


def encoded(content: object, indent: int | None = None) -> str:
    """Return `content` as JSON with readable letters and with every hidden character as an escape."""
    text = codec.dumps(content, ensure_ascii=False, indent=indent, allow_nan=False)
    return _NOT_PLAIN.sub(lambda match: _escaped(match[0]), text)


def document(report: Report) -> dict[str, Any]:
    """Return the report as plain values, in the order of the keys of the format."""
    report = precise(report)
    articles = articles_by_id(report)
    refused = [refusal for extraction in report.extractions for refusal in extraction.refused]
    return {
        "schema_version": SCHEMA_VERSION,
        "articles": [_article(extraction, report) for extraction in report.extractions],
        "claims": [_claim(finding) for finding in report.findings],
        "refused": [refusal.model_dump() for refusal in (*refused, *report.refused)],
        "unchecked": [_unchecked(passage, articles.get(passage.article)) for passage in report.unchecked],
        "notes": [_note(note, articles[note.article]) for note in report.notes],
        "usage": _usage(report.usage),
        "summary": counts(report),
    }


def _escaped(character: str) -> str:
    return codec.dumps(character)[1:-1] if is_hidden(character) else character


def _article(extraction: Extraction, report: Report) -> dict[str, Any]:
    article = extraction.article
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published and article.published.isoformat(),
        "authors": list(article.authors),
        "figures": extraction.figures.model_dump(),
        "usage": _usage(report.spent.get(article.id, Usage())),
    }


def _claim(finding: Finding) -> dict[str, Any]:
    claim = finding.claim
    return {
        "id": claim.id,
        "article": claim.article,
        **_citation(claim.citations[0]),
        "citations": [_citation(citation) for citation in claim.citations],
        "statement": claim.statement,
        **_meaning(claim),
        "attribution": claim.attribution,
        "model_words": list(claim.model_words),
        "verdict": finding.verdict.value,
        "reason": finding.reason,
        "sources": list(finding.sources),
        "comparisons": [_comparison(comparison) for comparison in finding.comparisons],
        "more": finding.more,
    }


def _meaning(claim: Claim) -> dict[str, Any]:
    return {
        "topic": claim.topic.model_dump(),
        "aspect": claim.aspect,
        "basis": claim.basis,
        "direction": claim.direction,
        "modality": claim.modality,
        "figure": claim.figure and _figure(claim, claim.figure),
        "period": claim.period and _period(claim.period),
        "base": claim.base and _period(claim.base),
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return citation.model_dump()


def _figure(claim: Claim, figure: Figure) -> dict[str, Any]:
    passage = passage_of(claim, figure)
    return {
        "text": figure.text,
        "line": passage.line,
        "column": passage.column,
        "value": _number(figure.value),
        "upper": _number(figure.upper),
        **dict(_ends("", figure.likely)),
        **dict(_ends("hard_", figure.hard)),
        "approx": figure.approx.value,
        "unit": figure.unit,
        "dimension": figure.dimension,
    }


def _ends(prefix: str, interval: Interval | None) -> Iterator[tuple[str, str | None]]:
    yield f"{prefix}low", _number(interval.low) if interval else None
    yield f"{prefix}high", _number(interval.high) if interval else None


def _number(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _period(period: Period) -> dict[str, Any]:
    return {
        "text": period.text,
        "start": period.start and period.start.isoformat(),
        "until": period.until and period.until.isoformat(),
        "year": period.year,
        "edtf": period.edtf,
    }


def _comparison(comparison: Comparison) -> dict[str, Any]:
    return comparison.model_dump(mode="json")


def _note(note: Note, article: Article) -> dict[str, Any]:
    line, column = article.position(note.start)
    quote = article.text[note.start : note.end]
    return {**note.model_dump(), "line": line, "column": column, "quote": quote}


def _unchecked(passed: Unchecked, article: Article | None) -> dict[str, Any]:
    """Return a passage with its place and how it begins; without, where it is about no single article."""
    if article is None:
        return {**passed.model_dump(), "line": None, "column": None, "quote": None}
    span = within(article, passed.start, passed.end)
    line, column = article.position(span.start)
    return {**passed.model_dump(), "line": line, "column": column, "quote": clipped(article.quote(span), _QUOTED)}


def _usage(usage: Usage) -> dict[str, Any]:
    cost = usage.cost_usd
    return {**usage.model_dump(), "cost_usd": None if cost is None else float(cost)}
