"""Promises of asking a model that answers badly or not at all: the right error, a sentence, no request too many."""

import asyncio
import json
import socket
import threading

import pytest

from tests.llm.asking import ARTICLE, GOOD, SYSTEM, WRONG, Pauses, Places, Shelf, ask
from tests.llm.endpoint import Endpoint, Reply, chat, failed, reply
from verifier.errors import (
    ModelError,
    ModelInvalid,
    ModelRefused,
    ModelRejected,
    ModelTruncated,
    ModelUnavailable,
    StoreError,
)
from verifier.llm import Model
from verifier.settings import ModelSettings

PAGE = Reply("<html><body>Welcome</body></html>", headers={"content-type": "text/html"})
HALF = Reply('{"id": "chatcmpl-1", "choices": [{"ind', headers={"content-type": "application/json"})
NO_CHOICES = reply({"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "m", "choices": []})
PARTS = reply({"choices": [{"index": 0, "message": {"content": [{"text": "{}"}]}, "finish_reason": "stop"}]})
DEEP = Reply("[" * 100_000, headers={"content-type": "application/json"})

LASTING = {
    "401": (failed(401, "Incorrect API key provided: sk-test-1234567890abcdef"), ModelRejected, "OPENAI_API_KEY"),
    "403": (failed(403), ModelRejected, "OPENAI_API_KEY"),
    "quota": (failed(429, "You exceeded your quota", "insufficient_quota"), ModelRejected, "quota"),
    "credit": (failed(402), ModelRejected, "quota"),
    "model": (failed(404, "The model `gpt-9` does not exist", "model_not_found"), ModelRejected, "VERIFIER_MODEL"),
    "method": (failed(405), ModelRejected, "OPENAI_BASE_URL"),
    "key as a bad request": (failed(400, "no", "invalid_api_key"), ModelRejected, "OPENAI_API_KEY"),
    "model as a bad request": (failed(400, "no", "model_not_found"), ModelRejected, "VERIFIER_MODEL"),
    "redirect": (
        failed(307, location="https://other.example/v1?token=1"),
        ModelRejected,
        r"sends requests on to https://other\.example/v1\. Set OPENAI_BASE_URL",
    ),
    "redirect to nowhere": (Reply(status=302), ModelRejected, r"sends requests on\. Set OPENAI_BASE_URL"),
    "format": (failed(400, "response_format is not supported"), ModelRefused, "VERIFIER_STRUCTURED"),
    "request": (failed(400, "messages: too few"), ModelRefused, "messages: too few"),
    "unprocessable": (failed(422, "the input is odd"), ModelRefused, "the input is odd"),
    "too large": (failed(413), ModelTruncated, "longer than"),
    "error with 200": (reply({"error": {"message": "bad key", "code": 401}}), ModelRejected, "OPENAI_API_KEY"),
    "page with 404": (Reply("<html>" + "x" * 9_000, status=404), ModelRejected, "OPENAI_BASE_URL"),
    "filtered request": (failed(400, "policy", "content_filter"), ModelRefused, "content filter"),
    "too long": (failed(400, "maximum context length", "context_length_exceeded"), ModelTruncated, "longer than"),
    "refusal": (chat(None, refusal="I will not\n\x1b[31m help."), ModelRefused, "will not"),
    "filtered answer": (chat('{"places": [', finish="content_filter"), ModelRefused, "content filter"),
    "truncated": (chat('{"places": ["Ber', finish="length"), ModelTruncated, "cut off"),
}
PASSING = {
    "500": (failed(500, "the server had an error"), "500"),
    "529": (failed(529), "529"),
    "429": (failed(429, "slow down", "rate_limit_exceeded"), "429"),
    "error with 200": (reply({"error": {"message": "upstream is down", "code": 503}}), "upstream is down"),
    "error with 200 and no code": (reply({"error": "overloaded"}), "502"),
    "page with 200": (PAGE, "web page"),
    "half an answer": (HALF, "half an answer"),
    "deep nonsense": (DEEP, "half an answer"),
    "no choices": (NO_CHOICES, "no answer"),
    "content that is no text": (PARTS, "no answer"),
    "nothing": (Reply(status=204), "half an answer"),
    "dropped": (Reply(drop=True), "No connection"),
    "cut": (Reply(json.dumps({"choices": []}) * 50, cut=True), "No connection"),
}


@pytest.mark.parametrize("name", LASTING)
def test_what_would_fail_again_is_asked_once(endpoint: Endpoint, settings: ModelSettings, name: str) -> None:
    answered, error, words = LASTING[name]
    endpoint.answer = lambda _: answered

    with pytest.raises(error, match=words) as caught:
        ask(settings)

    assert len(endpoint.requests) == 1
    assert "sk-test" not in str(caught.value)
    assert len(str(caught.value)) < 600
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("name", PASSING)
def test_what_may_pass_is_asked_again_until_it_answers(endpoint: Endpoint, settings: ModelSettings, name: str) -> None:
    endpoint.script.extend([PASSING[name][0], chat(GOOD)])

    asked = ask(settings)

    assert asked.answer.count == 2
    assert asked.usage.calls == 1
    assert len(endpoint.requests) == 2


@pytest.mark.parametrize("name", PASSING)
def test_what_does_not_pass_is_given_up_after_the_attempts_allowed(
    endpoint: Endpoint, settings: ModelSettings, name: str
) -> None:
    answered, words = PASSING[name]
    endpoint.answer = lambda _: answered

    with pytest.raises(ModelUnavailable, match=words) as caught:
        ask(settings)

    assert len(endpoint.requests) == 3
    assert "It was asked 3 times" in str(caught.value)


def test_a_hanging_endpoint_is_left_after_the_time_for_a_request(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.append(Reply(hang=True))
    endpoint.answer = lambda _: chat(GOOD)

    asked = ask(settings.model_copy(update={"request_timeout": 0.2, "attempts": 50}))

    assert asked.answer.count == 2


def test_a_hanging_endpoint_is_given_up_at_the_deadline(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.answer = lambda _: Reply(hang=True)

    with pytest.raises(ModelUnavailable, match=r"no answer within 0\.2 s"):
        ask(settings.model_copy(update={"deadline": 0.2, "attempts": 50}))

    assert len(endpoint.requests) == 1


def test_a_closed_port_is_told_with_its_address() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    with pytest.raises(ModelUnavailable, match=f"No connection to 127.0.0.1:{port}.*OPENAI_BASE_URL"):
        ask(ModelSettings(base_url=f"http://127.0.0.1:{port}/v1"))


@pytest.mark.parametrize(("reasks", "requests"), [(0, 1), (1, 2), (3, 4)])
def test_invalid_answers_end_after_the_reasks_allowed(
    endpoint: Endpoint, settings: ModelSettings, reasks: int, requests: int
) -> None:
    endpoint.answer = lambda _: chat(WRONG)

    with pytest.raises(ModelInvalid, match=r"count: Input should be a valid integer") as caught:
        ask(settings.model_copy(update={"reasks": reasks}))

    assert len(endpoint.requests) == requests
    assert "pydantic.dev" not in str(caught.value)


def test_an_endless_answer_is_not_sent_back(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.answer = lambda _: chat('{"places": ["' + "Bergen " * 1_500_000 + '"], "count": "many"}')

    with pytest.raises(ModelInvalid, match="longer than"):
        ask(settings)

    assert len(endpoint.requests) == 1


@pytest.mark.parametrize("usage", [None, {}, "many", {"prompt_tokens": "9", "completion_tokens": None}])
def test_an_answer_counts_also_where_its_usage_is_senseless(
    endpoint: Endpoint, settings: ModelSettings, usage: object
) -> None:
    body = json.loads(chat(GOOD).body)
    endpoint.script.append(reply({**body, "usage": usage}))

    asked = ask(settings)

    assert asked.answer.count == 2
    assert asked.usage.calls == 1
    assert asked.usage.input_tokens == 0


def test_an_overload_during_a_reask_repeats_the_reask_alone(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.extend([chat(WRONG), failed(429), chat(GOOD)])

    ask(settings)

    assert [2, 4, 4] == [len(messages) for messages in endpoint.conversations]


def test_failed_asks_are_paid_for_all_the_same(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.extend([chat(WRONG), chat(None, refusal="no")])

    async def run() -> int:
        async with Model(settings, sleep=Pauses()) as model:
            with pytest.raises(ModelRefused):
                await model.ask(Places, system=SYSTEM, turns=[ARTICLE], label="x")
            return model.usage.calls

    assert asyncio.run(run()) == 2


def test_one_failed_ask_leaves_the_others_alone(endpoint: Endpoint, settings: ModelSettings) -> None:
    def answer(body: dict[str, list[dict[str, str]]]) -> Reply:
        return failed(400, "odd") if "odd" in body["messages"][1]["content"] else chat(GOOD)

    endpoint.answer = answer

    async def run() -> list[object]:
        async with Model(settings, sleep=Pauses()) as model:
            asks = (model.ask(Places, system=SYSTEM, turns=[text], label="x") for text in ("a", "odd", "b"))
            return [type(one).__name__ for one in await asyncio.gather(*asks, return_exceptions=True)]

    assert asyncio.run(run()) == ["Asked", "ModelRefused", "Asked"]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_the_key_and_the_article_follow_no_redirect(endpoint: Endpoint, settings: ModelSettings, status: int) -> None:
    with Endpoint() as other:
        other.answer = lambda _: chat(GOOD)
        endpoint.answer = lambda _: failed(status, location=f"{other.url}/chat/completions")

        with pytest.raises(ModelRejected, match=other.url):
            ask(settings)

        assert (1, []) == (len(endpoint.requests), other.requests)


def test_an_interrupt_ends_the_ask_and_keeps_nothing(endpoint: Endpoint, settings: ModelSettings) -> None:
    came, shelf = threading.Event(), Shelf()

    def hang(_: object) -> Reply:
        came.set()
        return Reply(hang=True)

    async def run() -> None:
        async with Model(settings, shelf) as model:
            asked = asyncio.ensure_future(model.ask(Places, system=SYSTEM, turns=[ARTICLE], label="x"))
            await asyncio.to_thread(came.wait)
            asked.cancel()
            await asked

    endpoint.answer = hang

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(run())

    assert not shelf.bodies
    assert len(endpoint.requests) == 1


@pytest.mark.parametrize("fault", [StoreError("The disk is full."), LookupError("a fault of ours")])
def test_a_fault_in_keeping_comes_through_as_it_is(
    endpoint: Endpoint, settings: ModelSettings, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(Shelf, "keep", fail)
    endpoint.answer = lambda _: chat(GOOD)

    with pytest.raises(type(fault)) as caught:
        ask(settings, kept=Shelf())

    assert caught.value is fault
    assert len(endpoint.requests) == 1


def test_every_failure_of_the_model_is_a_model_error() -> None:
    errors = {error for _, error, _ in LASTING.values()}

    assert all(issubclass(error, ModelError) for error in errors)
