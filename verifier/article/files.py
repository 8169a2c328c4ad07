"""Finds the articles in what the user named, and reads them as UTF-8 or says what to do."""

import os
import shlex
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from verifier.article.checks import LIMIT, binary, is_binary, refuse_coded, too_large
from verifier.article.page import decoded, is_page
from verifier.errors import InputError

_SUFFIXES = {".txt", ".md"}
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_OPEN_ALREADY = ("/dev/stdin", "/dev/fd/")
"""What a shell hands over as a file: it is open, so that reading it waits for nobody who may never come."""


class Found(NamedTuple):
    """What the named paths came to."""

    files: list[Path]
    faults: list[InputError]
    """A sentence for each path, and each folder below it, that could not be looked into."""
    passed_over: int = 0
    """Files in the folders that are called like no article; hidden ones are not counted."""


def discover(paths: Sequence[Path]) -> Found:
    """Return the files that `paths` name, each once: a folder stands for the articles in it and below it.

    A folder's articles are its *.txt and *.md files in alphabetical order; hidden ones and linked folders are left
    out. A path that does not exist, a folder without articles and one that may not be listed are faults.
    """
    files: dict[str, Path] = {}
    others: set[Path] = set()
    faults: list[InputError] = []
    for path in paths:
        for file in _files(Path(path), faults, others):
            files.setdefault(os.path.realpath(file), file)
    return Found(list(files.values()), faults, len(others))


def text_of(path: Path) -> str:
    """Return what the file holds, decoded from UTF-8, line ends as they are; raise InputError if it cannot be read.

    A web page may be in the encoding that it declares.
    """
    try:
        _refuse_endless(path)
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if len(data) > LIMIT:
        raise too_large(str(path))
    page = decoded(data) if is_page(path.name) else None
    if page is not None:
        return page
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _undecodable(path, data, error.start) from error


def _refuse_endless(path: Path) -> None:
    kind = path.stat().st_mode
    if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind) or str(path).startswith(_OPEN_ALREADY)):
        raise InputError(f"{path} is a pipe or a device, not a file. Name a file, or - to read standard input.")


def _files(path: Path, faults: list[InputError], others: set[Path]) -> list[Path]:
    try:
        path.stat()
    except (OSError, ValueError) as error:
        faults.append(_unreadable(path, error))
        return []
    if not path.is_dir():
        return [path]
    hidden: list[OSError] = []
    below = [*_below(path, hidden)]
    files = sorted(file for file in below if file.suffix.lower() in _SUFFIXES)
    others.update({*below}.difference(files))
    faults += [_unreadable(Path(error.filename), error) for error in hidden]
    if not files and not hidden:
        what = "is a folder without articles. Put *.txt or *.md files into it, or name the files."
        faults.append(InputError(f"{path} {what}"))
    return files


def _below(folder: Path, hidden: list[OSError]) -> Iterator[Path]:
    """Yield the files below `folder`; folders that may not be listed go to `hidden`."""
    for root, folders, names in os.walk(folder, onerror=hidden.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in names if not name.startswith("."))


def _unreadable(path: Path, error: OSError | ValueError) -> InputError:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return InputError(f"{path} does not exist. Check the path.")
        case IsADirectoryError():
            return InputError(f"{path} is a folder, not a file. Name the articles in it.")
        case PermissionError():
            return InputError(f"{path} may not be read: permission denied. Change its permissions.")
        case OSError(strerror=reason):
            return InputError(f"{path} cannot be read: {reason}. Check the path.")
    return InputError(f"{str(path)!r} is not a path: {error}. Check the path.")


def _undecodable(path: Path, data: bytes, offset: int) -> InputError:
    if data.startswith(_UTF_16):
        return InputError(f"{path} is UTF-16, not UTF-8. {_conversion(path, 'UTF-16')}")
    refuse_coded(data[:100].decode("latin-1"), str(path))
    if is_binary(data.decode("latin-1")):
        return binary(str(path))
    line = data.count(b"\n", 0, offset) + 1
    return InputError(
        f"{path} is not UTF-8: byte 0x{data[offset]:02X} at offset {offset} (line {line}) fits no character. "
        + _conversion(path, "WINDOWS-1252")
    )


def _conversion(path: Path, encoding: str) -> str:
    old, new = shlex.quote(str(path)), shlex.quote(str(path.with_suffix(".utf-8.txt")))
    return f"Convert it, for example: iconv -f {encoding} -t UTF-8 {old} > {new}"
