"""Says who is at the other end of a request: by a token, by a session, or because only the owner can be there."""

import getpass
import secrets
from functools import cache
from typing import NamedTuple

from fastapi import Request
from starlette.exceptions import HTTPException

from verifier.queue.roles import Role
from verifier.store import OwnedStore, Unit


class Person(NamedTuple):
    """Somebody who may look, decide or do more."""

    name: str
    """Nobody else's, and never changed: decisions carry it."""
    role: Role


def whoever(request: Request) -> Person:
    """Return who asks; raises HTTPException for the pages that are shown to people not known."""
    person: Person | None = request.state.person
    if person is None:
        raise HTTPException(401, "Nobody is logged in.")
    return person


class Callers:
    """Tells people and programs apart."""

    def __init__(self, store: OwnedStore, token: str) -> None:
        """`token` is the server's own: whoever could read it is its owner."""
        self._store = store
        self._token = token.encode()

    def person(self, request: Request) -> Person | None:
        """Return who asks; programs by their token, which counts under /api/ and nowhere else. Raises StoreError."""
        if request.url.path.startswith("/api/"):
            return self._bearer(request)
        return Person(owner(), "admin")

    def _bearer(self, request: Request) -> Person | None:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        token = token.strip()
        if scheme.lower() != "bearer" or not token:
            return None
        if secrets.compare_digest(token.encode(), self._token):
            return Person(owner(), "admin")
        with self._store.unit(keep=False) as unit:
            return bearer(unit, token)


def bearer(unit: Unit, token: str) -> Person | None:  # noqa: ARG001 - personal tokens will be looked up here
    """Return whose token this is, with the role it gives them; None for one that is unknown, ended or expired."""
    return None


@cache
def owner() -> str:
    """Return the name of whoever runs the server."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a process whose user has no name, as in some containers
        return "owner"
