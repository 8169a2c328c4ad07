"""Answers the SDK's requests from what is kept, from recordings or from the endpoint, below everything the SDK does."""

import asyncio
import json
import re
from collections import defaultdict
from collections.abc import Awaitable, Callable
from decimal import Decimal
from types import ModuleType
from typing import Any, Literal, Protocol

from verifier.errors import ModelInvalid, ModelUnavailable, NotRecorded
from verifier.llm.batch import ByBatch, Noted
from verifier.llm.budget import Booking, Budget
from verifier.llm.exchange import CURRENT, Exchange
from verifier.llm.prices import Terms
from verifier.llm.question import Question, read
from verifier.llm.recordings import Recordings
from verifier.llm.sizes import expected
from verifier.models import Spending, Usage
from verifier.settings import ModelSettings

_BAD_GATEWAY = 502
_HEADERS = {"content-type", "location", "retry-after", "retry-after-ms"}
_LONGEST = 20_000_000
"""Bytes of a response, unpacked, that are read at most; no answer is as long."""
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
"""Half of a character, perhaps without its other half."""


class NoAnswer(ModelUnavailable):
    """What came is no answer of a model, nor an error: a web page, half an answer."""


class Kept(Protocol):
    """Where answers are kept before they are used; both methods run in a thread and may block for a moment."""

    def find(self, request: str) -> str | None:
        """Return the body that was kept last for this request hash, or None."""

    def keep(self, request: str, label: str, body: str, spending: Spending | None = None) -> None:
        """Keep a body and what it took.

        A request that is kept again was asked again because its old answer did not serve.
        """


class Transport:
    """A transport for an httpx client, in the order: this run's answers, kept answers, recordings, the endpoint.

    Every answer of the endpoint is kept before it is used, also one that turns out invalid: then the request that
    points out the fault is a request like any other and finds its own answer, so a conversation replays whole. An ask
    that fails on answers of earlier runs alone is put once more with `Exchange.fresh`, which passes them over, unless
    nothing may go out; the new answer is kept after the old one. So a bad answer is served to nobody twice, and a good
    one is asked for once.
    Errors, and bodies without an answer in them, are neither kept nor recorded.
    """

    def __init__(
        self,
        http: ModuleType,
        send: Callable[[Any], Awaitable[Any]] | None,
        settings: ModelSettings,
        kept: Kept | None,
        terms: Terms,
        batch: ByBatch | None = None,
    ) -> None:
        """`http` is the SDK's own httpx; `send` returns a response to be read, and is None where nothing may go out.

        With `batch` answers that came by it are this run's own, and what is missing goes its way.
        """
        self._http = http
        self._send = send
        self._kept = kept
        self._terms = terms
        self._budget = Budget(settings.max_cost)
        self._batch = batch
        self._timeout = settings.request_timeout
        self._mode: Literal["live", "replay", "record"] = settings.answers
        self._recordings = _recordings(settings)
        self._gate = asyncio.Semaphore(settings.concurrency)
        self._answered: dict[str, str] = {}
        self._under_way: set[asyncio.Future[None]] = set()
        self.answers = 0
        """How many came in this run."""
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def handle_async_request(self, request: Any) -> Any:
        """Return the response to one request of the SDK; raises what `verifier.llm.failures` knows how to tell."""
        exchange, question = CURRENT.get(), read(await request.aread())
        async with self._locks[question.request]:
            known = await self._known(question, exchange)
            if known is not None:
                return self._response(known)
            if self._batch:
                self._batch.hold_back(question.request, Noted(exchange.label, exchange.article, request.content))
            return await self._fetch(request, question, exchange)

    async def settled(self) -> None:
        """Wait for the requests that are under way: what they bring is paid for."""
        if self._under_way:
            await asyncio.wait([*self._under_way])

    async def aclose(self) -> None:
        """Do nothing: what sends is closed by whoever opened it."""

    async def _known(self, question: Question, exchange: Exchange) -> str | None:
        body = self._answered.get(question.request)
        if body is not None:
            return body
        if self._batch and self._batch.brought(question.request):
            return await self._brought(question, exchange)
        if (not exchange.fresh or self._send is None) and (self._kept or self._recordings):
            body = await asyncio.to_thread(self._earlier, question)
            exchange.stale |= body is not None
        return body

    async def _brought(self, question: Question, exchange: Exchange) -> str | None:
        body = await asyncio.to_thread(self._earlier, question)
        if body is not None:
            exchange.usage += self._terms.usage(json.loads(body), batch=True)
            self.answers += 1
            self._answered[question.request] = body
        return body

    def _earlier(self, question: Question) -> str | None:
        body = self._kept.find(question.request) if self._kept else None
        if body is None and self._recordings:
            return self._recordings.find(question)
        return body

    async def _fetch(self, request: Any, question: Question, exchange: Exchange) -> Any:
        if self._send is None:
            raise self._missing(question, exchange.label)
        over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        try:
            return await self._answer(self._send, request, question, exchange, over)
        finally:
            self._under_way.discard(over)
            over.set_result(None)

    async def _answer(
        self,
        send: Callable[[Any], Awaitable[Any]],
        request: Any,
        question: Question,
        exchange: Exchange,
        over: asyncio.Future[None],
    ) -> Any:
        """Return what the endpoint answers, once that is kept; `over` is under way from when it is sent.

        Until then nothing is sent in its stead: a run that is killed loses no more answers than go out at a time.
        """
        most = self._terms.cost(expected(exchange.label, request.content).high)
        async with self._gate:
            async with self._budget.request(most) as booking:
                self._under_way.add(over)
                response, text = await self._sent(send, request, exchange, booking)
                booking.cost = Decimal(0)  # unless there is an answer in it
                if not response.is_success:
                    return self._failed(response, text)
                body = _body(text)
                if error := _error(body):
                    return self._failed(response, json.dumps({"error": error}), _meant(error))
                check_choices(body)
                text = _whole(text, body)
                used = self._terms.usage(body)
                booking.cost = used.cost_usd
            exchange.usage += used
            await self._keep(question, exchange, text, used)
        self.answers += 1
        return self._response(text)

    async def _sent(
        self, send: Callable[[Any], Awaitable[Any]], request: Any, exchange: Exchange, booking: Booking
    ) -> tuple[Any, str]:
        """Return the response and its text.

        What is lost on its way back may have to be paid for, what never left has not.
        """
        try:
            async with exchange.request(self._timeout):
                response = await send(request)
                return response, await self._read(response)
        except (self._http.ConnectError, self._http.ConnectTimeout):
            booking.cost = Decimal(0)
            raise

    async def _read(self, response: Any) -> str:
        """Return the text of a response; raise ModelInvalid for one that does not end."""
        held = bytearray()
        try:
            async for part in response.aiter_bytes():
                held += part
                if len(held) > _LONGEST:
                    raise ModelInvalid(
                        f"The endpoint's answer is longer than {_LONGEST:,} bytes, and no more of it was read.",
                        "Run again, or set VERIFIER_MODEL to another model.",
                    )
        except self._http.DecodingError:
            raise _no_answer() from None
        finally:
            await response.aclose()
        return held.decode("utf-8-sig", "replace").strip()

    async def _keep(self, question: Question, exchange: Exchange, text: str, used: Usage) -> None:
        if self._kept:
            spending = Spending(model=self._terms.model, article=exchange.article, usage=used)
            await asyncio.to_thread(self._kept.keep, question.request, exchange.label, text, spending)
        if self._recordings and self._mode == "record":
            await asyncio.to_thread(self._recordings.record, question, exchange.label, text)
        self._answered[question.request] = text

    def _response(self, text: str) -> Any:
        return self._http.Response(200, headers={"content-type": "application/json"}, text=text)

    def _failed(self, response: Any, text: str, status: int | None = None) -> Any:
        """Return an error response, freed of every header but those that say when or where to come back."""
        headers = {name: value for name, value in response.headers.items() if name in _HEADERS}
        return self._http.Response(status or response.status_code, headers=headers, text=text)

    def _missing(self, question: Question, label: str) -> NotRecorded:
        if self._recordings:
            return self._recordings.miss(question, label)
        return NotRecorded(
            "This has not been checked before with this model and prompt, and --offline (VERIFIER_ANSWERS=replay) "
            "forbids asking now. Run again without it."
        )


