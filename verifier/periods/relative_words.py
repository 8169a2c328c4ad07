"""Periods told from the day of publication, or by where they end: last month, Monday, the year to date."""

from datetime import date, timedelta

from verifier.models import Step
from verifier.periods.calendar_words import point
from verifier.periods.points import Point, Stretch, back, between, months, positions, whole
from verifier.periods.reading import DAYS_IN, MONTHS_IN, NOWHERE, Reading, Words

_FURTHEST = 1200
_SEASON_BEGINS = {21: 3, 22: 6, 23: 9, 24: 12}
"""By the northern months: good for telling the year of "last summer", too coarse for its days."""


def day_of(moment: date) -> Stretch:
    """Return the stretch of that one day."""
    return whole(Point(moment.year, moment.month, moment.day))


def calendar_unit(moment: date, unit: Step, offset: int) -> Stretch:
    """Return the whole day, week, month, quarter, half or year `offset` units from the one `moment` is in."""
    if unit in DAYS_IN:
        start = moment - timedelta(days=moment.weekday() if unit == "week" else 0)
        start += timedelta(days=offset * DAYS_IN[unit])
        return between(start, start + timedelta(days=DAYS_IN[unit]))
    size = MONTHS_IN[unit]
    start = back(moment.replace(day=1), (moment.month - 1) % size - offset * size)
    return months(start.year, start.month, size)


def relative(words: Words) -> Reading | None:
    """ "last month", "this year", "the latest quarter"; "recent months" are no month."""
    if any(token.plural for token in words.items):
        return None
    unit, offset = words.unit(), words.offset()
    where = calendar_unit(words.published, unit, offset) if words.published else NOWHERE
    return Reading(unit, where, relative=True, step=unit if offset < 0 else None)


def relative_day(words: Words) -> Reading:
    """ "yesterday"."""
    offset = words.values("relative_day")[0]
    where = day_of(words.published + timedelta(days=offset)) if words.published else NOWHERE
    return Reading("day", where, relative=True)


def weekday(words: Words) -> Reading:
    """ "Monday": the nearest one up to the day of publication; "last Monday" is before it, "next Monday" after."""
    if words.published is None:
        return Reading("day", relative=True)
    since = (words.published.weekday() - words.values("weekday")[0]) % 7
    if words.has("last"):
        since = since or 7
    if words.has("next"):
        since -= 7
    return Reading("day", day_of(words.published - timedelta(days=since)), relative=True)


def weekend(words: Words) -> Reading:
    """ "the weekend": the latest one begun."""
    if words.published is None:
        return Reading("range", relative=True)
    saturday = words.published - timedelta(days=(words.published.weekday() - 5) % 7)
    if words.has("next"):
        saturday += timedelta(days=7)
    return Reading("range", between(saturday, saturday + timedelta(days=2)), relative=True)


def relative_decade(words: Words) -> Reading:
    """ "the last decade", "this decade"."""
    if words.published is None:
        return Reading("decade", relative=True)
    first = words.published.year // 10 * 10 + 10 * words.offset()
    return Reading("decade", Stretch(Point(first), Point(first + 9)), relative=True)


def relative_month(words: Words) -> Reading:
    """ "last October", "this May", "next July"."""
    month = words.values("month")[0]
    if words.published is None:
        return Reading("month", months(None, month, 1), relative=True)
    year = words.published.year
    if words.has("last"):
        year -= month >= words.published.month
    elif words.has("next"):
        year += month <= words.published.month
    return Reading("month", months(year, month, 1), relative=True)


def relative_season(words: Words) -> Reading:
    """ "last summer", "this winter": a season without dates."""
    number = words.values("season")[0]
    if words.published is None:
        return Reading("season", relative=True, edtf=f"XXXX-{number}")
    begins = _SEASON_BEGINS[number]
    year, month = words.published.year, words.published.month
    if words.has("last"):
        year -= month < begins + 3
    elif words.has("next"):
        year += month >= begins
    return Reading("season", relative=True, edtf=f"{year:04}-{number}")


