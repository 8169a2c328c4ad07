"""Reads durations that are not a number before a unit: "2:05:39", "a year and a half", "a year in prison"."""

import re
from decimal import Decimal

from verifier.figures.digits import MIXED_STEP
from verifier.figures.drafts import Draft
from verifier.figures.numeral import Number
from verifier.figures.tables import grammar, names
from verifier.figures.tables.units import WORDS, Unit
from verifier.figures.tokens import Line

_RACE = re.compile(r"(\d):([0-5]\d):([0-5]\d(?:\.\d{1,2})?)(?![\d:])")
_LONGEST = 12
_SECOND = Unit("s", "duration")
_MINUTE = 60


def read(line: Line, index: int, floor: int) -> Draft | None:
    """Return the duration that token `index` is the number of, or shows to be one; none of it before `floor`."""
    word = line[index]
    if word.kind == "number":
        return _race_time(line, index)
    if word.low == grammar.HALF:
        return _and_a_half(line, index, floor)
    return _sentence(line, index, floor) if word.low in grammar.CONFINED else None


def _race_time(line: Line, index: int) -> Draft | None:
    """Tell "won in 2:05:39" from a clock time."""
    start = line[index].start
    found = _RACE.match(line.text, start, start + _LONGEST)
    if found is None or line[index - 1].low not in grammar.TIMED:
        return None
    last = index
    while line[last].kind in ("number", "mark") and line[last].start < found.end():
        last += 1
    if line[last - 1].end != found.end() or line[last].low in names.ZONES | grammar.DAY_HALVES:
        return None
    hours, minutes, seconds = (Decimal(part) for part in found.groups())
    value = (hours * _MINUTE + minutes) * _MINUTE + seconds
    step = Decimal(1).scaleb(-len(found[3].partition(".")[2]))
    return Draft(index, last, number=Number(index, last, value, step, step), unit=_SECOND)


def _and_a_half(line: Line, index: int, floor: int) -> Draft | None:
    first = index - 4
    unit = WORDS.get(line[index - 3].low)
    led = first >= floor and line[first].low in grammar.ARTICLES and line.words(index - 2, index) == "and a"
    if not led or unit is None:
        return None
    number = Number(first, index + 1, Decimal("1.5"), MIXED_STEP, MIXED_STEP, spelled=True)
    return Draft(first, index + 1, number=number, unit=unit, unit_tokens=(first + 1, first + 2))


def _sentence(line: Line, index: int, floor: int) -> Draft | None:
    """Read the year of "a year in prison"."""
    first = index - 3
    unit = WORDS.get(line[first + 1].low)
    led = first >= floor and line[first].low in grammar.ARTICLES and line[index - 1].low == "in"
    if not led or unit is None or unit.dimension != "duration":
        return None
    number = Number(first, first + 1, Decimal(1), spelled=True)
    return Draft(first, first + 2, number=number, unit=unit, unit_tokens=(first + 1, first + 2))
