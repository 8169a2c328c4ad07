"""Asks a model for an answer that fits a schema; the public face of this room."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from copy import deepcopy
from functools import cache
from itertools import cycle
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Self, TypeVar

from pydantic import BaseModel

from verifier.errors import (
    ConfigurationError,
    ModelInvalid,
    ModelRefused,
    ModelRejected,
    ModelTruncated,
    ModelUnavailable,
)
from verifier.llm import failures
from verifier.llm.batch import ByBatch
from verifier.llm.client import Client, asker, endpoint
from verifier.llm.exchange import CURRENT, Exchange
from verifier.llm.extras import Extras
from verifier.llm.prices import Terms, price
from verifier.llm.retry import retrying
from verifier.llm.sizes import Size
from verifier.llm.transport import Kept
from verifier.models import Usage
from verifier.settings import ModelSettings

if TYPE_CHECKING:
    from instructor import AsyncInstructor

DEFAULT_MODEL = "gpt-6-luna"

M = TypeVar("M", bound=BaseModel)


class Asked(NamedTuple, Generic[M]):
    """An answer and what it took."""

    answer: M
    text: str
    """The answer as the model wrote it: the assistant's turn of a follow-up."""
    usage: Usage
    """Of requests the endpoint answered, re-asks included; kept and recorded answers count nothing."""


