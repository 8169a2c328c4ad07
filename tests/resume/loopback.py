"""A model's endpoint for hundreds of requests at once: answers by rule after a while, and counts what it was asked.

    python tests/resume/loopback.py SECONDS

serves until its standard input ends; it prints its address first. Every answer takes SECONDS.
"""

import asyncio
import json
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

if __name__ == "__main__":  # started as a script, it stands beside the package of the tests
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.resume import mills
from verifier.llm.question import read


class Loopback:
    """An OpenAI-compatible endpoint in a thread of its own.

    `asked` and `sent` count requests by what they say: those that came in, and those whose answer went out whole.
    `arrived` is called with the body of every request before it is answered, `gone` with it afterwards.
    """

    def __init__(self, seconds: float = 0.0) -> None:
        self.arrived: Callable[[dict[str, Any]], None] = lambda _: None
        self.gone: Callable[[dict[str, Any]], None] = lambda _: None
        self.dead = False
        """Whether it hangs up on everybody."""
        self.busy = 0
        self.busiest = 0
        self.left = threading.Condition()
        self.connections = 0
        self.asked: Counter[str] = Counter()
        self.sent: Counter[str] = Counter()
        self.url = ""
        self._seconds = seconds
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=(self._serve(),))

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._talk, "127.0.0.1", 0, limit=1 << 24)
        async with server:
            self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
            self._ready.set()
            await self._stop.wait()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._count(1)
        try:
            while True:
                await self._exchange(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):  # the client hung up, or was killed
            writer.close()
        finally:
            self._count(-1)

    def _count(self, connections: int) -> None:
        with self.left:
            self.connections += connections
            self.left.notify_all()

    def wait_until_left(self) -> None:
        """Wait until no client is connected any more: what a killed one had sent has been read by then."""
        with self.left:
            assert self.left.wait_for(lambda: self.connections == 0, timeout=600)

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        body = await reader.readexactly(int(length.partition(b":")[2]))
        request, content = read(body).request, json.loads(body)
        if self.dead:
            raise ConnectionResetError
        self.asked[request] += 1
        self.busy += 1
        self.busiest = max(self.busiest, self.busy)
        self.arrived(content)
        reply = await self._reply(content)
        self.busy -= 1
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(reply))
        writer.write(reply)
        await writer.drain()
        self.sent[request] += 1
        self.gone(content)

    async def _reply(self, request: dict[str, Any]) -> bytes:
        await asyncio.sleep(self._seconds)
        message = {"role": "assistant", "content": mills.answered(request), "refusal": None}
        usage = {"prompt_tokens": 1_000, "completion_tokens": 100, "total_tokens": 1_100}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        completion = {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "loopback-1"}
        return json.dumps({**completion, "choices": [choice], "usage": usage}).encode()

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()
        self._loop.close()


if __name__ == "__main__":
    with Loopback(float(sys.argv[1])) as endpoint:
        sys.stdout.write(f"{endpoint.url}\n")
        sys.stdout.flush()
        sys.stdin.read()
