"""Reads the lower part of a rate: "a day", "daily", "per 100,000 people", "/bbl"."""

from decimal import Context, Decimal

from verifier.figures import measures, numbers
from verifier.figures.measures import Measure
from verifier.figures.numeral import Number
from verifier.figures.tables import units
from verifier.figures.tables.units import Unit
from verifier.figures.tokens import Line

_SIZES = Context(prec=28)
"""The precision of the unit table, so that "km per hour" and "kph" are of one size."""


def rate(line: Line, at: int, over: Unit) -> Measure | None:
    """Return the rate that `over` is the upper part of, if token `at` begins one: "a day", "/bbl", "per 100,000"."""
    under = _under(line, at) or _adverb(line, at, over)
    if under is None:
        return None
    return Measure(at, under.last, combined(over, under.unit))


def combined(over: Unit, under: Unit) -> Unit:
    """Return the unit "over per under"; lengths over time are a speed."""
    dimension = f"{over.dimension}/{under.dimension}"
    return Unit(
        code=f"{over.code}/{under.code}",
        dimension="speed" if dimension == "length/duration" else dimension,
        factor=_SIZES.divide(over.factor, under.factor),
        readings=tuple(_SIZES.divide(reading, under.factor) for reading in over.readings),
        currencies=over.currencies,
    )


def _under(line: Line, at: int) -> Measure | None:
    slash = line[at].text == "/"
    word = measures.tied(line, at)
    if not slash and line[word].low not in units.PER:
        return None
    begin = at + 1 if slash else measures.tied(line, word + 1)
    if line[word].low == "per" and line[begin].kind == "number":
        return _per_number(line, begin)
    found = _per_unit(line, begin)
    if found is None or (not slash and line[word].low != "per" and _says_when(line, found)):
        return None
    return found


def _says_when(line: Line, found: Measure) -> bool:
    """Tell "a day earlier" and "a month on," from "a day in July"; "a barrel earlier" says no time at all."""
    if found.unit.dimension != "duration":
        return False
    after, then = line[found.last], line[found.last + 1]
    alone = then.kind in ("mark", "end") or then.low in ("from", "and")
    return after.low in units.NOT_A_RATE or (after.low in units.NOT_A_RATE_ALONE and alone)


def _adverb(line: Line, at: int, over: Unit) -> Measure | None:
    """Read the "daily" of "tonnes daily in July", but not that of "tonnes daily exports"."""
    code = units.PER_ADVERBS.get(line[at].low)
    if code is None or over.dimension in units.NEVER_ADVERBIAL or "/" in over.dimension or not _closes(line, at + 1):
        return None
    return Measure(at, at + 1, units.WORDS[code])


def _closes(line: Line, at: int) -> bool:
    """Tell whether no noun can follow at token `at`: a stop, a period or a word such as "in" stands there."""
    token = line[at]
    if token.text == ",":
        return line[at + 1].low not in units.PER_ADVERBS
    return token.kind in ("end", "period") or token.text in (".", ";", ":", ")") or token.low in units.AFTER_ADVERBS


def _per_unit(line: Line, at: int) -> Measure | None:
    word = line[at].low
    if word in units.PER_COUNT:
        return Measure(at, at + 1, Unit(units.PER_COUNT[word], "count"))
    if word in ("second", "sec", "s"):
        return Measure(at, at + 1, units.WORDS["seconds"])
    if word in ("tonne", "ton", "barrel", "quarter") or word not in ("a", "in", "c", "f"):
        one = Number(at, at, Decimal(1))
        found = measures.phrase(line, at, one) or _symbol_under(line, at)
        return None if found is None or found.unit.dimension in ("percent", "currency", "temperature") else found
    return None


def _symbol_under(line: Line, at: int) -> Measure | None:
    unit = units.SYMBOLS.get(line[at].text)
    return None if unit is None else measures.powered(line, Measure(at, at + 1, unit), line[at].text)


def _per_number(line: Line, at: int) -> Measure | None:
    number = numbers.read(line, at)
    if number is None or not number.value:
        return None
    noun = units.PER_COUNT.get(line[number.last].low)
    last = number.last + (noun is not None)
    code = f"{number.value:f} {noun or ''}".strip()
    return Measure(at, last, Unit(code, "count", number.value))
