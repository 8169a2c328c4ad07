"""Makes a store out of a file of everything again: the very same, or none."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, NamedTuple

from pydantic import BaseModel, Field, StrictStr, TypeAdapter, ValidationError

from verifier.errors import InputError, StoreError, UsageError
from verifier.exports import everything
from verifier.exports.tables import tables
from verifier.models import Article, Claim, Frozen
from verifier.store import Unit

LONGEST = 128 * 1024 * 1024
"""Bytes of one line: more than an article as large as any may be takes as JSON."""
_AT_ONCE = 1_000
_BYTES_AT_ONCE = 16 * 1024 * 1024
_DOCUMENTS: dict[str, type[BaseModel]] = {"claims": Claim, "batch_articles": Article}
"""Tables whose column `document` is read back as this."""


class Sum(Frozen):
    """The last line of a file."""

    end: int = Field(ge=0)
    sha256: StrictStr


class _Row(Frozen):
    """One line of a file, after the first."""

    table: StrictStr
    row: dict[StrictStr, StrictStr | None]


class _Line(NamedTuple):
    number: int
    size: int
    content: _Row


class _Filled(NamedTuple):
    is_filled: bool


_ROW = TypeAdapter(_Row)


def refuse_broken(path: Path) -> Sum:
    """Return what the last line says; raises InputError, before any store is touched, for a file that is not whole."""
    digest, rows, last = hashlib.sha256(), -1, b""
    try:
        with path.open("rb") as file:
            for line in _raw(file, path):
                digest.update(last)
                rows, last = rows + 1, line
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}. Name a file that `verify export` wrote.") from error
    try:
        told = Sum.model_validate_json(last)
    except ValidationError as error:
        raise InputError(f"{path} does not end as an export does: its end is missing. Export it again.") from error
    if (told.end, told.sha256) != (rows - 1, digest.hexdigest()):
        raise InputError(f"{path} is not as it was written: lines were changed, lost or added. Export it again.")
    return told


def load(unit: Unit, path: Path) -> int:
    """Fill the store with what the file holds and return how many rows that were.

    Raises UsageError for a store that is not empty, InputError for a file this verifier did not write; then the unit
    has to be undone, as every unit is that an error leaves.
    """
    told = refuse_broken(path)
    _refuse_filled(unit)
    unit.run("exports/forget_progress")
    with path.open("rb") as file:
        _refuse_foreign(file.readline(LONGEST), unit, path)
        columns = {table.table: table.columns for table in tables(unit)}
        for lines in _together(_rows(file, told.end, path)):
            _add(unit, lines, columns, path)
    unit.run("exports/add_wordings")
    if everything.checksum(unit) != told.sha256:
        raise InputError(f"{path} holds rows in another order, or values in other words, than verifier writes them.")
    return told.end


def holds(unit: Unit, table: str) -> bool:
    """Return whether a table holds anything."""
    return unit.rows("exports/anything", _Filled, table=table)[0].is_filled


def _refuse_filled(unit: Unit) -> None:
    filled = (table.table for table in tables(unit) if table.table != "progress")
    if any(holds(unit, table) for table in filled):
        raise UsageError("the store holds something already, and an import needs an empty one: name another store.")


def _refuse_foreign(line: bytes, unit: Unit, path: Path) -> None:
    own = everything.first_line(unit)
    if line == own:
        return
    ours = json.loads(own)
    try:
        told = json.loads(line)
        kind, steps = told["verifier"], {*told["steps"]}
    except (ValueError, LookupError, TypeError, RecursionError):
        kind, steps = None, set[str]()
    if kind != ours["verifier"]:
        raise InputError(f"{path} is no export of everything: `verify export --jsonl FILE` writes one.")
    if steps - {*ours["steps"]} or told.get("version") != ours["version"]:
        raise InputError(f"{path} was written by a newer verifier. Import it with that one.")
    raise InputError(
        f"{path} was written by an older verifier. Import it with that one: the store it makes is brought up to date "
        "when this one opens it."
    )


def _raw(file: BinaryIO, path: Path) -> Iterator[bytes]:
    number = 0
    while line := file.readline(LONGEST + 1):
        number += 1
        if len(line) > LONGEST:
            raise InputError(f"{path}, line {number}, is longer than any that verifier writes.")
        yield line


def _rows(file: BinaryIO, rows: int, path: Path) -> Iterator[_Line]:
    """Yield so many rows, which follow on the first line."""
    for number, line in zip(range(2, rows + 2), _raw(file, path), strict=False):
        try:
            row = _ROW.validate_json(line)
        except ValidationError as error:
            raise _unfit(path, number, "it is no row of a table") from error
        yield _Line(number, len(line), row)


def _together(lines: Iterator[_Line]) -> Iterator[list[_Line]]:
    """Yield lines of one table and the same columns, some at a time."""
    for _, alike in groupby(lines, lambda line: (line.content.table, tuple(line.content.row))):
        yield from _some(alike)


def _some(lines: Iterator[_Line]) -> Iterator[list[_Line]]:
    held, size = list[_Line](), 0
    for line in lines:
        held.append(line)
        size += line.size
        if len(held) == _AT_ONCE or size > _BYTES_AT_ONCE:
            yield held
            held, size = [], 0
    if held:
        yield held


def _add(unit: Unit, lines: list[_Line], columns: Mapping[str, list[str]], path: Path) -> None:
    table = lines[0].content.table
    if [*lines[0].content.row] != columns.get(table):
        raise _unfit(path, lines[0].number, f"the store has no table {table!r} with such columns")
    for line in lines:
        _refuse_unreadable(line, path)
    try:
        unit.fill(table, [line.content.row for line in lines])
    except StoreError as error:
        raise _unfit(path, lines[0].number, f"this row of {table}, or one that follows, says what cannot be") from error


def _refuse_unreadable(line: _Line, path: Path) -> None:
    kind = _DOCUMENTS.get(line.content.table)
    if kind is None:
        return
    try:
        kind.model_validate_json(line.content.row["document"] or "")
    except ValidationError as error:
        raise _unfit(path, line.number, f"its document is no {kind.__name__.lower()}") from error


def _unfit(path: Path, number: int, why: str) -> InputError:
    return InputError(f"{path}, line {number}, cannot be imported: {why}. Nothing was.")
