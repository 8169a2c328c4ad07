"""One claim: both passages side by side, the figures on one scale, and the buttons that decide."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from verifier import listing
from verifier.errors import UsageError
from verifier.queue import assigning, decisions, record
from verifier.queue.pages.handing import may_be_on, next_for
from verifier.queue.pages.rendering import (
    Number,
    Written,
    back_to,
    row_told,
    settles,
    shown,
)
from verifier.queue.people import Person, Whoever
from verifier.queue.record import Decision, Seen, Stale
from verifier.queue.roles import allows
from verifier.queue.state import leases_of, store_of
from verifier.queue.told import Told, tell
from verifier.queue.view import View, view_in
from verifier.store import Unit

router = APIRouter()

Wanted = Annotated[View, Query()]
Machine = Annotated[str, Form(pattern="^(conflicting|corroborated|unsourced|)$")]


@router.get("/claims/{name}")
def claim(request: Request, person: Whoever, name: str, view: Wanted, done: Number = 0) -> HTMLResponse:
    """Show a claim; `done` is the decision that led here, of another claim as a rule."""
    with store_of(request).unit(keep=False) as unit:
        return told_page(request, unit, person, name, view, done=row_told(unit, done, person.name))


@router.post("/claims/{name}/decisions")
def decide(
    request: Request,
    person: Whoever,
    name: str,
    verdict: Annotated[str, Form()],
    version: Annotated[Number, Form()],
    machine: Machine = "",
    asked: Annotated[Number, Form()] = 0,
    noted: Annotated[Number, Form()] = 0,
    note: Written = "",
    view: Annotated[str, Form()] = "",
) -> Response:
    """Store what somebody decided or noted of a claim, and lead on to the next one that waits."""
    wanted = view_in(view)
    try:
        with store_of(request).unit() as unit:
            claim_id = found(unit, name)
            number = _store(unit, claim_id, person, verdict, Seen(version, machine, asked=asked, noted=noted), note)
    except Stale as stale:
        with store_of(request).unit(keep=False) as unit:
            return told_page(request, unit, person, name, wanted, status=409, since=stale.since, note=note)
    leases_of(request).leave([claim_id], person.name)
    if verdict not in record.DECIDED:
        return back_to(_following(claim_id, wanted, number))
    return back_to(_following(next_for(request, person, wanted, claim_id), wanted, number))


def told_page(
    request: Request,
    unit: Unit,
    person: Person,
    name: str,
    view: View,
    *,
    status: int = 200,
    done: Decision | None = None,
    since: Sequence[Decision] = (),
    note: str = "",
) -> HTMLResponse:
    """Return the page of a claim; `since` is what made a decision come too late, `note` what was written with it."""
    told = tell(unit, found(unit, name), person.name, settles=settles(person))
    own_notes = [row.decision for row in told.decisions if row.person == person.name and row.kind == "note"]
    values: dict[str, Any] = {"told": told, "done": done, "since": since, "note": note, "query": view.query()}
    return shown(
        request,
        unit,
        person,
        "claim.html",
        status=status,
        on_it=_on_it(request, person, told, done),
        names=assigning.known(unit, person),
        noted=max(own_notes, default=0),
        settles=settles(person),
        may_decide=allows("reviewer", person.role),
        **values,
    )


def hands_on(row: Decision, person: Person) -> bool:
    """Return whether somebody has left a claim to others by saying so."""
    return row.kind == "ask" or (row.kind == "assign" and row.assignee not in ("", person.name))


def _on_it(request: Request, person: Person, told: Told, done: Decision | None) -> str | None:
    """Return who else is on a claim; from now on it is this person, if it is for them and nobody else is."""
    leases, claim = leases_of(request), told.own.held.claim.id
    is_for_them = told.standing.assignee in (None, person.name) and not told.hindrance.why
    is_left = done is not None and done.claim_id == claim and hands_on(done, person)
    if is_for_them and not is_left and may_be_on(request, person):
        return leases.take(claim, person.name)
    return leases.others(person.name).get(claim)


def found(unit: Unit, name: str) -> str:
    try:
        return listing.find_claim(unit, name)
    except UsageError as error:
        raise HTTPException(404) from error


def _store(unit: Unit, claim: str, person: Person, verdict: str, seen: Seen, note: str) -> int:
    if verdict == "note":
        return decisions.add_note(unit, claim, person.name, note, noted=seen.noted)
    if verdict == "reopen":
        return decisions.reopen(unit, claim, person.name, seen, note=note, settles=settles(person))
    return decisions.decide(unit, claim, person.name, verdict, seen, note=note, settles=settles(person))


def _following(claim: str | None, view: View, number: int) -> str:
    query = view.query()
    done = f"{'&' if query else '?'}done={number}"
    return f"/claims/{claim}{query}{done}" if claim else f"/{query}{done}&left="
