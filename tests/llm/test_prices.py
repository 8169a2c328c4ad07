"""Promises of what an answer is said to cost."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from verifier.llm import DEFAULT_MODEL
from verifier.llm import prices as prices_module
from verifier.llm.prices import price, usage
from verifier.models import Usage


def body(**counts: object) -> dict[str, object]:
    return {"usage": {"prompt_tokens": 3_000_000, "completion_tokens": 2_000_000, **counts}}


def test_the_default_model_has_a_price() -> None:
    assert price(DEFAULT_MODEL) is not None


def test_a_dated_version_costs_what_its_model_costs() -> None:
    assert price("gpt-6-luna-2026-09-22") == price("gpt-6-luna")


@pytest.mark.parametrize("name", ["qwen3:8b", "gpt-6-luna-mini", "openai/gpt-6-luna", ""])
def test_an_unknown_model_has_no_price(name: str) -> None:
    assert price(name) is None
    assert usage(body(), price(name)).cost_usd is None


def test_input_and_output_are_paid_for_by_the_million() -> None:
    assert usage(body(), price("gpt-6-luna")).cost_usd == Decimal("1.30")


def test_cached_input_costs_less_and_input_written_to_the_cache_more() -> None:
    details = {"cached_tokens": 1_000_000, "cache_write_tokens": 1_000_000}

    used = usage(body(prompt_tokens_details=details), price("gpt-6-luna"))

    assert used.cached_tokens == 1_000_000
    assert used.cost_usd == Decimal("0.10") + Decimal("0.01") + Decimal("0.125") + Decimal("1.00")


@pytest.mark.parametrize("counts", [None, "many", {"prompt_tokens": None}, {"prompt_tokens": -4}])
def test_counts_that_are_missing_or_senseless_are_nothing(counts: object) -> None:
    used = usage({"usage": counts}, price("gpt-6-luna"))

    assert used.calls == 1
    assert used.input_tokens == 0


@pytest.mark.parametrize(
    ("counts", "cost"),
    [
        ({"prompt_tokens": 1_000_000, "completion_tokens": None}, None),
        ({"prompt_tokens": 1_000_000}, None),
        ({"prompt_tokens": 1_000_000, "completion_tokens": -1}, None),
        ({"prompt_tokens": 0, "completion_tokens": 5}, None),
        ({"prompt_tokens": 1_000_000, "completion_tokens": 0}, Decimal("0.10")),
    ],
)
def test_a_cost_is_unknown_where_the_counts_cannot_be_believed(counts: object, cost: Decimal | None) -> None:
    assert cost == usage({"usage": counts}, price("gpt-6-luna")).cost_usd


def test_no_more_is_cached_than_was_sent() -> None:
    used = usage(body(prompt_tokens_details={"cached_tokens": 9_000_000}), price("gpt-6-luna"))

    assert (3_000_000, Decimal("1.03")) == (used.cached_tokens, used.cost_usd)


@pytest.mark.parametrize(
    ("asked", "served", "cost"),
    [
        (None, None, Decimal("1.30")),
        ("flex", None, Decimal("0.65")),
        ("flex", "flex", Decimal("0.65")),
        ("flex", "default", Decimal("1.30")),
        ("auto", "flex", Decimal("0.65")),
        ("batch", "default", Decimal("0.65")),
        ("priority", None, None),
        ("auto", "priority", None),
        (None, 7, Decimal("1.30")),
    ],
)
def test_the_tier_an_answer_was_served_in_is_paid_for(asked: str | None, served: object, cost: Decimal | None) -> None:
    used = usage(body() | {"service_tier": served}, price("gpt-6-luna"), tier=asked)

    assert cost == used.cost_usd


@pytest.mark.parametrize(("own", "cost"), [("1,2", Decimal(7)), ("1, 2, 0.5", Decimal(7)), ("0,0", Decimal(0))])
@pytest.mark.parametrize("tier", [None, "flex", "priority"])
def test_a_price_of_ones_own_is_what_is_paid_in_whatever_tier(own: str, cost: Decimal, tier: str | None) -> None:
    assert cost == usage(body(), price("anything", own), tier=tier).cost_usd


def test_every_price_says_when_it_was_published() -> None:
    prices = tomllib.loads(Path(prices_module.__file__).with_name("prices.toml").read_text(encoding="utf-8"))

    assert [] == [name for name, row in prices.items() if not isinstance(row["seen"], date)]


@pytest.mark.parametrize(
    ("parts", "cost"),
    [
        ([Usage(), Usage(calls=1, cost_usd=Decimal(1))], Decimal(1)),
        ([Usage(calls=1, cost_usd=Decimal(1)), Usage(calls=1, cost_usd=Decimal(2))], Decimal(3)),
        ([Usage(calls=1, cost_usd=Decimal(1)), Usage(calls=1)], None),
        ([Usage(calls=1), Usage(calls=1, cost_usd=Decimal(1)), Usage()], None),
        ([Usage(), Usage()], None),
    ],
)
def test_a_sum_is_known_where_every_part_is(parts: list[Usage], cost: Decimal | None) -> None:
    assert cost == sum(parts, Usage()).cost_usd
