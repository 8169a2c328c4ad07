"""Names the files of a store and those that stand beside it, so that nobody writes anything else over one of them."""

import os
from pathlib import Path

DUCKDB = ("", ".wal", ".wal.checkpoint", ".wal.recovery")
"""How the files end of which a store consists while it is written to."""
SPILLED = ".tmp"
"""The folder of what has no room in memory."""
DRAFT = ".new"
"""What takes the place of the file before the ending once it is whole."""
LOCK = ".lock"
BATCH_LOCK = ".batch.lock"
ANSWERS = (".answers", ".answers.moving", ".answers.refused")
"""Answers that were written down, are being moved into the store, and were not taken by it."""
SERVER = ".server"
"""Where the server of the store is."""

_ALL = (*DUCKDB, SPILLED, DRAFT, LOCK, BATCH_LOCK, *ANSWERS, SERVER, f"{SERVER}{DRAFT}")


def with_ending(store: Path, ending: str) -> Path:
    """Return the file of a store that ends so."""
    return store.with_name(f"{store.name}{ending}")


def belongs(file: Path, store: Path) -> bool:
    """Return whether a file is one of the store at `store`, though neither may be there yet."""
    return os.path.realpath(file) in [f"{os.path.realpath(store)}{ending}" for ending in _ALL]
