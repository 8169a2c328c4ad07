"""Exports are written while they are sent, a few at a time; what goes wrong is said before anything is sent."""

import gc
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi.testclient import TestClient

from tests.queue.newsdesk import HOST
from tests.seeds import recorded
from tests.store.sql import ask
from verifier.queue.api import files
from verifier.queue.app import create_app
from verifier.store import OwnedStore

LONG = 60.0
"""Seconds for what takes a moment."""
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


@pytest.fixture
def address(tmp_path: Path, turns: threading.BoundedSemaphore) -> Iterator[tuple[str, int]]:  # noqa: ARG001 - its turns
    """A server on loopback whose store is larger than what lies between it and who reads."""
    with OwnedStore(tmp_path / "claims.duckdb") as store, served(store) as bound:
        with store.unit() as unit:
            rows = "select i::varchar, 1, 'extract', repeat('x', 100000) from range(400) as rows(i)"
            ask(unit, f"insert into answers (request, seq, label, body) {rows}")
        yield bound


@contextmanager
def served(store: OwnedStore) -> Iterator[tuple[str, int]]:
    app = create_app(store, recorded(store.path), token="secret", hosts=[HOST])  # noqa: S106 - a test's own
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        running = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        running.start()
        try:
            yield listening.getsockname()
        finally:
            server.force_exit = server.should_exit = True
            running.join()


def asked(address: tuple[str, int]) -> socket.socket:
    """A connection on which everything was asked for, and begins to come."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect(address)
    connection.sendall(f"GET {PATHS[1]} HTTP/1.1\r\nHost: {HOST}\r\nSec-Fetch-Site: none\r\n\r\n".encode())
    assert connection.recv(12) == b"HTTP/1.1 200"
    return connection


def test_those_who_hang_up_give_their_turns_back(address: tuple[str, int], turns: threading.BoundedSemaphore) -> None:
    gc.disable()
    try:
        for _ in range(3):
            with asked(address) as connection:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

            assert turns.acquire(timeout=LONG)
            turns.release()
    finally:
        gc.enable()


def test_whoever_stops_reading_is_given_up(
    address: tuple[str, int], turns: threading.BoundedSemaphore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "STALLED", 0.1)

    with asked(address):
        given_back = turns.acquire(timeout=LONG)

    assert given_back
    turns.release()


class _Request:
    """As much of a request as an export asks for."""

    def __init__(self, state: object) -> None:
        self.app = self
        self.state = state
