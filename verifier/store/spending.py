"""What each answer took, and what all those in a store have taken so far."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from pydantic_core import to_json

from verifier.models import Spending, Usage
from verifier.store.unit import Unit


class Spent(NamedTuple):
    """All answers that were paid for."""

    usage: Usage
    """`cost_usd` is of those whose price is known."""
    unpriced: int
    """Answers of which it is not."""

    def and_also(self, other: "Spent") -> "Spent":
        """Return what both took."""
        counts = {name: getattr(self.usage, name) + getattr(other.usage, name) for name in Usage.model_fields}
        return Spent(Usage(**counts), self.unpriced + other.unpriced)


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
    return _whole(unit.rows("store/spent", _Row))


def spent_beside(unit: Unit, answers: Sequence[Mapping[str, object]]) -> Spent:
    """Return what `answers` took that is not noted; of each "request", "came_at" and the fields of its usage."""
    return _whole(unit.rows("store/spent_beside", _Row, rows=to_json(answers).decode()))


def _whole(rows: list[_Row]) -> Spent:
    (row,) = rows
    return Spent(Usage(**{name: getattr(row, name) for name in Usage.model_fields}), row.unpriced)
