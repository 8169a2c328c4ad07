"""The articles a command names: files, folders, standard input; one that cannot be read does not hide the others."""

import hashlib
import os
import sys
from argparse import Namespace
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from verifier import article, demo
from verifier.article.checks import LIMIT, too_large
from verifier.cli import streams
from verifier.cli.arguments import COMMANDS
from verifier.errors import InputError, UsageError
from verifier.models import Article
from verifier.report.words import counted

STDIN = "-"


class Given(NamedTuple):
    """Articles, and why others could not be read."""

    articles: list[Article]
    faults: list[InputError]


def given(options: Namespace) -> Given:
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
    return Given(articles, faults)


def shipped(options: Namespace) -> Given:
    """Return the articles of the demonstration; raises as `given`."""
    spare(demo.files(), options.output)
    return Given(demo.articles(), [])


def spare(files: Iterable[Path], output: Path | None) -> None:
    """Raise UsageError where the report would be written over one of the files."""
    if output and output.is_file() and any(file.exists() and output.samefile(file) for file in files):
        raise UsageError(f"--output {output} is one of the articles: name another file.")


def _files(name: str, faults: list[InputError]) -> list[Path | None]:
    """Return the files of one argument; None is standard input, for a file may be called "-" too."""
    if name == STDIN:
        return [None]
    found = article.discover([Path(name)])
    faults += [_perhaps_a_command(name, fault) for fault in found.faults]
    if found.passed_over:
        what = counted(found.passed_over, "file is", "files are")
        streams.tell(f"{name}: {what} passed over: a folder stands for its *.txt and *.md; name others one by one.")
    return [*found.files]


def _perhaps_a_command(name: str, fault: InputError) -> InputError:
    """Return the fault, with the command that is written almost like a path that does not exist."""
    near = get_close_matches(name, COMMANDS, n=1, cutoff=0.8) if not Path(name).exists() else []
    return InputError(f"{fault} Or did you mean `verify {near[0]}`?") if near else fault


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
