"""Promises of waiting between requests."""

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from tests.llm.asking import GOOD, SYSTEM, Pauses, Places, ask, ask_all
from tests.llm.endpoint import Endpoint, Reply, chat, failed
from verifier.errors import ModelUnavailable
from verifier.llm import Model
from verifier.settings import ModelSettings


@pytest.mark.parametrize(
    ("headers", "least", "most"),
    [
        ({"retry_after": "7"}, 7, 7.25),
        ({"retry_after_ms": "1500", "retry_after": "9"}, 1.5, 1.75),
    ],
)
def test_the_endpoint_says_when_to_come_back(
    endpoint: Endpoint, settings: ModelSettings, headers: dict[str, str], least: float, most: float
) -> None:
    endpoint.script.extend([failed(429, **headers), chat(GOOD)])
    pauses = Pauses()

    ask(settings, pauses=pauses)

    assert len(pauses.seconds) == 1
    assert least <= pauses.seconds[0] <= most


@pytest.mark.parametrize(("away", "least", "most"), [(400, 300, 401), (-86_400, 0, 0.25)])
def test_the_endpoint_may_name_the_moment(
    endpoint: Endpoint, settings: ModelSettings, away: int, least: float, most: float
) -> None:
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=away), usegmt=True)
    endpoint.script.extend([failed(429, retry_after=moment), chat(GOOD)])
    pauses = Pauses()

    ask(settings, pauses=pauses)

    assert least <= pauses.seconds[0] <= most


@pytest.mark.parametrize("value", ["soon", "-5", "nan", "inf", "", "Wed, 99 Nov 2026 00:00:00 GMT"])
def test_a_senseless_moment_to_come_back_is_passed_over(
    endpoint: Endpoint, settings: ModelSettings, value: str
) -> None:
    endpoint.script.extend([failed(503, retry_after=value), chat(GOOD)])
    pauses = Pauses()

    ask(settings, pauses=pauses)

    assert 0 <= pauses.seconds[0] <= 1


def test_pauses_may_grow_but_never_beyond_twenty_seconds(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.answer = lambda _: failed(500)
    pauses = Pauses()

    with pytest.raises(ModelUnavailable):
        ask(settings.model_copy(update={"attempts": 12}), pauses=pauses)

    assert len(pauses.seconds) == 11
    assert all(pause <= min(20, 2**number) for number, pause in enumerate(pauses.seconds))


def test_no_pause_is_begun_that_would_pass_the_deadline(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.answer = lambda _: failed(429, retry_after="3600")
    pauses = Pauses()

    with pytest.raises(ModelUnavailable, match="Waiting another 3600 s"):
        ask(settings, pauses=pauses)

    assert pauses.seconds == []
    assert len(endpoint.requests) == 1


def test_pauses_count_towards_the_deadline(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.answer = lambda _: failed(429, retry_after="40")
    pauses = Pauses()

    with pytest.raises(ModelUnavailable):
        ask(settings.model_copy(update={"deadline": 100, "attempts": 50}), pauses=pauses)

    assert len(pauses.seconds) == 2


def test_an_ask_that_waits_lets_others_pass(endpoint: Endpoint, settings: ModelSettings) -> None:
    def answer(body: dict[str, list[dict[str, str]]]) -> Reply:
        first = "slow" in body["messages"][1]["content"] and len(endpoint.requests) == 1
        return failed(429, retry_after="5") if first else chat(GOOD)

    endpoint.answer = answer

    ask_all(settings.model_copy(update={"concurrency": 1}), [["slow"], ["quick"]])

    asked = [messages[1]["content"] for messages in endpoint.conversations]
    assert sorted(asked) == ["quick", "slow", "slow"]
    assert asked[0] == "slow"
    assert endpoint.busiest == 1


def test_queueing_behind_others_does_not_use_up_the_time_of_an_ask(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.append(Reply(hang=True))
    endpoint.answer = lambda _: chat(GOOD)
    hurried = settings.model_copy(update={"concurrency": 1, "deadline": 2.0, "attempts": 1})

    async def run() -> list[str]:
        async with Model(hurried, sleep=Pauses()) as model:
            asks = (model.ask(Places, system=SYSTEM, turns=[str(n)], label="x") for n in range(3))
            return [type(one).__name__ for one in await asyncio.gather(*asks, return_exceptions=True)]

    assert asyncio.run(run()) == ["ModelUnavailable", "Asked", "Asked"]
