"""The folder an export goes to: refused where anything else is in it, and replaced as a whole or not at all."""

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from verifier.cli.output import draft_of
from verifier.errors import UsageError


@contextmanager
def replaced(folder: Path, ours: Collection[str], option: str) -> Iterator[Path]:
    """Yield an empty folder that takes the place of `folder` at the end, or vanishes if anything is raised meanwhile.

    Raises UsageError for what stands there and has other names in it than `ours`; `option` is what named the folder.
    """
    target = Path(os.path.realpath(folder))
    draft = draft_of(target)
    with _doorstep(folder, option):
        _refuse_others(folder, target, ours, option)
        draft.mkdir()
    try:
        yield draft
        with _doorstep(folder, option):
            _replace(target, draft)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


@contextmanager
def _doorstep(folder: Path, option: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UsageError(f"{option} {folder} cannot be written: {error.strerror}. Name a folder elsewhere.") from error


def _refuse_others(folder: Path, target: Path, ours: Collection[str], option: str) -> None:
    if target.exists() and not target.is_dir():
        raise UsageError(f"{option} {folder} is a file: name a folder.")
    if not target.parent.is_dir():
        raise UsageError(f"{option} {folder} cannot be written: there is no folder {target.parent}.")
    others = sorted({entry.name for entry in target.iterdir()} - {*ours}) if target.exists() else []
    if others:
        raise UsageError(
            f"{option} {folder} holds {others[0]!r}, which is not part of an export: name a new folder, or empty it."
        )


def _replace(target: Path, draft: Path) -> None:
    """Put `draft` where `target` is, which is moved aside first: a folder with files in it cannot be written over."""
    if not target.exists():
        draft.rename(target)
        return
    aside = draft_of(target)
    target.rename(aside)
    try:
        draft.rename(target)
    except OSError:
        aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)
