"""Keeps open what the point in "12.400 tonnes" is where an article does not show it: decimals, or thousands."""

import re
from decimal import Decimal

from verifier.models import Figure

_HABIT = re.compile(
    r"(?<![\d.,])\d++\.(?:\d{1,2}|\d{4,}+)(?![\d.,]*\d)|(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d)|\d,\d{3}\.\d"
)
"""Numbers whose points are decimals, or whose thousands have commas."""
_NUMERAL = re.compile(r"\d[\d.,]*\d|\d")
_EITHER = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_DIMENSIONS = frozenset({"area", "count", "currency", "energy", "length", "mass", "power", "volume"})
"""What is counted in thousands; a percentage, a rate or a number alone has decimals."""
_THOUSAND = Decimal(1000)


def shows_decimals(text: str) -> bool:
    """Return whether other numbers of the text show what a point is."""
    return _HABIT.search(text) is not None


def in_both_readings(figure: Figure) -> Figure:
    """Return the figure with a second reading a thousand times as large, if its point may be one of thousands."""
    numerals = _NUMERAL.findall(figure.text)
    if figure.dimension not in _DIMENSIONS or not all(map(_EITHER.fullmatch, numerals)):
        return figure
    if not numerals or figure.value is None or abs(figure.value) != Decimal(numerals[0]):
        return figure
    readings = figure.readings or (figure.factor,)
    return figure.model_copy(update={"readings": (*readings, *(reading * _THOUSAND for reading in readings))})
