"""Measures how periods are read against a public date suite, beside the libraries that are installed.

The suite is the DateTime model of Recognizers-Text: `--suites DIR` names the folder that holds `recognizers-text/`.
Its inputs are commands to an assistant; `left_out` says which of its forms cannot stand in a newspaper and why.
"""

import argparse
import importlib
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from verifier.periods import find
from verifier.periods.points import back

Dates = tuple[date | None, date | None]
Reader = Callable[[str, date], list[tuple[int, int, Dates]]]

_TIMEX = re.compile(r"(?:XXXX|\d{4})(?:-\d{2})?|\((?:XXXX|\d{4})[-\d]*,(?:XXXX|\d{4})[-\d]*,P\d+[MY]\)")
_COMMANDS = (
    (re.compile(r"\b(next|coming|following)\b"), "looks ahead from the day of speaking, as an assistant is asked to"),
    (re.compile(r"[<>=~]"), "a query operator"),
    (re.compile(r"\b(cy|sy|eoy)\d*\b|\bof 87$"), "chat shorthand"),
    (
        re.compile(r"^the (week|month|quarter|year)$"),
        "a command that means the current one; in a newspaper it does not",
    ),
    (re.compile(r"\btwo thousand\b"), "a year in words; newspapers print digits"),
    (
        re.compile(r"\bmid\b|early|late|beginning|earlier|later|end of|\bmiddle\b"),
        "fuzzy: the suite gives its own days",
    ),
)
_RANGE = re.compile(r"\b(to|through|till|until|and)\b|[-~–]")


@dataclass(frozen=True)
class Case:
    """One date expression of the suite in its sentence, with the dates that are right for it."""

    text: str
    start: int
    end: int
    reference: date
    right: frozenset[Dates]


def cases(suite: list[dict[str, Any]]) -> tuple[list[Case], Counter[str]]:
    """Return the cases a newspaper could print, and how many were left out for each reason."""
    kept: list[Case] = []
    left: Counter[str] = Counter()
    for item, result in _month_level(suite):
        why = left_out(result)
        if why:
            left[why] += 1
        else:
            kept.append(_case(item, result))
    return kept, left