def ago(words: Words) -> Reading | None:
    """ "two years ago": the whole year, month, week or day that far back."""
    unit, count = (words.unit(), words.count()) if words.units() else ("year", 10 * words.count())
    if count > _FURTHEST:
        return None
    if words.published is None:
        return Reading(unit, relative=True)
    return Reading(unit, calendar_unit(words.published, unit, -count), relative=True)


def recent(words: Words) -> Reading | None:
    """ "the past three months", "the next two weeks": counted from the day of publication."""
    unit, count = words.unit(), words.count()
    if count > _FURTHEST:
        return None
    if words.published is None:
        return Reading("range", NOWHERE, "rolling", relative=True)
    if unit in ("quarter", "half"):
        return _whole_units(words.published, unit, count, words.offset())
    sign = -1 if words.has("next", "following") else 1
    ends = sorted((_steps_back(words.published, unit, count * sign), words.published))
    return Reading("range", _days(*ends), "rolling", relative=True)


def _whole_units(moment: date, unit: Step, count: int, offset: int) -> Reading:
    """Return `count` whole quarters or halves, for nobody counts three months from a Tuesday as one."""
    ends = [calendar_unit(moment, unit, offset * number) for number in (1, count)]
    first, last = sorted(ends, key=lambda end: end.dates()[0] or moment)
    return Reading("range", Stretch(first.first, last.last), "rolling", relative=True)


def _days(start: date, until: date) -> Stretch:
    last = until - timedelta(days=1)
    return Stretch(Point(start.year, start.month, start.day), Point(last.year, last.month, last.day))


def _steps_back(moment: date, unit: Step, count: int) -> date:
    if unit in DAYS_IN:
        return moment - timedelta(days=DAYS_IN[unit] * count)
    return back(moment, MONTHS_IN[unit] * count)


def rolling(words: Words) -> Reading | None:
    """ "the 12 months to June 2025", "the year ended March 31", "the week to 20 November"."""
    unit, count = words.units()[0], words.count()
    cut = next(i for i, token in enumerate(words.items) if token.kind in ("ended", "to", "through", "until"))
    end, is_relative = point(Words(words.items[cut + 1 :], words.published))
    head = Words(words.items[:cut], words.published)
    count = head.count()
    if end is None or count > _FURTHEST:
        return None
    return Reading("range", _ending(end, unit, count), "rolling", relative=is_relative)


def _ending(end: Point, unit: Step, count: int) -> Stretch:
    size = MONTHS_IN.get(unit, 0) * count
    if end.year is None:
        there = whole(end).somewhere().last
        return positions(_ending(there, unit, count)) if there and size <= 12 else Stretch(None, end)
    until = end.day_after() or date.max
    start = back(until, size) if size else until - timedelta(days=DAYS_IN[unit] * count)
    return between(start, until)


def year_to_date(words: Words) -> Reading:
    """ "year to date", "so far this year", "for the year through November"."""
    year, is_relative = words.year()
    if year is None and words.published and words.has("this"):
        year, is_relative = words.published.year, True
    month = words.values("month")
    where = months(year, 1, month[0]) if month else Stretch(Point(year, 1), None)
    return Reading("range", where, "cumulative", relative=is_relative)


def edge(words: Words) -> Reading:
    """ "the end of the year", "year-end"."""
    unit = words.unit()
    where = calendar_unit(words.published, unit, 0) if words.published else NOWHERE
    return Reading(unit, where, relative=True, part=words.part())


def week_of(words: Words) -> Reading | None:
    """ "the week of November 17, 2025": the week that day is in."""
    day, is_relative = point(words)
    if day is None or day.day is None:
        return None
    moment = day.first_day() or _latest(day, words.published)
    where = calendar_unit(moment, "week", 0) if moment else NOWHERE
    return Reading("week", where, relative=is_relative or day.year is None)


def _latest(day: Point, published: date | None) -> date | None:
    if published is None:
        return None
    tried = [day.in_year(published.year - back_by) for back_by in range(8)]
    days = [point.first_day() for point in tried if point.exists()]
    return next((moment for moment in days if moment and moment <= published), None)
