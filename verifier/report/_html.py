"""One page to hand on: no script, nothing loaded, every word of an article escaped."""

from collections.abc import Iterable
from html import escape

from verifier.models import Article, Comparison, Extraction, Finding, Note, Report, Span, Verdict
from verifier.report._summary import summary
from verifier.report.passages import (
    findings_by_article,
    notes_by_article,
    place,
    precise,
    stretch,
    within,
)
from verifier.report.remarks import Kind
from verifier.report.visible import clipped, visible
from verifier.report.words import about, counted, credited, passage, reason, scope, source_words

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem;
  overflow-wrap: anywhere; }
article { border: 1px solid #8888; border-left-width: .5rem; margin: 1rem 0; padding: .5rem 1rem; }
article.conflicting { border-left-color: #b00020; } article.corroborated { border-left-color: #1b7f3b; }
article.unchecked { border-left-color: #7a2ea0; } article.note { border-left-color: #b07d00; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 0 2rem; }
.sides > div { min-width: 0; } footer pre { white-space: pre-wrap; }
blockquote { margin: .3rem 0; } blockquote, mark, h2, h3, .where { unicode-bidi: isolate; }
mark { font-weight: bold; } .where, footer { color: #555; font-size: .9rem; }
""".strip()
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>verifier report</title>
<style>
{style}
</style>
</head>
<body>
<main>
<h1>What the articles say of each other</h1>
{body}
</main>
<footer><pre>{summary}</pre></footer>
</body>
</html>
"""
_PASSAGE = 1_000
"""Characters that are shown of a passage that is unchecked or noted."""

_ORDER = (Verdict.CONFLICTING, Verdict.CORROBORATED, Verdict.UNSOURCED)


def html(report: Report) -> str:
    """Return a page with each claim, its passage, its verdict and the passages it was compared with."""
    findings, notes = findings_by_article(precise(report)), notes_by_article(report)
    names = ((extraction, extraction.article.id) for extraction in report.extractions)
    sections = [_section(extraction, findings.get(name, []), notes.get(name, [])) for extraction, name in names]
    between = [
        f'<article class="unchecked"><h3>unchecked: {_text(pair.why)}</h3></article>' for pair in report.unreconciled
    ]
    body = "\n".join([*sections, *between])
    return _PAGE.format(style=_STYLE, body=body, summary=_text(summary(report).strip(), lines=True))


def _section(extraction: Extraction, findings: list[Finding], notes: list[Note]) -> str:
    article = extraction.article
    parts = [f"<section>\n<h2>{_text(article.title or article.path)}</h2>\n{_source(article)}"]
    parts += [_aside("note", article, within(article, note.start, note.end), note.why) for note in notes]
    parts += [
        _aside("unchecked", article, within(article, passed.start, passed.end), passed.why)
        for passed in extraction.unchecked
    ]
    for verdict in _ORDER:
        parts += _group(article, [finding for finding in findings if finding.verdict is verdict])
    return "\n".join([*parts, "</section>"])


def _group(article: Article, findings: list[Finding]) -> Iterable[str]:
    if not findings:
        return
    verdict = findings[0].verdict
    opened = " open" if verdict is Verdict.CONFLICTING else ""
    yield f"<details{opened}>\n<summary>{counted(len(findings), 'claim')} {verdict}</summary>"
    yield from (_finding(article, finding) for finding in findings)
    yield "</details>"


def _finding(article: Article, finding: Finding) -> str:
    claim = finding.claim
    head = " — ".join(part for part in (_text(passage(claim)), _text(scope(claim))) if part)
    others = "\n".join(_other(comparison) for comparison in finding.comparisons)
    more = f"\n<p>and {finding.more:,} more</p>" if finding.more else ""
    return (
        f'<article class="{finding.verdict}">\n<h3>{finding.verdict}: {head}</h3>\n<p>{_text(reason(finding))}</p>\n'
        f'<div class="sides">\n{_own(article, finding)}\n{others}\n</div>{more}\n</article>'
    )


def _own(article: Article, finding: Finding) -> str:
    claim = finding.claim
    line, column = article.position(place(article, claim).start)
    quote = _text(claim.sentence)
    if claim.figure:
        span, around = claim.figure.span, stretch(article, claim, claim.figure.span)
        quote = _marked(article.quote(around), Span(start=span.start - around.start, end=span.end - around.start))
    return _side(_where(article.path, line, column), quote, credited(about(claim), claim.attribution))


def _other(other: Comparison) -> str:
    relation = f"{other.relation}{f' ({other.difference})' if other.difference else ''}: {other.why}"
    where = _where(other.path, other.line, other.column, source_words(other))
    quote = _marked(other.sentence, Span(start=other.offset, end=other.offset + len(other.quote)))
    return _side(where, quote, credited(other.about, other.attribution), relation)


def _side(where: str, quote: str, *told: str) -> str:
    return (
        f"<div>{where}<blockquote>{quote}</blockquote>{''.join(f'<p>{_text(line)}</p>' for line in told if line)}</div>"
    )


def _marked(sentence: str, span: Span) -> str:
    if span.end - span.start == len(sentence):
        return _text(sentence)
    before, words, after = sentence[: span.start], sentence[span.start : span.end], sentence[span.end :]
    return f"{_text(before)}<mark>{_text(words)}</mark>{_text(after)}"


def _aside(kind: Kind, article: Article, span: Span, why: str) -> str:
    where = _where(article.path, *article.position(span.start))
    # More is cut off before it is escaped: one passage can be the whole article.
    quote = _text(clipped(article.text[span.start : min(span.end, span.start + _PASSAGE + 1)], _PASSAGE))
    length = f"({counted(span.end - span.start, 'character')})"
    return (
        f'<article class="{kind}"><h3>{kind}: {_text(why)}</h3>{where}'
        f"<blockquote>{quote}</blockquote><p>{length}</p></article>"
    )


def _source(article: Article) -> str:
    known = (article.path, article.publisher, article.published and article.published.isoformat())
    return f'<p class="where">{" · ".join(_text(part) for part in known if part)}</p>'


def _where(path: str, line: int, column: int, source: str = "") -> str:
    return f'<div class="where">{_text(path)}:{line}:{column}{f" ({_text(source)})" if source else ""}</div>'


def _text(text: str, *, lines: bool = False) -> str:
    return "\n".join(escape(visible(line)) for line in text.split("\n")) if lines else escape(visible(text))
