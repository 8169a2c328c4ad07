"""Dates the claims: what a base tells of a year, where a running total ends, what a change is measured against."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from verifier.extract.drafts import Draft
from verifier.extract.items import Named
from verifier.models import Period
from verifier.periods import basis_of, settle


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
    lenders = [
        periods[draft.base]
        for draft in drafts
        if draft.base is not None and draft.period is not None and _lends(periods[draft.base], periods[draft.period])
    ]
    if not lenders:
        return list(periods)
    reference = max(_last_day_a_year_on(lender) for lender in lenders)
    return settle([_undated(period, lenders) for period in periods], reference)


def closed(named: Sequence[Named]) -> list[Period | None]:
    """Return each claim's period, a running total closed with the latest month the article gives for its topic."""
    ends = [_end_of(claim, named) for claim in named]
    return [_closed(claim, end or _shared_end(claim, named, ends)) for claim, end in zip(named, ends, strict=True)]


def basis(draft: Draft, period: Period | None, base: Period | None) -> str | None:
    """Return what a change is measured against; None where the article leaves it open."""
    if base is None or draft.pointed.aspect != "change":
        return None
    return basis_of(period, base) if period is not None else base.step


def _lends(base: Period, period: Period) -> bool:
    same_position = base.first_month is not None and base.months is not None
    same_position = same_position and (base.first_month, base.months) == (period.first_month, period.months)
    undated = period.start is None or (period.year != "stated" and period.start == base.start)
    return same_position and undated and base.year == "stated" and base.until is not None


def _undated(period: Period, lenders: Sequence[Period]) -> Period:
    """Return a month without the year it took from a base: a base lends no year."""
    taken = period.year == "inherited" and any(period.start == lender.start for lender in lenders)
    if not taken or period.granularity != "month" or period.first_month is None:
        return period
    nowhere = {"start": None, "until": None, "year": "unknown", "edtf": f"XXXX-{period.first_month:02}"}
    return period.model_copy(update=nowhere)


def _last_day_a_year_on(period: Period) -> date:
    assert period.until is not None  # noqa: S101  (_lends asked for it)
    return period.until.replace(year=period.until.year + 1) - timedelta(days=1)


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
    period = month.period
    if period is None or period.granularity != "month" or period.part or period.until is None:
        return False
    same = (month.scope, month.key.item, month.key.counterparty) == (
        total.scope,
        total.key.item,
        total.key.counterparty,
    )
    return same and month.draft.pointed.aspect == "amount" and _begins_within(period, total.period)


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
