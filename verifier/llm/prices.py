"""What an answer cost, from the table beside this file, which dates each price."""

import re
import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from verifier.models import Frozen, Usage

_MILLION = Decimal(1_000_000)


class Price(Frozen):
    """US dollars for a million tokens of one model."""

    input: Decimal
    cached: Decimal
    output: Decimal
    written: Decimal | None = None
    """For input put into the prompt cache; None: as any input."""


def price(model: str) -> Price | None:
    """Return the price of `model`, or of the model it is a dated version of; None where it is not known."""
    return _table().get(re.sub(r"-\d{4}-\d{2}-\d{2}$", "", model))


def usage(body: dict[str, Any], price: Price | None) -> Usage:
    """Return what one answered request used, from the body of its answer; counts that are missing are 0."""
    counts = _object(body.get("usage"))
    details = _object(counts.get("prompt_tokens_details"))
    used = Usage(
        calls=1,
        input_tokens=_count(counts, "prompt_tokens"),
        cached_tokens=_count(details, "cached_tokens"),
        output_tokens=_count(counts, "completion_tokens"),
    )
    if price is None:
        return used
    return used.model_copy(update={"cost_usd": _cost(used, _count(details, "cache_write_tokens"), price)})


def _cost(used: Usage, written: int, price: Price) -> Decimal:
    plain = used.input_tokens - used.cached_tokens - written
    dollars = plain * price.input + used.cached_tokens * price.cached + used.output_tokens * price.output
    return (dollars + written * (price.written or price.input)) / _MILLION


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _count(counts: dict[str, Any], name: str) -> int:
    value = counts.get(name)
    return value if isinstance(value, int) and value > 0 else 0


@cache
def _table() -> dict[str, Price]:
    text = Path(__file__).with_name("prices.toml").read_text(encoding="utf-8")
    return {name: Price(**row) for name, row in tomllib.loads(text, parse_float=Decimal).items()}
