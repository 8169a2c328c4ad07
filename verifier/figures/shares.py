"""Reads shares and multiples: "one in five", "nine out of ten", "three times as many"."""

from decimal import Decimal

from verifier.figures import measures, numbers
from verifier.figures.drafts import RATIO, Draft
from verifier.figures.numeral import FRACTION_PLACE, FRACTION_STEP, PLACES, Number, multiple
from verifier.figures.tables import grammar
from verifier.figures.tables import numbers as table
from verifier.figures.tokens import Line

_WHOLES = frozenset(map(Decimal, (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000, 10**4, 10**5, 10**6)))
"""What shares are counted out of; "5 in 17" is no share."""
_STEP = Decimal("0.2")
"""What a small share is exact to, of itself: "one in 1,000" is not one in 100."""


def loose_multiple(line: Line, index: int) -> Number | None:
    """Read "twice as many", "double the": words that multiply only before the thing multiplied."""
    factor = table.LOOSE_MULTIPLES.get(line[index].low)
    if factor is None:
        return None
    after, before = line[index + 1].low, line[index - 1].low
    objects = after in table.MULTIPLE_OBJECTS or before in grammar.MULTIPLE_LEADS
    return multiple(index, index + 1, Decimal(factor)) if objects else None


def is_times(line: Line, number: Number) -> bool:
    """Tell "three times as many" from three times."""
    return line[number.last].low == grammar.TIMES and line[number.last + 1].low in table.TIMES_OBJECTS


def take_ratio(draft: Draft, number: Number) -> None:
    """Make an amount a ratio."""
    draft.unit = RATIO
    if number.sort != "multiple":
        draft.last = number.last + 1
        draft.unit_tokens = (number.last, number.last + 1)


def take_one_in(line: Line, draft: Draft, number: Number) -> bool:
    """Read "one in five", "nine out of ten"."""
    at = number.last
    tied = line[at].text == "-" and line.glued(at)
    at += tied
    if line[at].low not in grammar.IN and line.words(at, at + 2) != f"{grammar.OF} {grammar.EVERY}":
        return False
    at += 1 + (line[at].low == grammar.OUT) + (line[at + 1].low == grammar.EVERY) + tied
    whole = numbers.read(line, at)
    if not _is_whole(line, number, whole) or whole is None or whole.value is None or number.value is None:
        return False
    ratio = (number.value / whole.value).quantize(PLACES)
    step = min(FRACTION_STEP, ratio * _STEP)
    draft.number = Number(number.first, whole.last, ratio.normalize(), step, FRACTION_PLACE, "fraction")
    draft.last = whole.last
    return True


def _is_whole(line: Line, number: Number, whole: Number | None) -> bool:
    if whole is None or number.value is None or whole.value is None or number.step != 1:
        return False
    if not 0 < number.value < whole.value or measures.after(line, whole) is not None:
        return False
    return whole.value in _WHOLES
