"""Dollars, prices and bills in words."""

from decimal import Decimal

from verifier.llm import Terms
from verifier.models import Usage
from verifier.report.words import counted
from verifier.store import Spent


def dollars(amount: Decimal | None) -> str:
    """Return an amount to the cent, or to its second digit where it is smaller; "price unknown" for None."""
    if amount is None:
        return "price unknown"
    places = max(2, 1 - amount.adjusted()) if amount else 2
    return f"${amount:,.{places}f}"


def price(terms: Terms) -> str:
    """Return what a million tokens cost, and since when that is known."""
    paid = terms.price and terms.price.in_tier(terms.tier)
    if paid is None:
        return "not known; VERIFIER_PRICE=input,output gives one, in dollars for a million tokens"
    tier = f" in the service tier “{terms.tier}”" if terms.tier else ""
    seen = f"as published on {paid.seen}" if paid.seen else "as the settings say"
    return (
        f"{dollars(paid.input)} in, {dollars(paid.cached)} in from the cache, {dollars(paid.output)} out for a million "
        f"tokens{tier}, {seen}"
    )


def spent(booked: Spent) -> str:
    """Return what a store's answers took."""
    used = booked.usage
    unpriced = f", and {counted(booked.unpriced, 'answer')} of unknown price" if booked.unpriced else ""
    return f"{dollars(used.cost_usd)}{unpriced} ({tokens(used)})"


def tokens(used: Usage) -> str:
    """Return requests and tokens."""
    cached = f" ({used.cached_tokens:,} cached)" if used.cached_tokens else ""
    return f"{counted(used.calls, 'request')}, {used.input_tokens:,} tokens in{cached}, {used.output_tokens:,} out"
