"""Promises of a run's budget: it is not passed, and what it stopped is named and can be asked later."""

import asyncio
import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from tests.llm.asking import ARTICLE, GOOD, SYSTEM, WRONG, Pauses, Places, Shelf, ask
from tests.llm.endpoint import Endpoint, Reply, chat, failed, reply
from verifier.errors import ConfigurationError, ModelError, ModelUnavailable, OverBudget
from verifier.llm import Model
from verifier.llm.budget import Budget
from verifier.models import Usage
from verifier.settings import ModelSettings

EACH = Decimal("0.00002")
"""What the answers of `chat` cost, of gpt-6-luna."""


def taking(paid: Any, given: Any) -> Reply:
    """An answer that says it took so many tokens."""
    body = json.loads(chat(GOOD).body)
    return reply({**body, "usage": {"prompt_tokens": paid, "completion_tokens": given}})


def run(settings: ModelSettings, asks: int, shelf: Shelf | None = None) -> tuple[Usage, list[BaseException]]:
    """Ask different things at once, and return what all took and what went wrong."""

    async def started() -> tuple[Usage, list[BaseException]]:
        async with Model(settings, shelf, sleep=Pauses()) as model:
            questions = (model.ask(Places, system=SYSTEM, turns=[f"{ARTICLE} {n}"], label="x") for n in range(asks))
            ended = await asyncio.gather(*questions, return_exceptions=True)
            return model.usage, [one for one in ended if isinstance(one, BaseException)]

    return asyncio.run(started())


def limited(settings: ModelSettings, dollars: str, **changes: object) -> ModelSettings:
    return settings.model_copy(update={"max_cost": Decimal(dollars), **changes})


@pytest.mark.parametrize("concurrency", [1, 3, 16])
@pytest.mark.parametrize("limit", ["0.0003", "0.00055", "0.0010"])
def test_a_run_never_costs_more_than_it_may(
    endpoint: Endpoint, settings: ModelSettings, limit: str, concurrency: int
) -> None:
    endpoint.answer = lambda _: chat(GOOD)

    used, stopped = run(limited(settings, limit, concurrency=concurrency), 60)

    assert used.cost_usd is not None and used.cost_usd <= Decimal(limit)
    assert {OverBudget} == {type(one) for one in stopped}
    assert len(endpoint.requests) == 60 - len(stopped) == used.calls


