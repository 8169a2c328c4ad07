"""The whole corpus, and how it is sent through: from files to a report, with a model a test plays."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from tests.hostile.case import Hostile
from tests.hostile.characters import CHARACTERS
from tests.hostile.forgeries import FORGERIES
from tests.hostile.orders import ORDERS
from tests.hostile.played import Played
from verifier import pipeline
from verifier.article import read
from verifier.models import Article, Report
from verifier.settings import Settings

CORPUS: tuple[Hostile, ...] = (*ORDERS, *FORGERIES, *CHARACTERS)
READABLE = tuple(case for case in CORPUS if case.readable)


def written(folder: Path, cases: Sequence[Hostile] = READABLE) -> list[Path]:
    """Write the articles to files and return those."""
    for case in cases:
        (folder / case.file).write_bytes(case.data)
    return [folder / case.file for case in cases]


def articles(folder: Path, cases: Sequence[Hostile] = READABLE) -> list[Article]:
    """Return the articles as read from files, each from a publisher of its own."""
    return [
        read(path, publisher=f"Gazette of {path.stem}", published=date(2025, 6, 3)) for path in written(folder, cases)
    ]


@contextmanager
def asking(model: Played) -> Iterator[None]:
    """Let every run ask `model`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "Model", lambda *_arguments, **_options: model)
        yield


def verified(texts: Sequence[Article], model: Played, database: Path | None = None) -> Report:
    """Return the report of a run that asks `model`."""
    with asking(model):
        return pipeline.verify(texts, Settings(database=database))
