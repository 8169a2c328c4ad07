"""The articles a command names: files, folders, standard input; one that cannot be read does not hide the others."""

import hashlib
import os
import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from verifier import article
from verifier.article.checks import LIMIT, too_large
from verifier.errors import InputError, UsageError
from verifier.models import Article
from verifier.settings import SEEDS

STDIN = "-"


def given(options: Namespace) -> tuple[list[Article], list[InputError]]:
    """Return the articles that could be read, each file once, and why each other one could not.

    Raises UsageError where the report would be written over one of them, whether it can be read or not.
    """
    faults: list[InputError] = []
    files: dict[str | None, Path | None] = {}
    for name in options.paths:
        for file in _files(name, faults):
            files.setdefault(os.path.realpath(file) if file else None, file)
    spare(filter(None, files.values()), options.output)
    articles = []
    for file in files.values():
        try:
            articles.append(_read(file, options))
        except InputError as fault:
            faults.append(fault)
    return articles, faults


def shipped(options: Namespace) -> list[Article]:
    """Return the articles of the demonstration, under names that hold wherever it runs; raises as `given`."""
    paths = sorted(SEEDS.glob("*.txt"))
    spare(paths, options.output)
    return [article.read(path).model_copy(update={"path": f"seeds/{path.name}"}) for path in paths]


def spare(files: Iterable[Path], output: Path | None) -> None:
    """Raise UsageError where the report would be written over one of the files."""
    if output and output.is_file() and any(file.exists() and output.samefile(file) for file in files):
        raise UsageError(f"--output {output} is one of the articles: name another file.")


def _files(name: str, faults: list[InputError]) -> list[Path | None]:
    """Return the files of one argument; None is standard input, for a file may be called "-" too."""
    if name == STDIN:
        return [None]
    found = article.discover([Path(name)])
    faults += found.faults
    return [*found.files]


def _read(file: Path | None, options: Namespace) -> Article:
    if file is not None:
        return article.read(file, publisher=options.publisher, published=options.date)
    text = _standard_input()
    name = options.stdin_filename or _name(text)
    return article.from_source(text, name, publisher=options.publisher, published=options.date)


def _standard_input() -> str:
    data = _standard_input_bytes()
    if len(data) > LIMIT:
        raise too_large("Standard input")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        where = f"byte 0x{data[fault.start]:02X} at offset {fault.start} fits no character"
        raise InputError(f"Standard input is not UTF-8: {where}. Convert it and try again.") from fault


def _standard_input_bytes() -> bytes:
    if sys.stdin is None:  # started without it
        raise InputError("Standard input is closed. Give it an article, or name a file.")
    try:
        return sys.stdin.buffer.read(LIMIT + 1)
    except OSError as fault:
        raise InputError(f"Standard input cannot be read: {fault.strerror or fault}. Name a file.") from fault


def _name(text: str) -> str:
    """Return a name that no other text has: under one name, the later article supersedes the earlier."""
    return f"<stdin:{hashlib.sha256(text.encode()).hexdigest()[:6]}>"
