"""A program on this machine that takes what webhooks send, and answers as it is told."""

import hashlib
import hmac
import json
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

PATIENCE = 60
"""Seconds for whatever a test waits for."""


class Message(NamedTuple):
    """What came."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def event(self) -> Any:
        """What it says."""
        return json.loads(self.body)

    def is_signed(self, secret: str) -> bool:
        """Whether whoever knows the secret sent it, at the time it says."""
        time, _, digest = self.headers["verifier-signature"].partition(",v1=")
        signed = time.removeprefix("t=").encode() + b"." + self.body
        return hmac.compare_digest(hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest(), digest)


class Receiver(ThreadingHTTPServer):
    """Keeps what came; answers each with the next of `answers`, and 204 when there are none left."""

    daemon_threads = True

    def __init__(self) -> None:
        self.came: queue.Queue[Message] = queue.Queue()
        self.answers: queue.Queue[int | bytes] = queue.Queue()
        self.let_go = threading.Event()
        super().__init__(("127.0.0.1", 0), _Taking)

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_address[1]}/hook?of=tests"

    def will(self, *answers: int | bytes) -> None:
        """Answer the next messages so: with a status, or with these bytes and then nothing until the end."""
        for answer in answers:
            self.answers.put(answer)

    def next(self) -> Message:
        """The next message, waited for."""
        return self.came.get(timeout=PATIENCE)

    def all(self) -> list[Message]:
        """What has come, and was not asked for before."""
        return [self.came.get_nowait() for _ in range(self.came.qsize())]


class _Taking(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        answer = 204 if self.server.answers.empty() else self.server.answers.get()
        self.server.came.put(Message(self.path, {k.lower(): v for k, v in self.headers.items()}, body))
        if isinstance(answer, bytes):
            self.wfile.write(answer)
            self.wfile.flush()
            self.server.let_go.wait(PATIENCE)
            return
        self.send_response(answer)
        if 300 <= answer < 400:
            self.send_header("Location", f"{self.server.url}/elsewhere")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def receiving() -> Iterator[Receiver]:
    """Run one until the block ends."""
    with Receiver() as receiver:
        threading.Thread(target=receiver.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield receiver
        finally:
            receiver.let_go.set()
            receiver.shutdown()
