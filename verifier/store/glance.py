"""Looks into a store without touching it: for commands that tell something and are not to leave a trace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.store import lock
from verifier.store.connection import connect, transaction
from verifier.store.failures import store_doorstep
from verifier.store.migrations import missing
from verifier.store.store import Store, is_there
from verifier.store.unit import Unit

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Glance(Store):
    """A store nothing is written to: no file is made, no table, no lock. Where there is none yet, it is empty."""

    @contextmanager
    def unit(self, *, keep: bool = False) -> Iterator[Unit]:
        """Look at the store as it is, which may lack the tables of later versions; raises StoreError."""
        if keep:
            raise RuntimeError("a glance keeps nothing")
        if self.path is None or not is_there(self.path):
            with super().unit(keep=False) as unit:
                yield unit
            return
        with self._our_turn(), store_doorstep(self.path), self._looked_into(self.path) as connection:
            missing(connection, self.path)  # says so if this is no store
            yield Unit(connection)

    @contextmanager
    def _looked_into(self, path: Path) -> Iterator[DuckDBPyConnection]:
        with (
            lock.glanced(path, self.patience),
            closing(connect(path, read_only=True)) as connection,
            transaction(connection, keep=False),
        ):
            yield connection
