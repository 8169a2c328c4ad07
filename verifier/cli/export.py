"""`verify export`: the claims of the store, and what their check rests on, as files for other programs."""

import os
import secrets
import shutil
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from verifier.cli import streams
from verifier.cli.overrides import overrides
from verifier.crosscheck import export
from verifier.errors import UsageError
from verifier.handover import refused
from verifier.settings import load
from verifier.store import Store

_OURS = {export.VERDICTS, *map(export.file_name, (export.CLAIMS, *export.TABLES))}


def run(options: Namespace) -> int:
    """Write the store as Parquet and say how much of it there is; raises UsageError where that cannot be done."""
    loaded = load(overrides(options))
    for note in loaded.notes:
        streams.complain(note)
    refused(loaded.settings, "an export")
    path = loaded.settings.database
    if path is None or not path.exists():
        raise UsageError(f"there is no store {path or 'in memory'} to export: `verify article.txt` makes one.")
    with (
        _folder(Path(options.parquet)) as draft,
        Store(path, exports=draft) as store,
        store.unit(keep=loaded.settings.save) as unit,
    ):
        claims = export.write(unit, draft)
    streams.say(f"{claims:,} claims written to {options.parquet}\n")
    return 0


@contextmanager
def _folder(folder: Path) -> Iterator[Path]:
    """Yield an empty folder that takes the place of `folder` at the end, or vanishes if anything is raised meanwhile.

    Raises UsageError for what stands there and is no earlier export.
    """
    target = Path(os.path.realpath(folder))
    draft = _beside(target)
    with _doorstep(folder):
        _refuse_other_than_ours(folder, target)
        draft.mkdir()
    try:
        yield draft
        with _doorstep(folder):
            _replace(target, draft)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


@contextmanager
def _doorstep(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UsageError(f"--parquet {folder} cannot be written: {error.strerror}. Name a folder elsewhere.") from error


def _refuse_other_than_ours(folder: Path, target: Path) -> None:
    if target.exists() and not target.is_dir():
        raise UsageError(f"--parquet {folder} is a file: name a folder.")
    if not target.parent.is_dir():
        raise UsageError(f"--parquet {folder} cannot be written: there is no folder {target.parent}.")
    others = sorted({entry.name for entry in target.iterdir()} - _OURS) if target.exists() else []
    if others:
        raise UsageError(
            f"--parquet {folder} holds {others[0]!r}, which is not part of an export: name a new folder, or empty it."
        )


def _replace(target: Path, draft: Path) -> None:
    """Put `draft` where `target` is, which is moved aside first: a folder with files in it cannot be written over."""
    aside = _beside(target)
    if target.exists():
        target.rename(aside)
    draft.rename(target)
    shutil.rmtree(aside, ignore_errors=True)


def _beside(target: Path) -> Path:
    """Return a new name beside `target`; not longer than names can be, whatever its own is."""
    return target.with_name(f".verify-{secrets.token_hex(4)}.part")
