"""Hands out links by which somebody sets a password: good once, for a while, and known to nobody but who holds them."""

import hashlib
import secrets

from verifier.errors import UsageError
from verifier.queue import accounts
from verifier.queue.accounts import Account
from verifier.store import Unit

LASTS = 3 * 24 * 3600.0
"""Seconds in which a link has to be used."""
PATH = "/links"


class LinkOver(UsageError):
    """The link leads nowhere, or no longer."""

    def __init__(self) -> None:
        super().__init__(
            "This link was used, has expired or was replaced by another. Ask an admin of this queue for a new one."
        )


def give(unit: Unit, person: str, by: str, now: float) -> str:
    """Return the path of a new link for somebody, which is seen here and never again; earlier ones end."""
    secret = secrets.token_urlsafe(32)
    unit.run("accounts/end_links", person=person)
    unit.run("accounts/add_link", link=hashed(secret), person=person, ends=now + LASTS)
    accounts.note(unit, person, "link given", by)
    return f"{PATH}/{secret}"


def held_by(unit: Unit, secret: str, now: float) -> Account:
    """Return who may set a password by a link; raises LinkOver."""
    found = unit.rows("accounts/linked", Account, link=hashed(secret), now=now)
    if not found:
        raise LinkOver
    return found[0]


def use(unit: Unit, secret: str, now: float) -> Account:
    """Use a link up and return whose it was; raises LinkOver."""
    account = held_by(unit, secret, now)
    unit.run("accounts/end_links", person=account.person_id)
    accounts.note(unit, account.person_id, "joined" if account.state == "invited" else "password changed", account.name)
    return account


def hashed(secret: str) -> str:
    """Return what is kept of a secret that is too long to be guessed."""
    return hashlib.sha256(secret.encode()).hexdigest()
