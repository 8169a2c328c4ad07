"""Reads each SQL file once, and parses it once, however often its statement runs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from verifier.shipped import sql, statements

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, Statement

text_of = cache(sql)
"""The text of `verifier/sql/NAME.sql`; `name` may hold a folder ("migrations/0001_articles")."""

_PARSED: dict[str, list[Statement]] = {}


def read_all() -> None:
    """Read every file now: a process that runs for long goes on with those it began with, whatever is installed."""
    for name in statements():
        text_of(name)


def parsed(connection: DuckDBPyConnection, name: str) -> Statement:
    """Return the one statement of that file as any connection can run it."""
    (statement,) = steps(connection, name)
    return statement


def steps(connection: DuckDBPyConnection, name: str) -> list[Statement]:
    """Return the statements of that file in their order, as any connection can run them."""
    if name not in _PARSED:
        _PARSED[name] = connection.extract_statements(text_of(name))
    return _PARSED[name]
