"""An endpoint with files and batches on the loopback interface; a batch is answered when the test says so."""

import json
import threading
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

Body = dict[str, Any]
CREATED = 1_760_000_000


@dataclass
class Fault:
    """What goes wrong with one request instead of a proper answer, or after it was carried out."""

    status: int = 500
    message: str = "no"
    code: str | None = None
    raw: str | None = None
    """Answered with status 200 instead."""
    after: bool = False
    """Carry the request out first."""
    drop: bool = False
    """Close the connection without a word."""
    hang: bool = False
    """Say nothing until the server closes."""


@dataclass
class Batch:
    """A batch as the server holds it."""

    id: str
    file: str
    metadata: dict[str, str]
    status: str = "validating"
    output: str | None = None
    errors: str | None = None
    counts: tuple[int, int, int] = (0, 0, 0)
    """Completed, failed, total."""
    faults: list[Body] = field(default_factory=list)

    def shown(self) -> Body:
        completed, failed, total = self.counts
        return {
            "id": self.id,
            "object": "batch",
            "endpoint": "/v1/chat/completions",
            "input_file_id": self.file,
            "completion_window": "24h",
            "status": self.status,
            "created_at": CREATED,
            "output_file_id": self.output,
            "error_file_id": self.errors,
            "metadata": self.metadata,
            "request_counts": {"completed": completed, "failed": failed, "total": total},
            "errors": {"object": "list", "data": self.faults} if self.faults else None,
        }


def completion(content: str, *, finish: str = "stop") -> Body:
    """Return a chat completion of 1,000 tokens in and 100 out."""
    message = {"role": "assistant", "content": content, "refusal": None}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": CREATED,
        "model": "loopback-1",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100},
    }


def said(custom_id: str, body: Body, status: int = 200) -> str:
    """Return a line of an output file; of an error file with another status."""
    response = {"status_code": status, "request_id": "req_1", "body": body}
    return json.dumps({"id": "batch_req_1", "custom_id": custom_id, "response": response, "error": None})


def unsaid(custom_id: str, code: str, message: str) -> str:
    """Return a line of an error file for a request that was never answered."""
    error = {"code": code, "message": message}
    return json.dumps({"id": "batch_req_1", "custom_id": custom_id, "response": None, "error": error})


