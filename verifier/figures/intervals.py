"""What a figure can mean: its likely and its hard interval, with every constant in one place."""

from decimal import Decimal

from verifier.models import Approximator, Interval

_HALF = Decimal("0.5")
HEDGE_CAP = Decimal("0.1")
"""A hedge never reaches further than this share of the number."""
FIVES = 5
"""A last digit of 5 is a rounding to fives: "about 75" is coarser than "about 74"."""
HARD_HEDGE = 2
"""The hard interval of a hedge, in widths of the likely one."""
SMALL_COUNT = 100
"""Counts below this carry no halo: "80 people" is eighty."""
NO_HALO = frozenset({"percent", "points", "rank"})
"""Dimensions whose round numbers are meant as they stand."""
_COUNTS = frozenset({"count", "number"})
_MIRROR = {
    Approximator.OVER: Approximator.UNDER,
    Approximator.UNDER: Approximator.OVER,
    Approximator.AT_LEAST: Approximator.AT_MOST,
    Approximator.AT_MOST: Approximator.AT_LEAST,
}
"""Below zero: "less than -30" lies further from zero."""


def width(value: Decimal, step: Decimal, place: Decimal) -> Decimal:
    """Return a hedge's reach: half the number's roundness, at most a tenth of it, at least half its last digit."""
    reach = max(step, grain(value, place) * _HALF)
    return max(min(reach, HEDGE_CAP * abs(value)), step * _HALF)


def grain(value: Decimal, place: Decimal) -> Decimal:
    """Return what `value` looks rounded to: the place of its last digit that is not zero, five of them after a 5."""
    last_digit = int(abs(value) / place) % 10
    return place * FIVES if last_digit == FIVES else place


def of(
    approx: Approximator, value: Decimal, step: Decimal, place: Decimal, dimension: str
) -> tuple[Interval, Interval]:
    """Return the likely and the hard interval of one number."""
    if value < 0:
        likely, hard = of(_MIRROR.get(approx, approx), -value, step, place, dimension)
        return _mirrored(likely), _mirrored(hard)
    sharp = _around(value, step * _HALF)
    if approx is Approximator.EXACT:
        return sharp, sharp
    if approx is Approximator.NONE:
        return sharp, _around(value, _halo(value, step, place, dimension))
    return _hedged(approx, value, width(value, step, place), grain(value, place))


def _hedged(approx: Approximator, value: Decimal, reach: Decimal, coarse: Decimal) -> tuple[Interval, Interval]:
    far = max(HARD_HEDGE * reach, coarse)
    if approx is Approximator.NEARLY:
        return (
            Interval(low=value - reach, high=value, high_open=True),
            Interval(low=value - HARD_HEDGE * reach, high=value, high_open=True),
        )
    if approx in (Approximator.OVER, Approximator.AT_LEAST):
        is_open = approx is Approximator.OVER
        return (
            Interval(low=value, high=value + far, low_open=is_open),
            Interval(low=value, high=None, low_open=is_open),
        )
    if approx in (Approximator.UNDER, Approximator.AT_MOST):
        is_open = approx is Approximator.UNDER
        return (
            Interval(low=value - HARD_HEDGE * reach, high=value, high_open=is_open),
            Interval(low=None, high=value, high_open=is_open),
        )
    return _around(value, reach), _around(value, HARD_HEDGE * reach)


def between(low: Decimal, high: Decimal, step: Decimal) -> tuple[Interval, Interval]:
    """Return the intervals of a range, whose ends are rounded like any number."""
    interval = Interval(low=low - step * _HALF, high=high + step * _HALF)
    return interval, interval


def point(value: Decimal) -> tuple[Interval, Interval]:
    """Return the intervals of a rank, which has no width."""
    interval = Interval(low=value, high=value)
    return interval, interval


def _halo(value: Decimal, step: Decimal, place: Decimal, dimension: str) -> Decimal:
    """Return how far an unhedged number may be off: round ones more, but never more than hedged ones."""
    if dimension in NO_HALO or (dimension in _COUNTS and abs(value) < SMALL_COUNT):
        return step * _HALF
    return max(step * _HALF, min(place * _HALF, HARD_HEDGE * width(value, step, place)))


def _around(value: Decimal, reach: Decimal) -> Interval:
    return Interval(low=value - reach, high=value + reach)


def _mirrored(interval: Interval) -> Interval:
    return Interval(
        low=None if interval.high is None else -interval.high,
        high=None if interval.low is None else -interval.low,
        low_open=interval.high_open,
        high_open=interval.low_open,
    )
