"""One page to hand on: no script, nothing loaded, every word of an article escaped."""

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from verifier.models import Article, Claim, Comparison, Extraction, Finding, Note, Report, Span, Verdict
from verifier.report._summary import summary
from verifier.report.passages import (
    articles_by_id,
    claims_by_id,
    findings_by_article,
    notes_by_article,
    place,
    precise,
    stretch,
    within,
)
from verifier.report.remarks import Kind
from verifier.report.visible import clipped, visible
from verifier.report.words import counted, passage, reason, scope

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
article { border: 1px solid #8888; border-left-width: .5rem; margin: 1rem 0; padding: .5rem 1rem; }
article.conflicting { border-left-color: #b00020; } article.corroborated { border-left-color: #1b7f3b; }
article.unchecked { border-left-color: #7a2ea0; } article.note { border-left-color: #b07d00; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 0 2rem; }
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
<h1>What the articles say of each other</h1>
{body}
<footer><pre>{summary}</pre></footer>
</body>
</html>
"""
_PASSAGE = 1_000
"""Characters that are shown of a passage that is unchecked or noted."""

_ORDER = (Verdict.CONFLICTING, Verdict.CORROBORATED, Verdict.UNSOURCED)


class _Run(NamedTuple):
    """What is at hand while a claim is shown."""

    articles: dict[str, Article]
    claims: dict[str, Claim]
    notes: dict[str, list[Note]]


def html(report: Report) -> str:
    """Return a page with each claim, its passage, its verdict and the passages it was compared with."""
    findings = findings_by_article(precise(report))
    run = _Run(articles_by_id(report), claims_by_id(report), notes_by_article(report))
    sections = [_section(extraction, findings.get(extraction.article.id, []), run) for extraction in report.extractions]
    between = [
        f'<article class="unchecked"><h3>unchecked: {_text(pair.why)}</h3></article>' for pair in report.unreconciled
    ]
    body = "\n".join([*sections, *between])
    return _PAGE.format(style=_STYLE, body=body, summary=_text(summary(report).strip(), lines=True))


def _section(extraction: Extraction, findings: Iterable[Finding], run: _Run) -> str:
    article = extraction.article
    parts = [f"<section>\n<h2>{_text(article.title or article.path)}</h2>\n{_source(article)}"]
    parts += [
        _aside("note", article, within(article, note.start, note.end), note.why)
        for note in run.notes.get(article.id, ())
    ]
    parts += [
        _aside("unchecked", article, within(article, passed.start, passed.end), passed.why)
        for passed in extraction.unchecked
    ]
    for verdict in _ORDER:
        parts += _group(article, [finding for finding in findings if finding.verdict is verdict], run)
    return "\n".join([*parts, "</section>"])


def _group(article: Article, findings: list[Finding], run: _Run) -> Iterable[str]:
    if not findings:
        return
    verdict = findings[0].verdict
    opened = " open" if verdict is Verdict.CONFLICTING else ""
    yield f"<details{opened}>\n<summary>{counted(len(findings), 'claim')} {verdict}</summary>"
    yield from (_finding(article, finding, run) for finding in findings)
    yield "</details>"


def _finding(article: Article, finding: Finding, run: _Run) -> str:
    claim = finding.claim
    about = " — ".join(part for part in (_text(passage(claim)), _text(scope(claim))) if part)
    others = "\n".join(_other(comparison, run) for comparison in finding.comparisons)
    more = f"\n<p>and {finding.more:,} more</p>" if finding.more else ""
    return (
        f'<article class="{finding.verdict}">\n<h3>{finding.verdict}: {about}</h3>\n<p>{_text(reason(finding))}</p>\n'
        f'<div class="sides">\n{_own(article, finding)}\n{others}\n</div>{more}\n</article>'
    )


def _own(article: Article, finding: Finding) -> str:
    line, column = article.position(place(article, finding.claim).start)
    return f"<div>{_where(article.path, line, column)}<blockquote>{_marked(article, finding.claim)}</blockquote></div>"


def _marked(article: Article, claim: Claim) -> str:
    if claim.figure is None:
        return _text(claim.sentence)
    span, around = claim.figure.span, stretch(article, claim, claim.figure.span)
    before, after = article.text[around.start : span.start], article.text[span.end : around.end]
    return f"{_text(before)}<mark>{_text(article.quote(span))}</mark>{_text(after)}"


def _other(other: Comparison, run: _Run) -> str:
    article, claim = run.articles.get(other.article), run.claims.get(other.claim)
    relation = f"{other.relation}{f' ({other.difference})' if other.difference else ''}: {other.why}"
    where = _where(other.path, other.line, other.column)
    quote = _marked(article, claim) if article and claim else _text(other.quote)
    return f"<div>{where}<blockquote>{quote}</blockquote><p>{_text(relation)}</p></div>"


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


def _where(path: str, line: int, column: int) -> str:
    return f'<div class="where">{_text(path)}:{line}:{column}</div>'


def _text(text: str, *, lines: bool = False) -> str:
    return "\n".join(escape(visible(line)) for line in text.split("\n")) if lines else escape(visible(text))
