"""The nouns of the house: what an article, a figure, a period, a claim, a comparison and a report are made of."""

from array import array
from bisect import bisect_right
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A pure value: equal when its content is equal, never changed after it was made."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Frozen):
    """Where something stands in the article's text: code points, half-open."""

    start: int
    end: int


# ------------------------------------------------------------------------------------------- articles


class Article(Frozen):
    """One text as it was published, unchanged."""

    id: str
    """Hash of text, publisher and date."""
    path: str
    """How the user named it: a file, a URL, or the name given to standard input."""
    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    authors: tuple[str, ...] = ()
    """Who wrote it, as its byline says; empty where it names nobody."""

    def quote(self, span: Span) -> str:
        """Return the article's own words at `span`."""
        return self.text[span.start : span.end]

    def position(self, offset: int) -> tuple[int, int]:
        """Return (line, column) of a code point, both from 1."""
        starts = _line_starts(self.text)
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Return the code point at a line and column, both from 1; the end of the text for a line it does not have."""
        starts = _line_starts(self.text)
        return starts[line - 1] + column - 1 if 0 < line <= len(starts) else len(self.text)


# Kept beside the articles and not in them: a copy of an article with another text must not inherit its lines.
@lru_cache(maxsize=128)
def _line_starts(text: str) -> "array[int]":
    starts, end = array("L", [0]), text.find("\n")
    while end >= 0:
        starts.append(end + 1)
        end = text.find("\n", end + 1)
    return starts


class Sentence(Frozen):
    """One sentence, heading, bullet or boilerplate line."""

    span: Span


# -------------------------------------------------------------------------------------------- figures


class Approximator(StrEnum):
    """What the words round a figure say of its exactness."""

    NONE = "none"
    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    AT_LEAST = "at least"
    UNDER = "under"
    AT_MOST = "at most"
    BETWEEN = "between"
    VAGUE = "vague"


class Interval(Frozen):
    """A stretch of numbers; an end that is None is unbounded, an open end is itself outside."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False


class Figure(Frozen):
    """One number of the article with everything its own words say about it."""

    span: Span
    """Hedge, number and unit: "nearly 27,900 tons"."""
    text: str
    """The article's words at `span`."""
    role: Literal["quantity", "rank", "identifier", "furniture", "unparsed"]
    """Quantities and ranks can carry claims; the rest is accounted for and shown."""
    value: Decimal | None = None
    """In `unit`; the lower end of a range; None where the words give none ("dozens") or could not be read."""
    upper: Decimal | None = None
    """The upper end, for a range only."""
    step: Decimal | None = None
    """Place value of the last stated digit, multiplier included: 0.01e6 for "106.85 million"."""
    approx: Approximator = Approximator.NONE
    likely: Interval | None = None
    """What a reader takes it to mean, in `unit`; None for a vague or unparsed figure."""
    hard: Interval | None = None
    """What it cannot be outside of, in `unit`; contains `likely`."""
    unit: str | None = None
    """Code of the unit: "t", "%", "pp", "USD", "km"; the counted noun for a count ("people")."""
    unit_text: str | None = None
    """The unit as the article writes it."""
    dimension: str | None = None
    """mass, percent, points, currency, count, ratio, energy, power, length, area, volume, temperature, speed,
    duration, rank, number, or a rate such as "currency/volume"."""
    factor: Decimal = Decimal(1)
    """Base units in one `unit`, in its usual reading (kg for mass, m for length, 1 for percent and money)."""
    readings: tuple[Decimal, ...] = ()
    """Every factor the written unit may have, where it may have more than one: a "ton" may be metric, short or long, a
    "billion" in a translated text a thousand millions or a million."""
    currencies: tuple[str, ...] = ()
    """ISO 4217 codes the written sign may stand for; one where it is certain."""

    @property
    def compared_as(self) -> str | None:
        """What it can be held against: one dimension, and of money and degrees one unit, for neither is converted.

        A number without its noun may count what another figure counts.
        """
        if self.dimension is None or self.dimension == "number":
            return self.dimension and "count"
        unconverted = self.dimension == "temperature" or self.dimension.startswith("currency")
        return f"{self.dimension} {self.unit}" if unconverted else self.dimension


