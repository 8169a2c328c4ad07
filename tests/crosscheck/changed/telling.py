"""Writes articles out of facts, and points at those facts as an honest reader of the finished text would."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from string import Formatter
from typing import Any, NamedTuple

from verifier import article
from verifier.extract import number
from verifier.extract.numbering import Numbered
from verifier.extract.schema import DismissedFigure, PointedClaim, Pointing
from verifier.models import Article, Aspect, Direction, Figure, Modality, Period, Span


@dataclass(frozen=True)
class Fact:
    """One claim: its names in the article's words, and a sentence whose slots they fill."""

    wording: str
    """"{actor} shipped {figure} of {item}{to} {period}." - slots are fields; {to} is " to" the counterparty."""
    measure: str
    figure: str
    period: str | None = None
    """With its preposition: "in July 2025"."""
    base: str | None = None
    item: str | None = None
    actor: str | None = None
    counterparty: str | None = None
    event: str | None = None
    aspect: Aspect = "amount"
    direction: Direction = "none"
    modality: Modality = "fact"
    attribution: str | None = None
    moved: str = ""
    """The verb of a change: "rose"."""

    def but(self, **changes: Any) -> "Fact":
        """Return the fact with one thing changed."""
        return replace(self, **changes)

    @property
    def to(self) -> str:
        """The other side, where there is one."""
        return f" to {self.counterparty}" if self.counterparty else ""


@dataclass(frozen=True)
class Draft:
    """An article before it is one: its paragraphs, each a fact or words that claim nothing; the first is a headline."""

    paragraphs: tuple[str | Fact, ...]
    publisher: str | None = None
    published: date | None = None

    def but(self, **changes: Any) -> "Draft":
        """Return the article with one thing changed."""
        return replace(self, **changes)

    @property
    def facts(self) -> list[Fact]:
        """What it claims; what the pair is about comes first."""
        return [paragraph for paragraph in self.paragraphs if isinstance(paragraph, Fact)]


class Told(NamedTuple):
    """A finished article, what a reader points at in it, and the sentence of each fact."""

    article: Article
    pointing: Pointing
    sentences: tuple[str, ...]


class _Placed(NamedTuple):
    fact: Fact
    start: int
    marks: dict[str, Span]


def tell(draft: Draft, name: str) -> Told:
    """Write the article called `name` and point at its facts."""
    text, placed = _written(draft.paragraphs)
    made = article.from_text(text, name, publisher=draft.publisher, published=draft.published)
    numbered = number(made)
    claims = [claim for one in placed if (claim := _pointed(one, numbered))]
    sentences = tuple(
        made.quote(numbered.sentences[numbered.sentence_at(one.marks["figure"].start)].span) for one in placed
    )
    return Told(made, Pointing(claims=claims, dismissed=list(_dismissed(claims, numbered))), sentences)


def _written(paragraphs: Sequence[str | Fact]) -> tuple[str, list[_Placed]]:
    text, placed = "", []
    for paragraph in paragraphs:
        if isinstance(paragraph, str):
            text += f"{paragraph}\n\n"
        else:
            sentence, marks = _filled(paragraph, len(text))
            placed.append(_Placed(paragraph, len(text), marks))
            text += f"{sentence}\n\n"
    return text, placed


def _filled(fact: Fact, start: int) -> tuple[str, dict[str, Span]]:
    """Return the fact's sentence and where its slots stand in a text it begins at `start`."""
    sentence, marks = "", {}
    wording = fact.wording
    if fact.attribution:
        wording = wording.removesuffix(".") + ", according to {attribution}."
    for words, slot, _, _ in Formatter().parse(wording):
        sentence = sentence + words if sentence or not words.startswith(", ") else words.removeprefix(", ")
        if slot:
            filling = getattr(fact, slot) or ""
            sentence = sentence if filling else sentence.removesuffix(" ")
            marks[slot] = Span(start=start + len(sentence), end=start + len(sentence) + len(filling))
            sentence += filling
    return sentence[:1].upper() + sentence[1:], marks


def _pointed(placed: _Placed, numbered: Numbered) -> PointedClaim | None:
    """Return the claim; None where its figure bears no mark. A time that bears none is not pointed at."""
    fact, marks = placed.fact, placed.marks
    figures = _ids("f", numbered.figures, marks["figure"])
    if not figures:
        return None
    return PointedClaim(
        sentence=f"s{numbered.sentence_at(marks['figure'].start) + 1}",
        figures=figures,
        period=next(iter(_ids("p", numbered.periods, marks["period"])), None) if fact.period else None,
        base_period=next(iter(_ids("p", numbered.periods, marks["base"])), None) if fact.base else None,
        **{name: getattr(fact, name) for name in ("measure", "item", "actor", "counterparty", "event")},
        **{name: getattr(fact, name) for name in ("aspect", "direction", "modality", "attribution")},
        statement=None,
    )


def _ids(letter: str, found: Sequence[Figure | Period], mark: Span) -> list[str]:
    at = (place for place, one in enumerate(found, 1) if one.span.start < mark.end and mark.start < one.span.end)
    return [f"{letter}{place}" for place in at]


def _dismissed(claims: Sequence[PointedClaim], numbered: Numbered) -> Iterator[DismissedFigure]:
    pointed = {figure for claim in claims for figure in claim.figures}
    for place in range(1, len(numbered.figures) + 1):
        if f"f{place}" not in pointed:
            yield DismissedFigure(figure=f"f{place}", reason="no claim")
