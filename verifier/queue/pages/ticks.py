"""Says which claims of a list are meant: what a check box sends is the claim with what was shown of it."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from verifier import listing
from verifier.errors import UsageError
from verifier.queue.record import Seen
from verifier.queue.waiting import Row
from verifier.store import Unit

What = Literal["decide", "assign", "ask"]
Reach = Literal["ticked", "page", "view"]
_TICK = re.compile(r"([\w-]{1,100})\.(conflicting|corroborated|unsourced)\.(\d{1,18})\.(\d{1,18})\.(\d{1,18})")


class Order(NamedTuple):
    """What somebody wants said of many claims, as they filled in the form."""

    what: What
    reach: Reach = "ticked"
    verdict: str = ""
    assignee: str = ""
    note: str = ""
    ticked: Sequence[str] = ()


def tick(row: Row) -> str:
    """Return a claim with what is shown of it now, as a check box sends it."""
    return f"{row.claim_id}.{row.verdict}.{row.version}.{row.assigned}.{row.asked}"


def ticked_claims(unit: Unit, ticks: Sequence[str]) -> dict[str, Seen]:
    """Return the claims that were ticked and what was seen of each; raises UsageError where one is not there."""
    if not ticks:
        raise UsageError("no claim is ticked: tick those that are meant, or say that all on the page are.")
    found = [one for tick in ticks if (one := _TICK.fullmatch(tick))]
    claims = {one[1]: Seen(int(one[3]), one[2], int(one[4]), int(one[5])) for one in found}
    if len(found) < len(ticks) or claims.keys() - listing.claims_told(unit, claims).keys():
        raise UsageError("not all claims that were ticked are there: open the queue again and tick them there.")
    return claims
