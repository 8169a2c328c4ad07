"""Makes stores as an older version left them: with its tables, and in them what a store of today holds."""

from collections.abc import Iterable
from pathlib import Path

import duckdb

FACTS = (
    "articles",
    "sources",
    "answers",
    "sketches",
    "copies",
    "extractions",
    "topics",
    "topic_words",
    "claims",
    "intervals",
    "ties",
    "accords",
)
"""Tables of the first version that nothing works out anew."""
_COLUMNS = """
select column_name from duckdb_columns() where database_name = current_database() and table_name = ?
"""


def copy_from(new: Path, connection: duckdb.DuckDBPyConnection, tables: Iterable[str] = FACTS) -> None:
    """Copy the tables of the store at `new` into an older one, but for the columns that one has not yet."""
    connection.execute(f"attach '{new}' as new (read_only)")
    for table in tables:
        columns = ", ".join(name for (name,) in connection.execute(_COLUMNS, [table]).fetchall())
        statement = "insert into main.$table ($columns) select $columns from new.$table"
        connection.execute(statement.replace("$table", table).replace("$columns", columns))
    connection.execute("detach new")
