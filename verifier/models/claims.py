"""A claim, and everything that comes of reading an article for claims."""

from enum import StrEnum
from typing import Literal

from verifier.models.articles import Article
from verifier.models.base import Frozen
from verifier.models.figures import Figure
from verifier.models.periods import Period

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
    """A passage that hides or turns text, or addresses whoever checks it; code points, half-open. No verdict."""

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
