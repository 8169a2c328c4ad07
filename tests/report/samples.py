"""Reports as a run would make them, built by hand, so that the formats are tested on their own."""

from datetime import date
from decimal import Decimal

from verifier.models import (
    Article,
    Citation,
    Claim,
    Comparison,
    Extraction,
    Figure,
    Figures,
    Finding,
    Interval,
    Note,
    Period,
    Refusal,
    Relation,
    Report,
    Span,
    Topic,
    Unchecked,
    Unclaimed,
    Usage,
    Verdict,
)
from verifier.report.passages import passage_of
from verifier.report.words import about

HARBOUR = Article(
    id="harbour-id",
    path="harbour.txt",
    text=(
        "Harbour counts its year\n\n"
        "The port handled 412,000 containers in May, the authority said.\n"
        "Crane No. 7 stood still.\n"
    ),
    title="Harbour counts its year",
    publisher="Quay Post",
    published=date(2025, 6, 3),
)
GAZETTE = Article(id="gazette-id", path="news/gazette.txt", text="- In May 2025 the port handled 398,500 containers.\n")

HOSTILE = "safe\x1b[31m\r\nred\u202egnp.exe\u200b\x9b2J <script>alert(1)</script> ]]> %0A::error::"


def figure(article: Article, words: str, value: str) -> Figure:
    """The figure that stands at `words`, counting containers."""
    start = article.text.index(words)
    number = Decimal(value)
    return Figure(
        span=Span(start=start, end=start + len(words)),
        text=words,
        role="quantity",
        value=number,
        likely=Interval(low=number, high=number),
        hard=Interval(low=number - 500, high=number + 500),
        unit="containers",
        dimension="count",
    )


def may(article: Article) -> Period:
    """May 2025, the year taken from elsewhere."""
    start = article.text.index("May")
    return Period(
        span=Span(start=start, end=start + 3),
        text="May",
        kind="interval",
        granularity="month",
        start=date(2025, 5, 1),
        until=date(2025, 6, 1),
        edtf="2025-05",
        year="inferred",
    )


def citation(article: Article, quote: str) -> Citation:
    """The place where `quote` stands."""
    start = article.text.index(quote)
    line, column = article.position(start)
    return Citation(quote=quote, start=start, end=start + len(quote), line=line, column=column)


def figure_claim(article: Article, quote: str, words: str, value: str) -> Claim:
    """The claim that the port handled so many containers in May."""
    return Claim(
        id=f"{article.id}-throughput",
        article=article.id,
        statement=f"throughput, May 2025: {words}",
        topic=Topic(measure="throughput", item="containers", actor="the port"),
        aspect="amount",
        figure=figure(article, words, value),
        period=may(article),
        attribution="the authority",
        sentence=quote,
        citations=(citation(article, quote),),
    )


def event_claim(article: Article, quote: str) -> Claim:
    """A claim in words."""
    return Claim(
        id=f"{article.id}-event",
        article=article.id,
        statement=quote,
        topic=Topic(measure=""),
        aspect="event",
        sentence=quote,
        citations=(citation(article, quote),),
        model_words=("actor",),
    )


def comparison(claim: Claim, article: Article, relation: Relation, **changes: object) -> Comparison:
    """How a claim stands to `claim` of `article`, as the store tells it."""
    passage = passage_of(claim, claim.figure)
    made = Comparison(
        claim=claim.id,
        article=article.id,
        path=f"/home/someone/{article.path}",
        title=article.title,
        publisher=article.publisher,
        published=article.published,
        quote=passage.words,
        line=passage.line,
        column=passage.column,
        sentence=passage.sentence,
        offset=passage.offset,
        relation=relation,
        why="the figures contradict each other",
        difference="-3.3%",
        about=about(claim),
        period="May 2025",
        attribution=claim.attribution,
    )
    return made.model_copy(update=changes)


OURS = figure_claim(HARBOUR, "The port handled 412,000 containers in May", "412,000 containers", "412000")
THEIRS = figure_claim(GAZETTE, "In May 2025 the port handled 398,500 containers.", "398,500 containers", "398500")
CRANE = event_claim(HARBOUR, "Crane No. 7 stood still.")


