"""A model's endpoint on the loopback interface: answers from a script, and remembers what it was asked."""

import json
import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self


@dataclass(frozen=True)
class Reply:
    """What goes out for one request."""

    body: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    drop: bool = False
    """Close the connection without a word."""
    cut: bool = False
    """Close the connection in the middle of the body."""
    hang: bool = False
    """Say nothing until the endpoint closes."""


@dataclass(frozen=True)
class Request:
    """What came in."""

    path: str
    headers: Mapping[str, str]
    body: dict[str, Any]


def chat(content: str | None, *, finish: str = "stop", refusal: str | None = None, cached: int = 0) -> Reply:
    """Return a chat completion of 100 tokens in and 20 out."""
    message = {"role": "assistant", "content": content, "refusal": refusal}
    return reply(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": "loopback-1",
            "choices": [{"index": 0, "message": message, "finish_reason": finish}],
            "usage": {
                "prompt_tokens": 100,
                "completion_tokens": 20,
                "total_tokens": 120,
                "prompt_tokens_details": {"cached_tokens": cached},
            },
        }
    )


def reply(body: object, status: int = 200, **headers: str) -> Reply:
    """Return a JSON reply; header names are written with underscores."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(json.dumps(body), status, {"content-type": "application/json", **named})


def failed(status: int, message: str = "no", code: str | None = None, **headers: str) -> Reply:
    """Return an error as OpenAI words it."""
    return reply({"error": {"message": message, "type": "test", "param": None, "code": code}}, status, **headers)


class Endpoint:
    """An OpenAI-compatible server. `script` holds the replies to come; without one it asks `answer`."""

    def __init__(self) -> None:
        self.script: deque[Reply] = deque()
        self.answer: Callable[[dict[str, Any]], Reply] = lambda _: failed(418, "the script is at its end")
        self.reply_to: Callable[[Request], Reply] = lambda request: self.answer(request.body)
        self.requests: list[Request] = []
        self.busy = 0
        self.busiest = 0
        self.closing = threading.Event()
        self._lock = threading.Lock()
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    @property
    def conversations(self) -> list[list[dict[str, Any]]]:
        """The messages of each request."""
        return [request.body["messages"] for request in self.requests]

    def take(self, request: Request) -> Reply:
        with self._lock:
            self.requests.append(request)
            self.busy += 1
            self.busiest = max(self.busiest, self.busy)
            return self.script.popleft() if self.script else self.reply_to(request)

    def done(self) -> None:
        with self._lock:
            self.busy -= 1

    def close(self) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self.closing.is_set():
            self.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128  # the default of 5 resets connections that come all at once

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: clients of these tests hang up on purpose."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # one packet a reply; unbuffered, each waits 40 ms for the other side
    server: _Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        endpoint = self.server.endpoint
        reply = endpoint.take(Request(self.path, dict(self.headers), body))
        endpoint.done()
        self._send(reply)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the test's output clean."""

    def _send(self, reply: Reply) -> None:
        if reply.hang:
            self.server.endpoint.closing.wait()
        self.close_connection = reply.hang or reply.drop or reply.cut
        if reply.hang or reply.drop:
            return
        content = reply.body.encode()
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[: len(content) // 2] if reply.cut else content)
