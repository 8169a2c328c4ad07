"""Steps back in the calendar, and which step lies between a period and the one it is compared with."""

from datetime import timedelta

from verifier.models import Period, Step
from verifier.periods.points import Point, Stretch, back, between, parse, positions
from verifier.periods.reading import DAYS_IN, MONTHS_IN, NOWHERE

_ORDER: tuple[Step, ...] = ("month", "quarter", "half", "year", "week", "day")


def redated(period: Period, stretch: Stretch) -> Period:
    """Return the period with the dates of `stretch`; a fiscal year keeps to its number."""
    start, until = stretch.dates() if period.kind != "fiscal" else (None, None)
    first_month, months = stretch.position() if period.kind != "fiscal" else (None, None)
    update = {"start": start, "until": until, "edtf": stretch.edtf(), "first_month": first_month, "months": months}
    return period.model_copy(update=update)


def shifted(stretch: Stretch, step: Step) -> Stretch:
    """Return the stretch one `step` back; without a year, its place in the calendar."""
    if stretch.year_unknown:
        return positions(_shifted_dates(positions(stretch).somewhere(), step))
    return _shifted_dates(stretch, step)


def _shifted_dates(stretch: Stretch, step: Step) -> Stretch:
    if stretch.first is None:
        return Stretch(None, stretch.last and _moved(stretch.last, step).last)
    if stretch.last is None:
        return Stretch(_moved(stretch.first, step).first, None)
    start, until = stretch.dates()
    if start is None or until is None or start.day != 1 or until.day != 1 or step in DAYS_IN:
        return Stretch(_moved(stretch.first, step).first, _moved(stretch.last, step).last)
    return between(back(start, MONTHS_IN[step]), back(until, MONTHS_IN[step]))


def _moved(point: Point, step: Step) -> Stretch:
    start, until = point.first_day(), point.day_after()
    if start is None or until is None:
        return NOWHERE
    if step in DAYS_IN:
        days = timedelta(days=DAYS_IN[step])
        return between(start - days, until - days)
    if point.day is None:
        return between(back(start, MONTHS_IN[step]), back(until, MONTHS_IN[step]))
    day = back(start, MONTHS_IN[step])
    return between(day, day + timedelta(days=1))


def basis_of(period: Period, base: Period) -> str | None:
    """Return the step from `period` back to `base`, else the base's own dates as EDTF, else None."""
    if base.kind in ("basis", "anaphor") and base.step:
        return base.step
    here, there = parse(period.edtf), parse(base.edtf)
    step = _step_between(here, there) if here and there else None
    if step or base.step:
        return step or base.step
    return base.edtf or None if here != there else None


def _step_between(here: Stretch, there: Stretch) -> Step | None:
    if not (here.year_unknown or there.year_unknown):
        return next((step for step in _ORDER if shifted(here, step) == there), None)
    if positions(here) == positions(there):
        # One of the two names its year, as in "July ... beat July 2024"; two bare names of one month tell nothing.
        return "year" if here.year_unknown != there.year_unknown else None
    return next((step for step in _ORDER if positions(shifted(here, step)) == positions(there)), None)
