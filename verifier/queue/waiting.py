"""The claims of a view in their order, how many there are of each sort, and which one comes next."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, NamedTuple

from verifier import listing
from verifier.models import Claim
from verifier.queue.searching import sought
from verifier.queue.view import View
from verifier.store import Unit

PAGE = 50
"""Claims on one page."""
REASONS = ("", "conflicts", "agrees", "copies only", "near", "not comparable", "alone")
"""The reasons by their numbers in the store."""


class Row(NamedTuple):
    """One row of queue/page.sql: a claim as the queue shows it."""

    claim_id: str
    first: int
    second: int
    number: int
    """The claim's own, which tells apart what is of one place otherwise."""
    verdict: str
    """The machine's now."""
    code: int
    rank: int
    kind: str
    state: str
    """undecided, re-opened or what was decided."""
    decided: str | None
    """A person's verdict."""
    seen_verdict: str | None
    """The machine's on which it was decided."""
    person: str | None
    article_id: str
    topic_id: str
    document: str
    source: str | None
    title: str | None
    publisher: str | None
    published: date | None
    turned_by: str | None
    """The article that changed the verdict after it was decided."""
    assignee: str | None
    opinion: str | None
    first_by: str | None
    """Who gave the first of two opinions, as do the next three."""
    first_verdict: str | None
    second_by: str | None
    second_verdict: str | None
    version: int
    """The row that counts, as do the next two: on its verdict, on who is to look at it, on a second opinion."""
    assigned: int
    asked: int

    @property
    def reason(self) -> str:
        """Why the machine says so, as the store has it."""
        return REASONS[self.code]

    @property
    def read(self) -> Claim:
        """The claim itself."""
        return Claim.model_validate_json(self.document)

    @property
    def place(self) -> str:
        """Where it stands in the order of the view."""
        return f"{self.first}.{self.second}.{self.number}"


class Count(NamedTuple):
    """One row of queue/counts.sql."""

    verdict: str
    kind: str
    state: str
    assignee: str | None
    opinion: str | None
    claims: int


class Earlier(NamedTuple):
    """One row of queue/earlier.sql: the claims of a view before one of its pages."""

    claims: int = 0
    after: str | None = None
    """Where the page before begins; None for the first."""


class Page(NamedTuple):
    """Some claims of a view, and where the next page begins; "" on the last."""

    rows: Sequence[Row]
    after: str
    earlier: Earlier = Earlier()
    """Known of pages that are counted."""


class Asking(NamedTuple):
    """Who looks at the queue, and what keeps claims from needing them."""

    person: str
    settles: bool = False
    """Whether they settle two opinions that differ."""
    busy: Collection[str] = ()
    """The claims that others are on."""


class _Place(NamedTuple):
    first: int
    second: int
    number: int


class _Name(NamedTuple):
    claim_id: str


class _Behind(NamedTuple):
    waiting: int


def page(unit: Unit, view: View, reader: str, *, most: int = PAGE) -> Page:
    """Return the claims of the view that follow its place; raises UsageError for a topic that can have no name."""
    _prepare(unit, view, reader)
    return _page(unit, view, reader, most)


def counts(unit: Unit, view: View, reader: str) -> list[Count]:
    """Return how many claims the view's words, article and publisher leave, by all they are told apart by."""
    _prepare(unit, view, reader)
    return unit.rows("queue/counts", Count)


def page_counted(unit: Unit, view: View, reader: str) -> tuple[Page, list[Count]]:
    """Return both, of which the most part is the same work; raises as `page`."""
    _prepare(unit, view, reader)
    page = _page(unit, view, reader, PAGE)
    if view.after:
        wanted = {"state": view.decision, "most": PAGE, **_wanted(view, reader)}
        page = page._replace(earlier=unit.rows("queue/earlier", Earlier, **wanted)[0])
    return page, unit.rows("queue/counts", Count)


def next_needed(unit: Unit, view: View, claim: str, asking: Asking, *, most: int = 1) -> list[str]:
    """Return the first claims of the view that need this person after this one, or else from the start."""
    _prepare(unit, view, asking.person)
    first = view.model_copy(update={"after": ""})
    places = unit.rows("queue/place", _Place, sort=view.sort, claim_id=claim) if claim else []
    behind = first.model_copy(update={"after": ".".join(map(str, places[0]))}) if places else first
    return _next(unit, behind, claim, asking, most) or (_next(unit, first, claim, asking, most) if places else [])


def behind(unit: Unit) -> int:
    """Return how many texts have come that no verdict takes into account yet."""
    return unit.rows("queue/behind", _Behind)[0].waiting


def _page(unit: Unit, view: View, reader: str, most: int) -> Page:
    unit.run("queue/listed", state=view.decision, most=most + 1, **_wanted(view, reader))
    rows = unit.rows("queue/page", Row)
    return Page(rows[:most], rows[most - 1].place if len(rows) > most else "")


def _prepare(unit: Unit, view: View, reader: str) -> None:
    """Make ready what the statements below read: `chosen` and, with what people said as the reader may see it, more."""
    if view.looked_for() == View():
        unit.run("queue/every_claim")
    else:
        topic = listing.asked(view.topic) if view.topic.strip() else listing.Asked()
        unit.run("listing/meant", plain=list(topic.plain), measured=list(topic.measured))
        unit.run("queue/found", **_looked_for(view))
        words = sought(view.q)
        if any(words):
            unit.run("queue/worded", **words._asdict())
        unit.run("queue/found_claims")
    unit.run("queue/said", reader=reader)
    unit.run("queue/chosen")
    unit.run("queue/viewed")


def _next(unit: Unit, view: View, claim: str, asking: Asking, most: int) -> list[str]:
    rows = unit.rows(
        "queue/next",
        _Name,
        state=view.decision,
        reader=asking.person,
        settles=asking.settles,
        busy=list(asking.busy),
        claim_id=claim,
        most=most,
        **_wanted(view, asking.person),
    )
    return [row.claim_id for row in rows]


def _wanted(view: View, reader: str) -> dict[str, Any]:
    first, second, number = (int(part) for part in view.after.split(".")) if view.after else (None, None, None)
    return {
        "verdict": view.verdict or None,
        "kind": view.kind or None,
        "assignee": view.assignee(reader),
        "opinion": view.opinion,
        "sort": view.sort,
        "first": first,
        "second": second,
        "number": number,
    }


def _looked_for(view: View) -> dict[str, Any]:
    return {
        "article": view.article or None,
        "publisher": view.publisher.strip() or None,
        "of_topics": bool(view.topic.strip()),
    }
