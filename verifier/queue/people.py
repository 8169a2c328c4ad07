"""Says who is at the other end of a request: by a token, by a session, or because only the owner can be there."""

import secrets
import time
from collections.abc import Callable
from typing import Annotated, NamedTuple

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from verifier.queue import accounts, sessions, tokens
from verifier.queue.links import hashed
from verifier.queue.roles import Role
from verifier.settings import owner
from verifier.store import OwnedStore


class Person(NamedTuple):
    """Somebody who may look, decide or do more."""

    name: str
    """Nobody else's, and never changed: decisions carry it."""
    role: Role
    person_id: str = ""
    """The account; "" for the owner while there are none."""
    session: str = ""
    """The hash of the session they are in, if they are in one."""


def whoever(request: Request) -> Person:
    """Return who asks; raises HTTPException for the pages that are shown to people not known."""
    person: Person | None = request.state.person
    if person is None:
        raise HTTPException(401, "Nobody is logged in.")
    return person


Whoever = Annotated[Person, Depends(whoever)]
"""Who asks, where a handler wants to know."""


class Callers:
    """Tells people and programs apart."""

    def __init__(self, store: OwnedStore, *, token: str, cookie: str, clock: Callable[[], float] = time.time) -> None:
        """`token` is the server's own: whoever could read it is its owner. `cookie` holds sessions."""
        self._store = store
        self._token = token.encode()
        self._cookie = cookie
        self._clock = clock
        self._accounts = False
        self._sessions = sessions.Memory()

    def person(self, request: Request) -> Person | None:
        """Return who asks; programs by their token, which counts under /api/ and nowhere else. Raises StoreError."""
        if request.scope["path"].startswith("/api/"):
            return self._bearer(request)
        if not self.are_accounts_kept():
            return Person(owner(), "admin")
        secret = request.cookies.get(self._cookie)
        return self._logged_in(secret) if secret else None

    def now(self) -> float:
        """Return the time, in seconds since 1970."""
        return self._clock()

    def are_accounts_kept(self) -> bool:
        """Return whether nobody gets in without an account; once so, it stays so."""
        if not self._accounts:
            with self._store.unit(keep=False) as unit:
                self._accounts = accounts.are_kept(unit)
        return self._accounts

    def _logged_in(self, secret: str) -> Person | None:
        now = self._clock()
        with self._store.unit(keep=False) as unit:
            held = self._sessions.held(unit, secret, now)
        if held is None:
            return None
        if held.is_due(now):
            with self._store.unit() as unit:
                self._sessions.touch(unit, secret, now)
        return Person(held.name, held.role, held.person_id, hashed(secret))

    def _bearer(self, request: Request) -> Person | None:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        token = token.strip()
        if scheme.lower() != "bearer" or not token:
            return None
        if secrets.compare_digest(token.encode(), self._token):
            return Person(owner(), "admin")
        with self._store.unit(keep=False) as unit:
            held = tokens.held(unit, token)
        if held is None:
            return None
        if not held.is_noted:
            with self._store.unit() as unit:
                tokens.note_use(unit, held.token_id)
        return Person(held.person, held.role, held.person_id)
