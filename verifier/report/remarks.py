"""Turns a report into the remarks a linter makes, in reading order, for every format that is a list of lines."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from verifier.models import Article, Claim, Comparison, Extraction, Finding, Report, Span, Verdict
from verifier.report.visible import visible
from verifier.report.words import counted, passage, quoted, reason, said, scope, with_relation

Kind = Literal["conflicting", "corroborated", "unsourced", "unchecked", "unclaimed", "refused"]

_LISTED = 5
"""Counterparts of one claim that are listed unless everything is asked for."""


class Remark(NamedTuple):
    """One thing to say about one place of an article."""

    kind: Kind
    article: Article
    span: Span
    """Code points, half-open; empty where a remark has no passage."""
    line: int
    column: int
    message: str
    """One line, safe to show."""
    finding: Finding | None = None
    comparison: Comparison | None = None

    @property
    def where(self) -> str:
        """Path, line and column as editors understand them."""
        return f"{visible(self.article.path)}:{self.line}:{self.column}"


def remarks(report: Report, *, everything: bool = False) -> Iterator[Remark]:
    """Yield the conflicts and the unchecked passages of each article; with `everything` all there is to say."""
    findings: dict[str, list[Finding]] = {}
    for finding in report.findings:
        findings.setdefault(finding.claim.article, []).append(finding)
    for extraction in report.extractions:
        found = [*_unchecked(extraction)]
        for finding in findings.get(extraction.article.id, ()):
            found += _of_finding(extraction.article, finding, everything)
        found += _leftovers(extraction) if everything else ()
        yield from sorted(found, key=lambda remark: (remark.line, remark.column))


def place(article: Article, claim: Claim) -> Span:
    """Return the passage to show for a claim: its figure where it has one, else its first citation."""
    first = claim.citations[0]
    return claim.figure.span if claim.figure else _within(article, first.start, first.end)


def located(article: Article, line: int, column: int, words: str) -> Span | None:
    """Return the span of `words` at a line and column, or None where they do not stand there."""
    lines = article.text.split("\n", line)
    start = sum(len(passed) + 1 for passed in lines[: line - 1]) + column - 1
    return Span(start=start, end=start + len(words)) if article.text.startswith(words, start) else None


def _of_finding(article: Article, finding: Finding, everything: bool) -> Iterator[Remark]:
    if finding.verdict is Verdict.CONFLICTING:
        yield from _conflicts(article, finding, everything)
    elif everything:
        yield _remark(article, finding, _support(finding))


def _conflicts(article: Article, finding: Finding, everything: bool) -> Iterator[Remark]:
    conflicts = with_relation(finding, ["conflicts"])
    listed = conflicts if everything else conflicts[:_LISTED]
    for comparison in listed:
        yield _remark(article, finding, said(comparison), comparison)
    more = len(conflicts) - len(listed) + finding.more
    if more or not listed:
        yield _remark(article, finding, f"and {more:,} more" if listed and more else reason(finding))


def _support(finding: Finding) -> str:
    agreeing = [other for other in with_relation(finding, ["agrees"]) if other.independent]
    if finding.verdict is not Verdict.CORROBORATED or not agreeing:
        return reason(finding)
    more = len(agreeing) - 1 + finding.more
    return said(agreeing[0]) + (f"; and {more:,} more" if more else "")


def _remark(article: Article, finding: Finding, rest: str, comparison: Comparison | None = None) -> Remark:
    span = place(article, finding.claim)
    about = scope(finding.claim)
    head = passage(finding.claim) + (f" ({about})" if about else "")
    line, column = article.position(span.start)
    return Remark(finding.verdict.value, article, span, line, column, f"{head} — {rest}", finding, comparison)


def _unchecked(extraction: Extraction) -> Iterator[Remark]:
    article = extraction.article
    for passed in extraction.unchecked:
        span = _within(article, passed.start, passed.end)
        line, column = article.position(span.start)
        message = (
            f"{quoted(article.quote(span))} ({counted(span.end - span.start, 'character')}) — {visible(passed.why)}"
        )
        yield Remark("unchecked", article, span, line, column, message)


def _leftovers(extraction: Extraction) -> Iterator[Remark]:
    article, nowhere = extraction.article, Span(start=0, end=0)
    for refusal in extraction.refused:
        message = f"{quoted(refusal.what)} — {visible(refusal.why)}"
        yield Remark("refused", article, nowhere, 1, 1, message)
    for figure in extraction.figures.unclaimed:
        span = located(article, figure.line, figure.column, figure.text) or nowhere
        message = f"{quoted(figure.text)} — {visible(figure.why)}"
        yield Remark("unclaimed", article, span, figure.line, figure.column, message)


def _within(article: Article, start: int, end: int) -> Span:
    length = len(article.text)
    return Span(start=min(start, length), end=min(end, length))
