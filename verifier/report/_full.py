"""Each finding with both passages before the reader's eyes, so that it can be checked in ten seconds."""

from collections.abc import Iterator
from itertools import groupby

from verifier.models import Comparison, Finding, Report, Span, Verdict
from verifier.report.colours import painted
from verifier.report.remarks import Kind, Remark, remarks
from verifier.report.visible import clipped, clipped_left, visible, width
from verifier.report.words import about, counted, credited, reason, said, source_words, with_relation

_WIDTH = 100
"""Columns of an article's line that are shown."""


def full(report: Report, *, everything: bool = False, colour: bool = False) -> str:
    """Return for each finding its one-line form, both passages with their words underlined, and notes."""
    groups = groupby(remarks(report, everything=everything), key=_subject)
    return "\n".join("".join(f"{line}\n" for line in _block([*group], colour)) for _, group in groups)


def _subject(remark: Remark) -> tuple[str, str]:
    return remark.where, remark.finding.claim.id if remark.finding else remark.message


def _block(group: list[Remark], colour: bool) -> Iterator[str]:
    for remark in group:
        yield f"{remark.where}: {painted(remark.kind, remark.kind, colour)}  {remark.message}"
    first = group[0]
    if first.article and first.span.end > first.span.start:
        yield from _source(first.article.text, first.span, first.line, first.kind, colour)
    if first.finding is not None:
        for other in _shown(first.finding, group):
            yield from _counterpart(other, first.kind, colour)
        yield from _notes(first.finding)


def _shown(finding: Finding, group: list[Remark]) -> list[Comparison]:
    if finding.verdict is Verdict.CORROBORATED:
        return [other for other in with_relation(finding, ["agrees"]) if other.independent][:1]
    return [remark.comparison for remark in group if remark.comparison]


def _source(text: str, span: Span, line: int, kind: Kind, colour: bool) -> Iterator[str]:
    shown, marks = _excerpt(text, span)
    gutter = " " * max(len(str(line)), 4)
    yield f"{line:>4} | {shown.rstrip()}"
    yield f"{gutter} | {painted(marks, kind, colour)}"


def _counterpart(other: Comparison, kind: Kind, colour: bool) -> Iterator[str]:
    source = source_words(other)
    yield f"  -> {visible(other.path)}:{other.line}:{other.column}{f' ({source})' if source else ''}"
    span = Span(start=other.offset, end=other.offset + len(other.quote))
    yield from _source(other.sentence, span, other.line, kind, colour)


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


def _notes(finding: Finding) -> Iterator[str]:
    if here := credited(about(finding.claim), finding.claim.attribution):
        yield f"     = here: {here}"
    for other in with_relation(finding, ["conflicts"])[:1]:
        if there := credited(other.about, other.attribution):
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
