"""A figure: what an article says of how much, and what that can mean."""

from decimal import Decimal
from enum import StrEnum
from typing import Literal

from verifier.models.base import Frozen, Span


class Approximator(StrEnum):
    """What the words round a figure say of its exactness."""

    NONE = "none"
    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    AT_LEAST = "at least"
    UNDER = "under"
    AT_MOST = "at most"
    BETWEEN = "between"
    VAGUE = "vague"


class Interval(Frozen):
    """A stretch of numbers; an end that is None is unbounded, an open end is itself outside."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False


class Figure(Frozen):
    """One number of the article with everything its own words say about it."""

    span: Span
    """Hedge, number and unit: "nearly 27,900 tons"."""
    text: str
    """The article's words at `span`."""
    role: Literal["quantity", "rank", "identifier", "furniture", "unparsed"]
    """Quantities and ranks can carry claims; the rest is accounted for and shown."""
    value: Decimal | None = None
    """In `unit`; the lower end of a range; None where the words give none ("dozens") or could not be read."""
    upper: Decimal | None = None
    """The upper end, for a range only."""
    step: Decimal | None = None
    """Place value of the last stated digit, multiplier included: 0.01e6 for "106.85 million"."""
    approx: Approximator = Approximator.NONE
    likely: Interval | None = None
    """What a reader takes it to mean, in `unit`; None for a vague or unparsed figure."""
    hard: Interval | None = None
    """What it cannot be outside of, in `unit`; contains `likely`."""
    unit: str | None = None
    """Code of the unit: "t", "%", "pp", "USD", "km"; the counted noun for a count ("people")."""
    unit_text: str | None = None
    """The unit as the article writes it."""
    dimension: str | None = None
    """mass, percent, points, currency, count, ratio, energy, power, length, area, volume, temperature, speed,
    duration, rank, number, or a rate such as "currency/volume"."""
    factor: Decimal = Decimal(1)
    """Base units in one `unit`, in its usual reading (kg for mass, m for length, 1 for percent and money)."""
    readings: tuple[Decimal, ...] = ()
    """Every factor the written unit may have, where it may have more than one: a "ton" may be metric, short or long, a
    "billion" in a translated text a thousand millions or a million."""
    currencies: tuple[str, ...] = ()
    """ISO 4217 codes the written sign may stand for; one where it is certain."""

    @property
    def compared_as(self) -> str | None:
        """What it can be held against as it stands: one dimension, and of money and degrees one unit.

        A number without its noun may count what another figure counts.
        """
        if self.dimension is None or self.dimension == "number":
            return self.dimension and "count"
        unconverted = self.dimension == "temperature" or self.dimension.startswith("currency")
        return f"{self.dimension} {self.unit}" if unconverted else self.dimension
