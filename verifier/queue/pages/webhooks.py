"""The page on which an admin says where things are sent by themselves, and sees whether they arrive."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response

from verifier.errors import UsageError
from verifier.queue.pages.rendering import back_to, shown
from verifier.queue.people import Person, Whoever
from verifier.queue.state import deliveries_of, settings_of, store_of
from verifier.queue.webhooks import hooks
from verifier.queue.webhooks.hooks import Step
from verifier.queue.webhooks.sending import SIGNATURE

router = APIRouter()

Ticked = Annotated[Literal["", "on"], Form()]
_STEPS: dict[str, Step] = {"pause": "paused", "resume": "resumed", "end": "ended"}


@router.get("/webhooks")
def listed(request: Request, person: Whoever) -> HTMLResponse:
    """Show where things are sent."""
    return _page(request, person)


@router.post("/webhooks")
def add(
    request: Request,
    person: Whoever,
    url: Annotated[str, Form()] = "",
    decisions: Ticked = "",
    conflicts: Ticked = "",
) -> HTMLResponse:
    """Send what comes from now on to an address as well, and show this once what signs it."""
    settings = settings_of(request)
    wanted = {"decisions": bool(decisions), "conflicts": bool(conflicts)}
    try:
        with store_of(request).unit() as unit:
            secret = hooks.add(unit, person.name, url.strip(), **wanted, local=settings.local_webhooks)
    except UsageError as trouble:
        return _page(request, person, status=422, trouble=str(trouble), url=url)
    deliveries_of(request).poke()
    return _page(request, person, status=201, secret=secret)


@router.post("/webhooks/{webhook}/{step}")
def change(request: Request, person: Whoever, webhook: str, step: Literal["pause", "resume", "end"]) -> Response:
    """Pause, resume or end one."""
    deliveries = deliveries_of(request)
    with store_of(request).unit() as unit:
        hooks.change(unit, webhook, _STEPS[step], person.name, deliveries.now())
    deliveries.poke()
    return back_to("/webhooks")


def _page(
    request: Request, person: Person, *, status: int = 200, secret: str = "", trouble: str = "", url: str = ""
) -> HTMLResponse:
    with store_of(request).unit(keep=False) as unit:
        found = hooks.hooks(unit)
        return shown(
            request,
            unit,
            person,
            "webhooks.html",
            status=status,
            hooks=found,
            urls={hook.webhook_id: hook.url for hook in found},
            failed=hooks.failed(unit),
            secret=secret,
            trouble=trouble,
            url=url,
            header=SIGNATURE,
            ourselves=hooks.OURSELVES,
        )
