"""Dates the claims: what a base tells of a year, where a running total ends, what a change is measured against."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta

from verifier.extract.drafts import Draft
from verifier.extract.items import Named
from verifier.models import Period
from verifier.periods import basis_of, settle
from verifier.topics import TopicKey


def with_bases(draft: Draft, periods: Sequence[Period]) -> Draft:
    """Return a claim whose base is a base: of a change only, never its own time, "month-over-month" never a period."""
    period, base = draft.period, draft.base
    if period is not None and periods[period].kind == "basis":
        period, base = None, period if base is None else base
    if draft.pointed.aspect != "change" or base == period:
        base = None
    return replace(draft, period=period, base=base)


def settled(drafts: Iterable[Draft], periods: Sequence[Period]) -> list[Period]:
    """Return the article's periods, undated ones dated by the claims that compare them with a dated year before."""
    pairs = [(d.period, d.base) for d in drafts if d.period is not None and d.base is not None]
    ends = {base: _last_day(periods[period], periods[base]) for period, base in pairs}
    known = {base: end for base, end in ends.items() if end is not None}
    if not known:
        return list(periods)
    years = _only_lent(known.keys(), periods)
    return settle([_undated(period, years) for period in periods], max(known.values()))


def closed(named: Sequence[Named]) -> list[Period | None]:
    """Return each claim's period, a running total closed with the latest month the article gives for its topic."""
    ends = [_end_of(claim, named) for claim in named]
    return [_closed(claim, end or _shared_end(claim, named, ends)) for claim, end in zip(named, ends, strict=True)]


def basis(draft: Draft, period: Period | None, base: Period | None) -> str | None:
    """Return what a change is measured against; None where the article leaves it open."""
    if base is None or draft.pointed.aspect != "change":
        return None
    return basis_of(period, base) if period is not None else base.step


def _last_day(period: Period, base: Period) -> date | None:
    """Return the last day of an undated period whose base is the same stretch of a stated year: it is a year later."""
    if base.until is None or base.year != "stated" or base.months is None:
        return None
    same_position = (base.first_month, base.months) == (period.first_month, period.months)
    dated = period.start is not None and (period.year == "stated" or period.start != base.start)
    if dated or not same_position:
        return None
    return base.until.replace(year=base.until.year + 1) - timedelta(days=1)


def _only_lent(bases: Set[int], periods: Sequence[Period]) -> frozenset[int]:
    """Return the years that only bases state: no month of the article can have its year from them."""
    stated = {
        index: period.start.year for index, period in enumerate(periods) if period.start and _states_month(period)
    }
    lent = {year for index, year in stated.items() if index in bases}
    return frozenset(lent - {year for index, year in stated.items() if index not in bases})


def _states_month(period: Period) -> bool:
    return period.year == "stated" and period.first_month is not None and "-" in period.edtf


def _undated(period: Period, years: Set[int]) -> Period:
    if period.year != "inherited" or period.start is None or period.start.year not in years:
        return period
    nowhere = {"start": None, "until": None, "year": "unknown", "candidates": ()}
    return period.model_copy(update={**nowhere, "edtf": period.edtf.replace(str(period.start.year), "XXXX")})


def _end_of(claim: Named, others: Sequence[Named]) -> Period | None:
    if not _is_open_total(claim.period):
        return None
    months = [other.period for other in others if other.period and _is_month_of(other, claim)]
    return max(months, key=lambda month: month.until or date.min, default=None)


def _shared_end(claim: Named, others: Sequence[Named], ends: Sequence[Period | None]) -> Period | None:
    """Return the end other claims found for the same words of the article ("year to date"), if they agree."""
    if not _is_open_total(claim.period):
        return None
    found = {end.until: end for other, end in zip(others, ends, strict=True) if end and other.period == claim.period}
    return next(iter(found.values())) if len(found) == 1 else None


def _is_open_total(period: Period | None) -> bool:
    return period is not None and period.kind == "cumulative" and period.until is None


def _is_month_of(month: Named, total: Named) -> bool:
    period, claim = month.period, month.draft.pointed
    if period is None or (period.kind, period.granularity) != ("interval", "month") or period.part:
        return False
    stated = claim.aspect == "amount" and claim.modality == "fact" and period.until is not None
    return stated and _one_topic(month.key, total.key) and _begins_within(period, total.period)


def _one_topic(first: TopicKey, second: TopicKey) -> bool:
    counted = {first.counted, second.counted} - {""}
    return len(counted) < 2 and first._replace(counted="", event="") == second._replace(counted="", event="")


def _begins_within(month: Period, total: Period | None) -> bool:
    return total is None or total.start is None or (month.start is not None and month.start >= total.start)


def _closed(claim: Named, end: Period | None) -> Period | None:
    total = claim.period
    if total is None or end is None or end.start is None or end.until is None:
        return total
    start = total.start or date(end.start.year, total.first_month or 1, 1)
    months = (end.start.year - start.year) * 12 + end.start.month - start.month + 1
    return total.model_copy(
        update={
            "start": start,
            "until": end.until,
            "months": months,
            "first_month": start.month,
            "edtf": f"{start:%Y-%m}/{end.start:%Y-%m}",
            "year": total.year if total.start else ("inherited" if end.year == "stated" else end.year),
        }
    )
