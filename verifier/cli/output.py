"""The file a report goes to: refused before a model is paid where it cannot be written, and whole or not there."""

import os
import secrets
import sys
from collections.abc import Iterable
from pathlib import Path

from verifier.errors import UsageError
from verifier.store.files import belongs

_DUCKDB = b"DUCK"
"""What follows on eight bytes of checksum. A file is told by it, for any DuckDB file may be somebody's store."""


def check(output: Path | None, database: Path | None, option: str = "--output") -> None:
    """Raise UsageError, before a model is asked, for what would fail or do harm after it.

    `output` is the report's file, None for standard output; `database` is the store's, None for one in memory;
    `option` is what named the file.
    """
    if output is None:
        if sys.stdout is None:
            raise UsageError("standard output is closed: name a file for the report with --output.")
        return
    if output.is_dir():
        raise UsageError(f"{option} {output} is a folder: name a file in it.")
    if not output.absolute().parent.is_dir():
        raise UsageError(f"{option} {output} cannot be written: there is no folder {output.absolute().parent}.")
    if _is_store(output, database):
        raise UsageError(f"{option} {output} is a store of claims, or belongs to one: name another file.")
    _probe(output, option)


def write(path: Path, text: str) -> None:
    """Write `text` to `path` in UTF-8: wholly, or not at all; a device or a pipe is simply written to."""
    write_pieces(path, [text.encode()])


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Write `pieces` to `path` as they come: all of them, or none; a device or a pipe is simply written to."""
    if _is_device(path):
        _write(path, pieces)
        return
    target = Path(os.path.realpath(path))
    draft = draft_of(target)
    try:
        draft.touch(exist_ok=False)
        if target.exists():
            draft.chmod(target.stat().st_mode & 0o7777)
        _write(draft, pieces)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        for piece in pieces:
            file.write(piece)


def _is_store(output: Path, database: Path | None) -> bool:
    return (database is not None and belongs(output, database)) or (output.is_file() and _is_duckdb(output))


def _is_duckdb(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(12).endswith(_DUCKDB)


def _probe(output: Path, option: str) -> None:
    if _is_device(output):
        return
    try:
        draft = draft_of(Path(os.path.realpath(output)))
        draft.touch(exist_ok=False)
        draft.unlink()
    except OSError as fault:
        raise UsageError(f"{option} {output} cannot be written: {fault.strerror}. Name a file elsewhere.") from fault


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file()


def draft_of(target: Path) -> Path:
    """Return a new name beside `target`; not longer than its own, which may be as long as names can be."""
    return target.with_name(f".verify-{secrets.token_hex(4)}.part")
