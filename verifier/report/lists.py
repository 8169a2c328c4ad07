"""Claims and articles as data where they are listed and not just checked: the keys are those of a report."""

from collections.abc import Mapping, Sequence
from typing import Any

from verifier.models import Article, Claim, Finding, Report, Verdict
from verifier.report._json import SCHEMA_VERSION, document, encoded

Row = dict[str, Any]
_OF_A_RUN = ("sources", "comparisons", "more")
"""Keys that only the report of a run can fill."""


def claim_row(claim: Claim, verdict: str | None, reason: str | None) -> Row:
    """Return a claim as a report has it, without its comparisons; `verdict` is None where there is none yet."""
    finding = Finding(claim=claim, verdict=Verdict(verdict or Verdict.UNSOURCED), reason=reason or "")
    (row,) = document(Report(extractions=(), findings=(finding,)))["claims"]
    told = {key: value for key, value in row.items() if key not in _OF_A_RUN}
    return told | {"verdict": verdict, "reason": reason}


def article_row(article: Article) -> Row:
    """Return what a report says of an article, its figures aside."""
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published and article.published.isoformat(),
    }


def listed(head: Row, rows: Mapping[str, Sequence[Row]], output_format: str) -> str:
    """Return lists of rows as one JSON document ("json"), or as JSON lines that each say what they are ("jsonl")."""
    head = {"schema_version": SCHEMA_VERSION, **head}
    if output_format == "json":
        return encoded({**head, **rows}, indent=1) + "\n"
    lines = [{"type": "summary", **head}]
    lines += [{"type": kind.removesuffix("s"), **row} for kind, found in rows.items() for row in found]
    return "".join(f"{encoded(line)}\n" for line in lines)
