"""What the read API answers with; where a report has the same, the names are those of the report."""

from datetime import date
from typing import Literal

from pydantic import BaseModel

from verifier.models import Aspect, Citation, Comparison, Direction, Modality, Topic
from verifier.queue.record import Decided, Kind, Matter

Machine = Literal["conflicting", "corroborated", "unsourced"]


class Figure(BaseModel):
    """Numbers are decimal texts, none is rounded; the ends of `low` to `high` are how it is usually read."""

    text: str
    line: int
    column: int
    value: str | None
    upper: str | None
    low: str | None
    high: str | None
    hard_low: str | None
    hard_high: str | None
    approx: str
    unit: str | None
    dimension: str | None


class Period(BaseModel):
    """`until` is the day after the last."""

    text: str
    start: date | None
    until: date | None
    year: Literal["stated", "inherited", "inferred", "unknown"]
    edtf: str


class Standing(BaseModel):
    """How a claim stands with the people."""

    state: str
    """undecided, re-opened, disputed, or what was decided."""
    verdict: Decided | None
    person: str | None


class Claim(BaseModel):
    """A claim as a report has it, and what people say of it."""

    id: str
    article: str
    path: str
    """The name of the article."""
    quote: str
    start: int
    end: int
    line: int
    column: int
    citations: list[Citation]
    statement: str
    topic: Topic
    topic_id: str
    aspect: Aspect
    basis: str | None
    direction: Direction
    modality: Modality
    figure: Figure | None
    period: Period | None
    base: Period | None
    attribution: str | None
    model_words: list[str]
    verdict: Machine | None
    reason: str | None
    """Why, in words."""
    decision: Standing


class Decision(BaseModel):
    """One row of what was said of claims; kind "hidden" tells nothing while a second opinion is wanted.

    It has no person, the number 0 and of its moment the day.
    """

    decision: int
    claim: str
    person: str
    matter: Matter
    kind: Kind
    verdict: Decided | None
    assignee: str | None
    note: str
    machine: str
    seen: int
    about: int
    stood: int
    stands: int
    batch: int | None
    moment: str


class Change(BaseModel):
    """What the machine's verdict became at one moment."""

    moment: str
    verdict: Literal["conflicting", "corroborated", "unsourced", "gone"]
    why: str


class ClaimTold(Claim):
    """A claim with everything there is to say of it."""

    sources: list[str]
    """Whom the claim credits, where independent articles that agree credit the same."""
    comparisons: list[Comparison]
    more: int
    """Comparisons that are not listed."""
    decisions: list[Decision]
    history: list[Change]


class Article(BaseModel):
    """An article as it is listed, and how many of its claims have which verdict."""

    id: str
    path: str
    title: str | None
    publisher: str | None
    published: date | None
    added: str
    state: Literal["current", "superseded", "withdrawn"]
    """What became of it: some source still holds this text, another took its place, or a person withdrew it."""
    claims: int
    conflicting: int
    corroborated: int
    unsourced: int


class ArticleTold(Article):
    """An article with its text."""

    text: str


class TopicRow(BaseModel):
    """A topic in an article's words."""

    id: str
    topic: Topic
    name: str | None
    """What a person calls it who set its claims apart from another topic."""
    claims: int


class Tie(BaseModel):
    """How another topic stands to one."""

    topic: str
    relation: str
    why: str
    said_by: Literal["code", "model", "person"]
    person: str
    """Who said it; "" where that was no person, or is not known."""


class TopicTold(TopicRow):
    """A topic with how others stand to it."""

    ties: list[Tie]


class Claims(BaseModel):
    """Some claims, and where the next ones begin; None on the last page."""

    claims: list[Claim]
    next: str | None


class Articles(BaseModel):
    """Some articles, and where the next ones begin; None on the last page."""

    articles: list[Article]
    next: str | None


class Topics(BaseModel):
    """Some topics, and where the next ones begin; None on the last page."""

    topics: list[TopicRow]
    next: str | None


class Decisions(BaseModel):
    """Some rows, and the number to ask on from; `waits` where the next row is told once a second opinion stands."""

    decisions: list[Decision]
    next: int
    waits: bool
