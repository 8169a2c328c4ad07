"""One transaction on the store, spoken to by the names of SQL files, so that no SQL is ever put together in Python."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from pydantic_core import to_json

from verifier.store.failures import statement_doorstep
from verifier.store.statements import parsed, text_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Row = TypeVar("Row")


class Unit:
    """What may be asked of the store inside one `Store.unit`.

    A statement is the name of a file under `verifier/sql` ("store/add_article"); its `$names` are the keyword
    arguments. Every failure of DuckDB is raised as StoreError, with DuckDB's own error as its cause.
    """

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self._connection = connection

    def run(self, statement: str, /, **parameters: object) -> None:
        """Run a statement for its effect."""
        with statement_doorstep(statement):
            self._execute(statement, parameters)

    def _execute(self, statement: str, parameters: Mapping[str, object]) -> DuckDBPyConnection:
        return self._connection.execute(parsed(self._connection, statement), parameters)

    def rows(self, statement: str, /, into: Callable[..., Row], **parameters: object) -> list[Row]:
        """Run a statement and return its rows, each made into `into` (a NamedTuple, a pydantic model) by column name.

        Moments (timestamptz) have to be cast to varchar or date in the statement: DuckDB hands them out only where
        another package is installed.
        """
        with statement_doorstep(statement):
            result = self._execute(statement, parameters)
            names = [column[0] for column in result.description or ()]
            found = result.fetchall()
        return [into(**dict(zip(names, row, strict=True))) for row in found]

    def streamed(self, statement: str, /, *, most: int, **parameters: object) -> Iterator[list[str]]:
        """Run a statement of one column of text and yield its rows, `most` at a time and never all of them in memory.

        Nothing else may be asked of this unit before the last.
        """
        with statement_doorstep(statement):
            result = self._execute(statement, parameters)
            while found := result.fetchmany(most):
                yield [text for (text,) in found]

    def fill(self, table: str, rows: Sequence[Mapping[str, str | None]]) -> None:
        """Add rows to the table of that name, each with a text or None for every column, which DuckDB has to accept."""
        if not rows:
            return
        with statement_doorstep("store/rows_of_text"):
            form = [dict.fromkeys(rows[0], "VARCHAR")]
            given = {"rows": to_json(rows).decode(), "form": to_json(form).decode()}
            self._connection.sql(text_of("store/rows_of_text"), params=given).insert_into(table)

    def insert(self, statement: str, /, rows: Sequence[Mapping[str, object]]) -> None:
        """Hand all `rows` at once to a statement that reads them from the JSON list `$rows`.

        Decimals travel as strings, dates as ISO, models as objects. Statements read them with `from_json_strict`:
        plain `from_json` turns what does not fit into NULL without a word.
        """
        if rows:
            with statement_doorstep(statement):
                document = to_json(rows).decode()
            self.run(statement, rows=document)
