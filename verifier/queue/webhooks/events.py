"""Puts into words for programs what is to be sent next: a row of what people said, or a claim that came to conflict."""

import json
from typing import Any, NamedTuple

from verifier import listing
from verifier.crosscheck import explain
from verifier.listing import Held
from verifier.queue import record
from verifier.queue.api import rows
from verifier.queue.record import Decision
from verifier.queue.webhooks.hooks import Hook, Stream
from verifier.report.lists import claim_row
from verifier.store import Unit

_NOBODY = ""
"""Who reads what is sent is not known: what not everybody may see yet waits, and all that was said after it."""


class Event(NamedTuple):
    """Something to be sent."""

    stream: Stream
    number: int
    claim: str
    name: str
    """The same whenever it is sent again."""
    body: bytes
    """JSON."""


class _Conflict(NamedTuple):
    """One row of webhooks/conflict.sql."""

    number: int
    claim_id: str
    other_id: str
    moment: str


def following(unit: Unit, hook: Hook) -> Event | None:
    """Return what comes next for a webhook; None while there is nothing."""
    return (hook.decisions and _decision(unit, hook)) or (hook.conflicts and _conflict(unit, hook)) or None


def _decision(unit: Unit, hook: Hook) -> Event | None:
    found = unit.rows("api/decisions", Decision, since=hook.decision, most=1)
    for row in record.told_in_order(unit, found, _NOBODY):
        return _decided(unit, row)
    return None


def _decided(unit: Unit, row: Decision) -> Event:
    told = listing.claims_told(unit, [row.claim_id])
    data = {"decision": rows.decision(row).model_dump(mode="json"), "claim": _claim(unit, told.get(row.claim_id))}
    return _event("decision", row.decision, row.claim_id, f"decision-{row.decision}", data)


def _conflict(unit: Unit, hook: Hook) -> Event | None:
    found = unit.rows("webhooks/conflict", _Conflict, seq=hook.seq, claim=hook.claim)
    if not found:
        return None
    (row,) = found
    told = listing.claims_told(unit, {row.claim_id, row.other_id} - {""})
    data = {
        "moment": row.moment,
        "claim": _claim(unit, told.get(row.claim_id)),
        "counterpart": _claim(unit, told.get(row.other_id)),
    }
    return _event("conflict", row.number, row.claim_id, f"conflict-{row.number}-{row.claim_id}", data)


def _event(stream: Stream, number: int, claim: str, name: str, data: dict[str, Any]) -> Event:
    body = json.dumps({"id": name, "event": stream, **data}).encode()
    return Event(stream, number, claim, name, body)


def _claim(unit: Unit, held: Held | None) -> dict[str, Any] | None:
    if held is None:
        return None
    reasons = explain.stored_reasons(unit, {held.claim.id: held.reason})
    return claim_row(held.claim, held.verdict, reasons[held.claim.id]) | {"path": held.article.path}
