"""Standard output and standard error: safe to show, safe to cut off, and files that are whole or not there."""

import os
import sys
from pathlib import Path
from typing import TextIO

_ENCODING_FALLBACK = "backslashreplace"


def prepare() -> None:
    """Let no letter that the terminal's encoding lacks stop the output."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=_ENCODING_FALLBACK)


def say(text: str, *, exact: bool = False) -> None:
    """Write findings to standard output, `exact` in UTF-8 whatever the terminal's encoding is."""
    if exact and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    _write(sys.stdout, text)


def tell(text: str) -> None:
    """Write progress or a summary to standard error, hidden characters spelled out."""
    # Imported here: `--help` writes nothing of this kind, and the models behind it take most of its time.
    from verifier.report.visible import visible_lines

    _write(sys.stderr, visible_lines(text) + "\n")


def complain(sentence: str) -> None:
    """Write one error to standard error, after the command's name."""
    tell(f"verify: {sentence}")


def flush() -> None:
    """Hand over what is still buffered, before the interpreter would do it with a complaint of its own."""
    for stream in (sys.stdout, sys.stderr):
        _write(stream, "")


def replace(path: Path, text: str) -> None:
    """Write `text` to `path` in UTF-8: wholly, or not at all; a device or a pipe is simply written to."""
    if path.exists() and not path.is_file():
        path.write_text(text, encoding="utf-8", newline="")
        return
    target = path.resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        draft.write_text(text, encoding="utf-8", newline="")
        if target.exists():
            draft.chmod(target.stat().st_mode & 0o7777)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # started without this stream
        return
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:  # the reader has seen enough: `verify … | head`
        _discard(stream)


def _discard(stream: TextIO) -> None:
    """Point the stream nowhere, so that closing it does not raise again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
