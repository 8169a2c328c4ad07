"""A whole article, with one claim's passage marked in it: whoever may withdraws it there, and brings it back."""

from typing import Annotated, Literal, NamedTuple
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from verifier import listing
from verifier.crosscheck import history
from verifier.errors import UsageError
from verifier.queue.excerpt import excerpt
from verifier.queue.pages.rendering import Number, back_to, shown
from verifier.queue.people import Whoever
from verifier.queue.state import store_of
from verifier.queue.view import View, view_in
from verifier.store import Unit
from verifier.store.articles import restore, withdraw

router = APIRouter()


class State(NamedTuple):
    """One row of queue/article_state.sql."""

    state: str
    """current, superseded or withdrawn."""
    withdrawn: str | None
    """The day, in UTC; None in another state."""
    withdrawn_by: str | None


@router.get("/articles/{article}")
def article(
    request: Request,
    person: Whoever,
    article: str,
    view: Annotated[View, Query()],
    claim: str = "",
    changed: Number | None = None,
) -> HTMLResponse:
    """Show a whole article with one claim's passage marked in it; `changed` verdicts followed what was said of it."""
    with store_of(request).unit(keep=False) as unit:
        held = listing.claims_told(unit, [claim]).get(claim)
        if held is None or held.article.id != article:
            raise HTTPException(404)
        return shown(
            request,
            unit,
            person,
            "article.html",
            held=held,
            cut=excerpt(held.article, held.claim, around=None),
            query=view.query(),
            now=_state(unit, article),
            changed=changed,
        )


@router.post("/articles/{article}/withdrawal")
def withdrawal(
    request: Request,
    person: Whoever,
    article: str,
    step: Annotated[Literal["withdraw", "restore"], Form()],
    claim: Annotated[str, Form(max_length=100)],
    view: Annotated[str, Form()] = "",
) -> Response:
    """Let an article count no more, or again, with all that follows for the verdicts."""
    with store_of(request).unit() as unit:
        state = _state(unit, article).state
        if state == "superseded":
            raise UsageError("another text took the place of this one, so it counts for nothing already.")
        if step == "withdraw" and state == "current":
            withdraw(unit, article, person.name)
        elif step == "restore" and state == "withdrawn":
            restore(unit, article)
        history.update(unit)
        changed = history.log(unit)
    query = view_in(view).query()
    told = urlencode({"claim": claim, "changed": changed})
    return back_to(f"/articles/{article}{query}{'&' if query else '?'}{told}")


def _state(unit: Unit, article: str) -> State:
    for state in unit.rows("queue/article_state", State, article=article):
        return state
    raise HTTPException(404)
