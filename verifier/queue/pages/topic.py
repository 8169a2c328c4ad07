"""One topic over time: who said what for which period, where they contradict each other, and what it is tied to."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Annotated, Literal, NamedTuple

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from verifier import listing
from verifier.errors import UsageError
from verifier.listing import stories
from verifier.models import Claim
from verifier.queue import partings
from verifier.queue.pages.rendering import Number, back_to, shown
from verifier.queue.partings import Said as Parted
from verifier.queue.people import Whoever
from verifier.queue.plots import Point, plots
from verifier.queue.rechecks import Outcome
from verifier.queue.record import state_of
from verifier.queue.state import rechecks_of, store_of
from verifier.reconcile.ruling import rule
from verifier.report.words import period_words
from verifier.store import Unit

router = APIRouter()

Relation = Literal["same", "narrower", "broader", "overlapping", "other", "unclear"]
RELATIONS: dict[str, str] = {
    "same": "is the same as this topic",
    "narrower": "is a part of this topic",
    "broader": "holds this topic as a part",
    "overlapping": "overlaps with this topic",
    "other": "is something else",
    "unclear": "may be the same: nobody can tell",
}
"""How another topic stands to the one of the page."""
_CLAIMS, _TIES, _FOUND, _PARTINGS = 300, 40, 15, 20
"""Rows of each kind on one page."""
_DRAWN = {"same", "unclear"}
"""Relations whose figures can contradict the topic's own."""
_BESIDE = {"other"}
"""Relations whose claims are not shown."""


class Saying(NamedTuple):
    """One row of queue/topic_claims.sql."""

    claim_id: str
    article_id: str
    topic_id: str
    aspect: str
    dimension: str
    basis: str
    document: str
    verdict: str
    decided: str | None
    seen_verdict: str | None
    opinion: str | None
    source: str | None
    title: str | None
    publisher: str | None
    published: date | None
    in_all: int

    @property
    def state(self) -> str:
        """disputed, undecided, re-opened or what was decided."""
        return state_of(self.decided, self.seen_verdict, self.verdict, self.opinion)


class Meant(NamedTuple):
    """One row of queue/topics_meant.sql."""

    topic_id: str
    claims: int


class Others(NamedTuple):
    """The topics that were looked for, and why there are none."""

    topics: list[Meant]
    trouble: str = ""


class Checking(NamedTuple):
    """What the page says of the check after a word on topics."""

    number: int
    """Of the check after the reader's own word; 0 for none."""
    outcome: Outcome | None
    is_under_way: bool
    """Whether anybody's word is not worked out yet."""
    every: int = 3
    """Seconds until the page is fetched again by a browser without scripts."""


class Said(NamedTuple):
    """A claim on the topic or on one that is tied to it."""

    row: Saying
    claim: Claim


@router.get("/topics/{name}")
def topic(
    request: Request,
    person: Whoever,
    name: str,
    find: Annotated[str, Query(max_length=200)] = "",
    check: Number = 0,
) -> HTMLResponse:
    """Show a topic; `find` looks for others to tie it to, `check` is the check after what the reader has just said."""
    with store_of(request).unit(keep=False) as unit:
        topic_id = found(unit, name)
        ties = listing.ties_of(unit, topic_id, _TIES)
        said = _said(unit, person.name, topic_id, [tie.topic_id for tie in ties if tie.relation not in _BESIDE])
        others, trouble = _looked_up(unit, topic_id, find)
        alike = {topic_id, *(tie.topic_id for tie in ties if tie.relation in _DRAWN)}
        parted = partings.said(unit, topic=topic_id, most=_PARTINGS)
        told = listing.topics_told(unit, {topic_id, *(tie.topic_id for tie in ties), *(one.topic_id for one in others)})
        return shown(
            request,
            unit,
            person,
            "topic.html",
            topic=told[topic_id],
            name=stories.topic_words,
            told=told,
            ties=ties,
            said=said,
            periods=[(words, [*group]) for words, group in groupby(said, _period)],
            plots=plots(Point(one.claim, one.row.verdict) for one in said if one.row.topic_id in alike),
            found=others,
            find=find,
            trouble=trouble,
            parted=parted,
            gone=partings.gone(unit, topic_id, most=_PARTINGS),
            topic_names=topics_named(unit, parted),
            checking=Checking(check, rechecks_of(request).outcome(check), rechecks_of(request).is_under_way()),
            relations=RELATIONS,
        )


@router.post("/topics/{name}/ties")
def tie(
    request: Request,
    person: Whoever,
    name: str,
    other: Annotated[str, Form()],
    relation: Annotated[Relation, Form()],
    why: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """Store a person's word on how `other` stands to the topic; what follows is worked out in the background."""
    if not why.strip():
        raise UsageError("a word on two topics wants a reason, for whoever reads it later: go back and add one.")
    with store_of(request).unit() as unit:
        first, second = found(unit, other), found(unit, name)
        rule(unit, first, second, relation, why.strip(), person=person.name)
    return back_to(f"/topics/{second}?check={rechecks_of(request).start()}")


def found(unit: Unit, name: str) -> str:
    """Return the id of the topic that begins so; raises HTTPException where there is none."""
    try:
        return listing.find_topic(unit, name)
    except UsageError as error:
        raise HTTPException(404) from error


def topics_named(unit: Unit, parted: Sequence[Parted]) -> dict[str, str]:
    """Return what the topics are called between which claims were moved, by their ids."""
    told = listing.topics_told(unit, (topic for one in parted for topic in (one.from_topic, one.topic_id)))
    return {topic: stories.topic_words(row) for topic, row in told.items()}


def _said(unit: Unit, reader: str, topic_id: str, tied: Sequence[str]) -> list[Said]:
    parameters = {"reader": reader, "topic": topic_id, "topics": [topic_id, *tied], "most": _CLAIMS}
    rows = unit.rows("queue/topic_claims", Saying, **parameters)
    return [Said(row, Claim.model_validate_json(row.document)) for row in rows]


def _looked_up(unit: Unit, topic_id: str, words: str) -> Others:
    """Return the topics that have these words, or why none can."""
    if not words.strip():
        return Others([])
    try:
        asked = listing.asked(words)
    except UsageError as error:
        return Others([], str(error))
    unit.run("listing/meant", plain=list(asked.plain), measured=list(asked.measured))
    others = unit.rows("queue/topics_meant", Meant, topic=topic_id, most=_FOUND)
    return Others(others, "" if others else "no topic has all of these words")


def _period(said: Said) -> str:
    return period_words(said.claim.period) if said.claim.period else "no period"
