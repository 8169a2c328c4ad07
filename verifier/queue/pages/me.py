"""The page of one's own account: the password, and the browsers in which one is logged in."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response

from verifier.errors import UsageError
from verifier.queue import accounts, passwords, sessions
from verifier.queue.clerk import Clerk
from verifier.queue.pages.rendering import back_to, shown
from verifier.queue.people import Person, Whoever

router = APIRouter()
_PAGE = "/me"


@router.get(_PAGE)
def me(request: Request, person: Whoever, changed: bool = False) -> Response:
    """Show one's own account; the owner of a queue without accounts has none."""
    return _page(request, person, changed=changed) if person.person_id else back_to("/people")


@router.post(f"{_PAGE}/password")
async def change_password(
    request: Request,
    person: Whoever,
    present: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    again: Annotated[str, Form()] = "",
) -> Response:
    """Change one's password, and end one's sessions elsewhere."""
    clerk = Clerk(request)
    try:
        await _present(clerk, person, present)
        await passwords.check(password, again, person.name)
        kept = await passwords.hashed(password)
    except UsageError as wrong:
        return await clerk.soon(_page, request, person, trouble=str(wrong))
    await clerk.soon(clerk.change_password, person, kept)
    return back_to(f"{_PAGE}?changed=true")


@router.post(f"{_PAGE}/sessions/{{session}}/end")
def end_session(request: Request, person: Whoever, session: str) -> Response:
    """End one of one's own sessions, or with "others" all but the one that asks."""
    with Clerk(request).store.unit() as unit:
        which = {"but": person.session} if session == "others" else {"only": session}
        if sessions.end(unit, person.person_id, **which):
            accounts.note(unit, person.person_id, "sessions ended", person.name)
    return back_to(_PAGE)


async def _present(clerk: Clerk, person: Person, password: str) -> None:
    """Raise UsageError unless whoever sits there knows the present password; guessing is slow here too."""
    if not person.person_id:
        raise UsageError("there are no accounts yet, so there is no password to change.")
    if await clerk.soon(clerk.wait, person.name):
        raise UsageError("that was tried too often: wait a few minutes, and try again.")
    known = await clerk.soon(clerk.known, person.name)
    if not await passwords.fits(password, known.password_hash if known else ""):
        raise UsageError("that is not your present password: type it again.")
    await clerk.soon(clerk.forgive, person.name)


def _page(request: Request, person: Person, *, trouble: str = "", changed: bool = False) -> HTMLResponse:
    clerk = Clerk(request)
    with clerk.store.unit(keep=False) as unit:
        return shown(
            request,
            unit,
            person,
            "me.html",
            status=422 if trouble else 200,
            trouble=trouble,
            changed=changed,
            sessions=sessions.of(unit, person.person_id, clerk.now()),
        )
