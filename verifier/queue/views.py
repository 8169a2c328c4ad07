"""Views of the queue under a name: for oneself or for all, renamed and retired and never removed."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from verifier.errors import UsageError
from verifier.queue import waiting
from verifier.queue.people import Person
from verifier.queue.roles import allows
from verifier.queue.view import View, view_in
from verifier.queue.waiting import Count
from verifier.report.visible import is_hidden
from verifier.store import Unit

LONGEST_NAME = 100
"""Characters."""
MOST = 30
"""Views in use that one person sees: their own, and those for all."""
SEARCHES = 4
"""Different searches that are made to count views; each goes through the whole store."""


class Saved(NamedTuple):
    """One row of queue/views_for.sql."""

    saved: int
    owner: str
    name: str
    query: str
    shared: bool
    retired: bool

    def is_changed_by(self, person: Person) -> bool:
        """Return whether somebody may rename and retire it."""
        return self.owner == person.name or (self.shared and allows("editor", person.role))


class Counted(NamedTuple):
    """A view with the claims that are in it now."""

    saved: Saved
    query: str
    """As it follows a path, "" or with its "?"."""
    claims: int | None
    """None where nothing can be found so any more, and where the view is counted on its own page alone."""
    is_looked_at: bool


class _Number(NamedTuple):
    saved: int


def views_for(unit: Unit, person: Person) -> list[Saved]:
    """Return somebody's views and those for all, the retired ones among them."""
    return unit.rows("queue/views_for", Saved, person=person.name)


def save(unit: Unit, person: Person, name: str, view: View, *, shared: bool) -> int:
    """Save a view and return its number; raises UsageError for a name that is in use or cannot be read."""
    held = views_for(unit, person)
    if sum(not one.retired for one in held) >= MOST:
        raise UsageError(f"{MOST} saved views are the most: retire one that is not needed any more.")
    query = view.query().removeprefix("?")
    return _add(unit, person, Saved(0, person.name, _proper(name, held), query, shared, retired=False))


def rename(unit: Unit, person: Person, saved: int, name: str) -> int:
    """Give a view another name; raises UsageError where that cannot be."""
    held = views_for(unit, person)
    one = _changeable(held, person, saved)
    return _add(unit, person, one._replace(name=_proper(name, [other for other in held if other.saved != saved])))


def retire(unit: Unit, person: Person, saved: int, *, retired: bool = True) -> int:
    """Take a view out of use, or bring it back; raises UsageError for one that is not theirs."""
    held = views_for(unit, person)
    one = _changeable(held, person, saved)
    if not retired:
        _proper(one.name, [other for other in held if other.saved != saved])
    return _add(unit, person, one._replace(retired=retired))


def counted(
    unit: Unit, person: Person, saved: Iterable[Saved], seen: View, counts: Sequence[Count] | None
) -> list[Counted]:
    """Return views with their claims; `counts` are those of the view that is looked at, and serve all that look alike.

    What costs is to look for words, articles, publishers and topics; it is done once for all views that look for the
    same, and for so many different searches as there is time for. All other filters are told from the counts.
    """
    known: dict[View, Sequence[Count] | None] = {seen.looked_for(): counts}
    told = []
    for one in saved:
        view = view_in(one.query)
        base = view.looked_for()
        if base not in known and len(known) <= SEARCHES:
            known[base] = _counts(unit, base, person)
        found = known.get(base)
        claims = None if found is None else sum(count.claims for count in found if view.fits(count, person.name))
        told.append(Counted(one, view.query(), claims, view.query() == seen.query()))
    return told


def _counts(unit: Unit, view: View, person: Person) -> Sequence[Count] | None:
    try:
        return waiting.counts(unit, view, person.name)
    except UsageError:  # a topic that can have no name
        return None


def _proper(name: str, others: Iterable[Saved]) -> str:
    name = " ".join(name.split())
    if not 0 < len(name) <= LONGEST_NAME or any(map(is_hidden, name)):
        raise UsageError(f"a view wants a name of 1 to {LONGEST_NAME} characters that everybody can see.")
    if name.casefold() in {one.name.casefold() for one in others if not one.retired}:
        raise UsageError(f"another view is called {name!r} already: choose another name.")
    return name


def _changeable(held: Iterable[Saved], person: Person, saved: int) -> Saved:
    one = next((one for one in held if one.saved == saved), None)
    if one is None or not one.is_changed_by(person):
        raise UsageError("you can rename and retire the views you saved; those for all, an editor can as well.")
    return one


def _add(unit: Unit, person: Person, one: Saved) -> int:
    added = unit.rows(
        "queue/add_view",
        _Number,
        saved=one.saved,
        person=person.name,
        owner=one.owner,
        name=one.name,
        query=one.query,
        shared=one.shared,
        retired=one.retired,
    )
    return added[0].saved
