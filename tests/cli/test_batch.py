"""`verify --batch` and `verify --batch-collect`: what is handed in is answered once, paid once and reported in the end."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Ended
from tests.llm.batching import BatchServer, completion
from verifier.cli import main

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
def articles(tmp_path: Path) -> None:
    (tmp_path / "port.txt").write_text("The port is open.\nShips come and go.\n")
    (tmp_path / "mine.txt").write_text("The mine is shut.\nNobody goes there.\n")


@pytest.mark.usefixtures("articles")
def test_what_is_handed_in_waits_and_is_reported_when_it_is_answered(verify: Verify, server: BatchServer) -> None:
    handed_in = verify("--batch", "port.txt", "mine.txt")
    server.work("batch_1", 1)
    waiting = verify("--batch-collect")
    server.finish("batch_1")
    reported = verify("--batch-collect", "--output-format", "json")

    assert (0, "") == handed_in[:2], handed_in.err
    assert "Handed in 2 requests of 2 articles to gpt-6-luna at 127.0.0.1:" in handed_in.err
    assert "  batch batch_1\n" in handed_in.err
    assert (3, "") == waiting[:2]
    assert "Batch batch_1 is in progress: 1 of 2 requests done.\n" in waiting.err
    assert 0 == reported.code, reported.out
    assert ["mine.txt", "port.txt"] == [read["path"] for read in json.loads(reported.out)["articles"]]
    assert [] == server.live
