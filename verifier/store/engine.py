"""Keeps DuckDB running between units of work, because to start it takes four times as long as to open a store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.store.connection import started
from verifier.store.statements import text_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Engine:
    """A DuckDB for the store at `path`, which it opens and lets go of; it is started when that is first wanted."""

    def __init__(self, path: Path, exports: Path | None = None) -> None:
        self.path = path
        self._exports = exports
        self._running: DuckDBPyConnection | None = None

    def stop(self) -> None:
        """Stop it; it is started anew if the store is opened once more."""
        if self._running is not None:
            self._running.close()
            self._running = None

    @contextmanager
    def opened(self, *, read_only: bool = False) -> Iterator[DuckDBPyConnection]:
        """Open the store, which is made where there is none, until the end of `with`; raises DuckDB's own errors.

        Cursors of the connection have no store in them.
        """
        self._running = self._running or started(self.path, self._exports)
        with closing(self._running.cursor()) as connection:
            statement = "store/look_into" if read_only else "store/open"
            connection.execute(text_of(statement), {"path": str(self.path)})
            try:
                connection.execute("use store")
                yield connection
            finally:
                self._let_go(connection)

    def _let_go(self, connection: DuckDBPyConnection) -> None:
        import duckdb

        try:
            connection.execute("use memory")
            connection.execute("detach store")
        # What was stored is in the file or beside it, and is put in its place when the store is next opened.
        except duckdb.Error:
            self.stop()
