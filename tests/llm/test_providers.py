"""Promises of the endpoints the README names: they answer, and what is wrong is told with what to do."""

import json

import pytest

from tests.llm.asking import Shelf, ask
from tests.llm.endpoint import Endpoint, chat, reply
from tests.llm.providers import KEY, MODEL, PROVIDERS, serve, structured
from verifier.errors import ModelError, ModelRejected, ModelUnavailable
from verifier.llm import extras, question
from verifier.settings import ModelSettings

GOOD = '{"places": ["Bergen", "Vardø"], "count": 2}'
EVERYWHERE = [(name, mode) for name, provider in PROVIDERS.items() for mode in sorted(provider.formats)]
NOWHERE = [
    (name, mode)
    for name, provider in PROVIDERS.items()
    for mode in ("strict", "schema", "json")
    if mode not in provider.formats
]


def settings(endpoint: Endpoint, name: str, /, **changes: object) -> ModelSettings:
    url = serve(endpoint, PROVIDERS[name])
    return ModelSettings(base_url=url, api_key=KEY, name=MODEL, attempts=1).model_copy(update=changes)


@pytest.mark.parametrize(("name", "mode"), EVERYWHERE)
def test_every_provider_answers_in_every_mode_it_has(endpoint: Endpoint, name: str, mode: str) -> None:
    asked = ask(settings(endpoint, name, structured=mode))

    assert (2, mode) == (asked.answer.count, structured(endpoint.requests[0].body))
    assert endpoint.requests[0].path == f"{PROVIDERS[name].path}/chat/completions"


@pytest.mark.parametrize(("name", "mode"), NOWHERE)
def test_a_mode_a_provider_does_not_have_is_told_with_another_to_try(endpoint: Endpoint, name: str, mode: str) -> None:
    with pytest.raises(ModelError, match="VERIFIER_STRUCTURED=") as caught:
        ask(settings(endpoint, name, structured=mode))

    assert f"VERIFIER_STRUCTURED={mode}" not in str(caught.value)
    assert len(endpoint.requests) == 1


@pytest.mark.parametrize("name", [name for name, provider in PROVIDERS.items() if provider.unknown_model])
def test_a_model_a_provider_does_not_know_is_told_by_its_setting(endpoint: Endpoint, name: str) -> None:
    with pytest.raises(ModelRejected, match="Check VERIFIER_MODEL, which is “another”"):
        ask(settings(endpoint, name, name="another", structured=min(PROVIDERS[name].formats)))


@pytest.mark.parametrize("name", [name for name, provider in PROVIDERS.items() if provider.needs_key])
def test_a_key_a_provider_does_not_take_is_told_by_its_setting(endpoint: Endpoint, name: str) -> None:
    with pytest.raises(ModelRejected, match=r"does not accept the key\. Check OPENAI_API_KEY"):
        ask(settings(endpoint, name, api_key="sk-test-of-somebody-else-000"))


@pytest.mark.parametrize("name", ["Ollama", "vLLM", "llama.cpp", "LM Studio"])
def test_a_server_of_ones_own_needs_no_key(endpoint: Endpoint, name: str) -> None:
    assert ask(settings(endpoint, name, api_key=None)).answer.count == 2


def test_a_server_that_says_error_with_status_200_is_believed(endpoint: Endpoint) -> None:
    body = {"object": "error", "code": 404, "message": "The model `x` does not exist.", "type": "NotFoundError"}
    endpoint.script.append(reply(body))

    with pytest.raises(ModelRejected, match=r"The model `x` does not exist\. Check VERIFIER_MODEL"):
        ask(ModelSettings(base_url=endpoint.url))


def test_an_error_that_is_a_sentence_is_quoted_and_one_that_is_a_page_is_not(endpoint: Endpoint) -> None:
    endpoint.script.extend([reply({"error": "model is busy loading"}, 503), reply("<html>busy</html>", 503)])

    for said in ("model is busy loading", r"answered 503 \(Service Unavailable\)\."):
        with pytest.raises(ModelUnavailable, match=said):
            ask(ModelSettings(base_url=endpoint.url, attempts=1))


# ------------------------------------------------------------------------------------ what only some are sent


@pytest.mark.parametrize("name", PROVIDERS)
def test_nobody_is_sent_a_field_of_somebody_elses(endpoint: Endpoint, name: str) -> None:
    ask(settings(endpoint, name, structured=min(PROVIDERS[name].formats)))

    assert {"messages", "model", "response_format"} == set(endpoint.requests[0].body)


