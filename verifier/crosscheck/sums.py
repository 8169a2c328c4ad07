"""Sums as a reader would do them on paper: an amount, its change, and what they make of the amount before."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, NamedTuple, cast

from verifier.crosscheck.rows import sign
from verifier.models import Claim, Figure, Period
from verifier.topics.words import PLACES

UNLIKE = (
    r"\b(adjusted|annually|annuali[sz]ed|average|averaged|cagr|comparable|compound|constant|each year|economic growth"
    r"|economic output|economy|every year|excluding|fixed.asset|gdp|gross domestic|gross national|index"
    r"|industrial output|industrial production|inflation|like.for.like|organic|organically|per annum|per year"
    r"|real terms|revised|revision|terms|underlying|value.added)\b"
)
"""Words beside which a percentage need not be that of the amounts as they are stated: "up 8 % in dollar terms"; and
gross domestic product and its like, whose amounts are told in money of the day and their growth without inflation."""
COUNTRIES = sorted(set(PLACES.values()) - {"european union"})
"""Places none of which is part of another."""
WORLDWIDE = r"\b(global|world|worldwide)\b"
"""Words of the one whole that all countries have a share of."""

Stated = Literal["level", "change", "base"]
Ends = tuple[Decimal, Decimal]


class Sum(NamedTuple):
    """An amount, its change and the amount before; `stated` is held against what the other two make of it."""

    stated: Stated
    level: Claim
    change: Claim
    base: Claim

    @property
    def within(self) -> bool:
        """Whether one article states all three."""
        return self.level.article == self.change.article == self.base.article


def sum_words(held: Sum, relation: str) -> str:
    """Return the sum with its outcome: "6,150 tons / 1.12 (12 % up) ≈ 5,491 for October 2025, which cannot be …"."""
    implied, stated = _implied(held), _words(getattr(held, held.stated))
    if relation == "conflicts":
        outcome = f"{_outcome(held, implied)}{_range(held)}, which cannot be {stated}"
    else:
        outcome = f"{_outcome(held, implied)}, which fits the {stated} stated"
    if held.within:
        return f"within this article: {outcome}"
    return f"{outcome}, unless a figure was revised" if relation == "conflicts" else outcome


def sum_difference(held: Sum) -> str | None:
    """Return the stated figure against the implied one: changes in points, amounts in percent; None if equal."""
    implied = _implied(held)
    if held.stated == "change":
        points = _signed(held.change) - implied
        return f"{points:+.1f} points" if points else None
    given = held.base if held.stated == "base" else held.level
    worked_out_of = held.level if held.stated == "base" else held.base
    expected = implied * _factor(worked_out_of)
    apart = (_middle(given) * _factor(given) - expected) / expected * 100
    return f"{apart:+.1f}%" if apart else None


def _implied(held: Sum) -> Decimal:
    """Return what two of the three make of the stated one: a percentage, or an amount in its origin's unit."""
    if held.stated == "change":
        level, base = (_middle(one) * _factor(one) for one in (held.level, held.base))
        return (level / base - 1) * 100
    growth = 1 + _signed(held.change) / 100
    return _middle(held.level) / growth if held.stated == "base" else _middle(held.base) * growth


def _outcome(held: Sum, implied: Decimal) -> str:
    if held.stated == "change":
        return f"{_words(held.level)} / {_words(held.base)} ≈ {implied:+.1f}%"
    growth = f"{1 + _signed(held.change) / 100:.4f}".rstrip("0").rstrip(".")
    by = f"{growth} ({_words(held.change)})"
    if held.stated == "base":
        return f"{_words(held.level)} / {by} ≈ {_number(implied)}{_when(held.base.period)}"
    return f"{_words(held.base)} × {by} ≈ {_number(implied)}{_when(held.level.period)}"


def _range(held: Sum) -> str:
    """Return between which numbers it lies however the figures were rounded; nothing where one has no end."""
    level, change, base = (_ends(one) for one in (held.level, held.change, held.base))
    if held.stated == "change":
        ends = _quotient(level, base)
        return f" ({(ends[0] - 1) * 100:+.1f} to {(ends[1] - 1) * 100:+.1f} with rounding)" if ends else ""
    growth = (1 + change[0] / 100, 1 + change[1] / 100) if change else None
    ends = _quotient(level, growth) if held.stated == "base" else _product(base, growth)
    factor = _factor(held.level if held.stated == "base" else held.base)
    return f" ({' to '.join(_number(end / factor) for end in ends)} with rounding)" if ends else ""


def _quotient(above: Ends | None, below: Ends | None) -> Ends | None:
    return (above[0] / below[1], above[1] / below[0]) if above and below and below[0] > 0 else None


def _product(one: Ends | None, other: Ends | None) -> Ends | None:
    return (one[0] * other[0], one[1] * other[1]) if one and other else None


def _ends(claim: Claim) -> Ends | None:
    """Return the hard ends of the claim's figure in base units, signed; None where it is unbounded."""
    hard = claim.figure.hard if claim.figure else None
    if hard is None or hard.low is None or hard.high is None:
        return None
    low, high = sorted(end * sign(claim) * _factor(claim) for end in (hard.low, hard.high))
    return low, high


def _figure(claim: Claim) -> Figure:
    # Sums are found among claims with numbers only.
    return cast(Figure, claim.figure)


def _factor(claim: Claim) -> Decimal:
    return _figure(claim).factor


def _middle(claim: Claim) -> Decimal:
    figure = _figure(claim)
    value = figure.value or Decimal(0)
    return value if figure.upper is None else (value + figure.upper) / 2


def _signed(claim: Claim) -> Decimal:
    return sign(claim) * _middle(claim)


def _words(claim: Claim) -> str:
    text = _figure(claim).text
    return text if claim.aspect != "change" else f"{text} {'down' if _signed(claim) < 0 else 'up'}"


def _number(value: Decimal) -> str:
    """Return four digits of an amount, in millions or billions where it has that many."""
    scales: Iterable[tuple[Decimal, str]] = ((Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million"))
    for size, name in scales:
        if abs(value) >= size:
            return f"{_rounded(value / size)}{name}"
    return _rounded(value)


def _rounded(value: Decimal) -> str:
    plain = f"{Decimal(f'{value:.4g}'):,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _when(period: Period | None) -> str:
    if period is None or period.start is None:
        return ""
    named = {"month": f"{period.start:%B %Y}", "year": f"{period.start:%Y}"}
    return f" for {named.get(period.granularity, period.edtf)}"
