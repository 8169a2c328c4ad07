"""Writes everything the store holds as lines of JSON, from which `loading` makes the same store again."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from verifier.exports.pieces import Piece
from verifier.exports.tables import LEFT_OUT, tables
from verifier.settings import Settings
from verifier.store import Unit

VERSION = 1
"""Of the lines; what stands in them is told by the steps the store has gone through, which the first line names."""
_AT_ONCE = 1_000


class _Applied(NamedTuple):
    name: str


def lines(unit: Unit, _: Settings | None = None) -> Iterator[Piece]:
    """Yield the file, some lines at a time: what it is, then each row with its table, then their number and a checksum.

    Every value is a text or null, as DuckDB writes it, so that none is rounded; a store gives the same bytes again.
    Raises StoreError.
    """
    digest, rows = hashlib.sha256(), 0
    for piece in _pieces(unit):
        digest.update(piece.data)
        rows += piece.counted
        yield piece
    yield Piece(_line({"end": rows, "sha256": digest.hexdigest()}))


def first_line(unit: Unit) -> bytes:
    """Return the first line of a file that this store can be made from."""
    steps = [step.name for step in unit.rows("store/applied_migrations", _Applied)]
    return _line({"verifier": "everything", "version": VERSION, "steps": steps, "left_out": dict(LEFT_OUT)})


def checksum(unit: Unit) -> str:
    """Return the checksum that a file of this store would end in."""
    digest = hashlib.sha256()
    for piece in _pieces(unit):
        digest.update(piece.data)
    return digest.hexdigest()


def _pieces(unit: Unit) -> Iterator[Piece]:
    """Yield all lines but the last; rows are what is counted."""
    found = tables(unit)
    yield Piece(first_line(unit))
    for table in found:
        head = b'{"table": "%s", "row": ' % table.table.encode()
        for rows in unit.streamed("exports/rows", most=_AT_ONCE, table=table.table):
            yield Piece(b"".join(b"%s%s}\n" % (head, row.encode()) for row in rows), len(rows))


def _line(content: dict[str, Any]) -> bytes:
    return json.dumps(content).encode() + b"\n"
