"""Says the same of many claims at once: of those that were ticked in the queue, or that are in the view."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from verifier import listing
from verifier.errors import UsageError
from verifier.queue import assigning, opinions, waiting
from verifier.queue.decisions import Outcome, Word, decide_all
from verifier.queue.pages.queue import queue_page
from verifier.queue.pages.rendering import Written, back_to, settles, shown
from verifier.queue.pages.ticks import Order, Reach, What, ticked_claims
from verifier.queue.people import Person, Whoever
from verifier.queue.record import DECIDED, Seen
from verifier.queue.state import leases_of, store_of
from verifier.queue.view import View, view_in
from verifier.store import Unit

router = APIRouter()

MOST = 1000
"""Claims of a view of which the same is said at once."""


@router.post("/bulk")
def many(
    request: Request,
    person: Whoever,
    what: Annotated[What, Form()],
    ticked: Annotated[Sequence[str], Form()] = (),
    listed: Annotated[Sequence[str], Form()] = (),
    reach: Annotated[Reach, Form()] = "ticked",
    verdict: Annotated[str, Form()] = "",
    assignee: Annotated[str, Form()] = "",
    note: Written = "",
    view: Annotated[str, Form()] = "",
) -> Response:
    """Decide, give to somebody or ask a second opinion of claims, one row each and all as one batch."""
    wanted = view_in(view)
    order = Order(what, reach, verdict, assignee, note, ticked)
    try:
        with store_of(request).unit() as unit:
            outcome = _say(unit, person, order, _claims(unit, wanted, person, order, listed))
    except UsageError as error:
        with store_of(request).unit(keep=False) as unit:
            return queue_page(request, unit, person, wanted, order=order, refusal=str(error))
    leases_of(request).leave(outcome.added, person.name)
    return outcome_page(request, person, outcome, wanted)


def outcome_page(request: Request, person: Person, outcome: Outcome, view: View) -> Response:
    """Lead back to the queue where all was stored, and else say what was not and why."""
    if not outcome.refused:
        first = min(outcome.added.values())
        return back_to(f"/{view.query()}{'&' if view.query() else '?'}done={first}")
    with store_of(request).unit(keep=False) as unit:
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


def _claims(unit: Unit, view: View, person: Person, order: Order, listed: Sequence[str]) -> dict[str, Seen]:
    if order.reach == "view":
        return _in_view(unit, view, person, order)
    return ticked_claims(unit, order.ticked if order.reach == "ticked" else listed)


def _in_view(unit: Unit, view: View, person: Person, order: Order) -> dict[str, Seen]:
    """Return the claims of a view as they are now; only an opinion can be asked for of claims nobody has looked at."""
    if order.what == "decide":
        raise UsageError("a whole view cannot be decided unseen: tick the claims that are meant.")
    found = waiting.page(unit, view.model_copy(update={"after": ""}), person.name, most=MOST)
    if found.after or not found.rows:
        raise UsageError(
            f"{f'more than {MOST:,} claims are' if found.after else 'no claim is'} in this view: choose another."
        )
    return {row.claim_id: Seen(row.version, row.verdict, row.assigned, row.asked) for row in found.rows}


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