def _recordings(settings: ModelSettings) -> Recordings | None:
    if settings.answers == "live" or settings.recordings is None:
        return None
    return Recordings(settings.recordings, settings.origin)


def _body(text: str) -> dict[str, Any]:
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        body = None
    match body:
        case dict():
            return body
        case [dict() as told, *_] if "error" in told:  # Gemini lists its errors
            return told
    raise _no_answer()


def _no_answer() -> NoAnswer:
    return NoAnswer(
        "The endpoint answered with something other than a model's answer, perhaps a web page or half an answer. "
        "If it stays so, check OPENAI_BASE_URL: most end in /v1."
    )


def _error(body: dict[str, Any]) -> Any:
    """Return the error a body tells of.

    Some servers say so by the kind of object; OpenRouter tells what broke an answer off beside its first half.
    """
    match body:
        case {"choices": [{"error": error}, *_]} if error:
            return body.get("error") or error
    return body if body.get("object") == "error" else body.get("error")


def _whole(text: str, body: dict[str, Any]) -> str:
    """Return the text of an answer without halves of characters: they can neither be sent back nor written out."""
    if not _HALF.search(text):
        return text
    return json.dumps(body, ensure_ascii=False).encode("utf-8", "replace").decode()


def _meant(error: Any) -> int:
    """Return the status of an error that came with status 200, as some routers send it."""
    code = error.get("code") if isinstance(error, dict) else None
    return code if isinstance(code, int) and 400 <= code <= 599 else _BAD_GATEWAY


def check_choices(body: dict[str, Any]) -> None:
    """Raise ModelUnavailable for a body without an answer in it."""
    match body.get("choices"):
        case [{"message": {"content": str() | None}}, *_]:
            return
    raise ModelUnavailable("The endpoint's response holds no answer.")
