"""Turns a report into the remarks a linter makes, in reading order, for every format that is a list of lines."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from verifier.models import Article, Comparison, Extraction, Finding, Note, Refusal, Report, Span, Unchecked, Verdict
from verifier.report.passages import findings_by_article, located, notes_by_article, place, precise, within
from verifier.report.visible import clipped, visible
from verifier.report.words import counted, passage, quoted, reason, said, scope, with_relation

Kind = Literal["conflicting", "corroborated", "unsourced", "unchecked", "unclaimed", "refused", "note"]

BETWEEN = "between the articles"
"""Where a remark stands that is about no single article."""

_LISTED = 5
"""Counterparts of one claim that are listed unless everything is asked for."""
_WHY = 400
"""Characters of a reason: what a model endpoint says can be long."""
_NOWHERE = Span(start=0, end=0)


class Remark(NamedTuple):
    """One thing to say about one place of an article; all of it is one line, safe to show."""

    kind: Kind
    head: str
    """The passage it is about; empty where it is about none."""
    rest: str
    """What there is to say of it."""
    article: Article | None = None
    """None where it is about how the articles were held against each other."""
    span: Span = _NOWHERE
    """Code points, half-open; empty where a remark has no passage."""
    line: int = 1
    column: int = 1
    finding: Finding | None = None
    comparison: Comparison | None = None

    @property
    def message(self) -> str:
        """Passage and saying in one."""
        return f"{self.head} — {self.rest}" if self.head else self.rest

    @property
    def where(self) -> str:
        """Path, line and column as editors understand them."""
        return f"{visible(self.article.path)}:{self.line}:{self.column}" if self.article else BETWEEN


def remarks(report: Report, *, everything: bool = False) -> Iterator[Remark]:
    """Yield the conflicts, the unchecked passages and the notes on each article; with `everything` all there is."""
    findings, notes = findings_by_article(precise(report)), notes_by_article(report)
    for extraction in report.extractions:
        found = [*_unchecked(extraction), *_noted(extraction.article, notes.get(extraction.article.id, ()))]
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
    return Remark(finding.verdict.value, head, rest, article, span, line, column, finding, comparison)


def _unchecked(extraction: Extraction) -> Iterator[Remark]:
    article = extraction.article
    for passed in extraction.unchecked:
        span = within(article, passed.start, passed.end)
        line, column = article.position(span.start)
        head = f"{quoted(article.quote(span))} ({counted(span.end - span.start, 'character')})"
        yield Remark("unchecked", head, _why(passed), article, span, line, column)


def _noted(article: Article, notes: Iterable[Note]) -> Iterator[Remark]:
    for note in notes:
        span = within(article, note.start, note.end)
        line, column = article.position(span.start)
        yield Remark("note", quoted(article.quote(span)), _why(note), article, span, line, column)


def _leftovers(extraction: Extraction) -> Iterator[Remark]:
    article = extraction.article
    yield from _refused(extraction.refused, article)
    for figure in extraction.figures.unclaimed:
        span = located(article, figure.line, figure.column, figure.text) or _NOWHERE
        yield Remark("unclaimed", quoted(figure.text), visible(figure.why), article, span, figure.line, figure.column)


def _refused(refusals: Iterable[Refusal], article: Article | None) -> Iterator[Remark]:
    for refusal in refusals:
        yield Remark("refused", quoted(refusal.what), _why(refusal), article)


def _between(passages: Iterable[Unchecked]) -> Iterator[Remark]:
    for passed in passages:
        yield Remark("unchecked", "", _why(passed))


def _why(trouble: Refusal | Unchecked | Note) -> str:
    return clipped(visible(trouble.why), _WHY)
