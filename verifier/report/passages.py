"""Finds the passage a reader has to be shown: the figure's own words where there are any, on either side."""

from verifier.models import Article, Claim, Comparison, Finding, Note, Report, Span


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


def claims_by_id(report: Report) -> dict[str, Claim]:
    """Return the claims of the run."""
    return {finding.claim.id: finding.claim for finding in report.findings}


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
    """Return the report with each comparison at its figure, and under the path this run knows its article by."""
    articles, claims = articles_by_id(report), claims_by_id(report)
    findings = tuple(_precise(finding, articles, claims) for finding in report.findings)
    return report.model_copy(update={"findings": findings})


def _precise(finding: Finding, articles: dict[str, Article], claims: dict[str, Claim]) -> Finding:
    comparisons = tuple(_at_figure(other, articles, claims) for other in finding.comparisons)
    return finding.model_copy(update={"comparisons": comparisons})


def _at_figure(other: Comparison, articles: dict[str, Article], claims: dict[str, Claim]) -> Comparison:
    article, claim = articles.get(other.article), claims.get(other.claim)
    if article is None:
        return other
    known: dict[str, object] = {"path": article.path}
    if claim and claim.figure and claim.figure.text == other.quote:
        known["line"], known["column"] = article.position(claim.figure.span.start)
    return other.model_copy(update=known)
