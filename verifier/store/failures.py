"""DuckDB's failures put into sentences that say what happened to the store and what to do."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic_core import PydanticSerializationError

from verifier.errors import StatementError, StoreError, first_line

_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_DENIED = re.compile(r"\"(?P<file>[^\"]+)\": Permission denied")
_NOTHING_KEPT = "Nothing of this step was stored, and what was stored before is untouched."
_NEWER = "was written by a newer DuckDB. Install the newer verifier it was made with, or name another store."
# DuckDB tells most failures of a file apart by their text alone, which often is the system's. The first that is found
# decides.
_SENTENCES = (
    ("not a valid DuckDB database file", "is not a DuckDB file. Name another file for the store."),
    # What it would open a SQLite file with.
    ("Loading external extensions is disabled", "is not a DuckDB file. Name another file for the store."),
    ("database file with storage version number", _NEWER),
    ("file was written with a storage version", _NEWER),
    ("Read-only file system", "stands on a file system that cannot be written. Name another store."),
    ("No space left on device", f"has no room left on its disk. {_NOTHING_KEPT} Free some space and run again."),
    ("Disk quota exceeded", f"has no room left in your disk quota. {_NOTHING_KEPT} Free some space and run again."),
    ("File too large", f"has reached the largest file size allowed here. {_NOTHING_KEPT} Raise the limit."),
    ("Corrupt database file", "is damaged. Restore a backup, or name another store."),
    ("Could not read enough bytes", "is damaged: its end is missing. Restore a backup, or name another store."),
    ("Out of Memory", "needs more memory for this than it may use. Close other programs and run again."),
)


@contextmanager
def store_doorstep(path: Path | None) -> Iterator[None]:
    """Raise DuckDB's failures as StoreError sentences about the store at `path`; DuckDB's error is the cause."""
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        raise StoreError(f"The store {path or 'in memory'} {_what_happened(path, str(error))}") from error


@contextmanager
def statement_doorstep(statement: str) -> Iterator[None]:
    """Raise the failures of one statement as StatementError, except those of the file, which `store_doorstep` words.

    A statement that DuckDB cannot parse, bind or satisfy is a mistake in this program, and so are rows that cannot
    be handed to it; the sentence says so.
    """
    import duckdb

    try:
        yield
    except (
        duckdb.ProgrammingError,
        duckdb.DataError,
        duckdb.IntegrityError,
        duckdb.NotSupportedError,
        PydanticSerializationError,
    ) as error:
        what = f"The store could not carry out {statement}: {first_line(error)}"
        raise StatementError(f"{what} This is a fault in verifier; please report it.") from error


def os_failure(path: Path, error: OSError, culprit: Path) -> StoreError:
    """Return the sentence for a store that the system does not give because of `culprit`."""
    if error.errno in _FORBIDDEN:
        return StoreError(f"The store {path} {_forbidden(path, culprit)}")
    said = _sentence(str(error.strerror)) or f"cannot be used ({error.strerror}). Repair that, or name another store."
    return StoreError(f"The store {path} {said}")


def _what_happened(path: Path | None, message: str) -> str:
    if denied := _DENIED.search(message):
        file = Path(denied["file"])
        return _forbidden(path, file if file.exists() else file.parent)
    if "Could not set lock" in message:
        return f"is held by another program{_holder(message)}. Close it and run again, or name another store."
    return _sentence(message) or f"failed: {message.splitlines()[0]}"


def _sentence(message: str) -> str | None:
    return next((sentence for text, sentence in _SENTENCES if text in message), None)


def _forbidden(path: Path | None, culprit: Path) -> str:
    what = "" if culprit == path else f"cannot be used: the {'folder' if culprit.is_dir() else 'file'} {culprit} "
    return f"{what}may not be read and written by you, which --no-save needs too. Change that, or name another store."


def _holder(message: str) -> str:
    found = re.search(r"held in (?P<program>\S+) \(PID (?P<process>\d+)\)", message)
    return f" ({found['program']}, process {found['process']})" if found else ""
