"""The year an article lends to its own bare months: from neighbours in a list, its other dates, or its day."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from verifier.models import Period
from verifier.periods import english
from verifier.periods.moves import redated
from verifier.periods.points import back, between, parse, positions
from verifier.periods.reading import YearState
from verifier.periods.scanning import Found, clauses
from verifier.periods.tokens import CODES, Tokens
from verifier.periods.years import in_year, nearest_future, nearest_past

_CLAUSE = 48
_LINE = 90
_FAR = 4000
_LIST = re.compile(f"[{CODES['comma']}{CODES['and']}{CODES['or']}{CODES['to']}{CODES['hyphen']}]+")
_NOT_A_DATE = re.compile(r"[^\W\d_]{2,}")
_DATELINE_WORDS = frozenset("published updated posted last on date by am pm at".split())


def base_indexes(text: str, found: Sequence[Found]) -> frozenset[int]:
    """Return which periods something is compared with; they lend no year and nothing refers back to them."""
    return frozenset(index for index, item in enumerate(found) if _is_base(text, item))


def _is_base(text: str, found: Found) -> bool:
    if found.reading.kind in ("anaphor", "basis"):
        return True
    words = list(clauses(text, found, _CLAUSE))[:3]
    if any(tuple(reversed(words[: len(phrase)])) == phrase for phrase in english.BASE_BEFORE):
        return True
    return words[:1] == ["on"] and found.reading.granularity in ("month", "quarter", "half", "year")


def shared(periods: Sequence[Period], found: Sequence[Found], tokens: Tokens) -> list[Period]:
    """Return the periods with the year a list names once given to all of it: "in June, July and August 2025"."""
    result = list(periods)
    for index in range(len(result) - 2, -1, -1):
        here, after = result[index], result[index + 1]
        gap = tokens.codes[found[index].last : found[index + 1].first]
        if _LIST.fullmatch(gap) and _lists_with(here, after) and not found[index].reading.relative and after.start:
            result[index] = in_year(here, after.start.year, "stated").model_copy(update={"candidates": ()})
    return result


def _lists_with(here: Period, after: Period) -> bool:
    same_size = here.granularity == after.granularity
    return same_size and "XXXX" in here.edtf and after.year == "stated" and here.kind in ("interval", after.kind)


class Lenders:
    """The dates of an article that may lend their year, and the article's own day."""

    def __init__(self, periods: Sequence[Period], bases: frozenset[int], text: str, published: date | None) -> None:
        lines = [index for index, period in enumerate(periods) if _is_dateline(period, text)]
        teasers = frozenset(lines[1:])
        self.text = text
        apart = bases | teasers
        self.lending = [i for i, period in enumerate(periods) if i not in apart and _lends(period)]
        self.places = [periods[index].span.end for index in self.lending]
        self.years = sorted({_year(periods[index]) for index in self.lending})
        self.mentioned = sorted(
            {_year(period) for i, period in enumerate(periods) if i not in apart and _names_month(period)}
        )
        self.day = published or (periods[lines[0]].start if lines else None)
        self.state: YearState = "inferred" if published else "inherited"
        self.hint = None if self.day or self.years else _day_told_by_base(periods, bases)

    def lends_nearby(self, period: Period) -> bool:
        """Say whether a lending date stands before the period in its paragraph."""
        place = bisect_right(self.places, period.span.start) - 1
        return (
            place >= 0 and "\n" not in self.text[max(self.places[place], period.span.start - _FAR) : period.span.start]
        )


def _lends(period: Period) -> bool:
    return period.kind in ("interval", "cumulative", "rolling") and period.start is not None and _names_month(period)


def _names_month(period: Period) -> bool:
    return period.year == "stated" and "-" in period.edtf and (period.start or period.until) is not None


def _year(period: Period) -> int:
    """Return the year a dated period begins in, or ends in where it has no beginning."""
    return int(period.edtf.removeprefix("../")[:4])


def _is_dateline(period: Period, text: str) -> bool:
    """Say whether a full date has its line to itself, but for a clock, a rubric or "Published"."""
    if period.granularity != "day" or period.year != "stated" or period.start is None or period.kind != "interval":
        return False
    line_start = text.rfind("\n", max(0, period.span.start - _LINE), period.span.start) + 1
    line_end = text.find("\n", period.span.end, period.span.end + _LINE)
    if period.span.start - line_start > _LINE // 2 or (line_end < 0 and len(text) > period.span.end + _LINE):
        return False
    before = _NOT_A_DATE.findall(text[line_start : period.span.start].lower())
    after = text[period.span.end : line_end if line_end >= 0 else len(text)]
    return set(before) <= _DATELINE_WORDS and (not re.search(r"[.!?]|[a-z]{3,} [a-z]{3,} [a-z]{3,}", after))


def filled(
    periods: Sequence[Period], found: Sequence[Found], bases: frozenset[int], text: str, published: date | None
) -> list[Period]:
    """Return the periods with the years the article gives to those that name none; candidates where it is torn."""
    lenders = Lenders(periods, bases, text, published)
    return [_settled(period, item, lenders) for period, item in zip(periods, found, strict=True)]


def _settled(period: Period, found: Found, lenders: Lenders) -> Period:
    if "XXXX" in period.edtf and not found.reading.relative:
        return _filled(period, found, lenders)
    if period.start and period.text.lower() in english.WEEKDAYS and _is_future(lenders.text, found):
        return _week_later(period, lenders.day)
    return period


def _week_later(period: Period, day: date | None) -> Period:
    """Return a weekday of the time to come, where the nearest past one is not the day itself."""
    if period.start is None or period.start == day:
        return period
    start = period.start + timedelta(days=7)
    return redated(period, between(start, start + timedelta(days=1)))


def _filled(period: Period, found: Found, lenders: Lenders) -> Period:
    past = nearest_past(period, lenders.day) if lenders.day else None
    if len(lenders.years) == 1 and _inherits(period, lenders, past):
        return in_year(period, lenders.years[0], "inherited")
    if lenders.day is None or past is None:
        hinted = nearest_past(period, lenders.hint) if lenders.hint else None
        return period.model_copy(update={"candidates": (hinted,) if hinted else tuple(lenders.mentioned)})
    future = nearest_future(period, lenders.day) if _is_future(lenders.text, found) else None
    return in_year(period, future or past, lenders.state)


def _inherits(period: Period, lenders: Lenders, past: int | None) -> bool:
    """Say whether the year lent can be this period's: not after the article's day, and older only beside its lender."""
    year = lenders.years[0]
    return past is None or year == past or (year < past and lenders.lends_nearby(period))


def _is_future(text: str, found: Found) -> bool:
    return not english.FUTURE.isdisjoint(clauses(text, found, _CLAUSE)) or (
        found.reading.kind == "by" and _is_until(text, found)
    )


def _is_until(text: str, found: Found) -> bool:
    return text[found.span.start : found.span.end].lower().startswith(("until", "till", "before"))


def _day_told_by_base(periods: Sequence[Period], bases: frozenset[int]) -> date | None:
    """Return the day up to which an article tells that only names a base: "July ... beat July 2024" is of July 2025."""
    places = {positions(found) for period in periods if "XXXX" in period.edtf and (found := parse(period.edtf))}
    for index in sorted(bases):
        found = parse(periods[index].edtf) if periods[index].year == "stated" else None
        until = found.dates()[1] if found and positions(found) in places else None
        if until:
            return back(until, -12) - timedelta(days=1)
    return None
