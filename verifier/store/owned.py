"""The store in the hands of one process for as long as that runs: it is opened once, and many may use it side by side.

Between two processes a unit of work costs the opening of the file; the web queue, which answers a page with every one,
could not pay that.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from verifier.store import journal, lock
from verifier.store.connection import connect, transaction
from verifier.store.failures import store_doorstep
from verifier.store.statements import read_all
from verifier.store.store import Store, bring_up_to_date, is_there, make_room
from verifier.store.unit import Unit

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class OwnedStore(Store):
    """A store that is locked and open from `with` to its end.

    Units that keep something wait for each other, so no two of them ever conflict. Those that only look wait for
    nobody and hold nobody up: each sees the store as it was when it began.
    """

    def __init__(self, path: Path | None, *, patience: float = 30.0) -> None:
        super().__init__(path, patience=patience)
        self._held = ExitStack()

    def __enter__(self) -> Self:
        """Take the lock, open the store and bring its tables up to date; raises StoreError."""
        read_all()
        with store_doorstep(self.path), ExitStack() as held:
            self._connection = held.enter_context(self._owned())
            bring_up_to_date(self._connection, self.path, self.patience)
            self._held = held.pop_all()
        return self

    def close(self) -> None:
        """Let go of the store when the unit that keeps something in another thread has ended; raises StoreError.

        It is waited for as units wait for each other. What a unit of this thread did that has not ended is undone.
        """
        is_ours = self._worker == threading.get_ident()
        had_turn = not is_ours and self._turn.acquire(timeout=2 * self.patience)
        try:
            with store_doorstep(self.path):
                self._held.close()
        finally:
            if had_turn:
                self._turn.release()

    @contextmanager
    def unit(self, *, keep: bool = True) -> Iterator[Unit]:
        """Do one unit of work; with `keep` False it may look and not touch. Raises StoreError."""
        if keep:
            with self._our_turn(), self._cursor() as cursor:
                journal.take_in(cursor, self.path, transaction, self.patience)
                with transaction(cursor):
                    yield Unit(cursor)
        else:
            with self._cursor() as cursor, _looking(cursor):
                yield Unit(cursor)

    @contextmanager
    def tried(self) -> Iterator[Unit]:
        """Do one unit of work that is undone at its end; raises StoreError."""
        with self._our_turn(), self._cursor() as cursor, transaction(cursor, keep=False):
            yield Unit(cursor)

    def lent(self) -> Store:
        """Return this store for work that opens and closes one, and whose unkept units are undone, not refused."""
        return _Lent(self)

    @contextmanager
    def _owned(self) -> Iterator[DuckDBPyConnection]:
        if self.path is None:
            with closing(connect(None)) as connection:
                yield connection
        else:
            is_there(self.path)  # raises where there can be no store
            with lock.held(self.path, self.patience):
                make_room(self.path, self.patience)
                with closing(connect(self.path)) as connection:
                    yield connection

    @contextmanager
    def _cursor(self) -> Iterator[DuckDBPyConnection]:
        with store_doorstep(self.path), closing(self._connection.cursor()) as cursor:
            yield cursor


class _Lent(Store):
    """Somebody else's store: what it closes stays open."""

    def __init__(self, owned: OwnedStore) -> None:
        super().__init__(owned.path)
        self._owned = owned

    def close(self) -> None:
        """Give it back."""

    @contextmanager
    def unit(self, *, keep: bool = True) -> Iterator[Unit]:
        with self._owned.unit() if keep else self._owned.tried() as unit:
            yield unit


@contextmanager
def _looking(connection: DuckDBPyConnection) -> Iterator[None]:
    connection.execute("begin transaction read only")
    try:
        yield
    finally:
        connection.rollback()
