"""Cuts the part of an article that a claim stands in, and says which words are the claim's: text, never markup."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from verifier.models import Article, Claim, Span
from verifier.report.passages import place, stretch
from verifier.report.visible import visible

AROUND = 1_500
"""Characters that are shown on either side of the passage."""
LONGEST = 2_000
"""Characters of the passage itself: a text without a full stop is one sentence."""

_WORD = 40
"""Characters of the longest word that is not cut."""

Part = Literal["text", "passage", "figure"]


class Piece(NamedTuple):
    """Some words of the article, hidden characters spelled out."""

    words: str
    part: Part
    leads: bool = False
    """Whether this is where the reader is to look first."""


class Excerpt(NamedTuple):
    """A part of an article with the claim's passage in it."""

    pieces: tuple[Piece, ...]
    cut_before: bool
    cut_after: bool
    line: int
    """Of the passage, from 1."""


def excerpt(article: Article, claim: Claim, *, around: int | None = AROUND) -> Excerpt:
    """Return the claim's passage with `around` characters on either side, or with the whole article for None."""
    figure = place(article, claim)
    passage = _held_short(stretch(article, claim, figure), figure)
    window = _window(article, passage, around)
    pieces = (*_text(article, window.start, passage.start), *_passage(article, passage, figure, claim))
    return Excerpt(
        pieces=(*pieces, *_text(article, passage.end, window.end)),
        cut_before=window.start > 0,
        cut_after=window.end < len(article.text),
        line=article.position(figure.start).line,
    )


def _held_short(passage: Span, figure: Span) -> Span:
    end = min(figure.end, figure.start + LONGEST)
    start = max(passage.start, figure.start - LONGEST // 2)
    return Span(start=min(start, figure.start), end=max(end, min(passage.end, end + LONGEST // 2)))


def _window(article: Article, passage: Span, around: int | None) -> Span:
    """Return what is shown: to the end of a word on either side, if one ends nearby."""
    length = len(article.text)
    if around is None:
        return Span(start=0, end=length)
    start, end = max(0, passage.start - around), min(length, passage.end + around)
    first, last = article.text.find(" ", start, passage.start), article.text.rfind(" ", passage.end, end)
    start = first + 1 if 0 < start <= first < start + _WORD else start
    end = last if end < length and end - _WORD < last else end
    return Span(start=start, end=end)


def _passage(article: Article, passage: Span, figure: Span, claim: Claim) -> Iterator[Piece]:
    if claim.figure is None:
        yield Piece(_shown(article.quote(passage)), "figure", leads=True)
        return
    end = min(figure.end, passage.end)
    yield from _some(article, passage.start, figure.start, "passage")
    yield Piece(_shown(article.text[figure.start : end]), "figure", leads=True)
    yield from _some(article, end, passage.end, "passage")


def _text(article: Article, start: int, end: int) -> Iterator[Piece]:
    yield from _some(article, start, end, "text")


def _some(article: Article, start: int, end: int, part: Part) -> Iterator[Piece]:
    if start < end:
        yield Piece(_shown(article.text[start:end]), part)


def _shown(text: str) -> str:
    return "\n".join(visible(line) for line in text.split("\n"))
