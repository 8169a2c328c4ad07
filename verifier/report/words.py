"""Says claims, periods and comparisons in the words of a person, the same in every format."""

from calendar import month_name
from collections.abc import Sequence
from datetime import date, timedelta

from verifier.models import Article, Claim, Comparison, Finding, Period
from verifier.report.visible import clipped, visible

_QUOTED = 120
"""Characters of a quote in one line of a report."""
_CHANGES = {"up": "rise in", "down": "fall in", "none": "change in"}
_YEARS = {
    "inherited": "year from the article's other dates",
    "inferred": "year from the date of publication",
    "unknown": "year not stated",
}


def quoted(text: str, limit: int = _QUOTED) -> str:
    """Return the article's words between quotation marks, on one line, cut where they run long."""
    return f'"{clipped(visible(text[: 2 * limit]), limit)}"'


def passage(claim: Claim) -> str:
    """Return the words the claim stands in: its figure's, or for an event the quote."""
    return quoted(claim.figure.text if claim.figure else claim.citations[0].quote)


def scope(claim: Claim) -> str:
    """Return what the claim is about: "exports of magnets, China, November 2025"; of a claim in words, what it says."""
    if claim.aspect in ("event", "rank"):
        if claim.statement == claim.citations[0].quote:
            return ""
        whose = "in the model's words: " if "statement" in claim.model_words else ""
        return whose + visible(claim.statement).removesuffix(".")
    topic = claim.topic
    parts = (_thing(claim), topic.actor, topic.counterparty and f"to {topic.counterparty}", topic.event, _when(claim))
    return ", ".join(visible(part) for part in parts if part)


def about(claim: Claim) -> str:
    """Return what the claim is about, how its year is known, and what it is if it is no fact."""
    told = "" if claim.modality == "fact" else f"a {claim.modality}, not a fact"
    return "; ".join(part for part in (scope(claim), year_words(claim.period), told) if part)


def credited(told: str, attribution: str | None) -> str:
    """Return what a claim is about with whom it credits."""
    according = f"according to {quoted(attribution)}" if attribution else ""
    return "; ".join(part for part in (visible(told), according) if part)


def source_words(source: Article | Comparison) -> str:
    """Return who published an article, its title and its date, as far as they are known."""
    title = quoted(source.title) if source.title else None
    known = (source.publisher and visible(source.publisher), title, source.published and source.published.isoformat())
    return ", ".join(part for part in known if part)


def period_words(period: Period) -> str:
    """Return the period as a person writes it: "November 2025", "January–July 2025", or the article's own words."""
    if period.start is None or period.until is None:
        return visible(period.text)
    words = _dates(period.start, period.until)
    return f"{period.part} {words}" if period.part else words


def year_words(period: Period | None) -> str:
    """Return how the year is known, where the article's own words do not state it; else nothing."""
    return _YEARS.get(period.year, "") if period else ""


def reason(finding: Finding) -> str:
    """Return why the claim has its verdict, in one line."""
    return visible(finding.reason)


def said(comparison: Comparison) -> str:
    """Return where the other claim stands, what it says, how far off it is and why that matters."""
    where = f"{visible(comparison.path)}:{comparison.line}:{comparison.column}"
    difference = f" ({visible(comparison.difference)})" if comparison.difference else ""
    why = f"; {visible(comparison.why)}" if comparison.why else ""
    return f"{where} says {quoted(comparison.quote)}{difference}{why}"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """Return "1 claim", "2 claims", "1,200 claims"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def with_relation(finding: Finding, relations: Sequence[str]) -> tuple[Comparison, ...]:
    """Return the comparisons of the finding that stand in one of `relations`."""
    return tuple(comparison for comparison in finding.comparisons if comparison.relation in relations)


def _thing(claim: Claim) -> str:
    measure, item = claim.topic.measure, claim.topic.item
    thing = f"{measure} of {item}" if measure and item and item.casefold() not in measure.casefold() else measure
    return f"{_CHANGES[claim.direction]} {thing}" if claim.aspect == "change" and thing else thing or item or ""


def _when(claim: Claim) -> str:
    when = period_words(claim.period) if claim.period else ""
    if claim.aspect != "change" or claim.base is None:
        return when
    base = claim.base
    since = f"on {period_words(base)}" if base.start and base.until else f"({visible(base.text)})"
    return f"{when} {since}".strip()


def _dates(start: date, until: date) -> str:
    last = until - timedelta(days=1)
    if start.day == until.day == 1:
        return _months(start, last)
    return _day(start) if start == last else f"{_day(start)} to {_day(last)}"


def _months(start: date, last: date) -> str:
    if start.month == 1 and last.month == 12:
        return str(start.year) if start.year == last.year else f"{start.year}–{last.year}"
    end = f"{month_name[last.month]} {last.year}"
    if start.year != last.year:
        return f"{month_name[start.month]} {start.year}–{end}"
    return end if start.month == last.month else f"{month_name[start.month]}–{end}"


def _day(day: date) -> str:
    return f"{day.day} {month_name[day.month]} {day.year}"
