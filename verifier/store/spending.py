"""What each answer took, and what all those in a store have taken so far."""

from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from verifier.models import Spending, Usage
from verifier.store.unit import Unit


class Spent(NamedTuple):
    """All answers that were paid for."""

    usage: Usage
    """`cost_usd` is of those whose price is known."""
    unpriced: int
    """Answers of which it is not."""


class _Row(NamedTuple):
    calls: int
    input_tokens: int
    cached_tokens: int
    output_tokens: int
    cost_usd: Decimal
    unpriced: int


class _Migration(NamedTuple):
    name: str


def book(unit: Unit, request: str, label: str, spending: Spending, at: datetime | None = None) -> None:
    """Note what an answer took, now or as it came at that moment; one that has been noted is not noted again."""
    used = spending.usage
    unit.run(
        "store/add_usage",
        request=request,
        label=label,
        article=spending.article,
        model=spending.model,
        input=used.input_tokens,
        cached=used.cached_tokens,
        output=used.output_tokens,
        cost=used.cost_usd,
        at=at and at.isoformat(),
    )


def spent(unit: Unit) -> Spent | None:
    """Return what was spent; None for a store that has never been booked to."""
    if _Migration("0006_usage") not in unit.rows("store/applied_migrations", _Migration):
        return None
    (row,) = unit.rows("store/spent", _Row)
    return Spent(Usage(**{name: getattr(row, name) for name in Usage.model_fields}), row.unpriced)
