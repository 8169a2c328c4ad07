"""A time expression and the dates it stands for."""

from datetime import date
from typing import Literal

from verifier.models.base import Frozen, Span

Step = Literal["day", "week", "month", "quarter", "half", "year"]


class Period(Frozen):
    """One time expression of the article and the dates it stands for, as far as the article tells."""

    span: Span
    text: str
    kind: Literal["interval", "cumulative", "basis", "since", "by", "rolling", "anaphor", "fiscal"]
    granularity: Literal["day", "week", "month", "quarter", "half", "year", "decade", "season", "range"]
    start: date | None = None
    """First day; None while the year is unknown, or where the words leave the start open."""
    until: date | None = None
    """The day after the last; None while the year is unknown, or where the words leave the end open."""
    edtf: str = ""
    """Extended date/time format; an unknown year is XXXX: "XXXX-11"."""
    year: Literal["stated", "inherited", "inferred", "unknown"] = "unknown"
    """stated: in the words; inherited: from the article's other dates; inferred: from its publication date."""
    first_month: int | None = None
    """1 to 12: the calendar position, which holds without a year."""
    months: int | None = None
    """Length in whole months, where it is a whole number of them."""
    candidates: tuple[int, ...] = ()
    """The years it may mean, while `year` is not "stated"."""
    step: Step | None = None
    """For a basis or an anaphor: how far back it points ("month-over-month": month; "a year earlier": year)."""
    anchor: int | None = None
    """For an anaphor: index, in the list it came in, of the period it refers to."""
    part: Literal["early", "mid", "late"] | None = None
    """Fuzzy part of the named period; such a period is never equal to another."""
