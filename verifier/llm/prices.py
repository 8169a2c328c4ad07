"""What an answer cost: by the table beside this file, which dates each price, or by the price the settings give."""

import re
import tomllib
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from verifier.llm.sizes import Size
from verifier.models import Frozen, Usage

_MILLION = Decimal(1_000_000)
_HALF = Decimal("0.5")
_MOST = 10**9
"""Tokens, or dollars, that one request may be said to have taken; what says more is not believed."""
_SHARES: dict[str | None, Decimal | None] = {"batch": _HALF, "flex": _HALF, "priority": None, "fast": None}
"""What a tier costs of the price; None where that differs from model to model. Every other tier costs all of it."""


class Price(Frozen):
    """US dollars for a million tokens of one model."""

    input: Decimal
    cached: Decimal
    output: Decimal
    written: Decimal | None = None
    """For input put into the prompt cache; None: as any input."""
    seen: date | None = None
    """When it was published; None for a price the settings give."""

    def of(self, input_tokens: int, output_tokens: int, *, cached: int = 0, written: int = 0) -> Decimal:
        """Return the dollars for a request; `cached` and `written` are parts of its input."""
        plain = max(input_tokens - cached - written, 0)
        dollars = plain * self.input + cached * self.cached + output_tokens * self.output
        return (dollars + written * (self.written or self.input)) / _MILLION

    def in_tier(self, tier: str | None) -> "Price | None":
        """Return the price in a service tier, or of a "batch"; None where it is not known.

        A price the settings give is that of whatever tier they name.
        """
        if self.seen is None and tier != "batch":
            return self
        share = _SHARES.get(tier, Decimal(1))
        if share is None:
            return None
        parts = {name: getattr(self, name) for name in ("input", "cached", "output", "written")}
        return self.model_copy(update={name: part and part * share for name, part in parts.items()})


class Terms(NamedTuple):
    """What is paid for, and how much of it."""

    model: str
    price: Price | None
    """Of the standard tier."""
    tier: str | None = None
    """The service tier that is asked for."""
    told: bool = False
    """Whether the endpoint itself tells what an answer cost."""

    def usage(self, body: dict[str, Any], *, batch: bool = False) -> Usage:
        """Return what the request with this answer used; `batch`: it came by batch."""
        return usage(body, self.price, tier="batch" if batch else self.tier, billed=self.told)

    def cost(self, size: Size) -> Decimal | None:
        """Return the dollars for a request of this size, nothing of it cached; None where the price is not known."""
        price = self.price and self.price.in_tier(self.tier)
        return price.of(size.input, size.output) if price else None


def price(model: str, own: str | None = None) -> Price | None:
    """Return the price of `model`, or of the model it is a dated version of; None where it is not known.

    `own` goes before the table: dollars for a million tokens as "input,output" or "input,output,cached".
    """
    return _own(own) if own else _table().get(re.sub(r"-\d{4}-\d{2}-\d{2}$", "", model))


def usage(body: dict[str, Any], price: Price | None, *, tier: str | None = None, billed: bool = False) -> Usage:
    """Return what one answered request used, from the body of its answer; counts that are missing are 0.

    `tier` is the service tier that was asked for, or "batch". `billed`: the endpoint itself tells the cost, in dollars.
    """
    counts = _object(body.get("usage"))
    details = _object(counts.get("prompt_tokens_details"))
    paid = _count(counts, "prompt_tokens")
    used = Usage(
        calls=1,
        input_tokens=paid,
        cached_tokens=min(_count(details, "cached_tokens"), paid),
        output_tokens=_count(counts, "completion_tokens"),
    )
    cost = _billed(counts) if billed else None
    if cost is None and price and _tells(counts):
        cost = _cost(used, _count(details, "cache_write_tokens"), price.in_tier(_served(body, tier)))
    return used.model_copy(update={"cost_usd": cost})


def _cost(used: Usage, written: int, price: Price | None) -> Decimal | None:
    if price is None:
        return None
    return price.of(used.input_tokens, used.output_tokens, cached=used.cached_tokens, written=written)


def _tells(counts: dict[str, Any]) -> bool:
    """Return whether the counts can be believed: no answer comes of no input, and none takes more than there is."""
    return _count(counts, "prompt_tokens") > 0 and counts.get("completion_tokens") == _count(
        counts, "completion_tokens"
    )


def _served(body: dict[str, Any], tier: str | None) -> str | None:
    """Return the tier an answer was made in: a request may be served in another one than it asked for."""
    told = body.get("service_tier")
    return told if isinstance(told, str) and tier != "batch" else tier


def _billed(counts: dict[str, Any]) -> Decimal | None:
    told = counts.get("cost")
    believed = isinstance(told, int | float) and not isinstance(told, bool) and 0 <= told < _MOST
    return Decimal(str(told)) if believed else None


def _own(text: str) -> Price:
    paid, given, *cached = (Decimal(part) for part in text.split(","))
    return Price(input=paid, output=given, cached=cached[0] if cached else paid)


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _count(counts: dict[str, Any], name: str) -> int:
    value = counts.get(name)
    return value if isinstance(value, int) and 0 < value <= _MOST else 0


@cache
def _table() -> dict[str, Price]:
    text = Path(__file__).with_name("prices.toml").read_text(encoding="utf-8")
    return {name: Price(**row) for name, row in tomllib.loads(text, parse_float=Decimal).items()}
