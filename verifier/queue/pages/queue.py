"""The queue: which claims wait for a person, in which order and why, and how many there are of each sort."""

from collections.abc import Sequence
from typing import Annotated, NamedTuple
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from verifier import listing
from verifier.article.places import near
from verifier.crosscheck import explain
from verifier.errors import UsageError
from verifier.listing import Apart
from verifier.models import Claim
from verifier.queue import assigning, views, waiting
from verifier.queue.opposing import Opposing, opposing
from verifier.queue.pages.handing import held_up, leave, next_for
from verifier.queue.pages.rendering import Number, back_to, row_told, settles, shown
from verifier.queue.pages.ticks import Order, tick
from verifier.queue.people import Person, Whoever
from verifier.queue.record import DECIDED, Decision
from verifier.queue.roles import allows
from verifier.queue.state import leases_of, store_of
from verifier.queue.view import KINDS, ME, NOBODY, OPINIONS, STATES, VERDICTS, View
from verifier.queue.views import Saved
from verifier.queue.waiting import Count, Page, Row
from verifier.store import Unit

router = APIRouter()

Wanted = Annotated[View, Query()]
_Id = Query(max_length=100)
"""Of a claim."""
_ANY = ("", "all")
"""What can always be chosen."""


class Choice(NamedTuple):
    """A link that narrows the view or widens it, with the number of claims it leads to."""

    words: str
    query: str
    claims: int
    chosen: bool


class Line(NamedTuple):
    """One claim in the list."""

    row: Row
    claim: Claim
    reason: str
    why: str
    """Why it stands where it does."""
    tick: str
    """What its check box sends."""
    on_it: str | None
    """Who else is on it just now."""
    apart: Apart | None
    """As what a person has set it apart; None where nobody has."""
    against: Opposing | None
    """What contradicts it."""


class Found(NamedTuple):
    """A page of claims, or why there can be none."""

    page: Page
    counts: Sequence[Count] = ()
    trouble: str = ""


@router.get("/")
def queue(
    request: Request, person: Whoever, view: Wanted, done: Number = 0, left: Annotated[str | None, _Id] = None
) -> HTMLResponse:
    """Show the claims of a view, some at a time; `done` is the decision that led here.

    `left` is the claim after which no other was found that needs this person, "" where that is none.
    """
    with store_of(request).unit(keep=False) as unit:
        return queue_page(request, unit, person, view, done=row_told(unit, done, person.name), left=left)


@router.get("/next")
def next_one(request: Request, person: Whoever, view: Wanted, left: Annotated[str, _Id] = "") -> Response:
    """Lead to the first claim of the view that needs this person and nobody is on, or back to the queue.

    `left` is the claim they leave undecided: the next one after it is looked for, and they are on it no more.
    """
    leave(request, person, left)
    claim = next_for(request, person, view, left)
    if claim:
        return back_to(f"/claims/{claim}{view.query()}")
    query = view.query(decision="needed")
    return back_to(f"/{query}{'&' if query else '?'}{urlencode({'left': left})}")


def queue_page(
    request: Request,
    unit: Unit,
    person: Person,
    view: View,
    *,
    done: Decision | None = None,
    left: str | None = None,
    order: Order | None = None,
    refusal: str = "",
) -> HTMLResponse:
    """Return the page of a view; `order` is what was wanted of many claims, and `refusal` why nothing came of it."""
    page, counts, trouble = _found(unit, view, person)
    return shown(
        request,
        unit,
        person,
        "queue.html",
        status=400 if trouble or refusal else 200,
        view=view,
        query=view.query(),
        done=done,
        order=order,
        refusal=refusal,
        trouble=trouble,
        lines=_lines(request, unit, person, view, page.rows),
        page=page,
        in_all=_counted(view, counts, person),
        filters=_filters(view, counts, person),
        behind=waiting.behind(unit),
        held_up=0 if left is None or trouble else held_up(request, unit, person, view, left),
        saved=views.counted(unit, person, _in_use(unit, person), view, None if trouble else counts),
        names=assigning.known(unit, person),
        may_decide=allows("reviewer", person.role),
        settles=settles(person),
    )


def _found(unit: Unit, view: View, person: Person) -> Found:
    """Return what is found, or why nothing can be."""
    try:
        return Found(*waiting.page_counted(unit, view, person.name))
    except UsageError as error:
        return Found(Page((), ""), trouble=str(error))


def _lines(request: Request, unit: Unit, person: Person, view: View, rows: Sequence[Row]) -> list[Line]:
    on_them = leases_of(request).others(person.name)
    apart = listing.standing_apart(unit, (row.claim_id for row in rows))
    reasons = explain.stored_reasons(unit, {row.claim_id: row.reason for row in rows})
    against = opposing(unit, (row.claim_id for row in rows if row.verdict == "conflicting"))
    return [
        Line(
            row,
            row.read,
            reasons[row.claim_id] or "",
            _why(row, view),
            tick(row),
            on_them.get(row.claim_id),
            apart.get(row.claim_id),
            against.get(row.claim_id),
        )
        for row in rows
    ]


def _in_use(unit: Unit, person: Person) -> list[Saved]:
    return [one for one in views.views_for(unit, person) if not one.retired]


def _filters(view: View, counts: Sequence[Count], person: Person) -> dict[str, list[Choice]]:
    names = sorted({count.assignee for count in counts if count.assignee} - {person.name})
    offered = {
        "Verdict": ("verdict", {"": "any", **{name: name for name in VERDICTS}}),
        "Decision": ("decision", STATES),
        "Kind": ("kind", {"": "any", **KINDS}),
        "For": ("assigned", {"": "anybody", ME: "me", NOBODY: "nobody", **{name: name for name in names}}),
        "Opinions": ("opinion", {"": "any", **OPINIONS}),
    }
    filters = {title: _choices(view, counts, person, field, words) for title, (field, words) in offered.items()}
    return {title: choices for title, choices in filters.items() if len(choices) > 1}


def _choices(view: View, counts: Sequence[Count], person: Person, field: str, words: dict[str, str]) -> list[Choice]:
    """Return what can be chosen, without what would lead to nothing."""
    choices = {
        value: Choice(
            said,
            view.query(**{field: value}),
            _counted(view.model_copy(update={field: value}), counts, person),
            getattr(view, field) == value,
        )
        for value, said in words.items()
    }
    return [choice for value, choice in choices.items() if choice.claims or choice.chosen or value in _ANY]


def _counted(view: View, counts: Sequence[Count], person: Person) -> int:
    return sum(count.claims for count in counts if view.fits(count, person.name))


def _why(row: Row, view: View) -> str:
    if row.state == "disputed":
        return f"{row.first_by} says {row.first_verdict}, {row.second_by} says {row.second_verdict}"
    if row.state == "re-opened":
        by = f" since {near(row.turned_by)}" if row.turned_by else ""
        seen = row.seen_verdict or "nothing yet"
        return f"re-opened: decided {row.decided} when the machine said {seen}; now it says {row.verdict}{by}"
    if view.sort != "urgent" or row.state in DECIDED:
        return ""
    return {1: "first, because it is contradicted", 2: "next, because nobody else bears this figure out"}.get(
        row.rank, "last, because nothing speaks against it"
    )
