"""Reads the number itself at a token: digits, words, fractions and multipliers, with the place of its last digit."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from verifier.figures import spelled
from verifier.figures.tables import numbers as table
from verifier.figures.tables import units
from verifier.figures.tokens import Line

Sort = Literal["plain", "fraction", "multiple", "vague"]
MAX_DIGITS = 24
"""More digits than any newspaper number has; longer rows of digits stay unparsed."""
FRACTION_STEP = Decimal("0.02")
MULTIPLE_STEP = Decimal("0.1")
STARTERS = spelled.STARTERS
"""Words a number may start with."""
QUIET = frozenset({*table.LOOSE_MULTIPLES, *table.DIGIT_COUNTS, *table.SCALES, "quarter", "second", "hundred", "half"})
"""Those of them that also mean something else, and then are no number at all."""
_PLACES = Decimal(1).scaleb(-12)


@dataclass(frozen=True, slots=True)
class Number:
    """Tokens first..last (exclusive) read as one number."""

    first: int
    last: int
    value: Decimal | None
    step: Decimal = Decimal(1)
    """Place value of the last stated digit."""
    place: Decimal = Decimal(1)
    """Place value of the last stated digit that is not a trailing zero."""
    sort: Sort = "plain"
    spelled: bool = False
    scale: Decimal = Decimal(1)
    """What its multiplier multiplied it by: a million for "5.5 million"."""

    @property
    def scaled(self) -> bool:
        """Tell whether it has a multiplier."""
        return self.scale != 1

    def times(self, factor: Decimal) -> "Number":
        """Return it multiplied by a scale that stands elsewhere: the 5.5 of "5.5-6 billion"."""
        return multiplied(self, factor, self.last)


def read(line: Line, index: int, money: bool = False) -> Number | None:
    """Return the number that starts at `index`, or None; `money` lets "m" and "b" be multipliers."""
    token = line[index]
    if token.kind == "number":
        number = _literal(line, index)
        return number and _scaled(line, _broken(line, number), money)
    if token.kind != "word":
        return None
    return _worded(line, index)


def _literal(line: Line, index: int) -> Number | None:
    token = line[index]
    if token.text in spelled.VULGAR:
        return _fraction(index, index + 1, Decimal(str(unicodedata.numeric(token.text))))
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


def stated(first: int, last: int, value: Decimal, decimals: int = 0, scale: Decimal = Decimal(1)) -> Number:
    """Return a number written as digits with `decimals` places, times `scale`."""
    step = Decimal(1).scaleb(-decimals)
    place = step if decimals or not value else step.scaleb(_trailing_zeros(value))
    return Number(first, last, value * scale, step * scale, place * scale, scale=scale)


def _trailing_zeros(value: Decimal) -> int:
    digits = str(int(value))
    return len(digits) - len(digits.rstrip("0"))


def _fraction(first: int, last: int, value: Decimal) -> Number:
    exact = value if value == value.quantize(Decimal("0.001")) else value.quantize(_PLACES)
    return Number(first, last, exact, FRACTION_STEP, Decimal("0.1"), "fraction")


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
    if not exponent.lstrip("-").isdecimal() or len(exponent) > 3 or abs(int(exponent)) > 40 or number.value is None:
        return number
    power = int(exponent)
    return replace(
        number, last=last, value=number.value.scaleb(power), step=number.step.scaleb(power),
        place=number.place.scaleb(power), scale=Decimal(1).scaleb(power),
    )  # fmt: skip


def _broken(line: Line, number: Number) -> Number:
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
        return _fraction(at, at + 1, Decimal(str(unicodedata.numeric(line[at].text))))
    if line[at].text == "-" and line.glued(at) and line.glued(at + 1) and line[at + 2].text == "/":
        at += 1
    if line[at].kind == "number":
        return slashed(line, at)
    return _and_part(line, at)


def _and_part(line: Line, at: int) -> Number | None:
    if line[at].low != "and":
        return None
    part = spelled.fraction(line, at + 1)
    return None if part is None else _fraction(at, part[0], part[1])


def _mixed(number: Number, part: Number) -> Number:
    value = (number.value or Decimal(0)) + (part.value or Decimal(0))
    step = Decimal("0.1") if part.value == Decimal("0.5") else Decimal("0.05")
    return Number(number.first, part.last, value, step, step, spelled=number.spelled)


def slashed(line: Line, index: int) -> Number | None:
    """Return the fraction "3/4" that starts at `index`; what is no proper fraction is none."""
    top, slash, bottom = line[index], line[index + 1], line[index + 2]
    if slash.text not in ("/", "⁄") or bottom.kind != "number" or not (top.text + bottom.text).isdecimal():
        return None
    if slash.glued != bottom.glued or len(top.text + bottom.text) > 7:
        return None
    over, under = int(top.text), int(bottom.text)
    return _fraction(index, index + 3, Decimal(over) / under) if 0 < over < under else None


def _scaled(line: Line, number: Number, money: bool) -> Number:
    """Multiply by the scale words that follow: "3.2bn", "10 million", "half a million", "2 dozen"."""
    for _ in range(3):
        scale = _scale_at(line, number, money)
        if scale is None:
            return number
        last, factor = scale
        number = multiplied(number, factor, last)
    return number


def multiplied(number: Number, factor: Decimal, last: int) -> Number:
    """Return `number` times a multiplier that ends before token `last`."""
    value = None if number.value is None else number.value * factor
    step, place, sort = number.step, number.place, number.sort
    if sort == "fraction":
        step, place, sort = Decimal("0.1"), Decimal("0.1"), "plain"
    return Number(number.first, last, value, step * factor, place * factor, sort, number.spelled, number.scale * factor)


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
    led = any(line[number.first - step].low in units.LENGTH_LEADS for step in (1, 2, 3))
    race = number.value in units.RACES and number.step == 1 and after.low not in ("people", "of")
    return led or (race and not (after.kind == "word" and after.low.endswith("s")))


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


def multiple(first: int, last: int, factor: Decimal) -> Number:
    """Return a number of times: "doubled", "2.4-fold"."""
    return Number(first, last, factor, MULTIPLE_STEP, MULTIPLE_STEP, "multiple")


def _vague(line: Line, index: int) -> Number | None:
    word = line[index].low
    first, last = index, index + 1
    if word in table.DIGIT_COUNTS:
        return _digit_count(line, index)
    if word not in table.VAGUE_PLURALS and not _is_few(line, index):
        return None
    while line[last].low == "of" and line[last + 1].low in table.VAGUE_PLURALS:
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
    number = _fraction(index - article, last, value)
    at = last + (line[last].low == "of")
    at += line[at].low in ("a", "an")
    factor = table.SCALES.get(line[at].low) or table.GROUPS.get(line[at].low)
    if line[at].low == table.HUNDRED:
        factor = Decimal(100)
    return number if factor is None else _scaled(line, multiplied(number, factor, at + 1), False)


def _spelled_fraction(line: Line, index: int) -> Number | None:
    part = spelled.fraction(line, index)
    if part is None:
        return None
    return _half_from(line, _fraction(index, part[0], part[1]))


def _half_from(line: Line, number: Number) -> Number:
    at = number.last
    if line[at].low == "of" and line[at + 1].low in ("a", "an"):
        factor = table.SCALES.get(line[at + 2].low)
        return number if factor is None else multiplied(number, factor, at + 3)
    return number


def _cardinal(line: Line, index: int) -> Number | None:
    words = spelled.cardinal(line, index)
    if words is None:
        return _dozen(line, index)
    first = index - 1 if line[index].low not in table.UNITS and line[index - 1].low in ("a", "an") else index
    number = replace(stated(first, words.last, words.value), spelled=True)
    if words.multiplier > 1:
        number = replace(number, step=words.multiplier, scale=words.multiplier)
        number = replace(number, place=max(number.place, words.multiplier))
    return _pointed(line, _grouped(line, _broken(line, number)))


def _dozen(line: Line, index: int) -> Number | None:
    factor = table.GROUPS.get(line[index].low)
    if factor is None or line[index - 1].low not in ("a", "an"):
        return None
    return Number(index - 1, index + 1, factor, spelled=True)


def _grouped(line: Line, number: Number) -> Number:
    return number if number.scaled else _scaled(line, number, False)


def _pointed(line: Line, number: Number) -> Number:
    """Read "six point three"."""
    if line[number.last].low != "point" or number.value is None or not spelled.is_digit(line[number.last + 1]):
        return number
    digits, last = "", number.last + 1
    while spelled.is_digit(line[last]) and len(digits) < MAX_DIGITS:
        digits += str(table.UNITS[line[last].low])
        last += 1
    value = number.value + Decimal(f"0.{digits}")
    return _scaled(line, replace(stated(number.first, last, value, len(digits)), spelled=True), False)
