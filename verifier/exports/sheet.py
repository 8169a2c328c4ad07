"""Writes the claims as a table for spreadsheets, in which nothing that an article says can be taken for a formula."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from verifier.crosscheck import explain
from verifier.exports.pieces import Piece
from verifier.models import Claim, Period
from verifier.report.passages import passage_of
from verifier.settings import Settings
from verifier.store import Unit

_MARK = b"\xef\xbb\xbf"
"""By this spreadsheets know UTF-8."""
_STRETCH = 10_000
"""Rows of the table of claims that are read at once."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")  # fmt: skip
"""What spreadsheets take for the beginning of a formula, or skip in front of one."""
_WANTED = "wanted"
_OPINIONS = {_WANTED: "second opinion awaited", "disagreement": "two opinions differ"}


class Row(NamedTuple):
    """One row of exports/claims.sql."""

    claim_id: str
    document: str
    source: str
    title: str | None
    publisher: str | None
    published: date | None
    verdict: str
    reason_code: str
    decision: str
    person: str
    note: str
    seen_verdict: str
    """The machine's verdict on which it was decided."""
    moment: str
    opinion: str
    """Where a second opinion stands; "" for none. While one is wanted, nobody is told the first."""
    other_source: str
    other_document: str
    """ "" where there is none."""


class _Last(NamedTuple):
    last: int


class _Cells(NamedTuple):
    """One claim of the table, in its columns."""

    claim: str
    verdict: str
    reason: str
    """In words."""
    reason_code: str
    decision: str
    state: str
    """undecided, decided, re-opened, second opinion awaited, or two opinions differ."""
    decided_by: str
    decided_at: str
    note: str
    source: str
    line: int
    """Of the figure where there is one, else of the quote; so is the column."""
    column: int
    title: str
    publisher: str
    published: str
    quote: str
    statement: str
    measure: str
    item: str
    actor: str
    counterparty: str
    event: str
    aspect: str
    modality: str
    figure: str
    low: str
    high: str
    unit: str
    period: str
    period_start: str
    period_until: str
    """The day after the last."""
    attribution: str
    counterpart: str
    """What speaks against it, or for it."""
    counterpart_source: str
    counterpart_line: str


def sheet(unit: Unit, _: Settings | None = None) -> Iterator[Piece]:
    """Yield a CSV file in UTF-8, a header and a row for each claim, in the order in which they were read."""
    yield Piece(_MARK + _written([_Cells._fields]))
    for rows in claims(unit):
        reasons = explain.stored_reasons(unit, {row.claim_id: row.reason_code for row in rows})
        yield Piece(_written([guarded(_cells(row, reasons[row.claim_id])) for row in rows]), len(rows))


def claims(unit: Unit) -> Iterator[list[Row]]:
    """Yield the claims of all texts that some source holds, some at a time."""
    unit.run("exports/readings")
    last = unit.rows("exports/stretches", _Last)[0].last
    for first in range(0, last + 1, _STRETCH):
        rows = unit.rows("exports/claims", Row, first=first, last=first + _STRETCH - 1)
        if rows:
            yield rows


def _written(rows: Sequence[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8", "replace")


def guarded(cells: Sequence[object]) -> list[str]:
    """Return the cells as texts of which none begins as a formula does."""
    texts = map(str, cells)
    return [f"'{text}" if text.startswith(_FORMULA) else text for text in texts]


def _cells(row: Row, reason: str | None) -> _Cells:
    claim = Claim.model_validate_json(row.document)
    other = Claim.model_validate_json(row.other_document) if row.other_document else None
    against = other and passage_of(other, other.figure)
    citation, topic, figure = claim.citations[0], claim.topic, claim.figure
    passage = passage_of(claim, figure)
    likely = figure.likely if figure else None
    is_told = row.opinion != _WANTED
    return _Cells(
        claim=claim.id,
        verdict=row.verdict,
        reason=reason or "",
        reason_code=row.reason_code,
        decision=row.decision if is_told else "",
        state=_state(row),
        decided_by=row.person if is_told else "",
        decided_at=row.moment if is_told else "",
        note=row.note if is_told else "",
        source=row.source,
        line=passage.line,
        column=passage.column,
        title=row.title or "",
        publisher=row.publisher or "",
        published=row.published.isoformat() if row.published else "",
        quote=citation.quote,
        statement=claim.statement,
        **{name: value or "" for name, value in topic},
        aspect=claim.aspect,
        modality=claim.modality,
        figure=figure.text if figure else "",
        low=_number(likely.low if likely else None),
        high=_number(likely.high if likely else None),
        unit=(figure and figure.unit) or "",
        **_period(claim.period),
        attribution=claim.attribution or "",
        counterpart=against.words if against else "",
        counterpart_source=row.other_source,
        counterpart_line=str(against.line) if against else "",
    )


def _state(row: Row) -> str:
    if row.opinion in _OPINIONS:
        return _OPINIONS[row.opinion]
    if not row.decision:
        return "undecided"
    return "decided" if row.seen_verdict == row.verdict else "re-opened"


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _period(period: Period | None) -> dict[str, str]:
    start, until = (period.start, period.until) if period else (None, None)
    return {
        "period": period.text if period else "",
        "period_start": start.isoformat() if start else "",
        "period_until": until.isoformat() if until else "",
    }
