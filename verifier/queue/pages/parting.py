"""Claims of a topic that are about something else: a person sets them apart, or joins them again."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from verifier.errors import UsageError
from verifier.queue.pages.rendering import back_to
from verifier.queue.pages.topic import found
from verifier.queue.people import Whoever
from verifier.queue.state import rechecks_of, store_of
from verifier.reconcile.parting import join_again, set_apart

router = APIRouter()

_MOST = 300
"""Claims that are moved at once: no page shows more."""


@router.post("/topics/{name}/partings")
def part(
    request: Request,
    person: Whoever,
    name: str,
    step: Annotated[Literal["apart", "joined"], Form()],
    claim: Annotated[list[str], Form(max_length=_MOST)] = [],  # noqa: B006 - never changed
    called: Annotated[str, Form(max_length=200)] = "",
    why: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """Store that these claims stand apart, or together with the others again; what follows is worked out later."""
    if not why.strip():
        raise UsageError("who moves claims says why, for whoever reads it later: go back and add a reason.")
    with store_of(request).unit() as unit:
        topic = found(unit, name)
        if step == "apart":
            stand_on = set_apart(unit, topic, claim, called, why.strip(), person=person.name)
        else:
            stand_on = join_again(unit, topic, claim, why.strip(), person=person.name)
    return back_to(f"/topics/{stand_on}?check={rechecks_of(request).start()}")