def _month_level(suite: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for item in suite:
        for result in item["Results"]:
            if result["TypeName"].endswith(".daterange") and "ReferenceDateTime" in item.get("Context", {}):
                yield item, result


def left_out(result: dict[str, Any]) -> str | None:
    """Return why a result of the suite is not measured, None if it is."""
    values = result["Resolution"]["values"]
    if not all(_TIMEX.fullmatch(value["timex"]) for value in values):
        return "days, weeks, seasons, fiscal years: not months, quarters, halves or years"
    if not any("start" in value or "end" in value for value in values):
        return "the suite gives no dates"
    return next((why for form, why in _COMMANDS if form.search(result["Text"].lower())), None)


def _case(item: dict[str, Any], result: dict[str, Any]) -> Case:
    right = {_dates(value) for value in result["Resolution"]["values"]}
    if _RANGE.search(result["Text"]) and "(" in result["Resolution"]["values"][0]["timex"]:
        right |= {_with_last(dates, value) for dates, value in zip(right, result["Resolution"]["values"], strict=False)}
    reference = datetime.fromisoformat(item["Context"]["ReferenceDateTime"]).date()
    return Case(item["Input"], result["Start"], result["End"] + 1, reference, frozenset(right))


def _dates(value: dict[str, str]) -> Dates:
    start, end = value.get("start"), value.get("end")
    return start and date.fromisoformat(start), end and date.fromisoformat(end)  # type: ignore[return-value]


def _with_last(dates: Dates, value: dict[str, str]) -> Dates:
    """Return the dates with the last month or year included: a newspaper's "January to April" has April in it."""
    start, end = dates
    return start, end and back(end, -12 if value["timex"].endswith("Y)") else -1)


def score(reader: Reader, measured: list[Case]) -> Counter[str]:
    """Return how often the reader was exact, wrong, or gave no dates."""
    return Counter(_verdict(reader, case) for case in measured)


def _verdict(reader: Reader, case: Case) -> str:
    over = [dates for start, end, dates in reader(case.text, case.reference) if start < case.end and end > case.start]
    over = [dates for dates in over if dates != (None, None)]
    if any(dates in case.right for dates in over):
        return "exact"
    return "wrong" if over else "none"


def ours(text: str, reference: date) -> list[tuple[int, int, Dates]]:
    """Read with this project."""
    return [(period.span.start, period.span.end, (period.start, period.until)) for period in find(text, reference)]


def dateparser() -> Reader:
    """Return a reader over dateparser's search, its points widened to the period it says they name."""
    search = importlib.import_module("dateparser.search").search_dates
    data = importlib.import_module("dateparser.date").DateDataParser

    def read(text: str, reference: date) -> list[tuple[int, int, Dates]]:
        moment = datetime.combine(reference, datetime.min.time())
        settings = {"RELATIVE_BASE": moment, "PREFER_DATES_FROM": "past"}
        hits, position = [], 0
        for words, _ in search(text, languages=["en"], settings=settings) or []:
            position = max(0, text.find(words, position))
            got = data(languages=["en"], settings=settings).get_date_data(words)
            hits.append((position, position + len(words), _widened(got)))
        return hits

    return read


def _widened(got: Any) -> Dates:
    if got.date_obj is None:
        return None, None
    day = got.date_obj.date()
    if got.period == "year":
        return date(day.year, 1, 1), date(day.year + 1, 1, 1)
    if got.period == "month":
        return day.replace(day=1), back(day.replace(day=1), -1)
    return day, day + timedelta(days=1)


def recognizers() -> Reader:
    """Return a reader over Recognizers-Text, whose own tests these are."""
    recognize = importlib.import_module("recognizers_date_time").recognize_datetime

    def read(text: str, reference: date) -> list[tuple[int, int, Dates]]:
        moment = datetime.combine(reference, datetime.min.time())
        found = recognize(text, "en-us", reference=moment)
        return [
            (hit.start, hit.end + 1, _dates_or_none(value))
            for hit in found
            if hit.resolution
            for value in hit.resolution["values"]
        ]

    return read


def _dates_or_none(value: dict[str, str]) -> Dates:
    try:
        return _dates(value)
    except (ValueError, TypeError):
        return None, None


Row = tuple[str, ...]


def rows(suites: Path) -> list[Row]:
    """Return the rows to print: each tool's exact, wrong and missed shares, then what was left out and why."""
    path = next(iter(sorted((suites / "recognizers-text").glob("*DateTimeModel*.json"))), None)
    if path is None:
        return [("DateTimeModel", "no such suite in this folder")]
    measured, left = cases(json.loads(path.read_text("utf-8-sig")))
    tools = (("verifier", lambda: ours), ("dateparser", dateparser), ("Recognizers-Text (own tests)", recognizers))
    shares = [("DateTimeModel", name, *_shares(make, measured)) for name, make in tools]
    shares.append(("periods", "speed", *_speed()))
    return shares + [("DateTimeModel", f"{count} left out", why) for why, count in left.most_common()]


def _speed() -> Row:
    """Return how long one text and one twice as long take: linear reading doubles, and no more."""
    sentence = (
        "In July 2025 it sold 5,577 tons, 15% less than a year earlier. The trade had stopped while the permits were"
        " late, and the makers of cars and turbines had to wait for parts that nobody could promise them.\n"
    )
    times = []
    for size in (500_000, 1_000_000):
        text = (sentence * (size // len(sentence) + 1))[:size]
        began = time.perf_counter()
        find(text)
        times.append(time.perf_counter() - began)
    return f"1 MB in {times[1]:.1f} s", f"{times[1] / times[0]:.2f} times as long as half of it"


def _shares(make: Callable[[], Reader], measured: list[Case]) -> Row:
    try:
        counts = score(make(), measured)
    except ImportError:
        return ("not installed",)
    parts = [f"{verdict} {100 * counts[verdict] / len(measured):.1f}%" for verdict in ("exact", "wrong", "none")]
    return (*parts, f"of {len(measured)}")


def main(arguments: list[str]) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--suites", type=Path, required=True)
    for row in rows(parser.parse_args(arguments).suites):
        print("  ".join(row))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
