"""One claim: both passages side by side, the figures on one scale, and the buttons that decide."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from verifier import listing
from verifier.errors import UsageError
from verifier.queue import decisions, waiting
from verifier.queue.decisions import Decision, Seen, Stale
from verifier.queue.excerpt import excerpt
from verifier.queue.pages.rendering import Decider, Number, Whoever, back_to, shown, view_in
from verifier.queue.told import tell
from verifier.queue.view import View
from verifier.store import Store, Unit

router = APIRouter()

Wanted = Annotated[View, Query()]


@router.get("/claims/{name}")
def claim(request: Request, person: Whoever, name: str, view: Wanted, done: Number = 0) -> HTMLResponse:
    """Show a claim; `done` is the decision that led here, of another claim as a rule."""
    store: Store = request.app.state.store
    with store.unit(keep=False) as unit:
        return _page(request, unit, person, name, view, done=_row(unit, done))


@router.post("/claims/{name}/decisions")
def decide(
    request: Request,
    person: Decider,
    name: str,
    verdict: Annotated[str, Form()],
    version: Annotated[Number, Form()],
    machine: Annotated[str, Form(pattern="^(conflicting|corroborated|unsourced|)$")] = "",
    note: Annotated[str, Form()] = "",
    view: Annotated[str, Form()] = "",
) -> Response:
    """Store what somebody decided or noted of a claim, and lead on to the next one that waits."""
    store: Store = request.app.state.store
    wanted = view_in(view)
    try:
        with store.unit() as unit:
            claim_id = _found(unit, name)
            number = _store(unit, claim_id, person.name, verdict, Seen(version, machine), note)
    except Stale as stale:
        with store.unit(keep=False) as unit:
            return _page(request, unit, person, name, wanted, status=409, since=stale.since, note=note)
    if verdict not in decisions.DECIDED:
        return back_to(_following(claim_id, wanted, number))
    with store.unit(keep=False) as unit:  # not in the unit that stores: others wait for that one
        return back_to(_following(waiting.next_needed(unit, wanted, claim_id), wanted, number))


@router.post("/decisions/{number}/undo")
def undo(request: Request, person: Decider, number: Number, view: Annotated[str, Form()] = "") -> Response:
    """Take back what somebody decided last, and lead to that claim."""
    return _changed(request, person, number, view, decisions.undo)


@router.post("/decisions/{number}/redo")
def redo(request: Request, person: Decider, number: Number, view: Annotated[str, Form()] = "") -> Response:
    """Restore what somebody took back last, and lead to that claim."""
    return _changed(request, person, number, view, decisions.redo)


@router.get("/articles/{article}")
def article(request: Request, person: Whoever, article: str, claim: str, view: Wanted) -> HTMLResponse:
    """Show a whole article with one claim's passage marked in it."""
    store: Store = request.app.state.store
    with store.unit(keep=False) as unit:
        held = listing.claims_told(unit, [claim]).get(claim)
        if held is None or held.article.id != article:
            raise HTTPException(404)
        cut = excerpt(held.article, held.claim, around=None)
        return shown(request, unit, person, "article.html", held=held, cut=cut, query=view.query())


def _page(
    request: Request,
    unit: Unit,
    person: Whoever,
    name: str,
    view: View,
    *,
    status: int = 200,
    done: Decision | None = None,
    since: Sequence[Decision] = (),
    note: str = "",
) -> HTMLResponse:
    told = tell(unit, _found(unit, name))
    values: dict[str, Any] = {"told": told, "done": done, "since": since, "note": note, "query": view.query()}
    following = waiting.next_needed(unit, view, told.own.held.claim.id)
    return shown(request, unit, person, "claim.html", status=status, following=following, **values)


def _found(unit: Unit, name: str) -> str:
    try:
        return listing.find_claim(unit, name)
    except UsageError as error:
        raise HTTPException(404) from error


def _row(unit: Unit, number: int) -> Decision | None:
    return decisions.find(unit, number) if number else None


def _store(unit: Unit, claim: str, person: str, verdict: str, seen: Seen, note: str) -> int:
    if verdict == "note":
        return decisions.add_note(unit, claim, person, note)
    if verdict == "reopen":
        return decisions.reopen(unit, claim, person, seen, note=note)
    return decisions.decide(unit, claim, person, verdict, seen, note=note)


def _following(claim: str | None, view: View, number: int) -> str:
    query = view.query()
    done = f"{'&' if query else '?'}done={number}"
    return f"/claims/{claim}{query}{done}" if claim else f"/{query}{done}"


def _changed(request: Request, person: Decider, number: int, view: str, change: Any) -> Response:
    store: Store = request.app.state.store
    wanted = view_in(view)
    try:
        with store.unit() as unit:
            row: Decision = change(unit, number, person.name)
    except Stale as stale:
        with store.unit(keep=False) as unit:
            name = stale.since[-1].claim_id
            return _page(request, unit, person, name, wanted, status=409, since=stale.since)
    return back_to(f"/claims/{row.claim_id}{wanted.query()}")
