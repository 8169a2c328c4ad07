"""Hands batches in at the endpoint, asks after them, and fetches what came of them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeGuard, TypeVar

from verifier.errors import ConfigurationError, ModelError, ModelUnavailable
from verifier.llm import batch_lines, failures
from verifier.llm.batch_lines import BatchLine
from verifier.llm.client import endpoint, httpx, straight
from verifier.llm.exchange import Exchange
from verifier.llm.model import terms
from verifier.llm.retry import retrying
from verifier.settings import ModelSettings

if TYPE_CHECKING:
    from openai import APIStatusError
    from openai.types import Batch

T = TypeVar("T")

_MARK = "verifier"
"""The key in a batch's metadata under which it carries our mark."""
_ABSENT = {404, 405, 501}
_ENDED = {"completed", "failed", "expired", "cancelled"}
_LONGEST_LINE = 32_000_000
"""Bytes; no answer that is taken comes near it, and a file without line breaks must not fill the memory."""


class BatchState(NamedTuple):
    """How far a batch is."""

    status: str
    done: int
    """Requests that are answered, or failed for good."""
    requests: int
    files: tuple[str, ...]
    """Ids of the files that hold what came of it, answers first."""
    why: str
    """What the endpoint says went wrong with it as a whole."""

    @property
    def ended(self) -> bool:
        """Whether nothing more will come."""
        return self.status in _ENDED


