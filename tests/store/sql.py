"""The one way past the statements of verifier: SQL of a test's own, for what no statement asks or does."""

from typing import Any

from verifier.store import Unit


def ask(unit: Unit, text: str) -> list[tuple[Any, ...]]:
    """Return the rows of a query, or carry out what is none."""
    return unit._connection.execute(text).fetchall()
