"""SARIF 2.1.0, the format in which code hosts and editors take findings from any checker."""

import re
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from verifier.models import Article, Comparison, Report, Span
from verifier.report._json import encoded
from verifier.report.passages import articles_by_id, located
from verifier.report.remarks import Kind, Remark, remarks
from verifier.report.words import quoted, source_words

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_RULES: dict[Kind, str] = {
    "conflicting": "Another article, or another passage, states something that cannot hold together with this.",
    "unchecked": "This passage could not be checked.",
    "corroborated": "An independent article states the same, and none contradicts it.",
    "unsourced": "No independent article bears this out, and none contradicts it.",
    "unclaimed": "No claim uses this figure.",
    "refused": "Something of the model's answer was not taken.",
    "note": "The article hides or turns text, or addresses whoever checks it.",
}
_LEVELS: dict[Kind, str] = {"conflicting": "error", "unchecked": "warning", "corroborated": "none"}
_SENTENCE = 1_000
"""Characters of the other sentence that are shown."""
_ADDRESS = re.compile("[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def sarif(report: Report, *, everything: bool = False) -> str:
    """Return a SARIF log with the conflicts and unchecked passages; with `everything` all there is to say."""
    articles = articles_by_id(report)
    run = {
        "tool": {"driver": {"name": "verifier", "rules": [_rule(kind, text) for kind, text in _RULES.items()]}},
        # Without this the columns would be read as UTF-16 units.
        "columnKind": "unicodeCodePoints",
        "results": [_result(remark, articles) for remark in remarks(report, everything=everything)],
    }
    return encoded({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _rule(kind: Kind, text: str) -> dict[str, Any]:
    return {"id": kind, "shortDescription": {"text": text}}


def _result(remark: Remark, articles: dict[str, Article]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": remark.kind,
        "ruleIndex": [*_RULES].index(remark.kind),
        "kind": "pass" if remark.kind == "corroborated" else "fail",
        "level": _LEVELS.get(remark.kind, "note"),
        "message": {"text": remark.message},
    }
    if remark.article:
        place = _location(remark.article, remark.span, remark.line, remark.column)
        result["locations"] = [{"physicalLocation": place}]
    if remark.comparison:
        result["relatedLocations"] = [_related(remark.comparison, articles)]
    if remark.finding:
        result["partialFingerprints"] = {"claims/v1": _fingerprint(remark)}
    return result


def _fingerprint(remark: Remark) -> str:
    claim = remark.finding.claim.id if remark.finding else ""
    return f"{claim}:{remark.comparison.claim}" if remark.comparison else claim


def _related(other: Comparison, articles: dict[str, Article]) -> dict[str, Any]:
    article = articles.get(other.article)
    span = located(article, other.line, other.column, other.quote) if article else None
    place = (
        _location(article, span, other.line, other.column) if article else _bare(other.path, other.line, other.column)
    )
    source = source_words(other)
    text = f"{quoted(other.sentence, _SENTENCE)}{f' ({source})' if source else ''}"
    return {"id": 0, "message": {"text": text}, "physicalLocation": place}


def _location(article: Article, span: Span | None, line: int, column: int) -> dict[str, Any]:
    place = _bare(article.path, line, column)
    if span and span.end > span.start:
        end_line, end_column = article.position(span.end)
        place["region"] |= {"endLine": end_line, "endColumn": end_column}
        place["region"] |= {"charOffset": span.start, "charLength": span.end - span.start}
    return place


def _bare(path: str, line: int, column: int) -> dict[str, Any]:
    return {"artifactLocation": {"uri": _uri(path)}, "region": {"startLine": line, "startColumn": column}}


def _uri(path: str) -> str:
    if _ADDRESS.match(path):
        return quote(path.encode("utf-8", "surrogateescape"), safe=":/?#[]@!$&'()*+,;=%~")
    name = PurePath(path)
    return name.as_uri() if name.is_absolute() else quote(name.as_posix().encode("utf-8", "surrogateescape"))
