"""Takes down an answer the moment it comes, in a file beside the store: a line is written long before a store is open.

The next opening of the store moves the lines into it. Several processes may write: each line is written under the
file's lock, and what is being moved has a name of its own, so that it is found again if whoever moves it is killed.
"""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import AwareDatetime, ValidationError

from verifier.errors import StoreError
from verifier.models import Frozen, Spending
from verifier.store import lock
from verifier.store.failures import os_failure
from verifier.store.spending import book
from verifier.store.unit import Unit

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_log = logging.getLogger(__name__)
_WHOLE, _DOLLARS = 2**63, 10**9
"""What the columns for counts and for dollars no longer take."""


class Arrived(Frozen):
    """An answer as it came."""

    request: str
    label: str
    body: str
    spending: Spending | None
    at: AwareDatetime

    @property
    def is_sound(self) -> bool:
        """Whether the store will take it: a line that it never takes would be in the way of all others."""
        if self.spending is None:
            return True
        used = self.spending.usage
        counts = 0 <= used.cached_tokens <= used.input_tokens < _WHOLE and 0 <= used.output_tokens < _WHOLE
        return counts and (used.cost_usd is None or abs(used.cost_usd) < _DOLLARS)


def add(store: Path, answer: Arrived, patience: float) -> None:
    """Write an answer down for the store at `store`, which has to be there; raises StoreError, and nothing is written.

    Waits up to `patience` seconds for others that write.
    """
    # A line that was cut off by a failing machine stands for itself if the next one begins with a line break.
    line = f"\n{answer.model_dump_json()}\n".encode()
    path = _names(store)[0]
    try:
        with _opened(path, store, patience) as file:
            _write(file, line)
    except OSError as error:
        raise _failure(store, path, error) from error


def read(store: Path) -> list[Arrived]:
    """Return what has been written down for a store and is not in it yet; changes nothing, raises StoreError."""
    return [answer for path in reversed(_names(store)) for answer in _read(path, store)]


def take_in(
    connection: DuckDBPyConnection,
    store: Path | None,
    transaction: Callable[[DuckDBPyConnection], AbstractContextManager[None]],
    patience: float,
) -> None:
    """Move what was written down into the store, whose lock is held, in a `transaction` of its own; raises StoreError.

    Whoever is killed meanwhile leaves lines that are moved once more, which changes nothing.
    """
    if store is None:
        return
    written, moving = _names(store)
    try:
        if moving.exists():
            _move(connection, store, moving, transaction)
        if written.exists():
            with _opened(written, store, patience):
                written.replace(moving)
            _move(connection, store, moving, transaction)
    except OSError as error:
        raise _failure(store, written, error) from error


def _move(
    connection: DuckDBPyConnection,
    store: Path,
    moving: Path,
    transaction: Callable[[DuckDBPyConnection], AbstractContextManager[None]],
) -> None:
    with transaction(connection):
        for answer in _read(moving, store):
            keep(Unit(connection), answer)
    moving.unlink()


def keep(unit: Unit, answer: Arrived) -> None:
    """Put an answer into the store, and what it took."""
    unit.run("store/keep_answer", request=answer.request, label=answer.label, body=answer.body)
    if answer.spending:
        book(unit, answer.request, answer.label, answer.spending, answer.at)


def _names(store: Path) -> tuple[Path, Path]:
    return store.with_name(f"{store.name}.answers"), store.with_name(f"{store.name}.answers.moving")


@contextmanager
def _opened(path: Path, store: Path, patience: float) -> Iterator[FileIO]:
    """Open the file that has this name now, and hold its lock: one that waited may hold what has another name."""
    while True:
        with os.fdopen(os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW, 0o600), "r+b", 0) as file:
            lock.wait(file, store, patience)
            if _is(file, path):
                with suppress(PermissionError):  # whoever made the file has done so
                    # Those who may read and write the store may do so here, and nobody else.
                    os.fchmod(file.fileno(), stat.S_IMODE(store.stat().st_mode))
                yield file
                return


def _is(file: FileIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _write(file: FileIO, line: bytes) -> None:
    end = file.seek(0, os.SEEK_END)
    try:
        written = 0
        while written < len(line):
            written += file.write(line[written:])
        os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            file.truncate(end)
        raise


def _read(path: Path, store: Path) -> list[Arrived]:
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            lines = [line for line in file if line.strip()]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise _failure(store, path, error) from error
    found = [answer for answer in map(_parsed, lines) if answer]
    if lost := len(lines) - len(found):
        _log.warning("Answers beside the store %s that were not written whole and are asked again: %d.", store, lost)
    return found


def _parsed(line: bytes) -> Arrived | None:
    try:
        answer = Arrived.model_validate_json(line)
    except ValidationError:
        return None
    return answer if answer.is_sound else None


def _failure(store: Path, path: Path, error: OSError) -> StoreError:
    return os_failure(store, error, path if os.path.lexists(path) else path.parent)
