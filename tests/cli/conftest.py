"""Runs the command as its users do: in a process of its own, in a folder of its own, with an environment of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.magnets import TEA, read_out
from tests.history.newsroom import Newsroom
from verifier.cli import main

SCRIPTED = Path(__file__).with_name("scripted.py")


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


def environment(**changes: str) -> dict[str, str]:
    """The environment of the tests without anything that means something to verifier."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("VERIFIER_", "OPENAI_"))}
    return kept | {"NO_COLOR": "", "PYTHONIOENCODING": "utf-8"} | changes


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `verify`, or with `does` the scripted checker, in an empty folder."""

    def started(*arguments: str, does: str | None = None, stdin: bytes = b"", **changes: str) -> Ended:
        program = ["-m", "verifier.cli"] if does is None else [str(SCRIPTED), does]
        ended = subprocess.run(
            [sys.executable, *program, *arguments],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env=environment(**changes),
            timeout=600,
        )
        return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    return started


@pytest.fixture
def article(tmp_path: Path) -> str:
    """The name of an article in the folder."""
    (tmp_path / "article.txt").write_text("The port is open.\nShips come and go.\n")
    return "article.txt"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles that contradict each other over magnets, and one that speaks of tea."""
    room = Newsroom(tmp_path_factory.mktemp("newsroom") / "claims.duckdb")
    room.reads(read_out("one", "6,150 metric tons")[0], read_out("tea", "582 tons", topic=TEA)[0])
    room.reads(read_out("two", "5,493.9 metric tons")[0])
    return room.path


@pytest.fixture
def newsroom(made: Path, tmp_path: Path) -> Newsroom:
    """A copy of it that may be changed."""
    return Newsroom(Path(shutil.copy(made, tmp_path)))


@pytest.fixture
def store(newsroom: Newsroom) -> Path:
    """Its path."""
    return newsroom.path


@pytest.fixture
def here(store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `verify` in this process, in the folder of the store."""

    def started(*arguments: str) -> Ended:
        monkeypatch.chdir(store.parent)
        code = main(arguments)
        return Ended(code, *capsys.readouterr())

    return started
