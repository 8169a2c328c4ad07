"""How far the work is: what is decided, today and in all, what waits, and how far two opinions agree."""

from typing import NamedTuple

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from verifier.queue import opinions, waiting
from verifier.queue.pages.rendering import shown
from verifier.queue.people import Whoever
from verifier.queue.record import DECIDED
from verifier.queue.state import store_of
from verifier.queue.view import ME, View

router = APIRouter()


class Done(NamedTuple):
    """One row of queue/progress.sql."""

    verdict: str
    in_all: int
    today: int
    mine: int
    mine_today: int


class Waiting(NamedTuple):
    """A view with the claims in it."""

    words: str
    query: str
    claims: int


_WAITING = {
    "For a decision": View(),
    "Of these, for you": View(assigned=ME),
    "Of these and those you decided, for a second opinion": View(decision="all", opinion="wanted"),
    "Of these, for an editor, because two opinions differ": View(decision="disputed"),
}


@router.get("/progress")
def progress(request: Request, person: Whoever) -> HTMLResponse:
    """Show what is done and what waits."""
    with store_of(request).unit(keep=False) as unit:
        counts = waiting.counts(unit, View(), person.name)
        found = {row.verdict: row for row in unit.rows("queue/progress", Done, reader=person.name)}
        done = [found.get(verdict, Done(verdict, 0, 0, 0, 0)) for verdict in DECIDED]
        return shown(
            request,
            unit,
            person,
            "progress.html",
            done=done,
            hidden=found.get("hidden"),
            in_all=[sum(column) for column in zip(*(row[1:] for row in (*done, *_hidden(found))), strict=True)],
            waiting=[
                Waiting(
                    words,
                    view.query(),
                    sum(count.claims for count in counts if view.fits(count, person.name)),
                )
                for words, view in _WAITING.items()
            ],
            agreement=opinions.agreement(unit),
            enough=opinions.ENOUGH,
        )


def _hidden(found: dict[str, Done]) -> list[Done]:
    return [found["hidden"]] if "hidden" in found else []
