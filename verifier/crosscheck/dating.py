"""Says what a claim's time is for the comparisons: its period, the happening it belongs to, or when it was told."""

import re
from datetime import date, timedelta

from verifier.crosscheck.moment import is_of_moment, is_of_spell, is_still_counted
from verifier.crosscheck.place import places
from verifier.folding import fold
from verifier.models import Claim, Period
from verifier.topics import TopicKey
from verifier.topics.words import DWINDLING, GROWING, LASTING, RUNNING

Columns = dict[str, object]

_DAY = re.compile(r"[\dX]{4}-(?P<month>\d\d)-(?P<day>\d\d)")
"""A day in the extended date/time format, its year known or not."""
_MEASURED = ("area", "duration", "length")


def happening(claim: Claim, key: TopicKey) -> str:
    """Return the happening a claim is about, where that tells its time; "" where its period does.

    What is the same for good (a magnitude) and what only grows (the dead) is held against all that is told of the
    happening; the area that burns and the number of the missing are of the day they are told for.
    """
    if claim.aspect in ("rank", "event"):
        return key.event
    words = {*key.measure.split(), *key.item.split()}
    is_lasting = not words.isdisjoint(LASTING) and not is_still_counted(claim)
    is_growing = claim.aspect == "tally" and not words.isdisjoint(GROWING) and words.isdisjoint(DWINDLING)
    return key.event if is_lasting or (is_growing and not _is_of_one_day(claim, key)) else ""


def _is_of_one_day(claim: Claim, key: TopicKey) -> bool:
    """Tell those killed overnight, or on the Friday of a war, from all of its dead."""
    if is_of_spell(claim):
        return True
    if claim.period is None or RUNNING.isdisjoint(key.event.split()):
        return False
    on_day = re.compile(rf"\bon {re.escape(fold(claim.period.text))}\b")
    return any(on_day.search(place.around) for place in places(claim))


def period_columns(claim: Claim, key: TopicKey, days: set[date], published: date | None) -> Columns:
    """Return the columns of `claims` that tell its time, as the comparisons read it; `days`: see `counted_on`.

    What an article says to hold without a time has in `first_month` when it was published: in months since the year 0
    for what can be measured again, in days since the year 1 for what may be another the next day (a price, a score).
    What is told of an hour or of a spell contradicts nothing, and neither does what is told of a happening at any hour.
    """
    period = claim.period
    if claim.aspect in ("rank", "event"):
        return _columns(_state(period), period)
    is_of_happening = bool(happening(claim, key))
    if not is_of_happening and _is_of_any_hour(claim, key, days):
        return _columns("fuzzy", None)
    if claim.modality == "fact" and period and _is_running(period, published):
        return _columns("open end", period)
    state = _state(period)
    if state in ("known", "none") and not is_of_happening and is_of_moment(claim):
        return _columns("fuzzy", period)
    return _columns(state, period, _told(claim, published) if published else None)


def _told(claim: Claim, published: date) -> int:
    dimension = claim.figure.dimension if claim.figure else None
    return published.year * 12 + published.month if dimension in _MEASURED else published.toordinal()


def _is_of_any_hour(claim: Claim, key: TopicKey, days: set[date]) -> bool:
    if claim.aspect == "tally":
        return counted_on(claim, days) is None
    return claim.period is None and bool(key.event)


def counted_on(claim: Claim, days: set[date]) -> str | None:
    """Return the day of a count, where the article states one; the `days` of the happening are not the count's."""
    day = claim.period.start if claim.aspect == "tally" and claim.period else None
    if day is None or day in days or claim.period is None or claim.period.granularity != "day":
        return None
    return day.isoformat()


def _columns(state: str, period: Period | None, told: int | None = None) -> Columns:
    day = period and _month_and_day(period)
    return {
        "period_state": state,
        "period_start": period and period.start and period.start.isoformat(),
        "period_until": period and period.until and period.until.isoformat(),
        "first_month": day or (period.first_month if period else told),
        "months": 0 if day else period and period.months,
    }


def _is_running(period: Period, published: date | None) -> bool:
    """Return whether the article was published before the period's last day: what it states is not the whole yet."""
    if _state(period) != "known" or not (published and period.start and period.until):
        return False
    return period.start <= published < period.until - timedelta(days=1)


def _month_and_day(period: Period) -> int | None:
    """Return 307 for a 7 March, whose year may be left open: what a month alone is told by has no days."""
    day = _DAY.fullmatch(period.edtf)
    return int(day["month"] + day["day"]) if day else None


def _state(period: Period | None) -> str:
    if period is None:
        return "none"
    if period.part or period.kind in ("since", "by", "rolling"):
        return "fuzzy"
    if period.start and period.until:
        return "known"
    return "open end" if period.kind == "cumulative" else "open year"
