"""Takes back what somebody said last, of one claim or of many, and restores it."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from verifier.queue import undoing
from verifier.queue.decisions import Outcome
from verifier.queue.pages.bulk import outcome_page
from verifier.queue.pages.claim import told_page
from verifier.queue.pages.rendering import Number, back_to
from verifier.queue.people import Person, Whoever
from verifier.queue.record import Stale
from verifier.queue.state import store_of
from verifier.queue.view import View, view_in
from verifier.store import Unit

router = APIRouter()


@router.post("/decisions/{number}/undo")
def undo(request: Request, person: Whoever, number: Number, view: Annotated[str, Form()] = "") -> Response:
    """Take back what somebody said last, of all claims it was said of."""
    return _changed(request, person, number, view_in(view), undoing.undo)


@router.post("/decisions/{number}/redo")
def redo(request: Request, person: Whoever, number: Number, view: Annotated[str, Form()] = "") -> Response:
    """Restore what somebody took back last, of all claims it was said of."""
    return _changed(request, person, number, view_in(view), undoing.redo)


def _changed(
    request: Request, person: Person, number: int, view: View, change: Callable[[Unit, int, str], Outcome]
) -> Response:
    with store_of(request).unit() as unit:
        outcome = change(unit, number, person.name)
    claims = [*outcome.added, *(one.claim_id for one in outcome.refused)]
    if len(claims) > 1:
        return outcome_page(request, person, outcome, view)
    try:
        number = outcome.number()
    except Stale as stale:
        with store_of(request).unit(keep=False) as unit:
            return told_page(request, unit, person, stale.claim, view, status=409, since=stale.since)
    query = view.query()
    return back_to(f"/claims/{claims[0]}{query}{'&' if query else '?'}done={number}")
