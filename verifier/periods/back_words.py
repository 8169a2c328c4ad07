"""Periods told as a step back from another one: a year earlier, the same months of 2024, month on month."""

from verifier.periods.reading import NOWHERE, UNITS, Granularity, Reading, Words
from verifier.periods.relative_words import calendar_unit


def anaphor(words: Words) -> Reading | None:
    """ "a year earlier", "the previous month", "the year-ago quarter": one step back from another period."""
    if any(token.plural for token in words.items):
        return None
    step, shape = words.units()[0], _noun(words)
    told = words.published if words.has("ago", "previous") else None
    where = calendar_unit(told, step, -1) if told and shape == step else NOWHERE
    return Reading(shape, where, "anaphor", relative=True, step=step)


def _noun(words: Words) -> Granularity:
    if words.has("span"):
        return "range"
    return words.unit()


def same(words: Words) -> Reading | None:
    """ "the same period of last year", "the same months of 2024", "the same month a year before"."""
    cut = 1 + next(index for index, token in enumerate(words.items) if token.kind == "same")
    tail = Words(words.items[cut + 1 :], words.published)
    if tail.values("year"):
        return Reading(_same_unit(words, cut), NOWHERE, "anaphor", year=tail.values("year")[-1])
    step = tail.units()[0] if tail.units() else None
    if step is None and words.items[cut].kind in ("time", "days"):
        return None
    return Reading(_same_unit(words, cut), NOWHERE, "anaphor", step=step)


def _same_unit(words: Words, index: int) -> Granularity:
    named = words.items[index]
    return UNITS[named.kind] if named.kind in UNITS and not named.plural else "range"


def of_named_year(words: Words) -> Reading:
    """ "the 2024 period", "this time last year"."""
    if words.has("last"):
        return Reading("range", NOWHERE, "anaphor", step="year")
    return Reading(_noun(words), NOWHERE, "anaphor", year=words.values("year")[0])


def twelve_months_before(words: Words) -> Reading | None:
    """ "12 months earlier": a year; any other number is a length of time and no date."""
    return Reading("year", NOWHERE, "anaphor", step="year") if words.count() == 12 else None


def on_basis(words: Words) -> Reading | None:
    """ "month-on-month", "y/y", "on the year"."""
    if words.has("basis", "periodic"):
        return Reading(words.basis(), NOWHERE, "basis", step=words.basis())
    units = words.units()
    return Reading(units[0], NOWHERE, "basis", step=units[0]) if len(set(units)) == 1 else None
