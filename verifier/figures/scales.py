"""Reads the multipliers behind a number: "million", "bn", "dozen", and the "m" that may be metres."""

from decimal import Decimal

from verifier.figures.numeral import Number, multiplied
from verifier.figures.tables import numbers as table
from verifier.figures.tables import units
from verifier.figures.tokens import Line

_NO_MILLIONS = 1000
"""Nobody writes so many millions: 8,848m are metres."""


def scaled(line: Line, number: Number, money: bool) -> Number:
    """Multiply by the scale words that follow: "3.2bn", "10 million", "half a million", "2 dozen"."""
    for _ in range(3):
        scale = _scale_at(line, number, money)
        if scale is None:
            return number
        last, factor = scale
        number = multiplied(number, factor, last)
    return number


def _scale_at(line: Line, number: Number, money: bool) -> tuple[int, Decimal] | None:
    at = number.last
    if line[at].text == "-" and line.glued(at) and line.glued(at + 1):
        at += 1
    word = line[at]
    if word.low == table.HUNDRED and not number.scaled:
        return at + 1, Decimal(100)
    factor = table.SCALES.get(word.low) or table.GROUPS.get(word.low)
    if factor is not None:
        return at + 1, factor
    return None if at != number.last or number.scaled else _short_scale(line, number, money)


def _short_scale(line: Line, number: Number, money: bool) -> tuple[int, Decimal] | None:
    at = number.last
    word = line[at]
    factor = table.SHORT_SCALES.get(word.low)
    if factor is None or (line.glued(at + 1) and line[at + 1].kind == "number"):
        return None
    one_letter = len(word.low) == 1
    if one_letter and not (line.glued(at) or (money and word.low in table.MONEY_SCALES)):
        return None
    if word.text == "m" and not money:
        return None if _is_length(line, number, at) else (at + 1, factor)
    free = word.low not in table.MONEY_SCALES or word.text in table.CAPITAL_SCALES
    return (at + 1, factor) if money or (free and word.text != "T") else None


def _is_length(line: Line, number: Number, at: int) -> bool:
    """Tell whether the "m" at token `at` means metres, not millions: "1.8m tall", "the 100m final"."""
    after = line[at + 1]
    if after.low in units.LENGTH_WORDS or after.text == "/" or (after.text == "(" and line[at + 2].kind == "number"):
        return True
    if after.low == "in" and line[at + 2].low in units.SIZES:
        return True
    if number.value is not None and number.value >= _NO_MILLIONS:
        return True
    led = any(line[number.first - step].low in units.LENGTH_LEADS for step in (1, 2, 3))
    race = number.value in units.RACES and number.step == 1 and after.low not in ("people", "of")
    return led or (race and not (after.kind == "word" and after.low.endswith("s")))
