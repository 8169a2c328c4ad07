"""Promises of what an answer is said to cost."""

from decimal import Decimal

import pytest

from verifier.llm import DEFAULT_MODEL
from verifier.llm.prices import price, usage


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
