"""The pages on which people add articles, and see what becomes of them."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, Response

from verifier.queue.additions import SHOWN, Addition
from verifier.queue.pages import uploads
from verifier.queue.pages.rendering import back_to, shown
from verifier.queue.pages.uploads import NOTHING, Given, Handed
from verifier.queue.people import Whoever
from verifier.queue.state import additions_of, store_of

router = APIRouter()
_EVERY = 3
"""Seconds until a page that shows work under way is fetched again by a browser without scripts."""


@router.get("/add")
def form(request: Request, person: Whoever) -> HTMLResponse:
    """Show the empty form."""
    return _form(request, person, Given(), NOTHING)


@router.post("/add")
def add(
    request: Request,
    person: Whoever,
    text: Annotated[str, Form()] = "",
    name: Annotated[str, Form()] = "",
    title: Annotated[str, Form()] = "",
    publisher: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
    replaces: Annotated[str, Form()] = "",
    files: Annotated[Sequence[UploadFile], File()] = (),
) -> Response:
    """Take in what was written or chosen, and lead on to what becomes of it."""
    given = Given(text=text, name=name, title=title, publisher=publisher, published=published, replaces=replaces)
    earlier = _earlier(request, given)
    if earlier and earlier.addition != replaces:
        return _form(request, person, given, NOTHING, earlier)
    handed = uploads.handed(given, [file for file in files if file.filename])
    additions_of(request).take(handed.articles, person.name)
    return _form(request, person, given, handed) if handed.faults else back_to("/added")


@router.get("/added")
def added(request: Request, person: Whoever) -> HTMLResponse:
    """Show what became of the articles that were added last."""
    additions, store = additions_of(request), store_of(request)
    with store.unit(keep=False) as unit:
        listed = additions.listed(unit)
        progress = {one.addition: additions.progress(one.addition) for one in listed if one.state == "waiting"}
        values: dict[str, Any] = {"additions": listed, "progress": progress, "most": SHOWN, "every": _EVERY}
        return shown(request, unit, person, "added.html", **values)


@router.post("/added/{addition}/again")
def again(request: Request, person: Whoever, addition: str) -> Response:
    """Have an article checked again that failed."""
    additions_of(request).again(addition, person.name)
    return back_to("/added")


def _earlier(request: Request, given: Given) -> Addition | None:
    if not given.called:
        return None
    with store_of(request).unit(keep=False) as unit:
        return additions_of(request).called(unit, given.called)


def _form(
    request: Request, person: Whoever, given: Given, handed: Handed, earlier: Addition | None = None
) -> HTMLResponse:
    with store_of(request).unit(keep=False) as unit:
        status = 422 if handed.faults or earlier else 200
        values: dict[str, Any] = {"given": given, "handed": handed, "earlier": earlier}
        return shown(request, unit, person, "add.html", status=status, **values)
