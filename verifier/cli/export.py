"""`verify export`: what the store holds as files for other programs, written whole or not at all."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from verifier.cli import output, streams
from verifier.cli.output_folder import replaced
from verifier.cli.overrides import settings_of
from verifier.cli.stored import there
from verifier.crosscheck import export
from verifier.errors import UsageError
from verifier.exports import EXPORTS, Piece
from verifier.exports.claimreview import checks_url
from verifier.handover import found, refuse_while_served
from verifier.report import words
from verifier.report.visible import visible
from verifier.settings import Settings
from verifier.store import Store

_OURS = {export.VERDICTS, *map(export.file_name, (export.CLAIMS, *export.TABLES))}


def run(options: Namespace) -> int:
    """Write what the store holds and say how much that is; raises UsageError where that cannot be done."""
    settings = settings_of(options)
    if options.parquet is not None:
        _write_folder(Path(options.parquet), settings)
    else:
        kind = next(kind for kind in EXPORTS if getattr(options, kind) is not None)
        _write_file(kind, Path(getattr(options, kind)), settings)
    return 0


def _write_folder(folder: Path, settings: Settings) -> None:
    refuse_while_served(settings, "an export to Parquet")
    with (
        replaced(folder, _OURS, "--parquet") as draft,
        Store(there(settings, "export"), exports=draft) as store,
        store.unit(keep=settings.save) as unit,
    ):
        claims = export.write(unit, draft)
    streams.say(f"{claims:,} claims written to {folder}\n")


def _write_file(kind: str, file: Path, settings: Settings) -> None:
    server = found(settings)
    if kind == "claimreview" and server is None:
        checks_url(settings)  # said before anything is written; a server has settings of its own
    output.check(file, settings.database, f"--{kind}")
    count = 0

    def counted() -> Iterator[bytes]:
        nonlocal count
        for piece in _pieces(kind, settings):
            count += piece.counted
            yield piece.data

    try:
        output.write_pieces(file, counted() if server is None else server.export(kind, _remark))
    except OSError as error:
        raise UsageError(f"--{kind} {file} cannot be written: {error.strerror}. Name a file elsewhere.") from error
    what = f"{words.counted(count, EXPORTS[kind].what)} " if server is None else ""  # a server sends bytes and no count
    streams.say(f"{what}written to {file}\n")


def _pieces(kind: str, settings: Settings) -> Iterator[Piece]:
    with Store(there(settings, "export")).unit(keep=settings.save) as unit:  # takes in what waits
        for remark in EXPORTS[kind].remarks(unit):
            _remark(remark)
        yield from EXPORTS[kind].pieces(unit, settings)


def _remark(sentence: str) -> None:
    streams.tell(visible(sentence))
