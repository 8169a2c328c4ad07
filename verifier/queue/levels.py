"""Round numbers for the axis of a drawing."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

MOST = 4
"""Steps from the lowest to the highest."""


def levels(low: Decimal, high: Decimal) -> list[Decimal]:
    """Return round numbers, evenly apart, the first not above `low` and the last not below `high`."""
    apart = (high - low) or abs(high) / 10 or Decimal(1)
    tenth = Decimal(10) ** (apart.adjusted() - 1)
    step = next(size * tenth for size in (2, 5, 10, 20, 50, 100) if apart / (size * tenth) <= MOST)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = max((high / step).to_integral_value(ROUND_CEILING), first + 1)
    return [(first + count) * step for count in range(int(last - first) + 1)]


def short(number: Decimal) -> str:
    """Return a number as an axis has it: "1.2 bn", "5,400"."""
    for size, name in ((Decimal(10) ** 9, " bn"), (Decimal(10) ** 6, " m")):
        if abs(number) >= size:
            return f"{plain(number / size)}{name}"
    return plain(number)


def plain(number: Decimal) -> str:
    """Return a number with its thousands apart, and no nought behind that says nothing."""
    text = f"{number:,f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", "−")


def spread(count: int, most: int) -> Iterator[int]:
    """Yield which of `count` things to name where there is room for `most`: the first, the last, and evenly between."""
    if count <= most:
        yield from range(count)
    else:
        yield from dict.fromkeys(round(at * (count - 1) / (most - 1)) for at in range(most))
