"""Promises of a run that goes by batch: nothing is sent that should wait, and what came is as good as an answer."""

import asyncio
import json
from typing import Any

import pytest

from tests.llm.asking import ARTICLE, GOOD, SYSTEM, WRONG, Pauses, Places, Shelf
from tests.llm.endpoint import Endpoint, chat
from verifier.errors import ModelInvalid, ModelPending, ModelRefused
from verifier.llm import Asked, ByBatch, Model
from verifier.llm.question import read
from verifier.settings import ModelSettings


def ask(settings: ModelSettings, batch: ByBatch, shelf: Shelf, pauses: Pauses | None = None) -> Asked[Places]:
    async def run() -> Asked[Places]:
        async with Model(settings, shelf, batch, sleep=pauses or Pauses()) as model:
            return await model.ask(Places, system=SYSTEM, turns=[ARTICLE], label="extract")

    return asyncio.run(run())


def note(settings: ModelSettings, shelf: Shelf) -> ByBatch:
    """Return what a run notes."""
    batch = ByBatch()
    with pytest.raises(ModelPending):
        ask(settings, batch, shelf)
    return batch


def bring(shelf: Shelf, batch: ByBatch, content: str) -> ByBatch:
    """Answer what was noted, and return what the next run is given."""
    for request in batch.noted:
        shelf.bodies[request] = chat(content).body
    return ByBatch(came=batch.came | batch.noted.keys())


def test_what_is_noted_is_what_would_have_been_sent(settings: ModelSettings, endpoint: Endpoint) -> None:
    endpoint.script.append(chat(GOOD))

    batch = note(settings, Shelf())
    waited = [*endpoint.requests]
    ask(settings, ByBatch(missing="send"), Shelf())

    ((request, noted),) = batch.noted.items()
    assert ([], "extract") == (waited, noted.label)
    assert endpoint.requests[0].body == json.loads(noted.body)
    assert request == read(noted.body).request


def test_what_waits_is_not_settled_and_what_came_is(settings: ModelSettings) -> None:
    batch = note(settings, Shelf())

    with pytest.raises(ModelPending):
        batch.settle()
    ByBatch(came=frozenset(batch.noted)).settle()


def test_what_came_is_the_answer_and_counts_as_asked(settings: ModelSettings, endpoint: Endpoint) -> None:
    shelf = Shelf()
    came = bring(shelf, note(settings, shelf), GOOD)

    asked = ask(settings, came, shelf)

    assert (json.loads(GOOD), 1) == (asked.answer.model_dump(), asked.usage.calls)
    assert (set(came.came), []) == (came.met, endpoint.requests)


def test_an_invalid_answer_that_came_is_asked_about_again_and_its_first_question_is_not(
    settings: ModelSettings, endpoint: Endpoint
) -> None:
    shelf = Shelf()
    first = note(settings, shelf)
    second = bring(shelf, first, WRONG)
    with pytest.raises(ModelPending):
        ask(settings, second, shelf)
    third = bring(shelf, second, WRONG)

    with pytest.raises(ModelInvalid):
        ask(settings, third, shelf)

    assert (1, 1, {}) == (len(first.noted), len(second.noted), third.noted)
    assert first.noted.keys() != second.noted.keys()
    assert [] == endpoint.requests


def test_an_answer_of_an_earlier_run_that_does_not_serve_is_asked_for_anew(settings: ModelSettings) -> None:
    shelf = Shelf()
    refused = {"refusal": "no", "role": "assistant", "content": None}
    first = note(settings, shelf)
    body: dict[str, Any] = json.loads(chat(GOOD).body)
    body["choices"][0]["message"] = refused
    shelf.bodies = dict.fromkeys(first.noted, json.dumps(body))

    again = note(settings, shelf)

    assert first.noted.keys() == again.noted.keys()


def test_what_failed_is_neither_sent_nor_waited_for(settings: ModelSettings, endpoint: Endpoint) -> None:
    shelf, pauses = Shelf(), Pauses()
    (request,) = note(settings, shelf).noted
    failed = ByBatch(failed={request: ModelRefused("The batch says no.")})

    with pytest.raises(ModelRefused, match=r"^The batch says no\.$"):
        ask(settings, failed, shelf, pauses)

    assert ([], [], {request}) == (endpoint.requests, pauses.seconds, failed.met)
    failed.settle()


def test_what_is_left_is_named_and_not_noted(settings: ModelSettings, endpoint: Endpoint) -> None:
    batch = ByBatch(missing="leave")

    with pytest.raises(ModelPending, match="too late for the batches"):
        ask(settings, batch, Shelf())

    batch.settle()
    assert [] == endpoint.requests
