"""Looks into a store without touching it: for commands that tell something and are not to leave a trace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.errors import StoreError
from verifier.store import lock
from verifier.store.connection import transaction
from verifier.store.engine import Engine
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
        if self._engine is None or not is_there(self._engine.path):
            with super().unit(keep=False) as unit:
                yield unit
            return
        with self._our_turn(), store_doorstep(self.path), self._looked_into(self._engine) as connection:
            lacking = missing(connection, self.path)  # says so if this is no store
            with (
                transaction(connection, keep=False),
                _what_is_lacking(self._engine.path) if lacking else nullcontext(),
            ):
                yield Unit(connection)

    @contextmanager
    def _looked_into(self, engine: Engine) -> Iterator[DuckDBPyConnection]:
        with (
            lock.glanced(engine.path, self.patience),
            engine.opened(read_only=True) as connection,
        ):
            yield connection


@contextmanager
def _what_is_lacking(path: Path) -> Iterator[None]:
    """Say, of a statement that finds no table or column of its own, that the store is too old for it."""
    import duckdb

    try:
        yield
    except StoreError as error:
        if not isinstance(error.__cause__, duckdb.CatalogException | duckdb.BinderException):
            raise
        raise StoreError(
            f"The store {path} was made by an older verifier, and may only be read: what this asks for is not in it. "
            "Have somebody who may write to it check an article, or open `verify queue`: that brings it up to date."
        ) from error