class BatchEndpoint:
    """Files and batches of the configured endpoint, for as long as the `async with` lasts.

    What fails in passing is repeated as often as the settings allow, `sleep` waiting in between (seconds). Raises the
    ModelErrors of verifier.errors, and ConfigurationError for an endpoint without batches.
    """

    def __init__(self, settings: ModelSettings, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        """Raises ConfigurationError if the settings name no endpoint."""
        self._settings = settings
        self._sleep = sleep
        self.name = endpoint(settings)
        self._terms = terms(settings)
        self.model = self._terms.model

    async def __aenter__(self) -> Self:
        self._sdk = straight(self._settings)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._sdk.close()

    async def submit(self, mark: str, content: bytes) -> str:
        """Hand in the lines of `content` as one batch and return its id.

        A batch that was made although the endpoint's word on it was lost is found by its `mark`, not made twice.
        """
        file = await self._repeated(lambda: self._upload(mark, content), self._settings.deadline)
        asked = False

        async def make() -> str:
            nonlocal asked
            found = await self._found(mark) if asked else None
            asked = True
            return found or await self._made(mark, file)

        return await self._repeated(make)

    async def find(self, mark: str) -> str | None:
        """Return the id of the batch that carries `mark`, or None."""
        return await self._repeated(lambda: self._found(mark))

    async def state(self, batch_id: str) -> BatchState | None:
        """Return how far a batch is; None if the endpoint knows none of this id."""
        import openai

        async def ask() -> BatchState | None:
            try:
                return _state(await self._sdk.batches.retrieve(batch_id))
            except openai.NotFoundError:
                return None

        return await self._repeated(ask)

    def read(self, line: bytes) -> BatchLine | None:
        """Return what a line of a file says; None if it says nothing of a request."""
        return batch_lines.read(line, self.name, self._terms)

    async def fetch(self, file_id: str, take: Callable[[bytes], None]) -> bool:
        """Hand over each line of a file, all of them again if the connection fails in between.

        Return False if the endpoint has no such file, or no longer.
        """
        import openai

        async def read() -> bool:
            try:
                async with self._sdk.files.with_streaming_response.content(file_id) as response:
                    async for line in _lines(self._chunks(response.iter_bytes())):
                        take(line)
            except openai.NotFoundError:
                return False
            return True

        return await self._again(Exchange("batch", left=self._settings.deadline), lambda: self._told(read))

    async def _upload(self, mark: str, content: bytes) -> str:
        name = f"verifier-{mark}.jsonl"
        file = await self._sdk.files.create(file=(name, content, "application/jsonl"), purpose="batch")
        return self._id(file)

    async def _made(self, mark: str, file: str) -> str:
        made = await self._sdk.batches.create(
            completion_window="24h", endpoint=batch_lines.URL, input_file_id=file, metadata={_MARK: mark}
        )
        return self._id(made)

    async def _found(self, mark: str) -> str | None:
        async for batch in self._sdk.batches.list(limit=100):
            if (batch.metadata or {}).get(_MARK) == mark:
                return self._id(batch)
        return None

    def _id(self, made: Any) -> str:
        """Return the id of what the SDK built of a response, which it builds of anything."""
        found = getattr(made, "id", None)
        if isinstance(found, str) and found:
            return found
        raise ModelUnavailable(f"{self.name} answered with something other than files and batches.")

    async def _repeated(self, ask: Callable[[], Awaitable[T]], seconds: float | None = None) -> T:
        """Ask, and ask again while the endpoint is unavailable; `seconds` bounds one try, by default as any request."""
        exchange = Exchange("batch", left=self._settings.deadline)

        async def once() -> T:
            async with exchange.request(seconds or self._settings.request_timeout):
                return await self._understood(ask)

        return await self._again(exchange, once)

    async def _again(self, exchange: Exchange, once: Callable[[], Awaitable[T]]) -> T:
        async def again() -> T:  # tenacity awaits what it can see to be a coroutine function, and no lambda is
            return await once()

        result: T = await retrying(exchange, self._settings.attempts, self._sleep)(again)
        return result

    async def _understood(self, ask: Callable[[], Awaitable[T]]) -> T:
        """Ask for what the SDK makes objects of: it trusts what it is sent, and falls over a web page inside itself."""
        try:
            return await self._told(ask)
        except (ValueError, TypeError, AttributeError) as error:
            raise ModelUnavailable(f"{self.name} answered with something other than files and batches.") from error

    async def _told(self, ask: Callable[[], Awaitable[T]]) -> T:
        """Put what can go wrong at the endpoint and on the way into a sentence."""
        import openai

        try:
            return await ask()
        except openai.APIStatusError as error:
            raise self._refusal(error) from error
        except openai.APIConnectionError as error:
            raise failures.of_connection(error.__cause__, self.name) from None
        except httpx().HTTPError as error:  # in the middle of a file, where the SDK looks on
            raise failures.of_connection(error, self.name) from None

    def _refusal(self, error: "APIStatusError") -> ModelError | ConfigurationError:
        if error.status_code in _ABSENT:
            said = f": {failures.quoted(error.body['message'])}" if _has_message(error.body) else ""
            return ConfigurationError(
                f"{self.name} has no batches (it answered {error.status_code}{said}). Leave out --batch to ask at once."
            )
        return failures.of_status(error, self.name, self.model)

    async def _chunks(self, chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        """Pass on what comes, as long as it keeps coming."""
        rest = aiter(chunks)
        while True:
            try:
                async with asyncio.timeout(self._settings.request_timeout):
                    chunk = await anext(rest)
            except StopAsyncIteration:
                return
            except TimeoutError:
                raise ModelUnavailable(f"{self.name} stopped in the middle of a file.") from None
            yield chunk


def _has_message(body: object) -> TypeGuard[dict[str, str]]:
    return isinstance(body, dict) and isinstance(body.get("message"), str)


def _state(batch: "Batch") -> BatchState:
    counts = batch.request_counts
    return BatchState(
        status=str(batch.status),
        done=(counts.completed or 0) + (counts.failed or 0) if counts else 0,
        requests=(counts.total or 0) if counts else 0,
        files=tuple(file for file in (batch.output_file_id, batch.error_file_id) if file),
        why=_why(batch),
    )


def _why(batch: "Batch") -> str:
    faults = (batch.errors.data or []) if batch.errors else []
    first = [f"{f'line {fault.line}: ' if fault.line else ''}{fault.message or fault.code}" for fault in faults[:3]]
    more = [f"{len(faults) - 3} more"] if len(faults) > 3 else []
    return failures.quoted("; ".join([*first, *more]))


async def _lines(chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Yield lines, ended by a line feed and nothing else; what is longer than any line may be is left out."""
    line, skipping = bytearray(), False
    async for chunk in chunks:
        first, *others = chunk.split(b"\n")
        line += first
        for other in others:
            if not skipping:
                yield bytes(line)
            line, skipping = bytearray(other), False
        if len(line) > _LONGEST_LINE:
            line, skipping = bytearray(), True
    if line and not skipping:
        yield bytes(line)
