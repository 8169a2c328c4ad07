"""Promises of answers that are kept: nothing is asked twice, and nothing bad is served for good."""

import json

import pytest

from tests.llm.asking import ARTICLE, GOOD, WRONG, Shelf, ask, ask_all
from tests.llm.endpoint import Endpoint, Reply, chat, failed
from verifier.errors import ModelError, ModelInvalid, ModelRefused, ModelTruncated, ModelUnavailable
from verifier.models import Usage
from verifier.settings import ModelSettings


def test_a_kept_answer_needs_no_request_and_costs_nothing(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.append(chat(GOOD))
    shelf = Shelf()
    first = ask(settings, kept=shelf)

    second = ask(settings, kept=shelf)

    assert first.answer.model_dump() == second.answer.model_dump()
    assert first.text == second.text
    assert Usage() == second.usage
    assert len(endpoint.requests) == 1


def test_an_answer_is_kept_before_it_is_used(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.append(chat(WRONG))
    shelf = Shelf()

    with pytest.raises(ModelInvalid):
        ask(settings.model_copy(update={"reasks": 0}), kept=shelf, label="bergen")

    assert shelf.labels == ["bergen"]
    assert json.loads(*shelf.bodies.values())["choices"][0]["message"]["content"] == WRONG


def test_another_model_is_asked_anew(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.extend([chat(GOOD), chat(GOOD)])
    shelf = Shelf()

    ask(settings, kept=shelf)
    ask(settings.model_copy(update={"name": "another"}), kept=shelf)

    assert len(endpoint.requests) == 2


def test_a_conversation_with_a_reask_replays_whole(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.extend([chat(WRONG), chat(GOOD)])
    shelf = Shelf()
    ask(settings, kept=shelf)

    again = ask(settings, kept=shelf)

    assert again.answer.count == 2
    assert len(endpoint.requests) == 2


def test_an_interrupted_conversation_goes_on_where_it_stopped(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.extend([chat(WRONG), *[failed(500)] * 3])
    shelf = Shelf()
    with pytest.raises(ModelUnavailable):
        ask(settings, kept=shelf)
    endpoint.script.append(chat(GOOD))

    again = ask(settings, kept=shelf)

    assert again.answer.count == 2
    assert again.usage.calls == 1


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        ([chat(None, refusal="no")], ModelRefused),
        ([chat('{"pl', finish="length")], ModelTruncated),
        ([chat(WRONG), chat(WRONG)], ModelInvalid),
        ([chat(WRONG), chat(None, refusal="no")], ModelRefused),
    ],
)
def test_an_answer_that_did_not_serve_is_asked_for_again_in_the_next_run(
    endpoint: Endpoint, settings: ModelSettings, answers: list[Reply], error: type[Exception]
) -> None:
    shelf = Shelf()
    endpoint.script.extend(answers)
    with pytest.raises(error):
        ask(settings, kept=shelf)
    asked = len(endpoint.requests)
    endpoint.script.append(chat(GOOD))

    second = ask(settings, kept=shelf)
    third = ask(settings, kept=shelf)

    assert second.usage.calls == 1
    assert third.usage.calls == 0
    assert len(endpoint.requests) == asked + 1


def test_an_answer_that_does_not_serve_is_asked_for_once_a_run(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.answer = lambda _: chat(None, refusal="no")
    shelf = Shelf()

    for runs in (1, 2):
        with pytest.raises(ModelRefused):
            ask_all(settings, [[ARTICLE]] * 4, kept=shelf)

        assert len(endpoint.requests) == runs


def test_a_kept_refusal_stays_one_where_nothing_may_go_out(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.append(chat(None, refusal="no"))
    shelf = Shelf()
    with pytest.raises(ModelRefused):
        ask(settings, kept=shelf)

    with pytest.raises(ModelRefused):
        ask(ModelSettings(answers="replay"), kept=shelf)


@pytest.mark.parametrize("answered", [failed(500), failed(401), Reply("<html>"), Reply(drop=True)])
def test_what_is_no_answer_is_not_kept(endpoint: Endpoint, settings: ModelSettings, answered: Reply) -> None:
    endpoint.answer = lambda _: answered
    shelf = Shelf()

    with pytest.raises(ModelError):
        ask(settings, kept=shelf)

    assert not shelf.bodies
