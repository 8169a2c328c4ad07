"""Reads numbers written in digits: decimals, powers of ten, "6 1/2"."""

import unicodedata
from dataclasses import replace
from decimal import Decimal

from verifier.figures import spelled
from verifier.figures.numeral import Number, fraction, stated
from verifier.figures.tables import grammar
from verifier.figures.tokens import Line

MAX_DIGITS = 24
"""More digits than any newspaper number has; longer rows of digits stay unparsed."""
MIXED_STEP = Decimal("0.1")
"""What "two and a half" is stated to; thirds and quarters to half of it."""
MAX_POWER = 40
"""No power of ten beyond this is read."""


def literal(line: Line, index: int) -> Number | None:
    """Return the numeral at token `index`, with its power of ten; None where it has too many digits."""
    token = line[index]
    if token.text in spelled.VULGAR:
        return fraction(index, index + 1, Decimal(str(unicodedata.numeric(token.text))))
    digits, decimals = _digits(token.text, line.comma_decimals)
    if len(digits) > MAX_DIGITS:
        return None
    number = stated(index, index + 1, Decimal(digits), decimals)
    return _with_power(line, number)


def _digits(text: str, commas: bool) -> tuple[str, int]:
    mark = "," if commas or text.count(".") > 1 else "."
    whole, _, decimals = text.partition(mark)
    whole = "".join(filter(str.isdecimal, whole))
    return (f"{whole or '0'}.{decimals}" if decimals else whole), len(decimals)


def _with_power(line: Line, number: Number) -> Number:
    """Read "4e14", "2.48×10−5" and "1.6 x 10^9"."""
    at, value = number.last, number.value
    if line[at].low == "e" and line.glued(at) and line[at + 1].kind == "number" and line.glued(at + 1):
        return _times_power(number, line[at + 1].text, at + 2)
    if line[at].low in ("×", "x") and line[at + 1].text == "10" and value is not None:
        sign = line[at + 2].text if line[at + 2].glued else ""
        skip = 3 if sign in ("-", "–", "^") else 2
        if line[at + skip].kind == "number" and line.glued(at + skip):
            return _times_power(number, ("-" if sign in ("-", "–") else "") + line[at + skip].text, at + skip + 1)
    return number


def _times_power(number: Number, exponent: str, last: int) -> Number:
    if (
        not exponent.lstrip("-").isdecimal()
        or len(exponent) > 3
        or abs(int(exponent)) > MAX_POWER
        or number.value is None
    ):
        return number
    power = int(exponent)
    return replace(
        number, last=last, value=number.value.scaleb(power), step=number.step.scaleb(power),
        place=number.place.scaleb(power), scale=Decimal(1).scaleb(power),
    )  # fmt: skip


def broken(line: Line, number: Number) -> Number:
    """Read what follows a whole number: "1/4", "6 1/2", "6½", "2 and a half"."""
    at = number.last
    if number.scaled or number.value is None or number.sort != "plain":
        return number
    if (plain := slashed(line, number.first)) is not None:
        return plain
    if number.step != 1:
        return number
    part = _part(line, at)
    return number if part is None else _mixed(number, part)


def _part(line: Line, at: int) -> Number | None:
    if line[at].text in spelled.VULGAR:
        return fraction(at, at + 1, Decimal(str(unicodedata.numeric(line[at].text))))
    if line[at].text == "-" and line.glued(at) and line.glued(at + 1) and line[at + 2].text == "/":
        at += 1
    if line[at].kind == "number":
        return slashed(line, at)
    return _and_part(line, at)


def _and_part(line: Line, at: int) -> Number | None:
    """Read the rest of "two and a half" and "two-and-a-half"."""
    tied = line[at].text == "-" and line.glued(at) and line.glued(at + 1)
    at += tied
    if line[at].low not in grammar.AND:
        return None
    part = spelled.fraction(line, at + 1 + (tied and line[at + 1].text == "-"))
    return None if part is None else fraction(at, part[0], part[1])


def with_half(line: Line, number: Number) -> Number:
    """Read the rest of "a million and a half"."""
    part = _and_part(line, number.last) if number.value == number.scale and number.scaled else None
    if part is None or part.value is None or number.value is None:
        return number
    step = number.scale * MIXED_STEP
    return replace(number, last=part.last, value=number.value + part.value * number.scale, step=step, place=step)


def _mixed(number: Number, part: Number) -> Number:
    value = (number.value or Decimal(0)) + (part.value or Decimal(0))
    step = MIXED_STEP if part.value == Decimal("0.5") else MIXED_STEP / 2
    return Number(number.first, part.last, value, step, step, spelled=number.spelled)


def slashed(line: Line, index: int) -> Number | None:
    """Return the fraction "3/4" that starts at `index`; what is no proper fraction is none."""
    top, slash, bottom = line[index], line[index + 1], line[index + 2]
    if slash.text not in ("/", "⁄") or bottom.kind != "number" or not (top.text + bottom.text).isdecimal():
        return None
    if slash.glued != bottom.glued or len(top.text + bottom.text) > 7:
        return None
    over, under = int(top.text), int(bottom.text)
    return fraction(index, index + 3, Decimal(over) / under) if 0 < over < under else None
