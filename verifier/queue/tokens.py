"""Lets programs in, in a person's name: by a token that is shown once, of which only the hash is kept."""

import secrets
from datetime import date
from typing import NamedTuple

from verifier.errors import UsageError
from verifier.queue.links import hashed
from verifier.queue.roles import ROLES, Role, allows
from verifier.report.visible import is_hidden
from verifier.store import Unit

PREFIX = "verifier_"
"""Tells whoever finds one, in a log or a repository, what it is."""
LONGEST_LABEL = 60
MOST = 50
"""Tokens of one person."""


class Token(NamedTuple):
    """One row of tokens/tokens_of.sql: a token as it is listed."""

    token_id: str
    label: str
    role: Role
    made: str
    """ISO 8601, UTC."""
    used: date | None
    """The last day on which it was used."""


class Held(NamedTuple):
    """Whose token it is."""

    token_id: str
    person: str
    role: Role
    """The lesser of what the token and what its person may."""
    person_id: str
    is_noted: bool
    """Whether it is written down already that it was used today."""


class _Row(NamedTuple):
    """One row of tokens/held.sql."""

    token_id: str
    person: str
    role: Role
    own_role: Role
    person_id: str
    is_noted: bool


class _Ended(NamedTuple):
    token_id: str


class _Count(NamedTuple):
    person: str
    tokens: int


def make(unit: Unit, person: str, own_role: Role, label: str, role: str) -> str:
    """Return a new token, which is seen here and never again.

    Raises UsageError for a role the person does not have themselves, and for a label nobody could read.
    """
    known = next((one for one in ROLES if one == role), None)
    if known is None or not allows(known, own_role):
        raise UsageError(f"a token may do what you may, or less: you are {own_role}.")
    shown = " ".join(label.split())
    if not 0 < len(shown) <= LONGEST_LABEL or any(map(is_hidden, shown)):
        raise UsageError(f"say in 1 to {LONGEST_LABEL} characters that everybody can see what the token is for.")
    if len(tokens_of(unit, person)) >= MOST:
        raise UsageError(f"you have {MOST} tokens: end those that nothing uses first.")
    secret = PREFIX + secrets.token_urlsafe(32)
    unit.run(
        "tokens/add_token", token=secrets.token_hex(8), hash=hashed(secret), person=person, role=known, label=shown
    )
    return secret


def end(unit: Unit, token: str, person: str) -> None:
    """Let a token in no longer; raises UsageError for one that is not this person's, or has ended."""
    if not unit.rows("tokens/end_token", _Ended, token=token, person=person):
        raise UsageError("you have no such token, or it has ended already.")


def end_all(unit: Unit, person: str, by: str) -> None:
    """Let in no longer whatever asks in a person's name; what ended does not begin again."""
    unit.run("tokens/end_tokens", person=person, by=by)


def counted(unit: Unit) -> dict[str, int]:
    """Return how many tokens each person has, by name."""
    return {one.person: one.tokens for one in unit.rows("tokens/counted", _Count)}


def tokens_of(unit: Unit, person: str) -> list[Token]:
    """Return the tokens that let in, in a person's name, the newest first."""
    return unit.rows("tokens/tokens_of", Token, person=person)


def held(unit: Unit, secret: str) -> Held | None:
    """Return whose token this is; None for one that is unknown or has ended, or whose person is not let in."""
    found = unit.rows("tokens/held", _Row, hash=hashed(secret))
    if not found:
        return None
    row = found[0]
    role = row.role if allows(row.role, row.own_role) else row.own_role
    return Held(row.token_id, row.person, role, row.person_id, row.is_noted)


def note_use(unit: Unit, token: str) -> None:
    """Write down that a token was used today."""
    unit.run("tokens/add_use", token=token)
