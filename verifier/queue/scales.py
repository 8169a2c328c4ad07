"""Figures as stretches of one scale, so that the eye sees at once whether they meet; the drawing is the page's."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from verifier.crosscheck.rows import sign
from verifier.models import Claim, Figure, Interval

WIDTH = 1000
"""Units of the drawing from one end of the scale to the other."""
_THINNEST = Decimal(8)
"""What is exact is drawn so wide, that it can be seen."""
_MARGIN = Decimal("0.06")


class Stretch(NamedTuple):
    """A stretch of the scale, in units of the drawing."""

    x: int
    width: int


class Bar(NamedTuple):
    """One figure on the scale."""

    likely: Stretch
    hard: Stretch
    words: str
    """Which numbers it can be, in its own unit."""


class Scale(NamedTuple):
    """Some figures on one scale; `low` and `high` are the ends of it in the first figure's unit."""

    bars: tuple[Bar | None, ...]
    """One for each claim; None for one that has no place on this scale."""
    low: str
    high: str


def scale(claims: Sequence[Claim]) -> Scale | None:
    """Return the first claim's figure and those that can be held against it; None where there are not two."""
    drawn = [claim if _fits(claim, claims[0]) else None for claim in claims]
    ends = [end for claim in drawn if claim for end in _ends(claim)]
    if sum(claim is not None for claim in drawn) < 2 or not ends:
        return None
    low, high = _padded(min(ends), max(ends))
    bars = tuple(None if claim is None else _bar(claim, low, high) for claim in drawn)
    return Scale(bars, *(_at(end, claims[0]) for end in (low, high)))


def numbers(figure: Figure) -> str:
    """Return which numbers the figure can be, in words: "5,493.85 to 5,493.95 t"."""
    unit = f" {figure.unit_text or figure.unit}" if figure.unit_text or figure.unit else ""
    hard = figure.hard
    if hard is None or (hard.low is None and hard.high is None):
        return "no number follows from the words"
    if hard.low is None or hard.high is None:
        bound = f"below {_number(hard.high)}" if hard.low is None and hard.high is not None else None
        return f"{bound or f'above {_number(hard.low or Decimal(0))}'}{unit}"
    if hard.low == hard.high:
        return f"{_number(hard.low)}{unit}"
    return f"{_number(hard.low)} to {_number(hard.high)}{unit}"


def _fits(claim: Claim, first: Claim) -> bool:
    if claim.figure is None or first.figure is None or claim.figure.likely is None or claim.figure.hard is None:
        return False
    return claim.figure.compared_as == first.figure.compared_as and claim.aspect == first.aspect


def _ends(claim: Claim) -> list[Decimal]:
    figure = claim.figure
    spans = [figure.likely, figure.hard] if figure else []
    return [end for span in spans if span for end in _signed(claim, span) if end is not None]


def _signed(claim: Claim, span: Interval) -> tuple[Decimal | None, Decimal | None]:
    """Return both ends in base units, a fall below nothing."""
    turn = sign(claim) * (claim.figure.factor if claim.figure else Decimal(1))
    low, high = (None if end is None else end * turn for end in (span.low, span.high))
    return (low, high) if turn > 0 else (high, low)


def _padded(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    apart = (high - low) or abs(high) / 100 or Decimal(1)
    return low - apart * _MARGIN, high + apart * _MARGIN


def _bar(claim: Claim, low: Decimal, high: Decimal) -> Bar | None:
    figure = claim.figure
    if figure is None or figure.likely is None or figure.hard is None:
        return None
    likely, hard = (_stretch(*_signed(claim, span), low, high) for span in (figure.likely, figure.hard))
    return Bar(likely, hard, numbers(figure))


def _stretch(start: Decimal | None, end: Decimal | None, low: Decimal, high: Decimal) -> Stretch:
    """Return where it is drawn; what has no end runs to the end of the scale."""
    per = WIDTH / (high - low)
    x = Decimal(0) if start is None else (start - low) * per
    until = Decimal(WIDTH) if end is None else (end - low) * per
    width = max(until - x, _THINNEST)
    return Stretch(round(max(x - (width - (until - x)) / 2, Decimal(0))), round(width))


def _at(end: Decimal, claim: Claim) -> str:
    figure = claim.figure
    if figure is None:
        return ""
    unit = figure.unit_text or figure.unit or ""
    return f"{_number(Decimal(f'{end / figure.factor:.4g}'))} {unit}".strip()


def _number(value: Decimal) -> str:
    plain = f"{value:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
