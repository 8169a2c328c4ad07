"""A figure while it is being read, and its finished form."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from verifier.figures import intervals
from verifier.figures.numeral import Number
from verifier.figures.tables.units import Unit
from verifier.figures.tokens import Line
from verifier.models import Approximator, Figure, Interval, Span

Role = Literal["quantity", "rank", "identifier", "furniture", "unparsed"]
RATIO = Unit("x", "ratio")


@dataclass(slots=True)
class Draft:
    """Tokens first..last (exclusive) of a line, read as one figure."""

    first: int
    last: int
    role: Role = "quantity"
    number: Number | None = None
    upper: Number | None = None
    unit: Unit | None = None
    unit_tokens: tuple[int, int] | None = None
    counted: bool = False
    """The unit is a noun that is counted."""
    approx: Approximator = Approximator.NONE
    negative: bool = False
    alone: bool = False
    """Its number stands without any unit of its own, so a neighbour's may hold for it."""

    @property
    def value(self) -> Decimal | None:
        """The number with its sign."""
        if self.number is None or self.number.value is None:
            return None
        return -self.number.value if self.negative else self.number.value

    @property
    def dimension(self) -> str | None:
        """What kind of thing the number measures."""
        if self.role == "rank":
            return "rank"
        if self.role != "quantity":
            return None
        if self.unit is not None:
            return self.unit.dimension
        return "ratio" if self.number is not None and self.number.sort == "fraction" else "number"


def finished(draft: Draft, line: Line, original: str) -> Figure:
    """Return the figure a draft describes, cut from the original text."""
    start, end = line[draft.first].start, line[draft.last - 1].end
    span = Span(start=start, end=end)
    if draft.role not in ("quantity", "rank"):
        return Figure(span=span, text=original[start:end], role=draft.role)
    likely, hard = _intervals(draft)
    unit = draft.unit or Unit("", "")
    return Figure(
        span=span,
        text=original[start:end],
        role=draft.role,
        value=_plain(draft.value),
        upper=None if draft.upper is None else _plain(_signed(draft.upper, draft.negative)),
        step=None if draft.value is None or draft.number is None else _plain(draft.number.step),
        approx=draft.approx,
        likely=likely,
        hard=hard,
        unit=unit.code or None,
        unit_text=_unit_text(draft, line, original),
        dimension=draft.dimension,
        factor=unit.factor,
        readings=unit.readings,
        currencies=unit.currencies,
    )


def _plain(value: Decimal | None) -> Decimal | None:
    """Return the value without the zeros that multiplying left behind: 106850000, not 106850000.00."""
    if value is None:
        return None
    short = value.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short


def _signed(number: Number, negative: bool) -> Decimal | None:
    return number.value if number.value is None or not negative else -number.value


def _unit_text(draft: Draft, line: Line, original: str) -> str | None:
    if draft.unit_tokens is None:
        return None
    first, last = draft.unit_tokens
    return original[line[first].start : line[last - 1].end]


def _intervals(draft: Draft) -> tuple[Interval | None, Interval | None]:
    number, value = draft.number, draft.value
    if number is None or value is None or draft.approx is Approximator.VAGUE:
        return None, None
    if draft.role == "rank":
        return intervals.point(value)
    if draft.upper is not None and draft.upper.value is not None:
        step = min(number.step, draft.upper.step)
        ends = sorted((value, _signed(draft.upper, draft.negative) or Decimal(0)))
        return intervals.between(ends[0], ends[1], step)
    return intervals.of(draft.approx, value, number.step, number.place, draft.dimension or "number")
