"""Which period "a year earlier" or "the same months of 2024" starts from, and the dates that follow."""

import re
from collections.abc import Sequence

from verifier.models import Period
from verifier.periods.moves import redated, shifted
from verifier.periods.points import parse, positions

_END_OF_SENTENCE = re.compile(r"[.!?;][\"')\]]*\s|\n")
_YEAR = re.compile(r"[0-9]{4}")
_FAR = 3000
"""Code points back beyond which no reader looks for what "a year earlier" refers to."""


def anchored(periods: Sequence[Period], bases: frozenset[int], text: str) -> list[Period]:
    """Return the periods with every anaphor tied to what it refers to and dated; `bases` cannot be referred to."""
    result = list(periods)
    open_to = [index for index, period in enumerate(periods) if index not in bases and _can_anchor(period)]
    position = 0
    for index, period in enumerate(periods):
        while position < len(open_to) and open_to[position] < index:
            position += 1
        if period.kind == "anaphor":
            anchor = _anchor(
                periods, open_to[max(0, position - 8) : position], open_to[position : position + 2], index, text
            )
            result[index] = dated(period.model_copy(update={"anchor": anchor}), result)
    return result


def _can_anchor(period: Period) -> bool:
    return period.kind in ("interval", "cumulative", "rolling") and period.granularity not in ("decade", "season")


def _anchor(periods: Sequence[Period], before: list[int], after: list[int], index: int, text: str) -> int | None:
    period = periods[index]
    fitting = [other for other in reversed(before) if fits(period, periods[other])]
    near = [other for other in fitting if not _apart(periods[other], period, text)]
    later = [other for other in after if fits(period, periods[other]) and not _apart(period, periods[other], text)]
    far = [other for other in fitting if period.span.start - periods[other].span.end < _FAR]
    return next(iter(near + later + far), None)


def _apart(first: Period, last: Period, text: str) -> bool:
    between = last.span.start - first.span.end
    return between > _FAR or bool(_END_OF_SENTENCE.search(text, first.span.end, last.span.start))


def fits(anaphor: Period, anchor: Period) -> bool:
    """Say whether "the same month" or "the quarter before" can refer to `anchor`."""
    unit = anaphor.granularity
    if unit == "range" or (unit == "year" and anaphor.step == "year"):
        return anchor.granularity != "day" or anaphor.step != "year" or unit != "range"
    if unit == "month" and anaphor.step == "year":
        return anchor.first_month is not None and anchor.granularity in ("month", "range")
    return anchor.granularity == unit


def dated(period: Period, periods: Sequence[Period]) -> Period:
    """Return an anaphor with the dates its anchor gives it; unchanged while there are none."""
    anchor = periods[period.anchor] if period.anchor is not None else None
    found = parse(anchor.edtf) if anchor is not None else None
    if anchor is None or found is None:
        return period
    if period.year == "stated" and (year := _YEAR.search(period.text)):
        return _in_named_year(period, anchor, int(year[0]))
    moved = redated(period, shifted(found, period.step) if period.step else found)
    candidates = tuple(year - (period.step == "year") for year in anchor.candidates)
    return moved.model_copy(update={"year": anchor.year, "candidates": candidates, "granularity": anchor.granularity})


def _in_named_year(period: Period, anchor: Period, year: int) -> Period:
    found = parse(anchor.edtf)
    if found is None:
        return period
    step = "year" if anchor.until is not None and found.last and (found.last.year or 0) - year == 1 else None
    moved = redated(period, positions(found).in_year(year))
    return moved.model_copy(update={"granularity": anchor.granularity, "step": step})
