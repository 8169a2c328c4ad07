"""Exports are written while they are sent, a few at a time; what goes wrong is said before anything is sent."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.queue.newsdesk import HOST
from tests.seeds import recorded
from verifier.queue.api import files
from verifier.queue.app import create_app
from verifier.store import OwnedStore

PATHS = ("/export/claims.csv", "/export/everything.jsonl")


@pytest.fixture
def turns(monkeypatch: pytest.MonkeyPatch) -> threading.BoundedSemaphore:
    made = threading.BoundedSemaphore(1)
    monkeypatch.setattr(files, "_TURNS", made)
    return made


@pytest.fixture
def browser(tmp_path: Path, turns: threading.BoundedSemaphore) -> Iterator[TestClient]:  # noqa: ARG001 - its turns
    with OwnedStore(tmp_path / "claims.duckdb") as store:
        app = create_app(store, recorded(store.path), token="secret", hosts=[HOST])  # noqa: S106 - a test's own
        yield TestClient(app, base_url=f"http://{HOST}")


@pytest.mark.parametrize("path", PATHS)
def test_one_after_the_other_has_its_turn(browser: TestClient, path: str) -> None:
    answers = [browser.get(path) for _ in range(3)]

    assert [200] * 3 == [answer.status_code for answer in answers]
    assert 1 == len({answer.content for answer in answers})


def test_one_too_many_is_told_to_come_back(browser: TestClient, turns: threading.BoundedSemaphore) -> None:
    with turns:
        refused = browser.get(PATHS[0])
    later = browser.get(PATHS[0])

    assert (503, 200) == (refused.status_code, later.status_code)
    assert "Try again when one of them is done." in refused.text
    assert "content-disposition" not in refused.headers


def test_what_cannot_be_written_is_said_before_anything_is_sent_and_takes_no_turn(browser: TestClient) -> None:
    refused = [browser.get("/export/claimreview.jsonld") for _ in range(3)]

    assert [409] * 3 == [answer.status_code for answer in refused]
    assert "VERIFIER_CHECKS_URL" in refused[-1].text
    assert 200 == browser.get(PATHS[0]).status_code


def test_an_export_nobody_takes_to_its_end_gives_its_turn_back(
    browser: TestClient, turns: threading.BoundedSemaphore
) -> None:
    app = browser.app
    request = _Request(app.state)  # type: ignore[attr-defined]
    sent = files.jsonl(request)  # type: ignore[arg-type]
    taken = turns.acquire(blocking=False)

    del sent

    assert (False, True) == (taken, turns.acquire(blocking=False))
    turns.release()


class _Request:
    """As much of a request as an export asks for."""

    def __init__(self, state: object) -> None:
        self.app = self
        self.state = state
