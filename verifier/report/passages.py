"""Finds the passage a reader has to be shown: the figure's own words where there are any, on either side."""

from typing import NamedTuple

from verifier.models import Article, Citation, Claim, Comparison, Figure, Finding, Note, Report, Span


class Passage(NamedTuple):
    """Some words of an article in the sentence they stand in, as far as a claim knows it without the article."""

    words: str
    line: int
    column: int
    sentence: str
    offset: int
    """Where the words begin in the sentence."""


def place(article: Article, claim: Claim) -> Span:
    """Return the passage to show for a claim of `article`: its figure where it has one, else its first citation."""
    first = claim.citations[0]
    return claim.figure.span if claim.figure else within(article, first.start, first.end)


def stretch(article: Article, claim: Claim, span: Span) -> Span:
    """Return the sentence of a claim of `article` round its figure at `span`, or the citation that holds the figure.

    A figure's words may stand in the sentence more than once, and the figure in another sentence than the first.
    """
    length = len(claim.sentence)
    start = article.text.find(claim.sentence, max(0, span.end - length), span.start + length)
    if start >= 0:
        return Span(start=start, end=start + length)
    holding = (Span(start=cited.start, end=cited.end) for cited in claim.citations)
    return next((cited for cited in holding if cited.start <= span.start and span.end <= cited.end), span)


def passage_of(claim: Claim, figure: Figure | None) -> Passage:
    """Return where the claim's figure stands; without one, the claim's first citation."""
    cited = claim.citations[0]
    if figure is None:
        start = max(claim.sentence.find(cited.quote), 0)
        sentence = claim.sentence if claim.sentence.startswith(cited.quote, start) else cited.quote
        return Passage(cited.quote, cited.line, cited.column, sentence, start)
    holding = next((one for one in claim.citations if one.start <= figure.span.start < one.end), cited)
    before = holding.quote[: max(figure.span.start - holding.start, 0)]
    breaks = before.count("\n")
    column = len(before) - before.rfind("\n") if breaks else holding.column + len(before)
    return Passage(figure.text, holding.line + breaks, column, *_sentence(claim, figure, holding))


def _sentence(claim: Claim, figure: Figure, holding: Citation) -> tuple[str, int]:
    """Return the claim's sentence, or else the citation that holds the figure, and where the figure stands in it."""
    first = claim.citations[0]
    start = first.start - claim.sentence.find(first.quote)
    for sentence, offset in (
        (claim.sentence, figure.span.start - start),
        (holding.quote, figure.span.start - holding.start),
    ):
        if offset >= 0 and sentence.startswith(figure.text, offset):
            return sentence, offset
    return figure.text, 0


def within(article: Article, start: int, end: int) -> Span:
    """Return the span, held to the article's text."""
    length = len(article.text)
    return Span(start=min(start, length), end=min(end, length))


def located(article: Article, line: int, column: int, words: str) -> Span | None:
    """Return the span of `words` at a line and column, or None where they do not stand there."""
    start = article.offset(line, column)
    return Span(start=start, end=start + len(words)) if article.text.startswith(words, start) else None


def articles_by_id(report: Report) -> dict[str, Article]:
    """Return the articles of the run."""
    return {extraction.article.id: extraction.article for extraction in report.extractions}


def findings_by_article(report: Report) -> dict[str, list[Finding]]:
    """Return the findings of the run under the id of the article that makes the claim."""
    findings: dict[str, list[Finding]] = {}
    for finding in report.findings:
        findings.setdefault(finding.claim.article, []).append(finding)
    return findings


def notes_by_article(report: Report) -> dict[str, list[Note]]:
    """Return the notes of the run under the id of the article they are on."""
    notes: dict[str, list[Note]] = {}
    for note in report.notes:
        notes.setdefault(note.article, []).append(note)
    return notes


def precise(report: Report) -> Report:
    """Return the report with each comparison under the path this run knows its article by."""
    articles = articles_by_id(report)
    findings = tuple(_precise(finding, articles) for finding in report.findings)
    return report.model_copy(update={"findings": findings})


def _precise(finding: Finding, articles: dict[str, Article]) -> Finding:
    comparisons = tuple(_known(other, articles.get(other.article)) for other in finding.comparisons)
    return finding.model_copy(update={"comparisons": comparisons})


def _known(other: Comparison, article: Article | None) -> Comparison:
    return other.model_copy(update={"path": article.path}) if article else other
