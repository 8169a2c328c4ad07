"""A model's endpoint on the loopback interface that can go wrong at any byte, and remembers what it was asked."""

import json
import socket
import struct
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Literal, Self

End = Literal["keep", "close", "reset", "hang", "flood"]
"""What happens to the connection after a reply: it serves on, ends, is torn down, says no more, or never ends."""


@dataclass(frozen=True)
class Reply:
    """The bytes that go out for one request, and what happens to the connection then."""

    sent: bytes = b""
    end: End = "keep"
    drip: float = 0
    """Seconds between the bytes; 0 sends them at once."""


@dataclass(frozen=True)
class Request:
    """What came in."""

    headers: Mapping[str, str]
    body: dict[str, Any]
    number: int
    """1 for the first request of all."""

    @property
    def messages(self) -> list[dict[str, str]]:
        content: list[dict[str, str]] = self.body["messages"]
        return content


Play = Callable[[Request], Reply]


def http(body: bytes | str = b"", status: int = 200, length: int | None = None, **headers: str) -> Reply:
    """Return a whole response; header names are written with underscores. `length` is what it claims to hold."""
    content = body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")
    named = {"content_type": "application/json", "content_length": str(len(content) if length is None else length)}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in (named | headers).items() if value]
    return Reply("\r\n".join([f"HTTP/1.1 {status} Said", *lines, "", ""]).encode() + content)


def cut(reply: Reply, end: End = "close", *, keep: float = 0.5) -> Reply:
    """Return a reply that ends within its body, after this part of it."""
    head, _, body = reply.sent.partition(b"\r\n\r\n")
    return replace(reply, sent=head + b"\r\n\r\n" + body[: int(len(body) * keep)], end=end)


def chunked(body: str, *, whole: bool) -> Reply:
    """Return a response in chunks, the last of which is missing unless it is `whole`."""
    head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"
    content = body.encode()
    sent = head + f"{len(content):x}\r\n".encode() + content + b"\r\n"
    return Reply(sent + b"0\r\n\r\n") if whole else Reply(sent[: len(sent) // 2], "close")


def failed(status: int, message: str = "no", code: str | None = None, **headers: str) -> Reply:
    """Return an error as OpenAI words it."""
    return http(json.dumps({"error": {"message": message, "type": "test", "code": code}}), status, None, **headers)


def body_of(content: object, **changes: Any) -> dict[str, Any]:
    """Return a chat completion of 100 tokens in and 20 out; `changes` go into its choice, its message or itself."""
    choice: dict[str, Any] = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": "stop"}
    choice["message"].update(changes.pop("message", {}))
    choice.update(changes.pop("choice", {}))
    usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
    whole = {"id": "c-1", "object": "chat.completion", "created": 1, "model": "loopback-1", "choices": [choice]}
    return {**whole, "usage": usage, **changes}


def chat(content: object, **changes: Any) -> Reply:
    """Return `body_of` as a response."""
    return http(json.dumps(body_of(content, **changes)))


@dataclass
class Wire:
    """An OpenAI-compatible server that replies as `play` says."""

    play: Play
    requests: list[Request] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)
    flooded: int = 0
    """Bytes that were taken of a reply without end."""

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    @property
    def port(self) -> int:
        port: int = self._server.server_address[1]
        return port

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def take(self, headers: Mapping[str, str], body: dict[str, Any]) -> Reply:
        with self._lock:
            request = Request(headers, body, len(self.requests) + 1)
            self.requests.append(request)
        return self.play(request)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128  # the default of 5 resets connections that come all at once

    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: clients of these tests hang up on purpose."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        reply = self.server.wire.take(dict(self.headers), body)
        self._send(reply)
        self.close_connection = reply.end != "keep"
        while reply.end == "flood":
            self.connection.sendall(b" " * 100_000)
            self.server.wire.flooded += 100_000
        if reply.end == "hang":
            self.server.wire.closing.wait()
        if reply.end == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the test's output clean."""

    def _send(self, reply: Reply) -> None:
        if not reply.drip:
            self.connection.sendall(reply.sent)
            return
        for byte in reply.sent:
            if self.server.wire.closing.wait(reply.drip):
                return
            self.connection.sendall(bytes([byte]))
