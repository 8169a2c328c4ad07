"""Who decided what and when, of all claims: to be read, and never to be changed here or anywhere."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response

from verifier import listing
from verifier.queue import decisions
from verifier.queue.pages.rendering import NO_KEYS, Number, Whoever, back_to, shown
from verifier.store import Store

router = APIRouter()

_MOST = 100
_YEAR = 365 * 24 * 3600


@router.get("/decisions")
def trail(request: Request, person: Whoever, before: Number | None = None) -> HTMLResponse:
    """Show what was decided, undone and noted, the newest first."""
    store: Store = request.app.state.store
    with store.unit(keep=False) as unit:
        rows = decisions.trail(unit, before=before, most=_MOST + 1)
        claims = listing.claims_told(unit, (row.claim_id for row in rows[:_MOST]))
        earlier = rows[_MOST - 1].decision if len(rows) > _MOST else None
        return shown(request, unit, person, "trail.html", rows=rows[:_MOST], claims=claims, earlier=earlier)


@router.get("/keys")
def keys(request: Request, person: Whoever, back: str = "/") -> HTMLResponse:
    """Tell which keys do what, and let them be switched off."""
    store: Store = request.app.state.store
    with store.unit(keep=False) as unit:
        return shown(request, unit, person, "keys.html", back=_own(back))


@router.post("/keys")
def switch_keys(keys: Annotated[str, Form(pattern="^(on|off)$")], back: Annotated[str, Form()] = "/") -> Response:
    """Switch single keys on or off in this browser."""
    answer = back_to(f"/keys?back={_own(back)}")
    if keys == "off":
        answer.set_cookie(NO_KEYS, "1", max_age=_YEAR, samesite="lax", httponly=True)
    else:
        answer.delete_cookie(NO_KEYS)
    return answer


def _own(address: str) -> str:
    """Return an address of this server; whatever leads elsewhere becomes the queue."""
    return address if address.startswith("/") and not address.startswith(("//", "/\\")) else "/"
