"""What the answers in a store have taken so far."""

from decimal import Decimal
from typing import NamedTuple

from verifier.models import Usage
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


def spent(unit: Unit) -> Spent | None:
    """Return what was spent; None for a store that has never been booked to."""
    if _Migration("0006_usage") not in unit.rows("store/applied_migrations", _Migration):
        return None
    (row,) = unit.rows("store/spent", _Row)
    return Spent(Usage(**{name: getattr(row, name) for name in Usage.model_fields}), row.unpriced)
