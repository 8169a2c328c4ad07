"""The pages for people who are not known yet: they log in, or set a password by a link they were given."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response

from verifier.errors import UsageError
from verifier.queue import accounts, links, passwords, sessions
from verifier.queue.accounts import Account
from verifier.queue.clerk import Clerk
from verifier.queue.links import LinkOver
from verifier.queue.pages.rendering import back_to, local, plain
from verifier.queue.people import Whoever
from verifier.report.words import counted

router = APIRouter()
_WRONG = "That name and that password do not belong together. Type them again, or ask an admin for a new link."
_SLOWLY = "That was tried too often. Wait {wait} and try again; nobody is kept out for good."


@router.get("/login")
def form(request: Request, back: str = "/") -> Response:
    """Ask who is there; without accounts there is nothing to ask."""
    if not Clerk(request).are_accounts_kept():
        return back_to(local(back))
    return plain(request, "login.html", name="", back=local(back), trouble="")


@router.post("/login")
async def log_in(
    request: Request,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
) -> Response:
    """Let somebody in who knows their password."""
    clerk = Clerk(request)
    wait = await clerk.soon(clerk.wait, name)
    if wait:
        return _again(request, name, back, _SLOWLY.format(wait=_spoken(wait)), 429, {"Retry-After": str(int(wait) + 1)})
    known = await clerk.soon(clerk.known, name)
    if not await passwords.fits(password, known.password_hash if known else "") or known is None:
        await clerk.soon(clerk.note_failure, name, known)
        return _again(request, name, back, _WRONG, 422)
    secret = await clerk.soon(clerk.let_in, known)
    return clerk.remember(back_to(local(back)), secret)


@router.post("/logout")
def log_out(request: Request, person: Whoever) -> Response:
    """End the session that asks for it."""
    clerk = Clerk(request)
    with clerk.store.unit() as unit:
        sessions.end(unit, person.person_id, only=person.session)
        if person.session:
            accounts.note(unit, person.person_id, "logged out", person.name)
    return clerk.forget(back_to("/login"))


@router.get(f"{links.PATH}/{{secret}}")
def linked(request: Request, secret: str) -> HTMLResponse:
    """Show whose password a link sets; looking uses nothing up."""
    clerk = Clerk(request)
    try:
        with clerk.store.unit(keep=False) as unit:
            account = links.held_by(unit, secret, clerk.now())
    except LinkOver as over:
        return plain(request, "over.html", status=404, trouble=str(over))
    return _setting(request, account, secret)


@router.post(f"{links.PATH}/{{secret}}")
async def set_password(
    request: Request,
    secret: str,
    password: Annotated[str, Form()] = "",
    again: Annotated[str, Form()] = "",
) -> Response:
    """Set the password, use the link up, end what sessions there were and begin one."""
    clerk = Clerk(request)
    try:
        account = await clerk.soon(_holder, clerk, secret)
        try:
            await passwords.check(password, again, account.name)
        except UsageError as wrong:
            return _setting(request, account, secret, str(wrong))
        kept = await passwords.hashed(password)
        session = await clerk.soon(clerk.use_link, secret, kept)
    except LinkOver as over:
        return plain(request, "over.html", status=404, trouble=str(over))
    return clerk.remember(back_to("/"), session)


def _holder(clerk: Clerk, secret: str) -> Account:
    with clerk.store.unit(keep=False) as unit:
        return links.held_by(unit, secret, clerk.now())


def _setting(request: Request, account: Account, secret: str, trouble: str = "") -> HTMLResponse:
    return plain(request, "link.html", status=422 if trouble else 200, account=account, secret=secret, trouble=trouble)


def _again(
    request: Request, name: str, back: str, trouble: str, status: int, headers: dict[str, str] | None = None
) -> HTMLResponse:
    page = plain(request, "login.html", status=status, name=name, back=local(back), trouble=trouble)
    page.headers.update(headers or {})
    return page


def _spoken(seconds: float) -> str:
    return counted(int(seconds) + 1, "second") if seconds < 90 else counted(int(seconds // 60) + 1, "minute")
