"""Several people at one claim: who is on it, whose it is, and whether a second opinion is wanted."""

from collections.abc import Callable
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from verifier.queue import assigning, opinions
from verifier.queue.pages.claim import Machine, found, hands_on, told_page
from verifier.queue.pages.rendering import Number, back_to, row_told
from verifier.queue.people import Person, Whoever
from verifier.queue.record import Seen, Stale
from verifier.queue.state import leases_of, store_of
from verifier.queue.view import view_in
from verifier.store import Unit

router = APIRouter()


@router.post("/claims/{name}/lease")
def lease(
    request: Request,
    person: Whoever,
    name: str,
    how: Annotated[Literal["stay", "take over"], Form()] = "stay",
    view: Annotated[str, Form()] = "",
) -> Response:
    """Stay on a claim while there is something done about it, or take it over from whoever is on it."""
    with store_of(request).unit(keep=False) as unit:
        claim = found(unit, name)
    leases_of(request).take(claim, person.name, over=how == "take over")
    return Response(status_code=204) if how == "stay" else back_to(f"/claims/{claim}{view_in(view).query()}")


@router.post("/claims/{name}/assignee")
def give(
    request: Request,
    person: Whoever,
    name: str,
    assigned: Annotated[Number, Form()],
    assignee: Annotated[str, Form()] = "",
    machine: Machine = "",
    view: Annotated[str, Form()] = "",
) -> Response:
    """Give a claim to somebody, to oneself or to nobody."""
    return _said(
        request,
        person,
        name,
        view,
        lambda unit, claim: assigning.assign(
            unit, person, assignee, {claim: Seen(0, machine, assigned=assigned)}
        ).number(),
    )


@router.post("/claims/{name}/opinion")
def opinion(
    request: Request,
    person: Whoever,
    name: str,
    wanted: Annotated[Literal["yes", "no"], Form()],
    asked: Annotated[Number, Form()],
    machine: Machine = "",
    view: Annotated[str, Form()] = "",
) -> Response:
    """Ask for a second opinion on a claim, or do without it."""
    seen = Seen(0, machine, asked=asked)
    if wanted == "no":
        return _said(request, person, name, view, lambda unit, claim: opinions.withdraw(unit, person.name, claim, seen))
    return _said(
        request, person, name, view, lambda unit, claim: opinions.ask(unit, person.name, {claim: seen}).number()
    )


def _said(request: Request, person: Person, name: str, view: str, say: Callable[[Unit, str], int]) -> Response:
    wanted = view_in(view)
    try:
        with store_of(request).unit() as unit:
            claim = found(unit, name)
            number = say(unit, claim)
            row = row_told(unit, number, person.name)
    except Stale as stale:
        with store_of(request).unit(keep=False) as unit:
            return told_page(request, unit, person, name, wanted, status=409, since=stale.since)
    if row and hands_on(row, person):
        leases_of(request).leave([claim], person.name)
    query = wanted.query()
    return back_to(f"/claims/{claim}{query}{'&' if query else '?'}done={number}")
