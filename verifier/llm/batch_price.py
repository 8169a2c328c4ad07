"""What a batch will cost, told before it is answered: half of what its requests would take one by one."""

from collections.abc import Iterable
from decimal import Decimal

from verifier.llm.batch import Noted
from verifier.llm.prices import Price, price
from verifier.llm.sizes import expected
from verifier.settings import ModelSettings


def batch_price(settings: ModelSettings, model: str) -> Price | None:
    """Return the price of a request that goes by batch; None where it is not known."""
    full = price(model, settings.price)
    return full.in_tier("batch") if full else None


def batch_cost(noted: Iterable[Noted], price: Price | None) -> Decimal | None:
    """Return the US dollars to expect, by the length of the requests."""
    if price is None:
        return None
    sizes = (expected(one.label, one.body).likely for one in noted)
    return sum((price.of(size.input, size.output) for size in sizes), Decimal(0))