# -------------------------------------------------------------------------------------------- periods

Step = Literal["day", "week", "month", "quarter", "half", "year"]


class Period(Frozen):
    """One time expression of the article and the dates it stands for, as far as the article tells."""

    span: Span
    text: str
    kind: Literal["interval", "cumulative", "basis", "since", "by", "rolling", "anaphor", "fiscal"]
    granularity: Literal["day", "week", "month", "quarter", "half", "year", "decade", "season", "range"]
    start: date | None = None
    """First day; None while the year is unknown, or where the words leave the start open."""
    until: date | None = None
    """The day after the last; None while the year is unknown, or where the words leave the end open."""
    edtf: str = ""
    """Extended date/time format; an unknown year is XXXX: "XXXX-11"."""
    year: Literal["stated", "inherited", "inferred", "unknown"] = "unknown"
    """stated: in the words; inherited: from the article's other dates; inferred: from its publication date."""
    first_month: int | None = None
    """1 to 12: the calendar position, which holds without a year."""
    months: int | None = None
    """Length in whole months, where it is a whole number of them."""
    candidates: tuple[int, ...] = ()
    """The years it may mean, while `year` is not "stated"."""
    step: Step | None = None
    """For a basis or an anaphor: how far back it points ("month-over-month": month; "a year earlier": year)."""
    anchor: int | None = None
    """For an anaphor: index, in the list it came in, of the period it refers to."""
    part: Literal["early", "mid", "late"] | None = None
    """Fuzzy part of the named period; such a period is never equal to another."""


# --------------------------------------------------------------------------------------------- claims

Aspect = Literal["amount", "change", "share", "rank", "tally", "event"]
Modality = Literal["fact", "plan", "forecast", "target", "proposal"]
Direction = Literal["up", "down", "none"]
Relation = Literal["agrees", "compatible", "conflicts", "implies", "not comparable"]


class Verdict(StrEnum):
    """What the other articles in the store say of a claim."""

    CORROBORATED = "corroborated"
    CONFLICTING = "conflicting"
    UNSOURCED = "unsourced"


class Topic(Frozen):
    """What a claim is about, in the article's words; None is "the article does not say"."""

    measure: str
    item: str | None = None
    actor: str | None = None
    counterparty: str | None = None
    """None is "all of them": never open."""
    event: str | None = None


class Citation(Frozen):
    """One place where the article makes the claim."""

    quote: str
    start: int
    end: int
    line: int
    column: int


class Claim(Frozen):
    """One checkable statement that one article makes, with every place it makes it."""

    id: str
    article: str
    statement: str
    topic: Topic
    aspect: Aspect
    modality: Modality = "fact"
    direction: Direction = "none"
    figure: Figure | None = None
    """The narrowest of its mentions; None for events, and for ranks without a number."""
    period: Period | None = None
    base: Period | None = None
    """For a change: the period it is compared with."""
    basis: str | None = None
    """For a change: month, quarter, half, year, week, day back, or the base's own dates; None is open."""
    attribution: str | None = None
    sentence: str
    """The whole sentence of the first citation, for whoever compares."""
    citations: tuple[Citation, ...]
    model_words: tuple[str, ...] = ()
    """Fields that rest on the model's word: what it wrote there does not stand in the article."""


class Refusal(Frozen):
    """Something of the model's answer that was not taken, and why."""

    article: str
    what: str
    why: str


class Unchecked(Frozen):
    """A passage that could not be checked, and why; code points, half-open."""

    article: str
    start: int
    end: int
    why: str


class Note(Frozen):
    """A passage by which an article tries to instruct whoever checks it; code points, half-open. No verdict."""

    article: str
    start: int
    end: int
    why: str


class Unclaimed(Frozen):
    """A figure of the article that no claim uses."""

    text: str
    line: int
    column: int
    why: str
    """"dismissed: ..." in the model's reason, "left out" if it named none, or the class code gave it."""