def conflict() -> Report:
    """Two articles that contradict each other, a claim nobody else makes, and a leftover of each kind."""
    ours = Finding(
        claim=OURS,
        verdict=Verdict.CONFLICTING,
        reason="the figures contradict each other",
        comparisons=(comparison(THEIRS, GAZETTE, "conflicts"),),
    )
    theirs = Finding(
        claim=THEIRS,
        verdict=Verdict.CONFLICTING,
        reason="the figures contradict each other",
        comparisons=(comparison(OURS, HARBOUR, "conflicts", difference="+3.4%"),),
    )
    alone = "alone: no other article states it in a comparable form"
    crane = Finding(claim=CRANE, verdict=Verdict.UNSOURCED, reason=alone)
    left = Figures(total=2, claimed=1, unclaimed=(Unclaimed(text="7", line=4, column=11, why="an identifier"),))
    refusal = Refusal(article=HARBOUR.id, what="figure f31", why="the model pointed at a figure that does not exist")
    return Report(
        extractions=(
            Extraction(article=HARBOUR, claims=(OURS, CRANE), figures=left, refused=(refusal,)),
            Extraction(article=GAZETTE, claims=(THEIRS,), figures=Figures(total=1, claimed=1)),
        ),
        findings=(ours, crane, theirs),
        usage=Usage(calls=2, input_tokens=1234, cached_tokens=100, output_tokens=56, cost_usd=Decimal("0.00042")),
        spent={
            HARBOUR.id: Usage(
                calls=1, input_tokens=1000, cached_tokens=100, output_tokens=50, cost_usd=Decimal("0.00030")
            )
        },
    )


def corroborated() -> Report:
    """Two articles that say the same."""
    finding = Finding(
        claim=OURS,
        verdict=Verdict.CORROBORATED,
        reason="1 independent article agrees",
        comparisons=(comparison(THEIRS, GAZETTE, "agrees", why="the figures meet", difference=None),),
    )
    return Report(extractions=(Extraction(article=HARBOUR, claims=(OURS,)),), findings=(finding,))


def noted() -> Report:
    """An article that speaks to whoever checks it."""
    note = Note(article=HARBOUR.id, start=89, end=113, why="speaks to a language model")
    return Report(extractions=(Extraction(article=HARBOUR),), findings=(), notes=(note,))


def unchecked() -> Report:
    """An article whose first passage could not be read, and pairs that could not be held against each other."""
    passage = Unchecked(article=HARBOUR.id, start=25, end=88, why="no answer within 600 seconds")
    pairs = Unchecked(article="", start=0, end=0, why="3 pairs of topics were not held against each other")
    return Report(extractions=(Extraction(article=HARBOUR, unchecked=(passage,)),), findings=(), unreconciled=(pairs,))


def crowded(counterparts: int, more: int) -> Report:
    """One claim that `counterparts` others contradict, and `more` that are not listed."""
    others = tuple(
        comparison(THEIRS.model_copy(update={"id": f"{number}"}), GAZETTE, "conflicts", path=f"other-{number}.txt")
        for number in range(counterparts)
    )
    finding = Finding(claim=OURS, verdict=Verdict.CONFLICTING, reason="contradicted", comparisons=others, more=more)
    return Report(extractions=(Extraction(article=HARBOUR, claims=(OURS,)),), findings=(finding,))


def hostile() -> Report:
    """A conflict in which every string an article, a file name or a model can set is an attack."""
    article = HARBOUR.model_copy(
        update={"text": f"{HOSTILE}\n412,000 containers{HOSTILE}", "path": f"{HOSTILE}.txt", "title": HOSTILE}
    )
    quoted = Citation(
        quote=f"412,000 containers{HOSTILE}", start=len(HOSTILE) + 1, end=len(article.text), line=3, column=1
    )
    claim = OURS.model_copy(
        update={
            "statement": HOSTILE,
            "topic": Topic(measure=HOSTILE, item=HOSTILE, actor=HOSTILE, counterparty=HOSTILE, event=HOSTILE),
            "figure": None,
            "attribution": HOSTILE,
            "sentence": HOSTILE,
            "citations": (quoted,),
            "model_words": (HOSTILE,),
        }
    )
    words = dict.fromkeys(
        ("path", "title", "publisher", "quote", "sentence", "why", "about", "period", "attribution"), HOSTILE
    )
    other = comparison(THEIRS, GAZETTE, "conflicts", offset=0, **words)
    finding = Finding(claim=claim, verdict=Verdict.CONFLICTING, reason=HOSTILE, comparisons=(other,))
    left = Figures(total=1, claimed=0, unclaimed=(Unclaimed(text=HOSTILE, line=1, column=1, why=HOSTILE),))
    extraction = Extraction(
        article=article,
        claims=(claim,),
        figures=left,
        refused=(Refusal(article=article.id, what=HOSTILE, why=HOSTILE),),
        unchecked=(Unchecked(article=article.id, start=0, end=len(article.text), why=HOSTILE),),
    )
    pairs = Unchecked(article="", start=0, end=0, why=HOSTILE)
    note = Note(article=article.id, start=0, end=len(HOSTILE), why=HOSTILE)
    return Report(extractions=(extraction,), findings=(finding,), unreconciled=(pairs,), notes=(note,))
