"""Promises of a batch's files: what goes in is what would have been sent, what comes out is read for what it is."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.llm.batching import completion, said, unsaid
from verifier.errors import ModelError, ModelPending, ModelRefused, ModelTruncated
from verifier.llm import BatchLine, Noted, batch_parts
from verifier.llm.batch_lines import read
from verifier.llm.prices import Price, Terms

TERMS = Terms("m", Price(input=Decimal(1), cached=Decimal("0.1"), output=Decimal(10)))


def noted(*texts: str) -> dict[str, Noted]:
    body = {"model": "m", "service_tier": "flex"}
    return {
        f"r{number}": Noted("extract", None, json.dumps({**body, "messages": text}).encode())
        for number, text in enumerate(texts)
    }


def line(text: str) -> BatchLine | None:
    return read(text.encode(), "the.endpoint", TERMS)


@given(st.lists(st.text(), max_size=5))
def test_every_request_is_one_line_that_asks_what_would_have_been_asked(texts: list[str]) -> None:
    content = b"".join(part.content for part in batch_parts(noted(*texts)))

    lines = [json.loads(written) for written in content.decode().splitlines()]
    assert [f"r{number}" for number in range(len(texts))] == [written["custom_id"] for written in lines]
    assert texts == [written["body"]["messages"] for written in lines]
    assert {("POST", "/v1/chat/completions")} >= {(written["method"], written["url"]) for written in lines}


def test_a_batch_is_a_tier_of_its_own() -> None:
    (part,) = batch_parts(noted("one"))

    assert "service_tier" not in json.loads(part.content)["body"]


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ({}, [3]),
        ({"requests": 2}, [2, 1]),
        ({"size": 260}, [2, 1]),
        ({"size": 10}, [1, 1, 1]),
    ],
)
def test_more_than_one_file_may_hold_goes_into_several(limits: dict[str, int], expected: list[int]) -> None:
    held = noted("one", "two", "six")

    parts = [*batch_parts(held, **limits)]

    assert expected == [len(part.requests) for part in parts]
    assert held == {request: one for part in parts for request, one in part.requests.items()}


def test_an_answer_costs_half() -> None:
    came = line(said("r", completion("{}")))

    assert came and came.body and came.usage
    assert completion("{}") == json.loads(came.body)
    assert Decimal("0.001") == came.usage.cost_usd


def failed(code: str, status: int, message: str = "no") -> str:
    return said("r", {"error": {"message": message, "code": code}}, status)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (failed("content_filter", 400), ModelRefused, "content filter"),
        (failed("context_length_exceeded", 400), ModelTruncated, "longer than the model reads"),
        (failed("invalid_request_error", 400, "bad schema"), ModelRefused, "bad schema"),
        (failed("rate_limit_exceeded", 429), ModelPending, "the.endpoint answered 429"),
        (failed("insufficient_quota", 429), ModelPending, "no quota left"),
        (failed("", 503), ModelPending, "the.endpoint answered 503"),
        (failed("invalid_api_key", 401), ModelPending, "does not accept the key"),
        (unsaid("r", "batch_expired", "It was too late."), ModelPending, "It was too late."),
        (unsaid("r", "batch_expired", "\x1b[2J sk-1234567890abcdefgh"), ModelPending, "sk-SCRUBBED"),
        (said("r", {"choices": []}), ModelPending, "holds no answer"),
        (said("r", {**completion("{}"), "error": {"message": "late"}}), ModelPending, "late"),
        (said("r", completion("{}"), 500), ModelPending, "holds no answer"),
        ('{"custom_id": "r"}', ModelPending, "holds no answer"),
        ('{"custom_id": "r", "response": [], "error": 5}', ModelPending, "holds no answer"),
    ],
)
def test_what_is_no_answer_says_why_and_what_the_request_is_not_to_blame_for_can_be_asked_again(
    text: str, kind: type[ModelError], words: str
) -> None:
    came = line(text)

    assert came and came.body is None
    assert kind is type(came.error)
    assert words in str(came.error) and "\x1b" not in str(came.error)


@pytest.mark.parametrize(
    "text", ["", "{", "null", "[]", '"r"', '{"custom_id": 5}', "<html>", "[" * 100_000, "\ufeff{}"]
)
def test_what_is_no_line_is_none(text: str) -> None:
    assert line(text) is None


def test_bytes_that_are_no_text_are_no_line() -> None:
    assert read(b"\xff\xfe\x00", "the.endpoint", TERMS) is None
