"""Who decided what and when, of all claims: to be read, and never to be changed here or anywhere."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Annotated, NamedTuple
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from verifier import listing
from verifier.errors import UsageError
from verifier.queue import assigning, partings, record
from verifier.queue.pages.rendering import NO_KEYS, Number, back_to, local, shown
from verifier.queue.pages.topic import topics_named
from verifier.queue.people import Whoever
from verifier.queue.record import Decision
from verifier.queue.state import store_of
from verifier.store import Unit

router = APIRouter()

_MOST, _PARTED = 100, 50
_OF_BATCH = 20
"""Rows of a batch that are shown where it is folded; a page of its own shows all."""
_YEAR = 365 * 24 * 3600


class Filter(BaseModel):
    """What somebody looks for in the trail, as it stands in the address of the page."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    person: str = Field("", max_length=200)
    claim: str = Field("", max_length=100)
    """The beginning of its id."""
    batch: Number = 0
    day: date | None = None
    """UTC."""
    before: Number = 0

    @field_validator("day", "batch", "before", mode="before")
    @classmethod
    def _empty_is_any(cls, said: object, field: ValidationInfo) -> object:
        return said or cls.model_fields[str(field.field_name)].default

    @property
    def is_narrow(self) -> bool:
        """Whether only rows on one claim, of one batch or before another row are looked for."""
        return bool(self.claim or self.batch or self.before)

    def query(self, **changes: object) -> str:
        """Return it as the query of an address, "" or with its "?"; a change begins with the newest again."""
        said = {name: value for name, value in {**dict(self), "before": 0, **changes}.items() if value}
        return f"?{urlencode(said)}" if said else ""


class Entry(NamedTuple):
    """One row, or a batch folded under its first."""

    row: Decision
    rows: Sequence[Decision]
    """Some rows of the batch; () where it is none, or not folded."""
    claims: int


class _Size(NamedTuple):
    batch_id: int
    claims: int


@router.get("/decisions")
def trail(request: Request, person: Whoever, wanted: Annotated[Filter, Query()]) -> HTMLResponse:
    """Show what was said of claims, the newest first; what was said of many at once is folded."""
    with store_of(request).unit(keep=False) as unit:
        looked_for = _looked_for(unit, wanted)
        looked_for = looked_for and looked_for._replace(reader=person.name)
        rows = record.told(unit, record.trail(unit, looked_for, most=_MOST + 1), person.name) if looked_for else []
        shown_rows = rows[:_MOST]
        entries = _entries(unit, shown_rows, person.name, folded=not (wanted.claim or wanted.batch))
        parted = _parted(unit, wanted)
        of_claims = {row.claim_id for entry in entries for row in (entry.row, *entry.rows)}
        return shown(
            request,
            unit,
            person,
            "trail.html",
            wanted=wanted,
            entries=entries,
            claims=listing.claims_told(unit, of_claims),
            names=assigning.known(unit, person),
            parted=parted,
            topic_names=topics_named(unit, parted),
            earlier=wanted.query(before=shown_rows[-1].decision) if len(rows) > _MOST else None,
        )


def _looked_for(unit: Unit, wanted: Filter) -> record.Wanted | None:
    """Return what is looked for; None where there is no such claim."""
    try:
        claim = listing.find_claim(unit, wanted.claim) if wanted.claim.strip() else None
    except UsageError:
        return None
    return record.Wanted(wanted.person or None, claim, wanted.batch or None, wanted.day, wanted.before or None)


def _parted(unit: Unit, wanted: Filter) -> list[partings.Said]:
    if wanted.is_narrow:
        return []
    return partings.said(unit, person=wanted.person or None, day=wanted.day, most=_PARTED)


def _entries(unit: Unit, rows: Sequence[Decision], reader: str, *, folded: bool) -> list[Entry]:
    numbers = [row.batch_id for row in rows if row.batch_id] if folded else []
    found = unit.rows("queue/batch_sizes", _Size, batches=numbers, reader=reader)
    sizes = {size.batch_id: size.claims for size in found}
    inside: dict[int | None, list[Decision]] = defaultdict(list)
    for row in record.told(unit, record.batches(unit, numbers, most=_OF_BATCH, reader=reader), reader):
        inside[row.batch_id].append(row)
    return [
        Entry(row, inside[row.batch_id], sizes[row.batch_id]) if row.batch_id in sizes else Entry(row, (), 1)
        for row in rows
    ]


@router.get("/keys")
def keys(request: Request, person: Whoever, back: str = "/") -> HTMLResponse:
    """Tell which keys do what, and let them be switched off."""
    with store_of(request).unit(keep=False) as unit:
        return shown(request, unit, person, "keys.html", back=local(back))


@router.post("/keys")
def switch_keys(keys: Annotated[str, Form(pattern="^(on|off)$")], back: Annotated[str, Form()] = "/") -> Response:
    """Switch single keys on or off in this browser."""
    answer = back_to(f"/keys?{urlencode({'back': local(back)})}")
    if keys == "off":
        answer.set_cookie(NO_KEYS, "1", max_age=_YEAR, samesite="lax", httponly=True)
    else:
        answer.delete_cookie(NO_KEYS)
    return answer
