"""Promises of asking many things at once: answers in order, one failure as it is, nothing left under way."""

import asyncio

import pytest

from verifier.errors import ModelRejected, ModelUnavailable
from verifier.llm import together


class Asks:
    """Asks that note what became of them."""

    def __init__(self) -> None:
        self.ended: list[str] = []

    async def answer(self, name: str, pauses: int = 0) -> str:
        for _ in range(pauses):
            await asyncio.sleep(0)
        self.ended.append(f"{name} answered")
        return name

    async def fail(self, error: Exception) -> str:
        await asyncio.sleep(0)
        raise error

    async def wait(self, name: str) -> str:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            self.ended.append(f"{name} ended")
        return name


def test_the_answers_come_in_the_order_of_the_asks() -> None:
    asks = Asks()

    answers = asyncio.run(together([asks.answer("slow", pauses=3), asks.answer("fast")]))

    assert ["slow", "fast"] == answers
    assert ["fast answered", "slow answered"] == asks.ended


def test_nothing_to_ask_gives_nothing() -> None:
    assert [] == asyncio.run(together([]))


def test_the_first_failure_comes_as_it_is_when_all_others_have_ended() -> None:
    asks, cause = Asks(), OSError("the wire")
    error = ModelRejected("The key is wrong.")
    error.__cause__ = cause

    with pytest.raises(ModelRejected) as caught:
        asyncio.run(together([asks.wait("first"), asks.fail(error), asks.wait("third")]))

    assert (error, cause, None) == (caught.value, caught.value.__cause__, caught.value.__context__)
    assert {"first ended", "third ended"} == set(asks.ended)


def test_of_asks_within_asks_the_failure_comes_as_it_is_too() -> None:
    asks = Asks()

    async def both() -> list[list[str]]:
        return await together([together([asks.fail(ModelUnavailable("Down."))]), together([asks.wait("other")])])

    with pytest.raises(ModelUnavailable, match="Down"):
        asyncio.run(both())

    assert ["other ended"] == asks.ended


def test_an_interrupt_ends_them_all() -> None:
    asks = Asks()

    async def interrupted() -> None:
        async with asyncio.timeout(0.01):
            await together([asks.wait("one"), asks.wait("other")])

    with pytest.raises(TimeoutError):
        asyncio.run(interrupted())

    assert {"one ended", "other ended"} == set(asks.ended)