def test_what_others_under_way_hold_is_waited_for_and_then_used(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.answer = lambda _: chat(GOOD)

    used, stopped = run(limited(settings, "0.0007", concurrency=8), 20)

    assert (20, 20 * EACH, []) == (used.calls, used.cost_usd, stopped)


@pytest.mark.parametrize("limit", ["0", "0.00001"])
def test_a_budget_smaller_than_one_request_asks_nothing(
    endpoint: Endpoint, settings: ModelSettings, limit: str
) -> None:
    with pytest.raises(OverBudget, match=rf"The budget of \${limit} would have been passed\. .* larger --max-cost"):
        ask(limited(settings, limit))

    assert not endpoint.requests


def test_what_is_kept_costs_nothing_of_a_budget(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.append(chat(GOOD))
    shelf = Shelf()
    ask(settings, kept=shelf)

    assert ask(limited(settings, "0"), kept=shelf).answer.count == 2


def test_a_larger_budget_asks_only_the_rest(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.answer = lambda _: chat(GOOD)
    shelf = Shelf()
    first, stopped = run(limited(settings, "0.0005"), 40, shelf)

    second, left = run(limited(settings, "0.01"), 40, shelf)

    assert stopped and not left
    assert 40 == first.calls + second.calls == len(endpoint.requests)


def test_pointing_out_a_fault_is_a_request_like_any_other(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.extend([chat(WRONG)])

    with pytest.raises(OverBudget):
        ask(limited(settings, "0.00035"))

    assert len(endpoint.requests) == 1


def test_the_first_answer_shows_what_the_others_will_cost(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.answer = lambda _: taking(100, 1_000)  # a model that thinks aloud: ten times what its answer is long

    used, stopped = run(limited(settings, "0.0030", concurrency=16), 30)

    assert used.cost_usd is not None and used.cost_usd <= Decimal("0.0030")
    assert used.calls > 3 and stopped


@pytest.mark.parametrize("counts", [(None, None), (-5, -7), (0, 20), ("many", 1), (100, None)])
def test_an_answer_that_does_not_say_what_it_took_counts_as_the_most(
    endpoint: Endpoint, settings: ModelSettings, counts: tuple[Any, Any]
) -> None:
    endpoint.answer = lambda _: taking(*counts)

    used, stopped = run(limited(settings, "0.0010"), 20)

    assert (None, True) == (used.cost_usd, bool(stopped))
    assert 0 < len(endpoint.requests) == 20 - len(stopped)


@pytest.mark.parametrize("usage", [None, [], "free"])
def test_no_usage_at_all_is_an_unknown_price_and_not_nothing(
    endpoint: Endpoint, settings: ModelSettings, usage: object
) -> None:
    endpoint.script.append(reply({**json.loads(chat(GOOD).body), "usage": usage}))

    assert Usage(calls=1) == ask(settings).usage


def test_errors_cost_nothing(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.extend([failed(500), failed(429), chat(GOOD)])

    assert ask(limited(settings, "0.0003")).usage.cost_usd == EACH


def test_what_never_left_costs_nothing(settings: ModelSettings) -> None:
    nowhere = settings.model_copy(update={"base_url": "http://127.0.0.1:9/v1"})

    with pytest.raises(ModelUnavailable, match="asked 3 times"):
        ask(limited(nowhere, "0.0003"))


def test_what_was_lost_on_its_way_back_is_taken_for_paid(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.script.extend([Reply(drop=True)] * 3)

    with pytest.raises(ModelError):
        ask(limited(settings, "0.0001"))

    assert len(endpoint.requests) == 1


@pytest.mark.parametrize(("name", "tier"), [("qwen3:8b", None), ("gpt-6-luna", "priority")])
def test_without_a_known_price_no_limit_can_be_kept(settings: ModelSettings, name: str, tier: str | None) -> None:
    with pytest.raises(ConfigurationError, match=r"the price of .*is not known\. Set VERIFIER_PRICE"):
        ask(limited(settings, "1", name=name, service_tier=tier))


def test_a_price_of_ones_own_makes_a_limit_possible(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.answer = lambda _: chat(GOOD)
    own = settings.model_copy(update={"name": "qwen3:8b", "price": "1,2"})

    used, _ = run(limited(own, "0.0100"), 40)

    assert used.calls * Decimal("0.00014") == used.cost_usd
    assert used.cost_usd is not None and used.cost_usd <= Decimal("0.0100")


def test_a_model_that_is_free_has_no_end(endpoint: Endpoint, settings: ModelSettings) -> None:
    endpoint.answer = lambda _: chat(GOOD)

    used, stopped = run(limited(settings, "0", name="qwen3:8b", price="0,0"), 10)

    assert (10, Decimal(0), []) == (used.calls, used.cost_usd, stopped)


CENTS = st.integers(1, 40).map(Decimal)


@effort(max_examples=60, deadline=None)
@given(st.lists(st.tuples(CENTS, st.floats(0, 1)), min_size=1, max_size=25), st.integers(0, 200).map(Decimal))
def test_while_no_answer_costs_more_than_was_expected_the_limit_holds(
    requests: list[tuple[Decimal, float]], limit: Decimal
) -> None:
    budget = Budget(limit)
    paid: list[Decimal] = []

    async def send(most: Decimal, share: float) -> None:
        async with budget.request(most) as booking:
            await asyncio.sleep(0)
            booking.cost = most * Decimal(str(share))
            paid.append(booking.cost)

    async def all_at_once() -> None:
        ended = await asyncio.gather(*(send(*one) for one in requests), return_exceptions=True)
        assert {type(one) for one in ended} <= {type(None), OverBudget}

    asyncio.run(all_at_once())

    assert sum(paid) <= limit