class Figures(Frozen):
    """Every figure of one article, accounted for: total = claimed + len(unclaimed)."""

    total: int
    claimed: int
    unclaimed: tuple[Unclaimed, ...] = ()


class Extraction(Frozen):
    """What was read out of one article."""

    article: Article
    claims: tuple[Claim, ...] = ()
    figures: Figures = Figures(total=0, claimed=0)
    refused: tuple[Refusal, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()


# ---------------------------------------------------------------------------------------- comparisons


class Comparison(Frozen):
    """How one claim stands to one other."""

    claim: str
    """Id of the other claim."""
    article: str
    path: str
    quote: str
    """The other figure's words, or the other sentence."""
    line: int
    column: int
    relation: Relation
    why: str
    """What makes it so, in words an editor can check."""
    difference: str | None = None
    """The other figure against this one: "+11.9%"; None without two figures of one dimension."""
    independent: bool = True
    period: str | None = None
    """The other claim's period, in words."""


class Finding(Frozen):
    """A claim with its verdict and what it rests on."""

    claim: Claim
    verdict: Verdict
    reason: str
    sources: tuple[str, ...] = ()
    """Whom the claim credits, as it names them, where independent articles that agree credit the same."""
    comparisons: tuple[Comparison, ...] = ()
    more: int = 0
    """Comparisons that tell something (not "not comparable") and are not listed."""


class Usage(Frozen):
    """What the model was asked and what it cost; stored and recorded answers cost nothing."""

    calls: int = 0
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    cost_usd: Decimal | None = None
    """None where it is not known: the model has no known price, or an answer did not say what it took."""

    def __add__(self, other: "Usage") -> "Usage":
        counts = {name: getattr(self, name) + getattr(other, name) for name in Usage.model_fields if name != "cost_usd"}
        costs = [part.cost_usd for part in (self, other) if part.calls]
        known = [cost for cost in costs if cost is not None]
        return Usage(**counts, cost_usd=sum(known, Decimal(0)) if known and len(known) == len(costs) else None)


class Spending(Frozen):
    """What one answered request took, of which model, and for which article."""

    model: str
    article: str | None = None
    """Id of the article it was about; None where it was about several."""
    usage: Usage


class Report(Frozen):
    """Everything one run has to say, in an order that does not depend on the order of its input."""

    extractions: tuple[Extraction, ...]
    findings: tuple[Finding, ...]
    refused: tuple[Refusal, ...] = ()
    """What was not taken of the answers about pairs; each extraction has its own."""
    unreconciled: tuple[Unchecked, ...] = ()
    """Pairs that could not be held against each other, and why."""
    notes: tuple[Note, ...] = ()
    """Where articles try to instruct whoever checks them; what they say there is text like any other."""
    usage: Usage = Usage()
    spent: dict[str, Usage] = {}
    """Of `usage`, what each article took, by its id; the rest went into holding them against each other."""

    @property
    def conflicting(self) -> tuple[Finding, ...]:
        """The claims another claim contradicts."""
        return tuple(finding for finding in self.findings if finding.verdict is Verdict.CONFLICTING)

    @property
    def contradictions(self) -> int:
        """How many pairs of claims contradict each other, of the comparisons that are listed: two of these claims can
        be two sides of one.
        """
        told = ((finding.claim.id, other) for finding in self.conflicting for other in finding.comparisons)
        return len({frozenset((claim, other.claim)) for claim, other in told if other.relation == "conflicts"})

    @property
    def corroborated(self) -> tuple[Finding, ...]:
        """The claims an independent article bears out."""
        return tuple(finding for finding in self.findings if finding.verdict is Verdict.CORROBORATED)

    @property
    def unsourced(self) -> tuple[Finding, ...]:
        """The claims no independent article bears out, and none contradicts."""
        return tuple(finding for finding in self.findings if finding.verdict is Verdict.UNSOURCED)

    @property
    def unchecked(self) -> tuple[Unchecked, ...]:
        """The passages that could not be checked."""
        passages = (passage for extraction in self.extractions for passage in extraction.unchecked)
        return (*passages, *self.unreconciled)
