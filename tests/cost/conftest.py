"""What the tests of cost share: an endpoint that answers as recorded, and the command against it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ended
from tests.llm.endpoint import Endpoint, Reply, chat
from verifier.cli import main
from verifier.llm import question
from verifier.llm.recordings import Recordings
from verifier.settings import KEYS
from verifier.shipped import FIXTURES, SEEDS

Verify = Callable[..., Ended]

NOTHING = '{"same": [], "related": [], "statements": []}'
_RECORDINGS = Recordings(FIXTURES / "demo")


def recorded(body: dict[str, Any]) -> Reply:
    """Answer as the recorded model did, and that nothing is the same where it was not asked."""
    found = _RECORDINGS.find(question.read(json.dumps(body).encode()))
    return chat(NOTHING) if found is None else Reply(found, headers={"content-type": "application/json"})


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with Endpoint() as endpoint:
        endpoint.answer = recorded
        yield endpoint


@pytest.fixture
def verify(
    endpoint: Endpoint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Verify:
    """Run `verify` against the endpoint in an empty folder; keyword arguments are environment variables."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, **environ: str) -> Ended:
        with monkeypatch.context() as changed:
            for name in KEYS.values():
                changed.delenv(name, raising=False)
            for name, value in {"OPENAI_BASE_URL": endpoint.url, **environ}.items():
                changed.setenv(name, value)
            code = main(arguments)
        return Ended(code, *capsys.readouterr())

    return run


@pytest.fixture
def seeds() -> str:
    return str(SEEDS)
