"""Says how far an amount of money may be from another's if an article converted it: everybody takes another rate."""

import re
from decimal import Decimal

from verifier.crosscheck.place import places
from verifier.models import Claim, Interval

_RATES = Decimal("0.1")
"""Of the amount; within weeks few rates move further."""
_OTHER_MONEY = re.compile(
    r"(?:[$£¥€₩₹₽₺]|\b(?:crowns?|dollars?|euros?|francs?|lira|pesos?|pounds?|rand|rea(?:is|l)|ringgit|riyals?|roubles?"
    r"|rubles?|rupees?|rupiah|won|yen|yuan|zlotys?|[A-Z]{3}))[^,;.]{0,25}(?: ?\(|,? or)(?: about| around| some)? *$"
)


def at_any_rate(claim: Claim, hard: Interval) -> Interval:
    """Return between what the amount may lie if it stands right behind other money: "4.6 bn euros ($5 bn)"."""
    if not (claim.figure and (claim.figure.dimension or "").startswith("currency")):
        return hard
    found = [_OTHER_MONEY.search(place.before[-60:]) for place in places(claim)]
    if not found or not all(found):
        return hard
    low, high = hard.low, hard.high
    return hard.model_copy(
        update={
            "low": None if low is None else low - abs(low) * _RATES,
            "high": None if high is None else high + abs(high) * _RATES,
        }
    )
