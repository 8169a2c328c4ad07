"""What the tests of batches share: an endpoint that has them, a folder of articles, and the command to run there."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Ended, run
from tests.llm.batching import BatchServer, completion
from verifier.cli import main

__all__ = ["run"]  # a fixture of the command line's tests, which serves here too

NOTHING = '{"claims": [], "dismissed": []}'
KEY = "sk-test-1234567890abcdef"

Verify = Callable[..., Ended]


@pytest.fixture
def server() -> Iterator[BatchServer]:
    with BatchServer() as server:
        server.answer = lambda _: completion(NOTHING)
        yield server


@pytest.fixture
def verify(
    server: BatchServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Verify:
    """Run the command in this process, in an empty folder; what each run keeps is in the store alone."""
    monkeypatch.chdir(tmp_path)
    for name in ("VERIFIER_MODEL", "VERIFIER_DATABASE", "VERIFIER_ANSWERS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OPENAI_BASE_URL", server.url)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)

    def run(*arguments: str) -> Ended:
        code = main(arguments)
        shown = capsys.readouterr()
        return Ended(code, shown.out, shown.err)

    return run


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    """The names of two articles in the folder."""
    (tmp_path / "port.txt").write_text("The port is open.\nShips come and go.\n")
    (tmp_path / "mine.txt").write_text("The mine is shut.\nNobody goes there.\n")
    return ["mine.txt", "port.txt"]
