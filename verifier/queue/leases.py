"""Who is on which claim just now: a courtesy among people, which nothing rests on and which no restart survives."""

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

LASTING = 15 * 60.0
"""Seconds after the last sign of activity."""
AT_ONCE = 3
"""Claims on which one person is at once: who leafs through many keeps nobody from those left behind."""


class Lease(NamedTuple):
    """Somebody is on a claim."""

    person: str
    until: float
    """On the clock of the leases."""


class Leases:
    """The leases that are held, for all threads of the server.

    They stand beside the store, not in it: to look at a claim writes nothing. What decides whose word counts is the
    version that is checked as a decision is stored.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._held: dict[str, Lease] = {}
        self._guard = threading.Lock()

    def take(self, claim: str, person: str, *, over: bool = False) -> str | None:
        """Be on a claim, or stay on it; return who is on it instead. With `over` it is taken from whoever that is."""
        with self._guard:
            lease = self._current().get(claim)
            if lease is not None and lease.person != person and not over:
                return lease.person
            self._hold(claim, person)
            return None

    def take_first(self, claims: Sequence[str], person: str) -> str | None:
        """Be on the first of these claims that nobody is on, or that only this person is; None where others are on all.

        Their own come last: they have those open in another window.
        """
        with self._guard:
            held = self._current()
            free = (claim for claim in claims if claim not in held)
            own = (claim for claim in claims if claim in held and held[claim].person == person)
            claim = next(chain(free, own), None)
            if claim is not None:
                self._hold(claim, person)
            return claim

    def leave(self, claims: Iterable[str], person: str) -> None:
        """Be on these claims no more."""
        with self._guard:
            for claim in claims:
                if claim in self._held and self._held[claim].person == person:
                    del self._held[claim]

    def others(self, person: str) -> dict[str, str]:
        """Return the claims that others are on, each with who it is."""
        with self._guard:
            return {claim: lease.person for claim, lease in self._current().items() if lease.person != person}

    def held(self) -> list[str]:
        """Return the claims that anybody is on."""
        with self._guard:
            return [*self._current()]

    def _hold(self, claim: str, person: str) -> None:
        self._held.pop(claim, None)
        self._held[claim] = Lease(person, self._clock() + LASTING)
        for left in [one for one, lease in self._held.items() if lease.person == person][:-AT_ONCE]:
            del self._held[left]

    def _current(self) -> dict[str, Lease]:
        now = self._clock()
        self._held = {claim: lease for claim, lease in self._held.items() if lease.until > now}
        return self._held
