"""Reads the number at a token, in digits or in words."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from verifier.figures import spelled
from verifier.figures.digits import MAX_DIGITS, broken, literal, with_half
from verifier.figures.numeral import Number, fraction, multiple, multiplied, stated
from verifier.figures.scales import scaled
from verifier.figures.tables import grammar
from verifier.figures.tables import numbers as table
from verifier.figures.tokens import Line

STARTERS = spelled.STARTERS | grammar.CONFINED
"""Words a number may start with, or that show one before them."""
QUIET = (
    frozenset({*table.LOOSE_MULTIPLES, *table.DIGIT_COUNTS, *table.SCALES, "quarter", "second", "hundred", "half"})
    | grammar.CONFINED
)
"""Those of them that also mean something else, and then are no number at all."""


def read(line: Line, index: int, money: bool = False) -> Number | None:
    """Return the number that starts at `index`, or None; `money` lets "m" and "b" be multipliers."""
    token = line[index]
    if token.kind == "number":
        number = literal(line, index)
        return number and scaled(line, broken(line, number), money)
    if token.kind != "word":
        return None
    return _worded(line, index)


def _worded(line: Line, index: int) -> Number | None:
    readers: tuple[Callable[[Line, int], Number | None], ...] = (_multiple, _vague, _half, _spelled_fraction, _cardinal)
    for reader in readers:
        number = reader(line, index)
        if number is not None:
            return number
    return None


def _multiple(line: Line, index: int) -> Number | None:
    factor = table.MULTIPLES.get(line[index].low)
    return None if factor is None else multiple(index, index + 1, Decimal(factor))


def _vague(line: Line, index: int) -> Number | None:
    word = line[index].low
    first, last = index, index + 1
    if word in table.DIGIT_COUNTS:
        return _digit_count(line, index)
    if word not in table.VAGUE_PLURALS and not _is_few(line, index):
        return None
    while line[last].low == grammar.OF and line[last + 1].low in table.VAGUE_PLURALS:
        last += 2
    if line[first - 1].low in table.FEW:
        first -= 1
    return Number(first, last, None, sort="vague")


def _digit_count(line: Line, index: int) -> Number | None:
    """Read "double-digit" and "low double digits"."""
    at = index + 1 + (line[index + 1].text == "-")
    first = index - (line[index - 1].low in ("low", "mid", "high"))
    return Number(first, at + 1, None, sort="vague") if line[at].low in ("digit", "digits") else None


def _is_few(line: Line, index: int) -> bool:
    """Tell "several hundred", "a few thousand", "multi-million" and bare scale words, which give no number."""
    word = line[index].low
    if word != table.HUNDRED and word not in table.SCALES and word not in table.GROUPS:
        return False
    before = line[index - 1].low
    if (before == "-" and line[index - 2].low in table.FEW) or (before == "of" and line[index - 2].low in table.FEW):
        return True
    return before not in ("a", "an", "per") and line[index - 1].kind != "number" and before != "half"


def _half(line: Line, index: int) -> Number | None:
    """Read "half a million", "half million", "a quarter of a million"."""
    part = spelled.part(line, index)
    if part is None:
        return None
    last, value = part
    article = line[index - 1].low in ("a", "an", "one")
    number = fraction(index - article, last, value)
    at = last + (line[last].low == grammar.OF)
    at += line[at].low in grammar.ARTICLES
    factor = table.SCALES.get(line[at].low) or table.GROUPS.get(line[at].low)
    if line[at].low == table.HUNDRED:
        factor = Decimal(100)
    return number if factor is None else scaled(line, multiplied(number, factor, at + 1), False)


def _spelled_fraction(line: Line, index: int) -> Number | None:
    part = spelled.fraction(line, index)
    if part is None:
        return None
    return _half_from(line, fraction(index, part[0], part[1]))


def _half_from(line: Line, number: Number) -> Number:
    at = number.last
    if line[at].low == grammar.OF and line[at + 1].low in grammar.ARTICLES:
        factor = table.SCALES.get(line[at + 2].low)
        return number if factor is None else multiplied(number, factor, at + 3)
    return number


def _cardinal(line: Line, index: int) -> Number | None:
    words = spelled.cardinal(line, index)
    if words is None:
        return _dozen(line, index)
    first = index - 1 if line[index].low not in table.UNITS and line[index - 1].low in grammar.ARTICLES else index
    number = replace(stated(first, words.last, words.value), spelled=True)
    if words.multiplier > 1:
        number = replace(number, step=words.multiplier, scale=words.multiplier)
        number = replace(number, place=max(number.place, words.multiplier))
    return _pointed(line, with_half(line, _grouped(line, broken(line, number))))


def _dozen(line: Line, index: int) -> Number | None:
    factor = table.GROUPS.get(line[index].low)
    if factor is None or line[index - 1].low not in grammar.ARTICLES:
        return None
    return Number(index - 1, index + 1, factor, spelled=True)


def _grouped(line: Line, number: Number) -> Number:
    return number if number.scaled else scaled(line, number, False)


def _pointed(line: Line, number: Number) -> Number:
    """Read "six point three"."""
    if line[number.last].low != grammar.POINT or number.value is None or not spelled.is_digit(line[number.last + 1]):
        return number
    digits, last = "", number.last + 1
    while spelled.is_digit(line[last]) and len(digits) < MAX_DIGITS:
        digits += str(table.UNITS[line[last].low])
        last += 1
    value = number.value + Decimal(f"0.{digits}")
    return scaled(line, replace(stated(number.first, last, value, len(digits)), spelled=True), False)
