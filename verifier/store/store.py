"""The store: a DuckDB file that is opened for one short unit of work at a time, because it lets in one process only."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from verifier.errors import StoreError
from verifier.store import journal, lock
from verifier.store.connection import connect, replace_empty, transaction
from verifier.store.engine import Engine
from verifier.store.failures import os_failure, store_doorstep
from verifier.store.migrations import migrate, missing
from verifier.store.unit import Unit

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Store:
    """Everything verifier remembers, in the file `path`, or in memory for the life of this object.

    May be shared by threads and, through its file, by processes: units of work wait for each other, up to `patience`
    seconds, and then StoreError says who holds the store.
    """

    def __init__(self, path: Path | None, *, patience: float = 30.0, exports: Path | None = None) -> None:
        """With `exports` its statements may write files, into that folder and nowhere else."""
        # Resolved, because the lock lies beside the file: two names of one store must come to one lock.
        self.path = None if path is None else Path(os.path.realpath(path))
        self.patience = patience
        self._engine = None if self.path is None else Engine(self.path, exports)
        self._exports = exports
        self._turn = threading.Lock()
        self._worker: int | None = None
        self._memory: DuckDBPyConnection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of a store in memory, and of all it held; a file is let go of after every unit anyway.

        A unit of another thread that has not ended is not disturbed.
        """
        if self._engine is not None and self._turn.acquire(blocking=False):
            self._engine.stop()
            self._turn.release()
        if self._memory is not None:
            self._memory.close()
            self._memory = None

    @contextmanager
    def unit(self, *, keep: bool = True) -> Iterator[Unit]:
        """Do one short unit of work: one transaction, undone as a whole if anything is raised inside.

        With `keep` False it is undone in any case: what was added can be asked about inside the unit, and the store
        is left as it was. It is written to for that while, so it has to be writable, and locked, all the same.
        Everybody else waits meanwhile, so no model is ever asked inside. Raises StoreError.
        """
        with self._our_turn(), store_doorstep(self.path), self._opened(keep) as connection:
            if keep:
                bring_up_to_date(connection, self.path, self.patience)
            lacking = [] if keep else missing(connection, self.path)
            with transaction(connection, keep=keep):
                migrate(connection, lacking)
                yield Unit(connection)

    @contextmanager
    def _our_turn(self) -> Iterator[None]:
        if self._worker == threading.get_ident():
            raise RuntimeError("a unit of work is already open in this thread; it would wait for itself")
        # Twice: the thread whose turn it is may itself be waiting for another process, and says better what holds it.
        if not self._turn.acquire(timeout=2 * self.patience):
            raise StoreError(f"The store {self.path or 'in memory'} is held by this very program. Run again.")
        self._worker = threading.get_ident()
        try:
            yield
        finally:
            self._worker = None
            self._turn.release()

    @contextmanager
    def _opened(self, keep: bool) -> Iterator[DuckDBPyConnection]:
        if self._engine is None:
            self._memory = self._memory or connect(None, exports=self._exports)
            yield self._memory
        elif is_there(self._engine.path) or keep:
            with lock.held(self._engine.path, self.patience):
                make_room(self._engine.path, self.patience)
                with self._engine.opened() as connection:
                    yield connection
        else:  # nothing was ever stored and nothing is to be: no file is made
            with closing(connect(None, exports=self._exports)) as connection:
                yield connection


def make_room(path: Path, patience: float) -> None:
    """Prepare for the opening of a store at `path`, whose lock is held; raises DuckDB's own errors and StoreError."""
    if not is_there(path):  # before it is: from then on others write down answers for it
        journal.set_aside(path, patience)
    try:
        replace_empty(path)
    except OSError as error:
        raise os_failure(path, error, path.parent) from error


def bring_up_to_date(connection: DuckDBPyConnection, path: Path | None, patience: float) -> None:
    """Give a store that is open all its tables, and the answers that wait beside it; raises StoreError."""
    if lacking := missing(connection, path):
        with transaction(connection):
            migrate(connection, lacking)
    journal.take_in(connection, path, transaction, patience)


def is_there(path: Path) -> bool:
    """Return whether there is a store at `path`, an empty file being none; raises StoreError where there can be none.

    A pipe would keep whoever opens it waiting for ever.
    """
    try:
        if path.is_dir():
            raise StoreError(f"The store {path} is a folder. Name a file in it.")
        if not path.parent.is_dir():
            raise StoreError(f"The store {path} cannot be made: {path.parent} is no folder. Make it, or name another.")
        if path.exists() and not path.is_file():
            raise StoreError(f"The store {path} is a pipe or a device. Name a file.")
        return path.exists() and path.stat().st_size > 0
    except OSError as error:
        raise os_failure(path, error, path.parent) from error
