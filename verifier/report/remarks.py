"""Turns a report into the remarks a linter makes, in reading order, for every format that is a list of lines."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from verifier.models import Article, Comparison, Extraction, Finding, Refusal, Report, Span, Unchecked, Verdict
from verifier.report.passages import located, place, precise, within
from verifier.report.visible import clipped, visible
from verifier.report.words import counted, passage, quoted, reason, said, scope, with_relation

Kind = Literal["conflicting", "corroborated", "unsourced", "unchecked", "unclaimed", "refused"]

BETWEEN = "between the articles"
"""Where a remark stands that is about no single article."""

_LISTED = 5
"""Counterparts of one claim that are listed unless everything is asked for."""
_WHY = 400
"""Characters of a reason: what a model endpoint says can be long."""
_NOWHERE = Span(start=0, end=0)


class Remark(NamedTuple):
    """One thing to say about one place of an article."""

    kind: Kind
    message: str
    """One line, safe to show."""
    article: Article | None = None
    """None where it is about how the articles were held against each other."""
    span: Span = _NOWHERE
    """Code points, half-open; empty where a remark has no passage."""
    line: int = 1
    column: int = 1
    finding: Finding | None = None
    comparison: Comparison | None = None

    @property
    def where(self) -> str:
        """Path, line and column as editors understand them."""
        return f"{visible(self.article.path)}:{self.line}:{self.column}" if self.article else BETWEEN


def remarks(report: Report, *, everything: bool = False) -> Iterator[Remark]:
    """Yield the conflicts and the unchecked passages of each article; with `everything` all there is to say."""
    findings: dict[str, list[Finding]] = {}
    for finding in precise(report).findings:
        findings.setdefault(finding.claim.article, []).append(finding)
    for extraction in report.extractions:
        found = [*_unchecked(extraction)]
        for finding in findings.get(extraction.article.id, ()):
            found += _of_finding(extraction.article, finding, everything)
        found += _leftovers(extraction) if everything else ()
        yield from sorted(found, key=lambda remark: (remark.line, remark.column))
    yield from _between(report.unreconciled)
    yield from _refused(report.refused, None) if everything else ()


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
    return Remark(finding.verdict.value, f"{head} — {rest}", article, span, line, column, finding, comparison)


def _unchecked(extraction: Extraction) -> Iterator[Remark]:
    article = extraction.article
    for passed in extraction.unchecked:
        span = within(article, passed.start, passed.end)
        line, column = article.position(span.start)
        length = counted(span.end - span.start, "character")
        yield Remark(
            "unchecked", f"{quoted(article.quote(span))} ({length}) — {_why(passed)}", article, span, line, column
        )


def _leftovers(extraction: Extraction) -> Iterator[Remark]:
    article = extraction.article
    yield from _refused(extraction.refused, article)
    for figure in extraction.figures.unclaimed:
        span = located(article, figure.line, figure.column, figure.text) or _NOWHERE
        message = f"{quoted(figure.text)} — {visible(figure.why)}"
        yield Remark("unclaimed", message, article, span, figure.line, figure.column)


def _refused(refusals: Iterable[Refusal], article: Article | None) -> Iterator[Remark]:
    for refusal in refusals:
        yield Remark("refused", f"{quoted(refusal.what)} — {_why(refusal)}", article)


def _between(passages: Iterable[Unchecked]) -> Iterator[Remark]:
    for passed in passages:
        yield Remark("unchecked", _why(passed))


def _why(trouble: Refusal | Unchecked) -> str:
    return clipped(visible(trouble.why), _WHY)
