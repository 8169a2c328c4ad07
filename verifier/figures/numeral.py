"""One number as it was written: its value, the place of its last digit, and its multiplier."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Sort = Literal["plain", "fraction", "multiple", "vague"]
FRACTION_STEP = Decimal("0.02")
FRACTION_PLACE = Decimal("0.1")
"""What "a third" is exact to, and what it looks rounded to."""
MULTIPLE_STEP = Decimal("0.1")
SCALED_FRACTION_STEP = Decimal("0.1")
""" "Half a million" is stated like 0.5 million."""
PLACES = Decimal(1).scaleb(-12)
"""Where decimals without end are cut."""


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


def stated(first: int, last: int, value: Decimal, decimals: int = 0, scale: Decimal = Decimal(1)) -> Number:
    """Return a number written as digits with `decimals` places, times `scale`."""
    step = Decimal(1).scaleb(-decimals)
    place = step if decimals or not value else step.scaleb(_trailing_zeros(value))
    return Number(first, last, value * scale, step * scale, place * scale, scale=scale)


def _trailing_zeros(value: Decimal) -> int:
    digits = str(int(value))
    return len(digits) - len(digits.rstrip("0"))


def fraction(first: int, last: int, value: Decimal) -> Number:
    """Return a share of one: "a third"."""
    exact = value if value == value.quantize(Decimal("0.001")) else value.quantize(PLACES)
    return Number(first, last, exact, FRACTION_STEP, FRACTION_PLACE, "fraction")


def multiple(first: int, last: int, factor: Decimal) -> Number:
    """Return a number of times: "doubled", "2.4-fold"."""
    return Number(first, last, factor, MULTIPLE_STEP, MULTIPLE_STEP, "multiple")


def multiplied(number: Number, factor: Decimal, last: int) -> Number:
    """Return `number` times a multiplier that ends before token `last`."""
    value = None if number.value is None else number.value * factor
    step, place, sort = number.step, number.place, number.sort
    if sort == "fraction":
        step, place, sort = SCALED_FRACTION_STEP, SCALED_FRACTION_STEP, "plain"
    return Number(number.first, last, value, step * factor, place * factor, sort, number.spelled, number.scale * factor)
