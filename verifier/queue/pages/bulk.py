"""Says the same of many claims at once: of those that were ticked in the queue, or that are in the view."""

import re
from collections.abc import Sequence
from typing import Annotated, Literal, NamedTuple

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from verifier import listing
from verifier.errors import UsageError
from verifier.queue import assigning, opinions, waiting
from verifier.queue.decisions import Outcome, Word, decide_all
from verifier.queue.pages.rendering import Whoever, Written, back_to, leases_of, settles, shown
from verifier.queue.people import Person
from verifier.queue.record import DECIDED, Seen
from verifier.queue.view import View, view_in
from verifier.queue.waiting import Row
from verifier.store import Store, Unit

router = APIRouter()

MOST = 1000
"""Claims of a view of which the same is said at once."""
_TICK = re.compile(r"([\w-]{1,100})\.(conflicting|corroborated|unsourced)\.(\d{1,18})\.(\d{1,18})\.(\d{1,18})")


class Order(NamedTuple):
    """What is to be said of all."""

    what: Literal["decide", "assign", "ask"]
    verdict: str
    assignee: str
    note: str


@router.post("/bulk")
def many(
    request: Request,
    person: Whoever,
    what: Annotated[Literal["decide", "assign", "ask"], Form()],
    ticked: Annotated[Sequence[str], Form()] = (),
    listed: Annotated[Sequence[str], Form()] = (),
    reach: Annotated[Literal["ticked", "page", "view"], Form()] = "ticked",
    verdict: Annotated[str, Form()] = "",
    assignee: Annotated[str, Form()] = "",
    note: Written = "",
    view: Annotated[str, Form()] = "",
) -> Response:
    """Decide, give to somebody or ask a second opinion of claims, one row each and all as one batch."""
    store: Store = request.app.state.store
    wanted = view_in(view)
    order = Order(what, verdict, assignee, note)
    with store.unit() as unit:
        if reach == "view":
            claims = _in_view(unit, wanted, person, order)
        else:
            claims = _claims(unit, ticked if reach == "ticked" else listed)
        outcome = _say(unit, person, order, claims)
    leases_of(request).leave(outcome.added, person.name)
    return outcome_page(request, person, outcome, wanted)


def tick(row: Row) -> str:
    """Return a claim with what is shown of it now, as a check box sends it."""
    return f"{row.claim_id}.{row.verdict}.{row.version}.{row.assigned}.{row.asked}"


def outcome_page(request: Request, person: Person, outcome: Outcome, view: View) -> Response:
    """Lead back to the queue where all was stored, and else say what was not and why."""
    store: Store = request.app.state.store
    if not outcome.refused:
        first = min(outcome.added.values())
        return back_to(f"/{view.query()}{'&' if view.query() else '?'}done={first}")
    with store.unit(keep=False) as unit:
        return shown(
            request,
            unit,
            person,
            "outcome.html",
            status=409,
            outcome=outcome,
            claims=listing.claims_told(unit, (one.claim_id for one in outcome.refused)),
            query=view.query(),
        )


def _claims(unit: Unit, ticks: Sequence[str]) -> dict[str, Seen]:
    if not ticks:
        raise UsageError("no claim is ticked: tick those that are meant, or say that all on the page are.")
    found = [one for tick in ticks if (one := _TICK.fullmatch(tick))]
    claims = {one[1]: Seen(int(one[3]), one[2], int(one[4]), int(one[5])) for one in found}
    if len(found) < len(ticks) or claims.keys() - listing.claims_told(unit, claims).keys():
        raise UsageError("not all claims that were ticked are there: open the queue again and tick them there.")
    return claims


def _in_view(unit: Unit, view: View, person: Person, order: Order) -> dict[str, Seen]:
    """Return the claims of a view as they are now; only an opinion can be asked for of claims nobody has looked at."""
    if order.what == "decide":
        raise UsageError("a whole view cannot be decided unseen: tick the claims that are meant.")
    rows, after = waiting.page(unit, view.model_copy(update={"after": ""}), person.name, most=MOST)
    if after or not rows:
        raise UsageError(
            f"{f'more than {MOST:,} claims are' if after else 'no claim is'} in this view: choose another."
        )
    return {row.claim_id: Seen(row.version, row.verdict, row.assigned, row.asked) for row in rows}


def _say(unit: Unit, person: Person, order: Order, claims: dict[str, Seen]) -> Outcome:
    if order.what == "assign":
        return assigning.assign(unit, person, order.assignee, claims, note=order.note, is_batch=True)
    if order.what == "decide":
        if order.verdict not in DECIDED:
            raise UsageError("choose what to decide.")
        return decide_all(unit, Word(person.name, order.verdict, order.note, settles(person)), claims)
    if not settles(person):
        raise UsageError("it takes an editor to ask for second opinions.")
    return opinions.ask(unit, person.name, claims, note=order.note, is_batch=True)
