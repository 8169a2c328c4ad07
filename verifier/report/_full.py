"""Each finding with both passages before the reader's eyes, so that it can be checked in ten seconds."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from verifier.models import Article, Claim, Comparison, Finding, Report, Span, Verdict
from verifier.report.colours import painted
from verifier.report.passages import articles_by_id, claims_by_id, located
from verifier.report.remarks import Kind, Remark, remarks
from verifier.report.visible import clipped, clipped_left, visible, width
from verifier.report.words import counted, quoted, reason, said, scope, with_relation, year_words

_WIDTH = 100
"""Columns of an article's line that are shown."""


def full(report: Report, *, everything: bool = False, colour: bool = False) -> str:
    """Return for each finding its one-line form, both passages with their words underlined, and notes."""
    run = _Run(articles_by_id(report), claims_by_id(report), colour)
    groups = groupby(remarks(report, everything=everything), key=_subject)
    return "\n".join("".join(f"{line}\n" for line in _block([*group], run)) for _, group in groups)


class _Run(NamedTuple):
    """What is at hand while a block is written."""

    articles: dict[str, Article]
    claims: dict[str, Claim]
    colour: bool


def _subject(remark: Remark) -> tuple[str, str]:
    return remark.where, remark.finding.claim.id if remark.finding else remark.message


def _block(group: list[Remark], run: _Run) -> Iterator[str]:
    for remark in group:
        yield f"{remark.where}: {painted(remark.kind, remark.kind, run.colour)}  {remark.message}"
    first = group[0]
    if first.article and first.span.end > first.span.start:
        yield from _source(first.article, first.span, first.kind, run)
    if first.finding is not None:
        for other in _shown(first.finding, group):
            yield from _counterpart(other, first.kind, run)
        yield from _notes(first.finding, run)


def _shown(finding: Finding, group: list[Remark]) -> list[Comparison]:
    if finding.verdict is Verdict.CORROBORATED:
        return [other for other in with_relation(finding, ["agrees"]) if other.independent][:1]
    return [remark.comparison for remark in group if remark.comparison]


def _source(article: Article, span: Span, kind: Kind, run: _Run) -> Iterator[str]:
    shown, marks = _excerpt(article.text, span)
    number = str(article.position(span.start)[0])
    gutter = " " * max(len(number), 4)
    yield f"{number:>4} | {shown.rstrip()}"
    yield f"{gutter} | {painted(marks, kind, run.colour)}"


def _counterpart(other: Comparison, kind: Kind, run: _Run) -> Iterator[str]:
    yield f"  -> {visible(other.path)}:{other.line}:{other.column}"
    article = run.articles.get(other.article)
    span = located(article, other.line, other.column, other.quote) if article else None
    if article and span:
        yield from _source(article, span, kind, run)
    else:
        yield f"{other.line:>4} | {quoted(other.quote)}"


def _excerpt(text: str, span: Span) -> tuple[str, str]:
    """Return the part of the line round `span` that fits, and the marks that go under it."""
    # No more of a line is looked at than can be shown: one line of an article can be the whole article.
    reach = max(0, span.start - _WIDTH)
    line_start = max(text.rfind("\n", reach, span.start) + 1, reach)
    line_end = text.find("\n", span.start, span.end + _WIDTH)
    line_end = min(len(text), span.end + _WIDTH) if line_end < 0 else line_end
    whole = visible(text[span.start : min(span.end, line_end, span.start + 2 * _WIDTH)])
    words = clipped(whole, _WIDTH)
    room = _WIDTH - len(words)
    before = visible(text[line_start : span.start])
    after = visible(text[span.end : line_end]) if words == whole else ""
    before = clipped_left(before, max(room - len(after), room * 2 // 3, 1))
    after = clipped(after, max(room - len(before), 1))
    return before + words + after, " " * width(before) + "^" * max(width(words), 1)


def _notes(finding: Finding, run: _Run) -> Iterator[str]:
    if here := _about(finding.claim):
        yield f"     = here: {here}"
    for other in with_relation(finding, ["conflicts"])[:1]:
        if there := _about_other(other, run):
            yield f"     = there: {there}"
    supporters = [other for other in with_relation(finding, ["agrees"]) if other.independent]
    if supporters and finding.verdict is Verdict.CONFLICTING:
        where = ", ".join(f"{visible(other.path)}:{other.line}" for other in supporters[:3])
        yield f"     = {counted(len(supporters), 'article')} bears this claim out: {where}"
    if finding.verdict is Verdict.CORROBORATED:
        yield f"     = {reason(finding)}"
    for relation in ("compatible", "implies", "not comparable"):
        # What neither bears out nor contradicts is worth a line where nothing else was found.
        if relation != "not comparable" or finding.verdict is Verdict.UNSOURCED:
            yield from (f"     = {relation}: {said(other)}" for other in with_relation(finding, [relation])[:1])
    if finding.claim.model_words:
        yield f"     = rests on the model's word: {visible(', '.join(finding.claim.model_words))}"


def _about_other(other: Comparison, run: _Run) -> str:
    claim = run.claims.get(other.claim)
    return _about(claim) if claim else visible(other.period or "")


def _about(claim: Claim) -> str:
    parts = [scope(claim), year_words(claim.period)]
    parts += [f"a {claim.modality}, not a fact"] if claim.modality != "fact" else []
    parts += [f"according to {quoted(claim.attribution)}"] if claim.attribution else []
    return "; ".join(part for part in parts if part)
