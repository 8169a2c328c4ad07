"""Runs the server, and the command line beside it, as their users do: each in a process of its own, on loopback."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

from verifier.shipped import FIXTURES, SEEDS

VERIFY = [sys.executable, "-m", "verifier.cli"]
REPLAYED = {"VERIFIER_ANSWERS": "replay", "VERIFIER_RECORDINGS": str(FIXTURES / "demo")}
PATIENCE = 600
"""Seconds for whatever a test waits for."""


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


class Answered(NamedTuple):
    """An answer of the server."""

    status: int
    headers: dict[str, str]
    text: str


class Endpoint(ThreadingHTTPServer):
    """A model's endpoint that answers nothing until it is told to, and then that it is broken."""

    def __init__(self) -> None:
        self.asked = threading.Semaphore(0)
        self.let_go = threading.Event()
        super().__init__(("127.0.0.1", 0), _Stalling)

    def is_asked(self) -> bool:
        """Wait for the next request; False where none came."""
        return self.asked.acquire(timeout=PATIENCE)

    @property
    def settings(self) -> dict[str, str]:
        """What makes verifier ask it."""
        return {
            "OPENAI_BASE_URL": f"http://127.0.0.1:{self.server_address[1]}/v1",
            "OPENAI_API_KEY": "none",
            "VERIFIER_ANSWERS": "live",
            "VERIFIER_RECORDINGS": "",
            "VERIFIER_MODEL": "some-model",
        }


class _Stalling(BaseHTTPRequestHandler):
    server: Endpoint

    def do_POST(self) -> None:
        self.server.asked.release()
        self.server.let_go.wait(PATIENCE)
        self.send_response(401)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


class Serving(NamedTuple):
    """A server that runs."""

    process: "subprocess.Popen[str]"
    url: str
    folder: Path

    @property
    def host(self) -> str:
        """Name and port."""
        return self.url.removeprefix("http://")

    @property
    def address(self) -> Any:
        """What the server wrote beside its store."""
        return json.loads((self.folder / "claims.duckdb.server").read_text())

    def stop(self, number: int = signal.SIGTERM) -> Ended:
        """Send a signal, and wait for the end."""
        self.process.send_signal(number)
        out, err = self.process.communicate(timeout=PATIENCE)
        return Ended(self.process.returncode, out, err)

    def ask(
        self, path: str, *, method: str = "GET", body: bytes | str | None = None, **headers: str | None
    ) -> Answered:
        """Send a request; a header is named with _ for -, and None leaves out one that is usual."""
        usual: dict[str, str | None] = {"host": self.host, "sec-fetch-site": "same-origin"}
        given = usual | {name.replace("_", "-"): value for name, value in headers.items()}
        connection = HTTPConnection(self.host, timeout=PATIENCE)
        try:
            connection.putrequest(method, path, skip_host=True)
            content = body.encode() if isinstance(body, str) else body
            if content is not None:
                given.setdefault("content-length", str(len(content)))
            for name, value in given.items():
                if value is not None:
                    connection.putheader(name, value)
            connection.endheaders(content)
            answer = connection.getresponse()
            return Answered(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read().decode())
        finally:
            connection.close()


def environment(**changes: str) -> dict[str, str]:
    """The environment of the tests without anything that means something to verifier."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("VERIFIER_", "OPENAI_"))}
    return kept | {"NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"} | changes


def verify(folder: Path, *arguments: str, **changes: str) -> Ended:
    """Run `verify` in a folder to its end, with recorded answers unless `changes` say otherwise."""
    ended = subprocess.run(
        [*VERIFY, *arguments],
        cwd=folder,
        env=environment(**(REPLAYED | changes)),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=2 * PATIENCE,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


@contextmanager
def waiting(folder: Path, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """Run `verify` in a folder until the block ends, without waiting for it."""
    process = subprocess.Popen(
        [*VERIFY, *arguments],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def serving(folder: Path, *arguments: str, **changes: str) -> Iterator[Serving]:
    """Run `verify queue` in a folder until the block ends, once it has said where it is."""
    process = subprocess.Popen(
        [*VERIFY, "queue", "--port", "0", *arguments],
        cwd=folder,
        env=environment(**(REPLAYED | changes)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        announced = process.stdout.readline()
        assert announced.startswith("http://"), process.communicate(timeout=PATIENCE)[1]
        yield Serving(process, announced.split()[0], folder)
    finally:
        process.kill()
        process.wait(PATIENCE)
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()


def with_seeds(folder: Path) -> Path:
    """Make the folder, with the shipped articles in it, and return it."""
    shutil.copytree(SEEDS, folder / "seeds")
    return folder


@contextmanager
def endpoint() -> Iterator[Endpoint]:
    """Run an endpoint until the block ends."""
    with Endpoint() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.let_go.set()
            server.shutdown()
