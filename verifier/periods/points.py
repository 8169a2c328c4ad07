"""Calendar points with parts left out: the arithmetic and the EDTF text every period rests on."""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta

_POINT = re.compile(r"(X{4}|[0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_DECADE = re.compile(r"([0-9]{3})X")


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month of a year or a day; the year may be unknown."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def edtf(self) -> str:
        """Return "2025", "XXXX-11" or "2025-11-19"."""
        year = "XXXX" if self.year is None else f"{self.year:04}"
        return "-".join([year] + [f"{part:02}" for part in (self.month, self.day) if part is not None])

    def exists(self) -> bool:
        """Say whether the calendar has this point; 29 February stands while the year is unknown."""
        if self.year is not None and not 1 <= self.year < MAXYEAR:
            return False
        if self.month is None:
            return True
        if not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= calendar.monthrange(self.year or 2000, self.month)[1]

    def first_day(self) -> date | None:
        """Return its first day, None while the year is unknown."""
        return None if self.year is None else date(self.year, self.month or 1, self.day or 1)

    def day_after(self) -> date | None:
        """Return the day after its last, None while the year is unknown."""
        if self.year is None:
            return None
        if self.month is None:
            return date(self.year + 1, 1, 1)
        last = self.day or calendar.monthrange(self.year, self.month)[1]
        return date(self.year, self.month, last) + timedelta(days=1)

    def in_year(self, year: int) -> "Point":
        """Return the same calendar position in `year`."""
        return replace(self, year=year)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From the first point through the last, both included; a side that is None is open."""

    first: Point | None
    last: Point | None

    @property
    def year_unknown(self) -> bool:
        """Whether a point lacks its year."""
        return any(point is not None and point.year is None for point in (self.first, self.last))

    def exists(self) -> bool:
        """Say whether the calendar has both ends, in this order."""
        if not all(point is None or point.exists() for point in (self.first, self.last)):
            return False
        start, until = self.dates()
        return start is None or until is None or start < until

    def dates(self) -> tuple[date | None, date | None]:
        """Return the first day and the day after the last."""
        start = self.first.first_day() if self.first else None
        return start, self.last.day_after() if self.last else None

    def in_year(self, year: int) -> "Stretch":
        """Return the stretch that ends in `year`; one that runs over New Year began in the year before."""
        first, last = self.first, self.last
        if first is not None and first.year is None:
            first = first.in_year(year - 1 if _wraps(first, last) else year)
        if last is not None and last.year is None:
            last = last.in_year(year)
        return Stretch(first, last)

    def somewhere(self) -> "Stretch":
        """Return it in some year that has its days, where its own is unknown: for counting, not for telling."""
        if not self.year_unknown:
            return self
        return next((tried for year in (2001, 2004) if (tried := self.in_year(year)).exists()), Stretch(None, None))

    def edtf(self) -> str:
        """Return one point, "2025-01/2025-07", or an interval with an open side ("2025-01/..")."""
        if self.first is None and self.last is None:
            return ""
        if self.first == self.last and self.first is not None:
            return self.first.edtf()
        if self._is_decade():
            return f"{str(self.first and self.first.year)[:3]}X"
        return "/".join(".." if point is None else point.edtf() for point in (self.first, self.last))

    def _is_decade(self) -> bool:
        first, last = self.first, self.last
        if first is None or last is None or first.year is None or first.month or last.month:
            return False
        return first.year >= 1000 and first.year % 10 == 0 and last.year == first.year + 9

    def position(self) -> tuple[int | None, int | None]:
        """Return (first month, length in whole months); None where days or open sides leave it unsaid."""
        if self.first is None:
            return None, None
        first = self.first.month or 1
        if self.last is None:
            return first, None
        return first, self._months(first)

    def _months(self, first: int) -> int | None:
        start, until = self.somewhere().dates()
        if start is None or until is None or start.day != 1 or until.day != 1:
            return None
        return (until.year - start.year) * 12 + until.month - first


def _wraps(first: Point, last: Point | None) -> bool:
    return last is not None and (first.month or 1, first.day or 1) > (last.month or 12, last.day or 31)


def whole(first: Point, last: Point | None = None) -> Stretch:
    """Return the stretch from `first` through `last`, or `first` alone."""
    return Stretch(first, last or first)


def months(year: int | None, first: int, count: int) -> Stretch:
    """Return `count` months from month `first` of `year`, told as a year where they are one."""
    if first == 1 and count % 12 == 0 and year is not None:
        return Stretch(Point(year), Point(year + count // 12 - 1))
    last = first + count - 1
    end = None if year is None else year + (last - 1) // 12
    return Stretch(Point(year, first), Point(end, (last - 1) % 12 + 1))


def between(start: date, until: date) -> Stretch:
    """Return the stretch of the days from `start` to before `until`, in the largest parts that fit."""
    if start.day == 1 and until.day == 1 and start < until:
        return months(start.year, start.month, (until.year - start.year) * 12 + until.month - start.month)
    last = until - timedelta(days=1)
    return Stretch(Point(start.year, start.month, start.day), Point(last.year, last.month, last.day))


def parse(edtf: str) -> Stretch | None:
    """Read back what `Stretch.edtf` wrote; None for any other text."""
    if decade := _DECADE.fullmatch(edtf):
        year = int(decade[1]) * 10
        return Stretch(Point(year), Point(year + 9))
    first, _, last = edtf.partition("/")
    points = [_parse_point(piece) for piece in (first, last or first)]
    if any(point is None and piece != ".." for point, piece in zip(points, (first, last or first), strict=True)):
        return None
    return Stretch(points[0], points[1])


def _parse_point(text: str) -> Point | None:
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    year, month, day = (None if part in (None, "XXXX") else int(part) for part in match.groups())
    point = Point(year, month, day)
    return point if point.exists() else None


def back(moment: date, by_months: int) -> date:
    """Return the same day `by_months` months before (after, if negative), or that month's last; never before year 1."""
    index = max(12, moment.year * 12 + moment.month - 1 - by_months)
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(moment.day, calendar.monthrange(year, month)[1]))


def positions(stretch: Stretch) -> Stretch:
    """Return the stretch with its years forgotten."""
    return Stretch(*(point and replace(point, year=None) for point in (stretch.first, stretch.last)))
