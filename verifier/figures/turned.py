"""Tells a figure in another unit where that is exact: a third in percent, degrees Fahrenheit in Celsius, cents."""

from decimal import Decimal

from verifier.figures.tables.units import WORDS
from verifier.models import Figure, Interval

_NOTHING = Decimal(0)
_FREEZING = Decimal(32)
"""Nothing in Celsius, in Fahrenheit."""
_FAHRENHEIT, _CELSIUS = WORDS["fahrenheit"], WORDS["celsius"]
_CENT = Decimal("0.01")
_PARTS = frozenset({"cent", "penny"})
_EURO = "EUR"


def turned(figure: Figure, unit: str, dimension: str, size: Decimal, zero: Decimal = _NOTHING) -> Figure:
    """Return `figure` in `unit`, of which `zero` is nothing and each of its own units makes `size`."""
    return figure.model_copy(
        update={
            "value": _number(figure.value, size, zero),
            "upper": _number(figure.upper, size, zero),
            "step": _number(figure.step, size, _NOTHING),
            "likely": _interval(figure.likely, size, zero),
            "hard": _interval(figure.hard, size, zero),
            "unit": unit,
            "dimension": dimension,
            "factor": Decimal(1),
        }
    )


def in_celsius(figure: Figure, *, apart: bool = False) -> Figure:
    """Return degrees Fahrenheit as Celsius, any other figure as it is; `apart`: it tells how far two are apart."""
    if figure.unit != _FAHRENHEIT.code:
        return figure
    zero = _NOTHING if apart else _FREEZING
    return turned(figure, _CELSIUS.code, _CELSIUS.dimension, _FAHRENHEIT.factor, zero)


def in_whole_money(figure: Figure) -> Figure:
    """Return cents whose money is known as that money, any other figure as it is; a rate stays one."""
    part, *under = (figure.unit or "").split("/", 1)
    if part not in _PARTS or not figure.currencies or (_EURO in figure.currencies and len(figure.currencies) > 1):
        return figure
    whole = turned(figure, "/".join([figure.currencies[0], *under]), figure.dimension or "currency", _CENT)
    readings = tuple(reading / _CENT for reading in figure.readings)
    return whole.model_copy(update={"factor": figure.factor / _CENT, "readings": readings})


def _number(number: Decimal | None, size: Decimal, zero: Decimal) -> Decimal | None:
    return None if number is None else (number - zero) * size


def _interval(interval: Interval | None, size: Decimal, zero: Decimal) -> Interval | None:
    if interval is None:
        return None
    ends = {"low": _number(interval.low, size, zero), "high": _number(interval.high, size, zero)}
    return interval.model_copy(update=ends)
