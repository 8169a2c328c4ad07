"""Figures over time, as numbers for a drawing: which can stand on one scale, and where each lies on it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from verifier.crosscheck.rows import sign
from verifier.models import Claim
from verifier.queue.levels import levels, short, spread
from verifier.report.words import passage, period_words

LEFT, RIGHT, TOP, BOTTOM = 70, 390, 14, 200
"""The field of the drawing, in its units."""
FEWEST, MOST = 2, 4
"""Different times that make a plot, and plots on a page."""
_DAYS = 4
"""Times that are named on the axis, at most."""
_ASIDE = 9
"""Units by which a dot stands beside another that would hide it."""


class Point(NamedTuple):
    """A claim to be drawn."""

    claim: Claim
    verdict: str


class Dot(NamedTuple):
    """A claim in the drawing."""

    x: int
    y: int
    top: int
    bottom: int
    """How high and how low it can be."""
    conflicting: bool
    words: str


class Tick(NamedTuple):
    """A place on an axis."""

    at: int
    words: str


class Plot(NamedTuple):
    """The claims of one kind over time."""

    title: str
    dots: tuple[Dot, ...]
    days: tuple[Tick, ...]
    levels: tuple[Tick, ...]


def plots(points: Iterable[Point]) -> list[Plot]:
    """Return a plot for each kind of figure that has several, the fullest first."""
    alike: dict[tuple[str, ...], list[Point]] = {}
    for point in points:
        if _day(point.claim) and _level(point.claim) is not None:
            alike.setdefault(_kind(point.claim), []).append(point)
    full = [held for held in alike.values() if len({_day(point.claim) for point in held}) >= FEWEST]
    return [_plot(held) for held in sorted(full, key=len, reverse=True)[:MOST]]


def _kind(claim: Claim) -> tuple[str, ...]:
    compared = claim.figure.compared_as if claim.figure else None
    return claim.aspect, compared or "", claim.basis or "", claim.modality, _length(claim)


def _length(claim: Claim) -> str:
    """Return how long the claim's period is: a month's exports do not stand beside a year's."""
    period = claim.period
    if period is None or period.start is None or period.until is None:
        return ""
    if period.months:
        return {1: "by month", 3: "by quarter", 12: "by year"}.get(period.months, f"over {period.months} months")
    days = (period.until - period.start).days
    return "by day" if days == 1 else f"over {days} days"


def _day(claim: Claim) -> date | None:
    """Return the middle of the claim's period."""
    period = claim.period
    if period is None or period.start is None or period.until is None:
        return None
    return period.start + (period.until - period.start) / 2


def _level(claim: Claim) -> Decimal | None:
    figure = claim.figure
    if figure is None or figure.value is None or claim.aspect in ("rank", "event"):
        return None
    middle = figure.value if figure.upper is None else (figure.value + figure.upper) / 2
    return sign(claim) * middle * figure.factor


class _Field(NamedTuple):
    """Where times and levels lie in the drawing."""

    first: date
    last: date
    low: Decimal
    high: Decimal

    def x(self, day: date) -> int:
        return LEFT + 16 + round((RIGHT - LEFT - 32) * (day - self.first).days / (self.last - self.first).days)

    def y(self, level: Decimal) -> int:
        within = min(max(level, self.low), self.high)
        return BOTTOM - round((BOTTOM - TOP) * (within - self.low) / (self.high - self.low))


def _plot(points: Sequence[Point]) -> Plot:
    days = sorted({day for point in points if (day := _day(point.claim))})
    unit = points[0].claim
    factor = unit.figure.factor if unit.figure else Decimal(1)
    ends = [end / factor for point in points for end in _ends(point.claim)]
    steps = levels(min(ends), max(ends))
    field = _Field(days[0], days[-1], steps[0] * factor, steps[-1] * factor)
    named = [days[number] for number in spread(len(days), _DAYS)]
    return Plot(
        title=_title(unit),
        dots=tuple(_beside(_dot(point, field) for point in points)),
        days=tuple(Tick(field.x(day), f"{day:%b %Y}" if day in (days[0], days[-1]) else f"{day:%b}") for day in named),
        levels=tuple(Tick(field.y(step * factor), short(step)) for step in steps),
    )


def _dot(point: Point, field: _Field) -> Dot:
    claim, day, level = point.claim, _day(point.claim) or field.first, _level(point.claim) or Decimal(0)
    ends = _ends(claim)
    top, bottom = field.y(max(ends)), field.y(min(ends))
    return Dot(field.x(day), field.y(level), top, bottom, point.verdict == "conflicting", _words(claim))


def _ends(claim: Claim) -> list[Decimal]:
    """Return what a figure is taken to be, and what it can be at least and at most, if it has such ends."""
    hard, level = claim.figure and claim.figure.hard, _level(claim)
    turn = sign(claim) * (claim.figure.factor if claim.figure else Decimal(1))
    outer = [end * turn for end in (hard.low, hard.high) if end is not None] if hard else []
    return [*outer, *([] if level is None else [level])]


def _beside(dots: Iterable[Dot]) -> Iterator[Dot]:
    """Yield the dots, moved aside where one would hide another."""
    taken: Counter[tuple[int, int]] = Counter()
    for dot in dots:
        place = dot.x, dot.y // _ASIDE
        yield dot._replace(x=dot.x + taken[place] * _ASIDE)
        taken[place] += 1


def _title(claim: Claim) -> str:
    unit = (claim.figure.unit_text or claim.figure.unit or "") if claim.figure else ""
    kind = {"amount": "Amounts", "change": "Changes", "share": "Shares", "tally": "Running counts"}[claim.aspect]
    basis = f", against a {claim.basis} before" if claim.basis in ("month", "quarter", "half", "year", "week") else ""
    modality = "" if claim.modality == "fact" else f" ({claim.modality}s)"
    return f"{kind} {_length(claim)}{basis}{modality}{f', in {unit}' if unit else ''}"


def _words(claim: Claim) -> str:
    return f"{passage(claim)}, {period_words(claim.period)}" if claim.period else passage(claim)
