"""What programs may read: claims, articles, topics and decisions, some at a time."""

from importlib.metadata import version
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.openapi.utils import get_openapi
from fastapi.security import HTTPBearer
from pydantic import Field
from starlette.exceptions import HTTPException

from verifier import listing
from verifier.errors import UsageError
from verifier.handover.wire import Fault
from verifier.listing.claims import articles_named
from verifier.queue import record, waiting
from verifier.queue.api import rows
from verifier.queue.api.shapes import (
    Article,
    Articles,
    ArticleTold,
    Claims,
    ClaimTold,
    Decisions,
    Topics,
    TopicTold,
)
from verifier.queue.people import Whoever
from verifier.queue.record import Decision
from verifier.queue.state import store_of
from verifier.queue.view import LARGEST, View

_TIES = 1_000

router = APIRouter(
    prefix="/api/v1",
    dependencies=[Depends(HTTPBearer(auto_error=False, description="A token of the page /tokens."))],
    responses={
        401: {"model": Fault, "description": "There was no token, or one that lets nobody in."},
        404: {"model": Fault, "description": "There is no such thing."},
        422: {"model": Fault, "description": "Something of what was asked makes no sense."},
        503: {"model": Fault, "description": "The store cannot answer just now."},
    },
)

Wanted = Annotated[View, Query()]
Most = Annotated[int, Query(ge=1, le=200, description="How many at most.")]
After = Annotated[str, Query(max_length=100, description="The `next` of the page before.")]
Since = Annotated[int, Field(ge=0, le=LARGEST)]


@router.get("/openapi.json", include_in_schema=False)
def openapi() -> dict[str, Any]:
    """Return what programs may ask, for programs."""
    return document()


@router.get("/claims")
def claims(request: Request, person: Whoever, view: Wanted, limit: Most = 50) -> Claims:
    """List claims as the queue does, with the same filters in the same words; `decision=all` lists every claim."""
    with store_of(request).unit(keep=False) as unit:
        try:
            page = waiting.page(unit, view, person.name, most=limit)
        except UsageError as error:
            raise HTTPException(422, str(error)) from error
        return Claims(claims=rows.listed(unit, page.rows), next=page.after or None)


@router.get("/claims/{claim}")
def claim(request: Request, person: Whoever, claim: str) -> ClaimTold:
    """Tell everything of the claim whose id this is, or begins so."""
    with store_of(request).unit(keep=False) as unit:
        try:
            return rows.claim_told(unit, claim, person.name)
        except UsageError as error:
            raise HTTPException(404) from error


@router.get("/articles")
def articles(request: Request, after: After = "", limit: Most = 50) -> Articles:
    """List articles by their ids."""
    with store_of(request).unit(keep=False) as unit:
        page = unit.rows("api/articles", Article, after=after, article=None, most=limit + 1)
    return Articles(articles=page[:limit], next=page[limit - 1].id if len(page) > limit else None)


@router.get("/articles/{article}")
def article(request: Request, article: str) -> ArticleTold:
    """Tell an article with its text."""
    with store_of(request).unit(keep=False) as unit:
        found = unit.rows("api/articles", Article, after="", article=article, most=1)
        if not found:
            raise HTTPException(404)
        text = articles_named(unit, {article: article})[article].text
    return ArticleTold(**found[0].model_dump(), text=text)


@router.get("/topics")
def topics(request: Request, after: After = "", limit: Most = 50) -> Topics:
    """List topics by their ids, each in the words of an article."""
    with store_of(request).unit(keep=False) as unit:
        names = rows.topic_names(unit, after, limit + 1)
        told = listing.topics_told(unit, names[:limit])
    page = [rows.topic(told[name]) for name in names[:limit]]
    return Topics(topics=page, next=names[limit - 1] if len(names) > limit else None)


@router.get("/topics/{topic}")
def topic(request: Request, topic: str) -> TopicTold:
    """Tell a topic, and how others stand to it."""
    with store_of(request).unit(keep=False) as unit:
        try:
            name = listing.find_topic(unit, topic)
        except UsageError as error:
            raise HTTPException(404) from error
        told = rows.topic(listing.topics_told(unit, [name])[name])
        return TopicTold(**told.model_dump(), ties=[*map(rows.tie, listing.ties_of(unit, name, _TIES))])


@router.get("/decisions")
def decisions(request: Request, person: Whoever, since: Since = 0, limit: Most = 50) -> Decisions:
    """List what people said of claims after a row, in order: ask again with `next`, and nothing is missed.

    The list waits before what others said of a claim on which a second opinion is wanted, until that stands.
    """
    with store_of(request).unit(keep=False) as unit:
        found = unit.rows("api/decisions", Decision, since=since, most=limit)
        told = [rows.decision(row) for row in record.told_in_order(unit, found, person.name)]
    return Decisions(decisions=told, next=told[-1].decision if told else since, waits=len(told) < len(found))


def document() -> dict[str, Any]:
    """Return the OpenAPI document."""
    about = "Reads what a queue of claims holds. A token is made on the page /tokens of the queue."
    return get_openapi(title="verifier", version=version("verifier"), description=about, routes=router.routes)
