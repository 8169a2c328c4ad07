"""Opens DuckDB so that nothing an article says can reach a file, the network or the settings."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from verifier.store.files import DRAFT, DUCKDB, SPILLED, with_ending

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Setting: TypeAlias = str | bool | int | float | list[str]

# Half the memory leaves the other half to those who wait, and to the web queue; DuckDB spills beyond it and is hardly
# slower for it.
# Rows are looked up by up to some hundreds of names at a time. Beyond the number below, which is 50 unless told, DuckDB
# reads whole columns for them: of a million claims all documents, which takes ten times as long.
_SETTINGS: dict[str, Setting] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "dynamic_or_filter_threshold": 1_000,
    "late_materialization_max_rows": 1_000,
    "memory_limit": "50%",
}

_SMALL = 16 * 2**20
"""The bytes of a store, some 20 thousand claims, up to which threads cost more in waiting for each other than the
second one saves; beyond, one verifier at a time holds a store, so it may use every core."""


def connect(path: Path | None, *, exports: Path | None = None) -> DuckDBPyConnection:
    """Open the store at `path` for long, or an empty one in memory; raises DuckDB's own errors.

    Of files beside its own, statements reach those in the folder `exports` alone.
    """
    import duckdb

    settings = _settings(path) | {"enable_external_access": exports is not None}
    connection = duckdb.connect(":memory:" if path is None else path, config=settings)
    return _confined(connection, [], exports)


def started(path: Path, exports: Path | None = None) -> DuckDBPyConnection:
    """Start a DuckDB that may open the store at `path`, and reaches no other file but those in `exports`."""
    import duckdb

    connection = duckdb.connect(":memory:", config=_settings(path) | {"temp_directory": f"{path}{SPILLED}"})
    return _confined(connection, [f"{path}{ending}" for ending in DUCKDB], exports)


def _settings(path: Path | None) -> dict[str, Setting]:
    is_small = path is None or not path.exists() or path.stat().st_size <= _SMALL
    return _SETTINGS | {"threads": 1 if is_small else os.cpu_count() or 1}


def _confined(connection: DuckDBPyConnection, files: Sequence[str], exports: Path | None) -> DuckDBPyConnection:
    """Shut it off from everything else; files can be allowed only before that, and only once DuckDB runs."""
    if files:
        connection.execute("set allowed_paths = $files", {"files": files})
    if exports is not None:
        connection.execute("set allowed_directories = $folders", {"folders": [f"{exports}{os.sep}"]})
    connection.execute("set enable_external_access = false")
    connection.execute("load icu")  # part of DuckDB, not a download; without it there are no time zones
    connection.execute("set global TimeZone = 'UTC'")  # global: for its cursors too
    connection.execute("set lock_configuration = true")
    return connection


def replace_empty(path: Path) -> None:
    """Put an empty store in the place of an empty file, as `mktemp` leaves one, which DuckDB would refuse.

    The file's permissions stay. Raises DuckDB's own errors and OSError.
    """
    if not path.exists() or path.stat().st_size > 0:
        return
    made = with_ending(path, DRAFT)
    made.unlink(missing_ok=True)
    connect(made).close()
    made.chmod(path.stat().st_mode)
    made.replace(path)


@contextmanager
def transaction(connection: DuckDBPyConnection, *, keep: bool = True) -> Iterator[None]:
    """Run one transaction: committed at the end, or rolled back when something failed or it is not to be kept."""
    connection.begin()
    try:
        yield
    except BaseException:
        _roll_back(connection)
        raise
    if keep:
        connection.commit()
    else:
        connection.rollback()


def _roll_back(connection: DuckDBPyConnection) -> None:
    import duckdb

    # A database that has just failed may refuse this too; what failed first is what the user should hear.
    with suppress(duckdb.Error):
        connection.rollback()
