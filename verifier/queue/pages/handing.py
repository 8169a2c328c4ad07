"""Sends people on to the claims that need them: those who ask at the same time, each to another."""

from collections.abc import Sequence

from fastapi import Request

from verifier.queue import waiting
from verifier.queue.pages.rendering import settles
from verifier.queue.people import Person
from verifier.queue.roles import allows
from verifier.queue.state import leases_of, store_of
from verifier.queue.view import View
from verifier.queue.waiting import Asking
from verifier.store import Unit

_AT_HAND = 20
"""Claims that are looked up at once: so many people may ask together before one has to look again."""


def asking(request: Request, person: Person) -> Asking:
    """Return who looks at the queue, and what keeps claims from needing them."""
    return Asking(person.name, settles(person), leases_of(request).others(person.name))


def may_be_on(request: Request, person: Person) -> bool:
    """Return whether whoever is shown a claim is on it from then: nobody who only looks, no browser looking ahead."""
    return allows("reviewer", person.role) and "prefetch" not in request.headers.get("sec-purpose", "")


def leave(request: Request, person: Person, claim: str) -> None:
    """Have somebody be on a claim no more who leafs on from it."""
    if may_be_on(request, person):
        leases_of(request).leave([claim], person.name)


def held_up(request: Request, unit: Unit, person: Person, view: View, claim: str = "") -> int:
    """Return how many claims of the view but this one need somebody while others are on all of them; else 0."""
    asked = asking(request, person)
    if not asked.busy or waiting.next_needed(unit, view, claim, asked):
        return 0
    return len(waiting.next_needed(unit, view, claim, asked._replace(busy=()), most=len(asked.busy)))


def next_for(request: Request, person: Person, view: View, claim: str = "") -> str | None:
    """Return the claim of the view that needs somebody after this one, and have them be on it; None if none does."""
    while True:
        # Before the store is looked into: whoever leaves a claim has decided it there.
        held, asked = leases_of(request).held(), asking(request, person)
        with store_of(request).unit(keep=False) as unit:
            found = _found(unit, view, claim, asked, held)
        if not found or not may_be_on(request, person):
            return found[0] if found else None
        taken = leases_of(request).take_first(found, person.name)
        if taken is not None:
            return taken


def _found(unit: Unit, view: View, claim: str, asked: Asking, held: Sequence[str]) -> list[str]:
    """Return the claims that need somebody next; those they are on themselves only where there is no other."""
    found = waiting.next_needed(unit, view, claim, asked._replace(busy=held), most=_AT_HAND)
    if found or set(held) <= set(asked.busy):
        return found
    return waiting.next_needed(unit, view, claim, asked, most=_AT_HAND)
