"""The page on which an admin lets people in, gives roles, ends sessions, and reads what was done about accounts."""

from typing import Annotated, NamedTuple

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, Response

from verifier.errors import UsageError
from verifier.queue import accounts, links, passwords, sessions, tokens
from verifier.queue.accounts import Account
from verifier.queue.clerk import Clerk
from verifier.queue.pages.rendering import Number, back_to, shown
from verifier.queue.people import Person, Whoever
from verifier.store import Unit

router = APIRouter()
_PAGE = "/people"
_MOST = 50


class Given(NamedTuple):
    """A link that was just made: this page shows it, and no other ever will."""

    account: Account
    url: str


class Wanted(NamedTuple):
    """What a form held that was turned down."""

    trouble: str = ""
    name: str = ""
    role: str = "reviewer"


@router.get(_PAGE)
def people(request: Request, person: Whoever, before: Annotated[Number | None, Query()] = None) -> HTMLResponse:
    """Show who has an account; without accounts, how to begin."""
    return _page(request, person, before=before)


@router.post(f"{_PAGE}/begin")
async def begin(
    request: Request,
    person: Whoever,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    again: Annotated[str, Form()] = "",
) -> Response:
    """Make the owner's own account, the first: from then on nobody gets in without one."""
    clerk = Clerk(request)
    try:
        await passwords.check(password, again, name)
        kept = await passwords.hashed(password)
        secret = await clerk.soon(clerk.begin_accounts, name, kept)
    except UsageError as wrong:
        return await clerk.soon(_page, request, person, wanted=Wanted(str(wrong), name))
    return clerk.remember(back_to(_PAGE), secret)


@router.post(_PAGE)
def invite(
    request: Request, person: Whoever, name: Annotated[str, Form()] = "", role: Annotated[str, Form()] = ""
) -> HTMLResponse:
    """Add somebody, and show the link by which they set a password."""
    clerk = Clerk(request)
    if not clerk.are_accounts_kept():
        return _page(request, person, wanted=Wanted("Make your own account first, or you would be locked out.", name))
    try:
        with clerk.store.unit() as unit:
            account = accounts.invite(unit, name, role, person.name)
            path = links.give(unit, account.person_id, person.name, clerk.now())
    except UsageError as wrong:
        return _page(request, person, wanted=Wanted(str(wrong), name, role))
    return _page(request, person, given=Given(account, clerk.url(path)))


@router.post(f"{_PAGE}/{{account}}/link")
def give_link(request: Request, person: Whoever, account: str) -> HTMLResponse:
    """Show a new link by which somebody sets a password; until they do, what they had holds."""
    clerk = Clerk(request)
    with clerk.store.unit() as unit:
        found = accounts.find(unit, account)
        if found.state == "deactivated":
            raise UsageError(f"{found.name} is deactivated: let them in again first.")
        path = links.give(unit, account, person.name, clerk.now())
    return _page(request, person, given=Given(found, clerk.url(path)))


@router.post(f"{_PAGE}/{{account}}/role")
def change_role(request: Request, person: Whoever, account: str, role: Annotated[str, Form()] = "") -> Response:
    """Give somebody another role."""
    with Clerk(request).store.unit() as unit:
        accounts.change_role(unit, account, role, person.name)
    return back_to(_PAGE)


@router.post(f"{_PAGE}/{{account}}/logout")
def end_sessions(request: Request, person: Whoever, account: str) -> Response:
    """Log somebody out everywhere."""
    with Clerk(request).store.unit() as unit:
        _log_out(unit, accounts.find(unit, account), person)
    return back_to(_PAGE)


@router.post(f"{_PAGE}/{{account}}/tokens")
def end_tokens(request: Request, person: Whoever, account: str) -> Response:
    """Let in no longer whatever programs ask in somebody's name."""
    with Clerk(request).store.unit() as unit:
        tokens.end_all(unit, accounts.find(unit, account).name, person.name)
    return back_to(_PAGE)


@router.post(f"{_PAGE}/{{account}}/deactivate")
def deactivate(request: Request, person: Whoever, account: str) -> Response:
    """Let somebody in no longer."""
    with Clerk(request).store.unit() as unit:
        left = accounts.deactivate(unit, account, person.name)
        sessions.end(unit, account)
        tokens.end_all(unit, left.name, person.name)
    return back_to(_PAGE)


@router.post(f"{_PAGE}/{{account}}/reactivate")
def reactivate(request: Request, person: Whoever, account: str) -> Response:
    """Let somebody in again."""
    with Clerk(request).store.unit() as unit:
        accounts.reactivate(unit, account, person.name)
    return back_to(_PAGE)


def _log_out(unit: Unit, account: Account, person: Person) -> None:
    if sessions.end(unit, account.person_id):
        accounts.note(unit, account.person_id, "sessions ended", person.name)


def _page(
    request: Request,
    person: Person,
    *,
    before: int | None = None,
    given: Given | None = None,
    wanted: Wanted | None = None,
) -> HTMLResponse:
    clerk = Clerk(request)
    with clerk.store.unit(keep=False) as unit:
        steps = accounts.steps(unit, before=before, most=_MOST + 1)
        return shown(
            request,
            unit,
            person,
            "people.html",
            status=422 if wanted else 200,
            begun=clerk.are_accounts_kept(),
            people=accounts.people(unit),
            open=sessions.counted(unit, clerk.now()),
            tokens=tokens.counted(unit),
            steps=steps[:_MOST],
            earlier=steps[_MOST - 1].step if len(steps) > _MOST else None,
            given=given,
            wanted=wanted or Wanted(),
        )
