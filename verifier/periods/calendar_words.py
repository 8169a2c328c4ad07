"""Periods that name their place in the calendar: days, months, quarters, halves, years, and longer."""

from dataclasses import replace

from verifier.periods.points import Point, Stretch, months, whole
from verifier.periods.reading import NOWHERE, Reading, Words

_LONGEST_RUN = 12


def point(words: Words) -> tuple[Point | None, bool]:
    """Return (a day, month or year as its words give it, whether the year came from the publication date)."""
    if named := words.points():
        return named[0], False
    year, relative = words.year()
    month, day = words.values("month"), words.values("number", "ordinal")
    made = Point(year, month[0] if month else None, day[0] if day else None)
    return (made if made.exists() and (month or year) else None), relative


def dated(words: Words) -> Reading | None:
    """ "September 25, 2025", "1 September", "July 2025", "2025"."""
    where, relative = point(words)
    if where is None:
        return None
    granularity = "day" if where.day else "month" if where.month else "year"
    return Reading(granularity, whole(where), relative=relative)  # type: ignore[arg-type]


def either(words: Words) -> Reading:
    """ "03/04/2025": both days, and no guess."""
    return Reading("day", edtf="[" + ",".join(sorted(where.edtf() for where in words.points())) + "]")


def year_span(words: Words) -> Reading | None:
    """ "2010-12"."""
    return _range(*words.points())


def days(words: Words) -> Reading | None:
    """ "December 19-20, 2025", "19 to 20 December"."""
    year, relative = words.year()
    month, numbers = words.values("month")[0], words.values("number", "ordinal")
    if words.has("and") and not words.has("between") and numbers[1] != numbers[0] + 1:
        return None
    found = _range(Point(year, month, numbers[0]), Point(year, month, numbers[1]))
    return replace(found, relative=relative) if found else None


def stretch(words: Words) -> Reading | None:
    """ "from January through July 2025", "Nov. 18-Dec. 19, 2015", "between 2014 and 2018"."""
    sides = list(words.split("hyphen", "dash", "to", "through", "until", "and"))
    (first, _), (last, relative) = point(sides[0]), point(sides[1])
    found = _range(first, last) if first and last else None
    return replace(found, relative=relative) if found else None


def _range(first: Point, last: Point) -> Reading | None:
    if first.year is None and last.year is not None:
        first = Stretch(first, Point(None, last.month, last.day)).in_year(last.year).first or first
    if last.year is None and first.year is not None:
        last = last.in_year(first.year + ((last.month or 12) < (first.month or 1)))
    found = Stretch(first, last)
    return Reading("range", found) if found.exists() else None


def quarter(words: Words) -> Reading | None:
    """ "the third quarter of 2025", "Q3", "last year's second half"."""
    year, relative = words.year()
    size, name = (6, "half") if words.has("halves", "half_name") else (3, "quarter")
    ranks = words.values("ordinal", "quarter_name", "half_name")
    count = ranks[-1] - ranks[0] + 1
    if (
        not all(1 <= rank <= 12 // size for rank in ranks)
        or count < 1
        or (count > 1 and words.has("and") and count > 2)
    ):
        return None
    where = months(year, size * (ranks[0] - 1) + 1, size * count)
    return Reading(name if count == 1 else "range", where, relative=relative)  # type: ignore[arg-type]


def half_month(words: Words) -> Reading | None:
    """ "the first half of July"."""
    year, relative = words.year()
    month, rank = words.values("month")[0], words.values("ordinal")[0]
    ends = {1: (1, 15), 2: (16, 31)}.get(rank)
    last = next((day for day in (31, 30, 29, 28) if Point(year, month, day).exists()), 28)
    found = ends and _range(Point(year, month, ends[0]), Point(year, month, min(ends[1], last)))
    return replace(found, relative=relative) if found else None


def opening(words: Words) -> Reading | None:
    """ "the first nine months of 2025", "the last four months of 2021"."""
    cut = next(index for index, token in enumerate(words.items) if token.kind in ("months", "quarters"))
    head, tail = Words(words.items[: cut + 1], words.published), Words(words.items[cut + 1 :], words.published)
    size = {"month": 1, "quarter": 3}[head.unit()] * head.count()
    if not 0 < size <= _LONGEST_RUN or not (head.has("last") or head.values("ordinal") == [1]):
        return None
    year, relative = tail.year()
    return Reading("range", months(year, 13 - size if head.has("last") else 1, size), relative=relative)


def weeks_of_month(words: Words) -> Reading | None:
    """ "the first two weeks of September": fuzzy, for a month's weeks are nobody's convention."""
    year, relative = words.year()
    month, rank = words.values("month")[0], words.values("ordinal")[0]
    last = 7 * rank if not words.has("count") else 7 * words.count()
    first = 1 if words.has("count") else last - 6
    found = _range(Point(year, month, first), Point(year, month, min(last, 28)))
    return found and Reading("week", found.stretch, relative=relative, part="early" if rank < 3 else "late")


def nth_month(words: Words) -> Reading | None:
    """ "the third month of 2021"."""
    year, relative = words.year()
    rank = words.values("ordinal")[0]
    return Reading("month", months(year, rank, 1), relative=relative) if rank <= 12 else None


def total(words: Words) -> Reading | None:
    """ "the nine-month total": the year's months so far."""
    count = words.count()
    return Reading("range", months(None, 1, count), "cumulative") if 2 <= count <= 11 else None


def decade(words: Words) -> Reading:
    """ "the 1990s"."""
    first = words.values("decade")[0]
    return Reading("decade", Stretch(Point(first), Point(first + 9)))


def century(words: Words) -> Reading | None:
    """ "the 19th century"."""
    rank = words.values("ordinal")[0] + (words.values("count") or [0])[0]
    if not 11 <= rank <= 22:
        return None
    return Reading("range", Stretch(Point(100 * rank - 100), Point(100 * rank - 1)))


def season(words: Words) -> Reading:
    """ "the summer of 2025": no dates, for they hang on the hemisphere and a winter has two years."""
    year, relative = words.year()
    stated = f"{year:04}" if year else "XXXX"
    return Reading("season", NOWHERE, relative=relative, edtf=f"{stated}-{words.values('season')[0]}")


def fiscal(words: Words) -> Reading:
    """ "fiscal 2025", "the second fiscal quarter": no dates, for only the company knows when its year begins."""
    years = words.values("year", "fiscal_year")
    quarter_like = words.has("quarters", "quarter_name")
    edtf = f"{years[-1]:04}" if years and not quarter_like else ""
    return Reading("quarter" if quarter_like else "year", NOWHERE, "fiscal", relative=not years, edtf=edtf)
