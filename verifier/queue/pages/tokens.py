"""The page on which people make tokens for their programs, and end them."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from verifier.errors import UsageError
from verifier.queue import tokens
from verifier.queue.api.read import document as openapi
from verifier.queue.pages.rendering import back_to, shown
from verifier.queue.people import Person, Whoever
from verifier.queue.roles import ROLES, allows
from verifier.queue.state import store_of

router = APIRouter()


@router.get("/tokens")
def listed(request: Request, person: Whoever) -> HTMLResponse:
    """Show one's own tokens."""
    return _page(request, person)


@router.post("/tokens")
def make(
    request: Request, person: Whoever, label: Annotated[str, Form()] = "", role: Annotated[str, Form()] = "viewer"
) -> HTMLResponse:
    """Make a token, and show it this once."""
    try:
        with store_of(request).unit() as unit:
            secret = tokens.make(unit, person.name, person.role, label, role)
    except UsageError as trouble:
        return _page(request, person, status=422, trouble=str(trouble), label=label)
    return _page(request, person, status=201, secret=secret)


@router.post("/tokens/{token}/end")
def end(request: Request, person: Whoever, token: str) -> Response:
    """End one of one's own tokens."""
    with store_of(request).unit() as unit:
        tokens.end(unit, token, person.name)
    return back_to("/tokens")


@router.get("/tokens/openapi.json")
def document() -> JSONResponse:
    """Say what programs may ask, to whoever is logged in."""
    return JSONResponse(openapi())


def _page(
    request: Request, person: Person, *, status: int = 200, secret: str = "", trouble: str = "", label: str = ""
) -> HTMLResponse:
    with store_of(request).unit(keep=False) as unit:
        return shown(
            request,
            unit,
            person,
            "tokens.html",
            status=status,
            tokens=tokens.tokens_of(unit, person.name),
            secret=secret,
            trouble=trouble,
            label=label,
            roles=[role for role in ROLES if allows(role, person.role)],
        )
