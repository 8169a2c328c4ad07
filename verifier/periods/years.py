"""The year of a period that does not name one, told from a day: the nearest year in which it had begun by then."""

from collections.abc import Sequence
from datetime import date

from verifier.folding import fold
from verifier.models import Period, Span
from verifier.periods.anaphora import dated
from verifier.periods.moves import redated
from verifier.periods.points import Stretch, parse
from verifier.periods.reading import YearState
from verifier.periods.scanning import scan

_LEAP = 8
"""Years to look back for a 29 February."""


def settle(periods: Sequence[Period], reference: date) -> list[Period]:
    """Return the periods with unknown years filled from `reference`: the nearest that had begun by then.

    What the words or the article settled stays. Anaphors follow what they refer to.
    """
    result = [_settled(period, reference) for period in periods]
    return [dated(period, result) if _hangs(period) else period for period in result]


def _hangs(period: Period) -> bool:
    return period.kind == "anaphor" and period.start is None and period.until is None


def _settled(period: Period, reference: date) -> Period:
    if period.year != "unknown" or period.kind == "basis" or period.anchor is not None:
        return period
    again = _read_again(period, reference)
    if again is not None:
        return again
    year = nearest_past(period, reference)
    return period if year is None else in_year(period, year, "inferred")


def _read_again(period: Period, reference: date) -> Period | None:
    """Return what the period's own words mean once the day is known: "last month", "October last year"."""
    _, found = scan(fold(period.text), reference)
    if len(found) != 1 or not found[0].reading.relative:
        return None
    again = found[0].reading.period(period.text, Span(start=0, end=len(period.text)))
    return again.model_copy(update={"span": period.span, "text": period.text}) if again.year == "inferred" else None


def nearest_past(period: Period, reference: date) -> int | None:
    """Return the latest year in which the period had begun by `reference`; None if it has no place in the calendar."""
    return _nearest(period, reference, range(reference.year + 1, reference.year - _LEAP, -1), past=True)


def nearest_future(period: Period, reference: date) -> int | None:
    """Return the first year in which the period is not over by `reference`; None if it has no place in the calendar."""
    return _nearest(period, reference, range(reference.year, reference.year + _LEAP), past=False)


def _nearest(period: Period, reference: date, years: range, *, past: bool) -> int | None:
    found = parse(period.edtf)
    if found is None or not found.year_unknown:
        return None
    for year in years:
        tried = found.in_year(year)
        if not tried.exists():
            continue
        start, until = tried.dates()
        begun, over = _begun(period, tried), until or start
        if begun and over and (begun <= reference if past else over > reference):
            return year
    return None


def _begun(period: Period, stretch: Stretch) -> date | None:
    """Return the day from which one may speak of the period: of one told by its end, when that has begun."""
    start, _ = stretch.dates()
    if stretch.last is not None and (start is None or period.kind == "rolling" or period.granularity == "range"):
        return stretch.last.first_day()
    return start


def in_year(period: Period, year: int, state: YearState) -> Period:
    """Return the period with its year filled in and how it came to it; a season keeps to its number."""
    found = parse(period.edtf)
    placed = found.in_year(year) if found else None
    if placed is None or not placed.exists():
        return period
    return redated(period, placed).model_copy(update={"year": state, "candidates": (year,)})
