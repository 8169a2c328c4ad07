"""The articles a command names: files, folders, standard input; one that cannot be read does not hide the others."""

import sys
from argparse import Namespace
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from verifier import article
from verifier.article.checks import LIMIT, too_large
from verifier.errors import InputError
from verifier.models import Article
from verifier.settings import SEEDS

STDIN = "-"

T = TypeVar("T")


def given(options: Namespace) -> tuple[list[Article], list[InputError]]:
    """Return the articles that could be read, each file once, and why each other one could not."""
    faults: list[InputError] = []
    files: dict[Path | None, Path | None] = {}
    for name in options.paths:
        for file in _attempt(partial(_files, name), faults) or ():
            files.setdefault(file and file.resolve(), file)
    articles = [_attempt(partial(_read, file, options), faults) for file in files.values()]
    return [found for found in articles if found is not None], faults


def shipped() -> list[Article]:
    """Return the articles of the demonstration, under names that hold wherever it runs."""
    paths = sorted(SEEDS.glob("*.txt"))
    return [article.read(path).model_copy(update={"path": f"seeds/{path.name}"}) for path in paths]


def _attempt(action: Callable[[], T], faults: list[InputError]) -> T | None:
    try:
        return action()
    except InputError as fault:
        faults.append(fault)
        return None


def _files(name: str) -> list[Path | None]:
    """Return the files of one argument; None is standard input, for a file may be called "-" too."""
    return [None] if name == STDIN else [*article.discover([Path(name)])]


def _read(file: Path | None, options: Namespace) -> Article:
    if file is not None:
        return article.read(file, publisher=options.publisher, published=options.date)
    name = options.stdin_filename or "<stdin>"
    return article.from_text(_standard_input(name), name, publisher=options.publisher, published=options.date)


def _standard_input(name: str) -> str:
    data = sys.stdin.buffer.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise too_large(name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise InputError(f"{name} is not UTF-8 text (byte {fault.start:,}): convert it and try again.") from fault