class BatchServer:
    """Holds files and batches. `answer` makes the completion to a request; `faults` go before, by route."""

    def __init__(self) -> None:
        self.answer: Callable[[Body], Body] = lambda _: completion("{}")
        self.files: dict[str, bytes] = {}
        self.batches: dict[str, Batch] = {}
        self.asked: list[str] = []
        """Every request: "POST /v1/files"."""
        self.live: list[Body] = []
        self.faults: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self.arrived: defaultdict[str, threading.Event] = defaultdict(threading.Event)
        """Set when a request that hangs has come, by route."""
        self.page = 100
        self.chunk: int | None = None
        """Bytes of a file after which the connection breaks."""
        self.closing = threading.Event()
        self._lock = threading.Lock()
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def requests(self, batch: str) -> dict[str, Body]:
        """Return the bodies that went into a batch, by custom_id."""
        lines = [json.loads(line) for line in self.files[self.batches[batch].file].splitlines()]
        return {line["custom_id"]: line["body"] for line in lines}

    def work(self, batch: str, done: int) -> None:
        """Let a batch be on its way."""
        self.batches[batch].status = "in_progress"
        self.batches[batch].counts = (done, 0, len(self.requests(batch)))

    def end(self, batch: str, output: list[str], errors: list[str] | None = None, status: str = "completed") -> None:
        """Let a batch end with these lines in its files."""
        held = self.batches[batch]
        held.status = status
        held.counts = (len(output), len(errors or []), len(self.requests(batch)))
        held.output = self._file(output)
        held.errors = self._file(errors or [])

    def finish(self, batch: str) -> None:
        """Answer every request of a batch, the last one first."""
        lines = [said(custom_id, self.answer(body)) for custom_id, body in self.requests(batch).items()]
        self.end(batch, lines[::-1])

    def finish_all(self) -> None:
        """Answer every batch that has not ended."""
        for batch in [held.id for held in self.batches.values() if held.status in ("validating", "in_progress")]:
            self.finish(batch)

    def _file(self, lines: list[str]) -> str | None:
        if not lines:
            return None
        name = f"file_{len(self.files) + 1}"
        self.files[name] = "".join(f"{line}\n" for line in lines).encode()
        return name

    # ------------------------------------------------------------------------------ what the API does

    def upload(self, content: bytes, kind: str) -> Body:
        form = BytesParser(policy=HTTP).parsebytes(f"content-type: {kind}\r\n\r\n".encode() + content)
        parts = {part.get_param("name", header="content-disposition"): part.get_content() for part in form.iter_parts()}
        assert "batch" == parts["purpose"].strip()
        with self._lock:
            name = f"file_{len(self.files) + 1}"
            self.files[name] = parts["file"]
        return {"id": name, "object": "file", "bytes": 1, "created_at": CREATED, "filename": "x", "purpose": "batch"}

    def create(self, body: Body) -> Body:
        assert ("24h", "/v1/chat/completions") == (body["completion_window"], body["endpoint"])
        assert body["input_file_id"] in self.files
        with self._lock:
            made = Batch(f"batch_{len(self.batches) + 1}", body["input_file_id"], body["metadata"])
            self.batches[made.id] = made
        return made.shown()

    def listed(self, after: str | None) -> Body:
        newest = [*self.batches.values()][::-1]
        ids = [held.id for held in newest]
        start = ids.index(after) + 1 if after else 0
        shown = newest[start : start + self.page]
        return {
            "object": "list",
            "data": [held.shown() for held in shown],
            "has_more": start + self.page < len(newest),
            "last_id": shown[-1].id if shown else None,
        }

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
    request_queue_size = 128

    def __init__(self, holder: BatchServer) -> None:
        self.holder = holder
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: clients of these tests are killed on purpose."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    server: _Server

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["content-length"]))
        kind = self.headers["content-type"]
        holder = self.server.holder
        match urlsplit(self.path).path:
            case "/v1/files":
                self._do("POST /v1/files", lambda: holder.upload(content, kind))
            case "/v1/batches":
                self._do("POST /v1/batches", lambda: holder.create(json.loads(content)))
            case "/v1/chat/completions":
                holder.live.append(json.loads(content))
                self._do("POST /v1/chat/completions", lambda: holder.answer(json.loads(content)))

    def do_GET(self) -> None:
        place = urlsplit(self.path)
        holder = self.server.holder
        match place.path.split("/")[2:]:
            case ["batches"]:
                after = parse_qs(place.query).get("after", [None])[0]
                self._do("GET /v1/batches", lambda: holder.listed(after))
            case ["batches", name] if name in holder.batches:
                self._do("GET /v1/batches/ID", lambda: holder.batches[name].shown())
            case ["files", name, "content"] if name in holder.files:
                self._do("GET /v1/files/ID/content", lambda: holder.files[name])
            case _:
                self._reply(404, json.dumps({"error": {"message": "No such thing", "type": "invalid_request_error"}}))

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the test's output clean."""

    def _do(self, route: str, act: Callable[[], Body | bytes]) -> None:
        holder = self.server.holder
        holder.asked.append(route)
        fault = holder.faults[route].popleft() if holder.faults[route] else None
        result = act() if fault is None or fault.after else None
        if fault:
            self._fail(fault, route)
        elif isinstance(result, bytes):
            self._reply(200, result, cut=holder.chunk)
        else:
            self._reply(200, json.dumps(result))

    def _fail(self, fault: Fault, route: str) -> None:
        if fault.hang:
            self.server.holder.arrived[route].set()
            self.server.holder.closing.wait()
        self.close_connection = fault.drop or fault.hang
        if self.close_connection:
            return
        if fault.raw is not None:
            self._reply(200, fault.raw)
        else:
            error = {"message": fault.message, "type": "test", "param": None, "code": fault.code}
            self._reply(fault.status, json.dumps({"error": error}))

    def _reply(self, status: int, body: str | bytes, cut: int | None = None) -> None:
        content = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[:cut] if cut else content)
        if cut and cut < len(content):
            self.close_connection = True
            self.server.holder.chunk = None
