"""Brings a store up to the tables this program knows, one numbered SQL file after the other."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.errors import StoreError
from verifier.settings import sql

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def migrate(
    connection: DuckDBPyConnection,
    path: Path | None,
    transaction: Callable[[DuckDBPyConnection], AbstractContextManager[None]],
) -> None:
    """Apply what the store at `path` is missing, each step inside a `transaction` of its own.

    Raises StoreError when the file is some other DuckDB database, or holds a step this program has never heard of.
    """
    applied = _applied(connection, path)
    known = names()
    if unknown := applied.difference(known):
        raise StoreError(
            f"The store {path} was made by a newer verifier ({max(unknown)}). Install that one, or name another store."
        )
    for name in known:
        if name not in applied:
            with transaction(connection):
                connection.execute(sql(f"migrations/{name}"))
                connection.execute(sql("store/note_migration"), {"name": name})


def names() -> list[str]:
    """Return the names of all steps this program knows, in the order they are applied."""
    folder = files("verifier").joinpath("sql", "migrations")
    return sorted(file.name.removesuffix(".sql") for file in folder.iterdir() if file.name.endswith(".sql"))


def _applied(connection: DuckDBPyConnection, path: Path | None) -> set[str]:
    tables = {name for (name,) in connection.execute(sql("store/tables")).fetchall()}
    if not tables:
        return set()
    if "migrations" not in tables:
        raise StoreError(f"The store {path} is a DuckDB database of something else. Name another file for the store.")
    return {name for (name,) in connection.execute(sql("store/applied_migrations")).fetchall()}
