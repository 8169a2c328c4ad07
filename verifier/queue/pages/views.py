"""Saved views: kept from the queue, renamed, taken out of use and brought back."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response

from verifier.queue import views
from verifier.queue.pages.rendering import Number, back_to, shown
from verifier.queue.people import Whoever
from verifier.queue.state import store_of
from verifier.queue.view import view_meant

router = APIRouter()


@router.get("/views")
def saved(request: Request, person: Whoever) -> HTMLResponse:
    """List the views somebody saved and those for all, with the retired ones."""
    with store_of(request).unit(keep=False) as unit:
        return shown(request, unit, person, "views.html", views=views.views_for(unit, person))


@router.post("/views")
def save(
    request: Request,
    person: Whoever,
    name: Annotated[str, Form()],
    view: Annotated[str, Form()] = "",
    shared: Annotated[Literal["", "yes"], Form()] = "",
) -> Response:
    """Keep a view of the queue under a name."""
    wanted = view_meant(view)
    with store_of(request).unit() as unit:
        views.save(unit, person, name, wanted, shared=shared == "yes")
    return back_to(f"/{wanted.query()}")


@router.post("/views/{number}/name")
def rename(request: Request, person: Whoever, number: Number, name: Annotated[str, Form()]) -> Response:
    """Give a view another name."""
    with store_of(request).unit() as unit:
        views.rename(unit, person, number, name)
    return back_to("/views")


@router.post("/views/{number}/retired")
def retire(
    request: Request, person: Whoever, number: Number, retired: Annotated[Literal["yes", "no"], Form()]
) -> Response:
    """Take a view out of use, or bring it back."""
    with store_of(request).unit() as unit:
        views.retire(unit, person, number, retired=retired == "yes")
    return back_to("/views")
