"""Remembers which browser is whose: what a browser shows is random, only its hash is kept, and it can be ended."""

import secrets
from typing import NamedTuple

from verifier.queue import accounts
from verifier.queue.accounts import Answer
from verifier.queue.links import hashed
from verifier.queue.roles import Role
from verifier.store import Unit

IDLE = 12 * 3600.0
"""Seconds without a request after which a session has ended."""
LASTS = 7 * 24 * 3600.0
"""Seconds after which it has ended in any case."""
_GRAIN = 300.0
"""Seconds to which it is kept when a session was used last, or every page would write to the store."""
_LONGEST_BROWSER = 300
_REMEMBERED = 10_000


class Held(NamedTuple):
    """Whose session it is, and when it was used last."""

    person_id: str
    name: str
    role: Role
    began: float
    seen: float

    def is_on(self, now: float) -> bool:
        """Return whether it has ended neither by age nor by idleness."""
        return now - self.began < LASTS and now - self.seen < IDLE

    def is_due(self, now: float) -> bool:
        """Return whether it should be written down that the session is used."""
        return now - self.seen > _GRAIN


class Session(NamedTuple):
    """One browser in which somebody is logged in."""

    session: str
    """The hash."""
    browser: str
    began: str
    seen: str


class _Over(NamedTuple):
    session: str


class _Open(NamedTuple):
    person_id: str
    sessions: int


class Memory:
    """Who is in which session, looked up anew as soon as anything is done about any account.

    To look it up takes as long as some pages. Every change of an account, a role or a session is a step, so the number
    of the last step, which costs little to ask for, says whether what is remembered still holds.
    """

    def __init__(self) -> None:
        self._held: dict[str, tuple[int, Held]] = {}

    def held(self, unit: Unit, secret: str, now: float) -> Held | None:
        """Return whose session this is; None if it has ended or never was."""
        step = accounts.last_step(unit)
        session = hashed(secret)
        known = self._held.get(session)
        if known and known[0] == step and known[1].is_on(now):
            return known[1]
        found = held(unit, secret, now)
        if found:
            if len(self._held) >= _REMEMBERED:
                self._held.clear()
            self._held[session] = (step, found)
        return found

    def touch(self, unit: Unit, secret: str, now: float) -> None:
        """Write down that a session is used."""
        unit.run("accounts/touch_session", session=hashed(secret), now=now)
        self._held.pop(hashed(secret), None)


def begin(unit: Unit, person: str, browser: str, now: float) -> str:
    """Log somebody in and return what their browser has to show from now on."""
    secret = secrets.token_urlsafe(32)
    shown = browser[:_LONGEST_BROWSER]
    unit.run("accounts/add_session", session=hashed(secret), person=person, browser=shown, now=now)
    return secret


def held(unit: Unit, secret: str, now: float) -> Held | None:
    """Return whose session this is; None if it has ended or never was."""
    found = unit.rows("accounts/session", Held, session=hashed(secret), **_since(now))
    return found[0] if found else None


def of(unit: Unit, person: str, now: float) -> list[Session]:
    """Return where somebody is logged in, the last used first."""
    return unit.rows("accounts/sessions_of", Session, person=person, **_since(now))


def counted(unit: Unit, now: float) -> dict[str, int]:
    """Return in how many browsers each person is logged in."""
    return {one.person_id: one.sessions for one in unit.rows("accounts/sessions_open", _Open, **_since(now))}


def was_logged_in(unit: Unit, secret: str, name: str) -> bool:
    """Return whether the browser that shows this was logged in by that name before, however that ended."""
    known = accounts.named(unit, name)
    if known is None:
        return False
    return unit.rows("accounts/was_logged_in", Answer, session=hashed(secret), person=known.person_id)[0].holds


def leave(unit: Unit, secret: str) -> None:
    """End the session whose browser shows this, whoever was in it."""
    unit.run("accounts/end_session", session=hashed(secret))


def end(unit: Unit, person: str, *, only: str | None = None, but: str | None = None) -> bool:
    """End somebody's sessions: the one with that hash, all but one, or all. Return whether any was open."""
    return bool(unit.rows("accounts/end_sessions", _Over, person=person, only=only, but=but))


def _since(now: float) -> dict[str, float]:
    return {"began_after": now - LASTS, "seen_after": now - IDLE}
