"""Parts mentions the model lumped into one claim although they do not say the same."""

from collections.abc import Iterable
from decimal import Decimal

from verifier.figures.turned import in_celsius
from verifier.models import Figure, Interval

Value = tuple[object, ...]
_UNBOUNDED = Decimal("Infinity")


def together(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Return the figures in groups whose members all meet one another; a figure joins the first group it fits."""
    groups: list[list[Figure]] = []
    unlike: list[list[Figure]] = []  # one of each value: a figure repeated a thousand times is met once
    place: dict[Value, int] = {}
    for figure in figures:
        value = value_of(figure)
        if value not in place:
            fitting = (at for at, group in enumerate(unlike) if all(meet(figure, other) for other in group))
            place[value] = next(fitting, len(groups))
            if place[value] == len(groups):
                groups.append([])
                unlike.append([])
            unlike[place[value]].append(figure)
        groups[place[value]].append(figure)
    return groups


def value_of(figure: Figure) -> Value:
    """Return what decides how a figure meets others; two figures of one value are one figure to all others."""
    words = "" if figure.likely else " ".join(figure.text.casefold().split())
    return figure.compared_as, figure.likely, figure.factor, figure.unit, figure.currencies, words


def meet(first: Figure, second: Figure) -> bool:
    """Whether two mentions can be one statement: one dimension, one currency, and likely intervals that meet."""
    first, second = in_celsius(first), in_celsius(second)
    if first.compared_as != second.compared_as or (first.dimension == "currency" and not _one_currency(first, second)):
        return False
    if first.likely is None or second.likely is None:
        return " ".join(first.text.casefold().split()) == " ".join(second.text.casefold().split())
    return _overlap(_ends(first.likely, first.factor), _ends(second.likely, second.factor))


def narrowest(figures: Iterable[Figure]) -> Figure:
    """Return the figure that says most exactly what it says; of equals the one that stands first in the text."""
    return min(figures, key=lambda figure: (_width(figure), figure.span.start))


def _one_currency(first: Figure, second: Figure) -> bool:
    return not set(first.currencies).isdisjoint(second.currencies) or first.unit == second.unit


def _width(figure: Figure) -> Decimal:
    low, high, *_ = _ends(figure.likely or Interval(low=None, high=None), figure.factor)
    return high - low


def _ends(interval: Interval, factor: Decimal) -> tuple[Decimal, Decimal, bool, bool]:
    low = -_UNBOUNDED if interval.low is None else interval.low * factor
    high = _UNBOUNDED if interval.high is None else interval.high * factor
    return low, high, interval.low_open, interval.high_open


def _overlap(first: tuple[Decimal, Decimal, bool, bool], second: tuple[Decimal, Decimal, bool, bool]) -> bool:
    low, low_open = max((first[0], first[2]), (second[0], second[2]))
    high, high_open = min((first[1], not first[3]), (second[1], not second[3]))
    return low < high or (low == high and not low_open and high_open)