@pytest.mark.parametrize("tier", ["auto", "default", "flex", "priority"])
def test_a_service_tier_is_passed_on_where_one_is_set(endpoint: Endpoint, tier: str) -> None:
    endpoint.script.append(chat(GOOD))

    ask(ModelSettings(base_url=endpoint.url, service_tier=tier))

    assert tier == endpoint.requests[0].body["service_tier"]


def test_openrouter_is_held_to_providers_that_keep_to_the_schema(
    endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "OPENROUTER", "127.0.0.1")

    ask(settings(endpoint, "OpenRouter"))

    assert {"require_parameters": True} == endpoint.requests[0].body["provider"]


def test_what_openrouter_says_it_costs_is_what_it_costs(endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "OPENROUTER", "127.0.0.1")
    body = json.loads(chat(GOOD).body)
    body["usage"]["cost"] = 0.00095
    endpoint.script.append(reply(body))

    asked = ask(settings(endpoint, "OpenRouter", name="somebody/model"))

    assert "0.00095" == str(asked.usage.cost_usd)


@pytest.fixture
def openai(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the loopback interface pass for OpenAI."""
    monkeypatch.setattr(extras, "OPENAI", "127.0.0.1")


LONG = "Name the places, one by one. " * 400


@pytest.mark.usefixtures("openai")
def test_openai_is_told_to_cache_long_rules_and_nothing_of_the_article(endpoint: Endpoint) -> None:
    endpoint.answer = lambda _: chat(GOOD)
    ask(ModelSettings(base_url=endpoint.url, name="gpt-6-luna"), system=LONG)

    body = endpoint.requests[0].body
    assert {"mode": "explicit"} == body["prompt_cache_options"]
    assert body["prompt_cache_key"].startswith("verifier-")
    (block,) = body["messages"][0]["content"]
    assert (LONG, {"mode": "explicit"}) == (block["text"], block["prompt_cache_breakpoint"])
    assert isinstance(body["messages"][1]["content"], str)


@pytest.mark.usefixtures("openai")
def test_short_rules_are_not_cached_and_not_paid_for(endpoint: Endpoint) -> None:
    endpoint.answer = lambda _: chat(GOOD)

    ask(ModelSettings(base_url=endpoint.url, name="gpt-6-luna"))

    body = endpoint.requests[0].body
    assert {"mode": "explicit"} == body["prompt_cache_options"]
    assert isinstance(body["messages"][0]["content"], str)


@pytest.mark.usefixtures("openai")
@pytest.mark.parametrize("model", ["gpt-5", "gpt-5.5", "gpt-4.1-mini", "gpt-4o", "o4-mini", "ft:gpt-4.1:us", "mine"])
def test_models_that_take_no_marks_get_none(endpoint: Endpoint, model: str) -> None:
    endpoint.answer = lambda _: chat(GOOD)

    ask(ModelSettings(base_url=endpoint.url, name=model), system=LONG)

    assert {"messages", "model", "response_format", "prompt_cache_key"} == set(endpoint.requests[0].body)


@pytest.mark.usefixtures("openai")
def test_marks_that_are_refused_are_left_out_from_then_on(endpoint: Endpoint) -> None:
    def answer(body: dict[str, object]) -> object:
        refused = "prompt_cache_options" in body
        return reply({"error": {"message": "prompt_cache_breakpoint is not supported"}}, 400) if refused else chat(GOOD)

    endpoint.answer = answer  # type: ignore[assignment]

    asked = ask(ModelSettings(base_url=endpoint.url, name="gpt-5.6-terra"), system=LONG)

    assert (2, 2) == (asked.answer.count, len(endpoint.requests))


@pytest.mark.usefixtures("openai")
def test_what_is_marked_is_found_under_the_same_key_as_what_is_not(
    endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    endpoint.answer = lambda _: chat(GOOD)
    shelf, marked = Shelf(), ModelSettings(base_url=endpoint.url, name="gpt-6-luna", service_tier="flex")
    ask(marked, system=LONG, kept=shelf)
    monkeypatch.setattr(extras, "OPENAI", "elsewhere.example")

    ask(marked.model_copy(update={"service_tier": None}), system=LONG, kept=shelf)

    assert len(endpoint.requests) == 1


def test_a_marked_request_reads_like_a_plain_one() -> None:
    plain = {"model": "m", "messages": [{"role": "system", "content": "One.\nTwo."}]}
    block = {"type": "text", "text": "One.\nTwo.", "prompt_cache_breakpoint": {"mode": "explicit"}}
    marked = {**plain, "messages": [{"role": "system", "content": [block]}], "prompt_cache_key": "k", "provider": {}}

    one, other = (question.read(json.dumps(body).encode()) for body in (plain, marked))

    assert (one.key, one.request) == (other.key, other.request)
