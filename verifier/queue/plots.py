"""Figures over time, as numbers for a drawing: which can stand on one scale, and where each lies on it."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from verifier.crosscheck.rows import sign
from verifier.models import Claim
from verifier.report.words import passage, period_words

LEFT, RIGHT, TOP, BOTTOM = 70, 390, 14, 200
"""The field of the drawing, in its units."""
FEWEST, MOST = 2, 4
"""Different times that make a plot, and plots on a page."""
_LEVELS = 4
"""Steps from the lowest level to the highest, at most."""


class Point(NamedTuple):
    """A claim to be drawn."""

    claim: Claim
    verdict: str


class Dot(NamedTuple):
    """A claim in the drawing."""

    x: int
    y: int
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


def _plot(points: Sequence[Point]) -> Plot:
    days = [day for point in points if (day := _day(point.claim))]
    levels = [level for point in points if (level := _level(point.claim)) is not None]
    first, last = min(days), max(days)
    unit = points[0].claim
    steps = _steps(min(levels), max(levels), unit)
    low, high = steps[0], steps[-1]

    def x(day: date) -> int:
        return LEFT + 12 + round((RIGHT - LEFT - 24) * (day - first).days / (last - first).days)

    def y(level: Decimal) -> int:
        return BOTTOM - round((BOTTOM - TOP) * (level - low) / (high - low))

    return Plot(
        title=_title(unit),
        dots=tuple(
            Dot(x(day), y(level), point.verdict == "conflicting", _words(point.claim))
            for point, day, level in zip(points, days, levels, strict=True)
        ),
        days=tuple(Tick(x(day), f"{day:%b %Y}") for day in (first, last)),
        levels=tuple(Tick(y(level), _number(level, unit)) for level in steps),
    )


def _steps(low: Decimal, high: Decimal, claim: Claim) -> list[Decimal]:
    """Return round levels, in the unit of the claim, from below the lowest to above the highest."""
    factor = claim.figure.factor if claim.figure else Decimal(1)
    least, most = low / factor, high / factor
    apart = (most - least) or abs(most) / 10 or Decimal(1)
    tenth = Decimal(10) ** (apart.adjusted() - 1)
    step = next(size * tenth for size in (2, 5, 10, 20, 50, 100) if apart / (size * tenth) <= _LEVELS)
    first = (least / step).to_integral_value(ROUND_FLOOR)
    last = max((most / step).to_integral_value(ROUND_CEILING), first + 1)
    return [(first + count) * step * factor for count in range(int(last - first) + 1)]


def _title(claim: Claim) -> str:
    unit = (claim.figure.unit_text or claim.figure.unit or "") if claim.figure else ""
    kind = {"amount": "Amounts", "change": "Changes", "share": "Shares", "tally": "Running counts"}[claim.aspect]
    basis = f", against a {claim.basis} before" if claim.basis in ("month", "quarter", "half", "year", "week") else ""
    modality = "" if claim.modality == "fact" else f" ({claim.modality}s)"
    return f"{kind} {_length(claim)}{basis}{modality}{f', in {unit}' if unit else ''}"


def _words(claim: Claim) -> str:
    return f"{passage(claim)}, {period_words(claim.period)}" if claim.period else passage(claim)


def _number(level: Decimal, claim: Claim) -> str:
    own = level / claim.figure.factor if claim.figure else level
    for size, name in ((Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m")):
        if abs(own) >= size:
            return f"{_plain(own / size)} {name}"
    return _plain(own)


def _plain(value: Decimal) -> str:
    plain = f"{value:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
