"""Figures as stretches of one scale, so that the eye sees at once whether they meet; the drawing is the page's."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from verifier.crosscheck.rows import sign
from verifier.models import Claim, Figure, Interval
from verifier.queue.levels import levels, plain, short

WIDTH = 1000
"""Units of the drawing from one end of the scale to the other."""
_THINNEST = Decimal(8)
"""What is exact is drawn so wide, that it can be seen."""


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
    meets: str
    """How it lies to the first figure, in words; "" for the first itself."""


class Tick(NamedTuple):
    """A number on the axis."""

    x: int
    words: str


class Scale(NamedTuple):
    """Some figures on one scale."""

    bars: tuple[Bar | None, ...]
    """One for each claim; None for one that has no place on this scale."""
    ticks: tuple[Tick, ...]
    """In the first figure's unit."""
    unit: str


class _Ends(NamedTuple):
    """Both ends of a stretch, in the first figure's unit, a fall below nothing."""

    low: Decimal | None
    high: Decimal | None


def scale(claims: Sequence[Claim]) -> Scale | None:
    """Return the first claim's figure and those that can be held against it; None where there are not two."""
    drawn = [claim if _fits(claim, claims[0]) else None for claim in claims]
    first = claims[0].figure
    ends = [end for claim in drawn if claim for span in _spans(claim, claims[0]) for end in span if end is not None]
    if first is None or sum(claim is not None for claim in drawn) < 2 or not ends:
        return None
    steps = levels(min(ends), max(ends))
    low, high = steps[0], steps[-1]
    return Scale(
        bars=tuple(None if claim is None else _bar(claim, claims[0], low, high) for claim in drawn),
        ticks=tuple(Tick(round((step - low) * WIDTH / (high - low)), short(step)) for step in steps),
        unit=first.unit_text or first.unit or "",
    )


def numbers(figure: Figure) -> str:
    """Return which numbers the figure can be, in words: "5,493.85 to 5,493.95 t"."""
    written = figure.unit_text or figure.unit or ""
    unit = written if written in ("", "%") else f" {written}"
    hard = figure.hard
    if hard is None or (hard.low is None and hard.high is None):
        return "no number follows from the words"
    if hard.low is None or hard.high is None:
        bound = f"below {plain(hard.high)}" if hard.low is None and hard.high is not None else None
        return f"{bound or f'above {plain(hard.low or Decimal(0))}'}{unit}"
    if hard.low == hard.high:
        return f"{plain(hard.low)}{unit}"
    return f"{plain(hard.low)} to {plain(hard.high)}{unit}"


def _fits(claim: Claim, first: Claim) -> bool:
    if claim.figure is None or first.figure is None or claim.figure.likely is None or claim.figure.hard is None:
        return False
    return claim.figure.compared_as == first.figure.compared_as and claim.aspect == first.aspect


def _spans(claim: Claim, first: Claim) -> tuple[_Ends, _Ends]:
    """Return what the claim's figure is taken to mean, and what it cannot be outside of."""
    figure = claim.figure
    if figure is None or figure.likely is None or figure.hard is None:
        return _Ends(None, None), _Ends(None, None)
    return _turned(claim, figure.likely, first), _turned(claim, figure.hard, first)


def _turned(claim: Claim, span: Interval, first: Claim) -> _Ends:
    own, theirs = (one.figure.factor if one.figure else Decimal(1) for one in (claim, first))
    turn = sign(claim) * own / theirs
    low, high = (None if end is None else end * turn for end in (span.low, span.high))
    return _Ends(low, high) if turn > 0 else _Ends(high, low)


def _bar(claim: Claim, first: Claim, low: Decimal, high: Decimal) -> Bar:
    likely, hard = _spans(claim, first)
    words = numbers(claim.figure) if claim.figure else ""
    meets = "" if claim is first else _meets(_spans(first, first), (likely, hard), first)
    return Bar(_stretch(likely, low, high), _stretch(hard, low, high), words, meets)


def _meets(first: tuple[_Ends, _Ends], other: tuple[_Ends, _Ends], claim: Claim) -> str:
    if _gap(first[0], other[0]) <= 0:
        return "can be the same number, as both read"
    if (gap := _gap(first[1], other[1])) <= 0:
        return "can be the same number, if rounded or worded loosely"
    figure = claim.figure
    unit = (figure.unit_text or figure.unit or "") if figure else ""
    return f"cannot meet: even at their closest, {_amount(Decimal(f'{gap:.3g}'), unit)} apart"


def _amount(number: Decimal, unit: str) -> str:
    if unit == "%":
        return f"{plain(number)} points"
    is_sign = len(unit) == 1 and not unit.isalnum()
    return f"{unit}{plain(number)}" if is_sign else f"{plain(number)} {unit}".rstrip()


def _gap(first: _Ends, other: _Ends) -> Decimal:
    """Return what lies between two stretches; nothing, or less, where they meet."""
    gaps = [
        later.low - earlier.high
        for earlier, later in ((first, other), (other, first))
        if earlier.high is not None and later.low is not None
    ]
    return max(gaps, default=Decimal(0))


def _stretch(ends: _Ends, low: Decimal, high: Decimal) -> Stretch:
    """Return where it is drawn; what has no end runs to the end of the scale."""
    per = WIDTH / (high - low)
    x = Decimal(0) if ends.low is None else (ends.low - low) * per
    until = Decimal(WIDTH) if ends.high is None else (ends.high - low) * per
    width = max(until - x, _THINNEST)
    start = min(max(x - (width - (until - x)) / 2, Decimal(0)), WIDTH - width)
    return Stretch(round(start), round(width))
