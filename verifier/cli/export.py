"""`verify export`: what the store holds as files for other programs, written whole or not at all."""

import os
import secrets
import shutil
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from verifier.cli import output, streams
from verifier.cli.overrides import overrides
from verifier.crosscheck import export
from verifier.errors import UsageError
from verifier.exports import EXPORTS, Piece
from verifier.exports.claimreview import checks_url
from verifier.handover import Server, found, refuse_while_served
from verifier.report import words
from verifier.report.visible import visible
from verifier.settings import Settings, load
from verifier.store import Store

_FRAMES = {"csv": 1, "claimreview": 2, "jsonl": 2}
"""Of each kind the lines that hold nothing: a head, and an end."""
_OURS = {export.VERDICTS, *map(export.file_name, (export.CLAIMS, *export.TABLES))}


def run(options: Namespace) -> int:
    """Write what the store holds and say how much that is; raises UsageError where that cannot be done."""
    loaded = load(overrides(options))
    for note in loaded.notes:
        streams.complain(note)
    if options.parquet is not None:
        _write_folder(Path(options.parquet), loaded.settings)
    else:
        kind = next(kind for kind in EXPORTS if getattr(options, kind) is not None)
        _write_file(kind, Path(getattr(options, kind)), loaded.settings)
    return 0


def _write_folder(folder: Path, settings: Settings) -> None:
    refuse_while_served(settings, "an export to Parquet")
    with (
        _folder(folder) as draft,
        Store(_there(settings), exports=draft) as store,
        store.unit(keep=settings.save) as unit,
    ):
        claims = export.write(unit, draft)
    streams.say(f"{claims:,} claims written to {folder}\n")


def _there(settings: Settings) -> Path:
    path = settings.database
    if path is None or not path.exists():
        raise UsageError(f"there is no store {path or 'in memory'} to export: `verify article.txt` makes one.")
    return path


# ------------------------------------------------------------------------------------ one file


def _write_file(kind: str, file: Path, settings: Settings) -> None:
    server = found(settings)
    if kind == "claimreview" and server is None:
        checks_url(settings)  # said before anything is written; a server has settings of its own
    output.check(file, settings.database, f"--{kind}")
    count = 0

    def counted() -> Iterator[bytes]:
        nonlocal count
        for piece in _pieces(kind, settings, server):
            count += piece.counted
            yield piece.data

    try:
        output.write_pieces(file, counted())
    except OSError as error:
        raise UsageError(f"--{kind} {file} cannot be written: {error.strerror}. Name a file elsewhere.") from error
    streams.say(f"{words.counted(count, EXPORTS[kind].what)} written to {file}\n")


def _pieces(kind: str, settings: Settings, server: Server | None) -> Iterator[Piece]:
    if server is not None:
        for data, lines in _lines(server.export(kind, _remark), in_cells=kind == "csv"):
            yield Piece(data, lines)
        yield Piece(b"", -_FRAMES[kind])
        return
    with Store(_there(settings)).unit(keep=settings.save) as unit:  # takes in what waits
        for remark in EXPORTS[kind].remarks(unit):
            _remark(remark)
        yield from EXPORTS[kind].pieces(unit, settings)


def _remark(sentence: str) -> None:
    streams.tell(visible(sentence))


def _lines(file: Iterator[bytes], *, in_cells: bool) -> Iterator[tuple[bytes, int]]:
    """Yield each piece with how many lines end in it; with `in_cells` those between quotes do not count."""
    is_quoted = False
    for data in file:
        stretches = data.split(b'"') if in_cells else [data]
        yield data, sum(stretch.count(b"\n") for stretch in stretches[is_quoted::2])
        is_quoted ^= len(stretches) % 2 == 0


# ---------------------------------------------------------------------------------- a folder of files


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
