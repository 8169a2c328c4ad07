"""Standard output and standard error: safe to show, safe to cut off, and never full or closed without a word."""

import os
import sys
from typing import TextIO

_ENCODING_FALLBACK = "backslashreplace"
_faults: list[str] = []
"""A sentence for each stream that could not be written to its end, since `prepare`."""


def prepare() -> None:
    """Let no letter that the terminal's encoding lacks stop the output."""
    _faults.clear()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=_ENCODING_FALLBACK)


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether somebody is looking; a stream is None where verify was started without it."""
    return stream is not None and stream.isatty()


def say(text: str, *, exact: bool = False) -> None:
    """Write findings to standard output, `exact` in UTF-8 whatever the terminal's encoding is."""
    if exact and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    _write("standard output", sys.stdout, text)
    if sys.stdout is None:
        _faults.append("standard output is closed.")


def tell(text: str) -> None:
    """Write progress or a summary to standard error, hidden characters spelled out."""
    # Imported here: `--help` writes nothing of this kind, and the models behind it take most of its time.
    from verifier.report.visible import visible_lines

    _write("standard error", sys.stderr, visible_lines(text) + "\n")


def draw(text: str) -> None:
    """Write to standard error as it is: marks of our own that move on a terminal, and no word of an article."""
    _write("standard error", sys.stderr, text)


def width(stream: TextIO) -> int:
    """Return how many characters a line of the terminal has; 80 where it does not say."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except OSError:
        return 80


def complain(sentence: str) -> None:
    """Write one error to standard error, after the command's name."""
    tell(f"verify: {sentence}")


def flush() -> list[str]:
    """Hand over what is still buffered, before the interpreter would do it with a complaint of its own.

    Return a sentence for each stream that could not be written to its end.
    """
    _write("standard output", sys.stdout, "")
    _write("standard error", sys.stderr, "")
    return [*_faults]


def _write(name: str, stream: TextIO | None, text: str) -> None:
    if stream is None:
        return
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:  # the reader has seen enough: `verify … | head`
        _discard(stream)
    except OSError as fault:  # remembered, not raised: what is being paid for goes on
        _discard(stream)
        _faults.append(f"{name} cannot be written: {fault.strerror}.")


def _discard(stream: TextIO) -> None:
    """Point the stream nowhere, so that closing it does not raise again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
