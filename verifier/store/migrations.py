"""Brings a store up to the tables this program knows, one numbered SQL file after the other."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.errors import StoreError
from verifier.store.statements import steps, text_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_FIRST = "0001_articles"
"""Other programs call a table "migrations" too, but none notes this step in it."""


def migrate(connection: DuckDBPyConnection, lacking: Sequence[str]) -> None:
    """Apply the steps that are `lacking`, inside one transaction of the caller's: no store is between two versions."""
    for name in lacking:
        for step in steps(connection, f"migrations/{name}"):
            connection.execute(step)
    if lacking:
        connection.execute(text_of("store/note_migrations"), {"names": lacking})


def missing(connection: DuckDBPyConnection, path: Path | None) -> list[str]:
    """Return the steps the store at `path` has not gone through, in order.

    Outside a transaction, which would not survive that a table is asked for that is not there. Raises StoreError when
    the file is some other DuckDB database, or holds a step this program has never heard of.
    """
    applied = _applied(connection, path)
    if unknown := applied.difference(names()):
        raise StoreError(
            f"The store {path} was made by a newer verifier ({max(unknown)}). Install that one, or name another store."
        )
    return [name for name in names() if name not in applied]


def names() -> list[str]:
    """Return the names of all steps this program knows, in the order they are applied."""
    folder = files("verifier").joinpath("sql", "migrations")
    return sorted(file.name.removesuffix(".sql") for file in folder.iterdir() if file.name.endswith(".sql"))


def _applied(connection: DuckDBPyConnection, path: Path | None) -> set[str]:
    applied = _noted(connection)
    if _FIRST not in applied and connection.execute(text_of("store/columns")).fetchall():
        raise StoreError(f"The store {path} is a DuckDB database, but not a verifier store. Name another file for it.")
    return applied


def _noted(connection: DuckDBPyConnection) -> set[str]:
    """Return the steps a file has noted, if any: to list its columns first would take as long as opening it."""
    import duckdb

    try:
        return {name for (name,) in connection.execute(text_of("store/applied_migrations")).fetchall()}
    except (duckdb.CatalogException, duckdb.BinderException):
        return set()