class Model:
    """A model to ask, for as long as the `async with` lasts. One client, any number of asks at a time.

    `sleep` waits between repeated requests (seconds).
    """

    def __init__(
        self,
        settings: ModelSettings,
        kept: Kept | None = None,
        batch: ByBatch | None = None,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._settings = settings
        self._kept = kept
        self._batch = batch
        self._sleep = sleep
        self._name = settings.name or DEFAULT_MODEL
        self._client: Client
        self._asker: AsyncInstructor
        self.usage = Usage()
        """Of all asks so far, those that failed included."""
        self.spent: dict[str, Usage] = {}
        """Of that, what each article took, by the id that `about` names."""

    async def __aenter__(self) -> Self:
        """Import the SDK and build the client; raises ConfigurationError if no model is configured."""
        self._extras = Extras(endpoint(self._settings), self._name, self._settings.service_tier)
        paid = terms(self._settings)._replace(told=self._extras.tells_cost)
        _check_limit(paid, self._settings)
        self._client = Client(self._settings, self._kept, paid, self._batch)
        self._asker = asker(self._client.sdk, self._settings, self._request)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.close()

    async def ask(self, schema: type[M], *, system: str, turns: Sequence[str], label: str) -> Asked[M]:
        """Return the model's answer to `turns` (the user's, the assistant's, the user's, ...) as a `schema`.

        `label` names the ask to people, in recordings and in what is kept. Raises the ModelErrors of verifier.errors;
        ModelRejected only while nothing was answered: an endpoint that took other requests is set up as it should be.
        """
        try:
            return await self._answer(schema, _messages(system, turns), label)
        except ModelRejected as error:
            await self._client.transport.settled()
            if not self._client.transport.answers:
                raise
            raise ModelUnavailable(f"{error} It took other requests of this run; run again to ask the rest.") from error

    async def _answer(self, schema: type[M], messages: list[Any], label: str) -> Asked[M]:
        """Converse, and once more if all that came was kept by an earlier run and does not serve."""
        exchange = Exchange(label, left=self._settings.deadline)
        try:
            return await self._converse(exchange, schema, messages)
        except (ModelInvalid, ModelRefused, ModelTruncated):
            if self._settings.answers == "replay" or not exchange.stale or exchange.usage.calls:
                raise
        return await self._converse(Exchange(label, left=exchange.left, fresh=True), schema, messages)

    def settle(self) -> None:
        """Raise ModelPending while anything that was asked waits for a batch."""
        if self._batch:
            self._batch.settle()

    async def _converse(self, exchange: Exchange, schema: type[M], messages: list[Any]) -> Asked[M]:
        """Ask, and ask again while the answer is invalid, as often as the settings allow."""
        from instructor.core.exceptions import InstructorRetryException

        token = CURRENT.set(exchange)
        try:
            given: tuple[M, Any] = await self._asker.create_with_completion(
                messages=messages,
                response_model=_prepared(schema, self._settings.structured),
                model=self._name,
                max_retries=self._settings.reasks,
                strict=False,  # pydantic's strictness, not the schema's: "0.9" may be a number
                extra_body=_strict_format(schema) if self._settings.structured == "strict" else None,
                # Never context=: it renders every message as a template, the article included.
            )
            return Asked(given[0], given[1].choices[0].message.content, exchange.usage)
        except InstructorRetryException as wrapped:
            failure = failures.of_answer(wrapped.__cause__ or wrapped)
        finally:
            CURRENT.reset(token)
            self._book(exchange)
        raise failure

    def _book(self, exchange: Exchange) -> None:
        self.usage += exchange.usage
        if exchange.article is not None:
            self.spent[exchange.article] = self.spent.get(exchange.article, Usage()) + exchange.usage

    async def _request(self, **request: Any) -> Any:
        """Send one request, repeating it while the endpoint is unavailable; instructor calls this for every re-ask."""
        repeated = retrying(CURRENT.get(), self._settings.attempts, self._sleep)
        completion: Any = await repeated(self._send, **request)
        if error := failures.of_completion(completion):
            raise error
        return completion

    async def _send(self, **request: Any) -> Any:
        import openai

        try:
            return await self._client.sdk.chat.completions.create(**self._extras.added(request))
        except openai.APIStatusError as error:
            if self._extras.are_refused(error.body):
                return await self._send(**request)
            raise failures.of_status(error, self._client.endpoint, self._name, self._settings.structured) from error
        except openai.APIConnectionError as error:
            raise failures.of_connection(error.__cause__, self._client.endpoint) from None


def terms(settings: ModelSettings) -> Terms:
    """Return what an answer of the configured model is paid by."""
    name = settings.name or DEFAULT_MODEL
    return Terms(name, price(name, settings.price), settings.service_tier)


def _check_limit(terms: Terms, settings: ModelSettings) -> None:
    if settings.max_cost is None or settings.answers == "replay" or terms.cost(Size(0, 0)) is not None:
        return
    of = f"“{terms.model}”" + (f" in the service tier “{terms.tier}”" if terms.price else "")
    raise ConfigurationError(
        f"--max-cost cannot be kept to: the price of {of} is not known. Set VERIFIER_PRICE to the dollars for a "
        "million tokens, as in 0.10,0.50 (input, output), or leave --max-cost out."
    )


def _messages(system: str, turns: Sequence[str]) -> list[Any]:
    """Return the messages, what never changes first: endpoints cache by prefix."""
    spoken = [{"role": role, "content": text} for role, text in zip(cycle(("user", "assistant")), turns, strict=False)]
    return [{"role": "system", "content": system}, *spoken]


@cache
def _strict_format(schema: type[BaseModel]) -> dict[str, Any]:
    """Return the field that makes the endpoint hold to `schema`; instructor's own modes only describe it."""
    import openai

    function = openai.pydantic_function_tool(schema)["function"]
    wanted = {"name": function["name"], "strict": True, "schema": function["parameters"]}
    return {"response_format": {"type": "json_schema", "json_schema": wanted}}


@cache
def _prepared(schema: type[BaseModel], structured: str) -> Any:
    """Return `schema` as instructor makes one for every request, and describes it anew; here both are done once."""
    import instructor

    ready = instructor.openai_schema(schema)
    # What `_strict_format` takes the place of need not be described.
    described = {} if structured == "strict" else ready.model_json_schema()
    setattr(ready, "model_json_schema", lambda: deepcopy(described))  # noqa: B010 - a class of instructor's making
    return ready
