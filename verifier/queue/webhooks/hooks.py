"""Keeps where things are sent, since when, how far it has come, and what went wrong."""

import secrets
from typing import Literal, NamedTuple

from verifier.errors import UsageError
from verifier.queue.webhooks.addresses import refuse_address
from verifier.store import Unit

Stream = Literal["decision", "conflict"]
Step = Literal["paused", "resumed", "ended"]
MOST = 20
"""Webhooks of one queue."""
PATIENCE = 24
"""Attempts that fail one after the other before a webhook is paused by itself: about a day."""
OURSELVES = "verifier"


class Hook(NamedTuple):
    """One row of webhooks/hooks.sql: a webhook that has not ended."""

    webhook_id: str
    url: str
    secret: str
    decisions: bool
    conflicts: bool
    person: str
    made: str
    """ISO 8601, UTC."""
    is_paused: bool
    paused_by: str
    decision: int
    """The decision that was sent last, or the last one there was before."""
    seq: int
    """The row of the history that was sent last, as is `claim`; or the last one there was before, and ""."""
    claim: str
    failures: int
    """Attempts that failed since something was taken, or since it was resumed."""
    tried: float
    """When the last attempt was made, in seconds since 1970; 0 for never."""

    def due(self) -> float:
        """Return when the next attempt may be made, in seconds since 1970."""
        return self.tried + delay(self.failures) if self.failures else 0.0


class Attempt(NamedTuple):
    """One row of webhooks/failed.sql: an attempt that failed."""

    webhook_id: str
    stream: Stream
    number: int
    failure: str
    moment: str


def delay(failures: int) -> float:
    """Return how many seconds to wait after so many failures: ten, and four times as many each time, up to an hour."""
    return float(min(10 * 4 ** min(failures - 1, 10), 3600))


def add(unit: Unit, person: str, url: str, *, decisions: bool, conflicts: bool, local: bool) -> str:
    """Send what comes from now on to `url`; return the secret that signs it, which is seen here and never again.

    Raises UsageError for an address nothing may be sent to, and where nothing would be sent.
    """
    refuse_address(url, local=local)
    if not (decisions or conflicts):
        raise UsageError("choose what is to be sent: decisions, new conflicts, or both.")
    if len(hooks(unit)) >= MOST:
        raise UsageError(f"there are {MOST} webhooks, and more would hold each other up: remove one first.")
    secret = secrets.token_urlsafe(32)
    unit.run(
        "webhooks/add_hook",
        webhook=secrets.token_hex(8),
        url=url,
        secret=secret,
        decisions=decisions,
        conflicts=conflicts,
        person=person,
    )
    return secret


def hooks(unit: Unit) -> list[Hook]:
    """Return the webhooks that have not ended, in the order they were made."""
    return unit.rows("webhooks/hooks", Hook)


def change(unit: Unit, webhook: str, step: Step, person: str, now: float) -> None:
    """Pause, resume or end a webhook; raises UsageError where that changes nothing."""
    known = next((hook for hook in hooks(unit) if hook.webhook_id == webhook), None)
    if known is None or step == ("paused" if known.is_paused else "resumed"):
        raise UsageError("that was done already, or there is no such webhook: look at the list again.")
    unit.run("webhooks/add_step", webhook=webhook, kind=step, person=person, now=now)


def note(unit: Unit, hook: Hook, stream: Stream, number: int, claim: str, failure: str, now: float) -> None:
    """Write down an attempt, `failure` "" for one that was taken; a webhook that fails too often is paused."""
    unit.run(
        "webhooks/add_attempt",
        webhook=hook.webhook_id,
        stream=stream,
        number=number,
        claim=claim,
        failure=failure,
        now=now,
    )
    if failure and hook.failures + 1 >= PATIENCE:
        change(unit, hook.webhook_id, "paused", OURSELVES, now)


def failed(unit: Unit, *, most: int = 20) -> list[Attempt]:
    """Return the attempts that failed, the last first, of webhooks that have not ended."""
    return unit.rows("webhooks/failed", Attempt, most=most)
