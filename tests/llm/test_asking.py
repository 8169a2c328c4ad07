"""Promises of asking a model that answers."""

import asyncio
import subprocess
import sys
from decimal import Decimal

import pytest

from tests.llm.asking import ARTICLE, GOOD, SYSTEM, WRONG, Pauses, Places, ask, ask_all
from tests.llm.endpoint import Endpoint, chat
from verifier.errors import ConfigurationError
from verifier.llm import DEFAULT_MODEL, Model
from verifier.models import Usage
from verifier.settings import ModelSettings


def test_a_good_answer_comes_back_as_schema_text_and_usage(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.append(chat(GOOD, cached=40))

    asked = ask(settings)

    assert Places(places=["Bergen", "Vardø"], count=2) == Places.model_validate(asked.answer.model_dump())
    assert asked.text == GOOD
    assert (1, 100, 40, 20) == (
        asked.usage.calls,
        asked.usage.input_tokens,
        asked.usage.cached_tokens,
        asked.usage.output_tokens,
    )


def test_the_rules_stand_first_and_the_turns_alternate(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.append(chat(GOOD))

    ask(settings, ARTICLE, WRONG, "Count again.")

    assert [
        {"role": "system", "content": SYSTEM},
        {"role": "user", "content": ARTICLE},
        {"role": "assistant", "content": WRONG},
        {"role": "user", "content": "Count again."},
    ] == endpoint.conversations[0]


def test_the_article_is_sent_as_it_stands_also_where_it_looks_like_a_template(
    endpoint: Endpoint, settings: ModelSettings
) -> None:
    endpoint.script.append(chat(GOOD))

    ask(settings, "{{ 7 * 7 }} {% if x %} ```json {}```")

    assert endpoint.conversations[0][1]["content"] == "{{ 7 * 7 }} {% if x %} ```json {}```"


def test_an_invalid_answer_is_pointed_out_and_asked_for_again(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.extend([chat(WRONG), chat(GOOD)])

    asked = ask(settings)

    assert asked.answer.count == 2
    assert [2, 4] == [len(messages) for messages in endpoint.conversations]
    assert endpoint.conversations[1][2]["content"] == WRONG
    assert "count" in endpoint.conversations[1][3]["content"]
    assert Usage(calls=2, input_tokens=200, output_tokens=40, cost_usd=Decimal("0.00004")) == asked.usage


@pytest.mark.parametrize("prose", ["I cannot see any places.", "", "[]", "null", '{"places": []}', "{" * 5_000])
def test_what_is_no_fitting_json_is_asked_for_again(endpoint: Endpoint, settings: ModelSettings, prose: str) -> None:
    endpoint.script.extend([chat(prose), chat(GOOD)])

    asked = ask(settings)

    assert asked.answer.count == 2


def test_strict_sends_the_strict_schema_on_every_request(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.extend([chat(WRONG), chat(GOOD)])

    ask(settings)

    for request in endpoint.requests:
        wanted = request.body["response_format"]
        assert wanted["type"] == "json_schema"
        assert wanted["json_schema"]["name"] == "Places"
        assert wanted["json_schema"]["strict"] is True
        assert wanted["json_schema"]["schema"]["additionalProperties"] is False


def test_schema_sends_the_plain_schema(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.append(chat(GOOD))

    ask(settings.model_copy(update={"structured": "schema"}))

    assert "strict" not in endpoint.requests[0].body["response_format"]["json_schema"]


def test_json_puts_the_schema_into_the_rules(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.append(chat(GOOD))

    asked = ask(settings.model_copy(update={"structured": "json"}))

    assert asked.answer.count == 2
    assert endpoint.requests[0].body["response_format"] == {"type": "json_object"}
    assert endpoint.conversations[0][0]["content"].startswith(SYSTEM)
    assert '"places"' in endpoint.conversations[0][0]["content"]


def test_a_request_holds_nothing_that_some_models_refuse(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.append(chat(GOOD))

    ask(settings)

    assert endpoint.requests[0].path == "/v1/chat/completions"
    assert {"messages", "model", "response_format"} == set(endpoint.requests[0].body)
    assert endpoint.requests[0].body["model"] == DEFAULT_MODEL


def test_the_model_named_is_the_model_asked(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.append(chat(GOOD))

    asked = ask(settings.model_copy(update={"name": "qwen3:8b"}))

    assert endpoint.requests[0].body["model"] == "qwen3:8b"
    assert asked.usage.cost_usd is None


def test_a_local_server_needs_no_key(endpoint: Endpoint) -> None:
    endpoint.script.append(chat(GOOD))

    asked = ask(ModelSettings(base_url=endpoint.url))

    assert asked.answer.count == 2


def test_no_more_requests_are_under_way_than_allowed(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.answer = lambda _: chat(GOOD)

    asked = ask_all(settings.model_copy(update={"concurrency": 2}), [[f"article {n}"] for n in range(12)])

    assert len(asked) == 12
    assert len(endpoint.requests) == 12
    assert endpoint.busiest <= 2


def test_the_same_question_is_put_to_the_endpoint_once_a_run(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.append(chat(GOOD))

    asked = ask_all(settings, [[ARTICLE]] * 5)

    assert [2] * 5 == [each.answer.count for each in asked]
    assert [0, 0, 0, 0, 1] == sorted(each.usage.calls for each in asked)
    assert len(endpoint.requests) == 1


def test_the_model_adds_up_what_all_asks_used(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.answer = lambda _: chat(GOOD)

    async def run() -> Usage:
        async with Model(settings, sleep=Pauses()) as model:
            for text in ("one", "two", "one"):
                await model.ask(Places, system=SYSTEM, turns=[text], label="x")
            return model.usage

    assert Usage(calls=2, input_tokens=200, output_tokens=40, cost_usd=Decimal("0.00004")) == asyncio.run(run())


def test_without_key_and_address_three_ways_out_are_named() -> None:
    with pytest.raises(ConfigurationError, match=r"OPENAI_API_KEY.*OPENAI_BASE_URL.*--demo"):
        ask(ModelSettings())


@pytest.mark.parametrize("address", ["localhost:11434/v1", "ftp://host/v1", "http://", "nonsense"])
def test_an_address_that_is_none_is_told_before_anything_is_asked(address: str) -> None:
    with pytest.raises(ConfigurationError, match="OPENAI_BASE_URL"):
        ask(ModelSettings(base_url=address))


@pytest.mark.parametrize("key", ["sk-abc\n", "schlüssel", "a\tb"])
def test_a_key_that_cannot_be_sent_is_told_without_showing_it(endpoint: Endpoint, key: str) -> None:
    with pytest.raises(ConfigurationError, match="OPENAI_API_KEY") as caught:
        ask(ModelSettings(base_url=endpoint.url, api_key=key))

    assert key not in str(caught.value)


def test_importing_the_room_is_cheap() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, verifier.llm; print([m for m in sys.modules if '.' not in m])"],
        capture_output=True,
        text=True,
        check=True,
    )

    for heavy in ("openai", "instructor", "tenacity", "httpx", "httpx2"):
        assert f"'{heavy}'" not in loaded.stdout


def test_nothing_is_said_on_standard_error(
    endpoint: Endpoint, settings: ModelSettings, capfd: pytest.CaptureFixture[str]
) -> None:
    endpoint.script.extend([chat(WRONG), chat(GOOD)])

    ask(settings)

    assert capfd.readouterr() == ("", "")
