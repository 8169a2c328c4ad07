"""Says who is at the other end of a request: the one place that accounts and sessions will stand behind."""

import getpass
from functools import cache
from typing import Literal, NamedTuple

from fastapi import Request

Role = Literal["viewer", "reviewer", "editor", "admin"]


class Person(NamedTuple):
    """Somebody who may look, decide or do more."""

    name: str
    role: Role


def whoever(request: Request) -> Person:  # noqa: ARG001 - accounts will tell people apart by it
    """Return who asks: without accounts nobody but people on this machine can, and they are its owner."""
    return Person(_owner(), "admin")


@cache
def _owner() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a process whose user has no name, as in some containers
        return "owner"
