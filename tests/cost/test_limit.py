"""Promises of a run with a limit: what it costs, what it leaves, and that the next one goes on from there."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ended
from tests.cost.conftest import Verify
from tests.llm.endpoint import Endpoint, Reply, chat, reply
from verifier.store import Glance, spent

COUNTS = ("calls", "input_tokens", "cached_tokens", "output_tokens")


def report(ended: Ended) -> Any:
    return json.loads(ended.out)


def labels(endpoint: Endpoint) -> list[str]:
    """What each request asks for, by its schema."""
    return [request.body["response_format"]["json_schema"]["name"] for request in endpoint.requests]


def test_the_report_says_what_each_article_took_and_the_store_what_all_did(
    verify: Verify, seeds: str, tmp_path: Path
) -> None:
    ended = verify(seeds, "--output-format", "json")

    content = report(ended)
    parts = [article["usage"] for article in content["articles"]]
    assert [1] * 5 == [part["calls"] for part in parts]
    assert 6 == content["usage"]["calls"]
    assert 0.0066235 == content["usage"]["cost_usd"]  # 18,615 tokens at $0.10 and 9,524 at $0.50 for a million
    assert 0 < content["usage"]["cost_usd"] - sum(part["cost_usd"] for part in parts) < 0.001
    with Glance(tmp_path / "claims.duckdb") as store, store.unit() as unit:
        booked = spent(unit)
    assert booked is not None
    assert [content["usage"][name] for name in COUNTS] == [getattr(booked.usage, name) for name in COUNTS]
    assert content["usage"]["cost_usd"] == float(booked.usage.cost_usd or 0)
    assert "spent so far in this store: $0.0066 (6 requests, 18,615 tokens in, 9,524 out)\n" in verify("config").out


def test_flex_costs_half(verify: Verify, endpoint: Endpoint, seeds: str) -> None:
    ended = verify(seeds, "--output-format", "json", VERIFIER_SERVICE_TIER="flex")

    assert 0.00331175 == report(ended)["usage"]["cost_usd"]
    assert {"flex"} == {request.body["service_tier"] for request in endpoint.requests}


@pytest.mark.parametrize("limit", ["0.0050", "0.0070"])
def test_a_limit_ends_in_3_names_the_rest_and_a_larger_one_asks_only_that(
    verify: Verify, endpoint: Endpoint, seeds: str, limit: str
) -> None:
    first = verify(seeds, "--output-format", "json", "--max-cost", limit)
    asked = len(endpoint.requests)
    second = verify(seeds, "--output-format", "json", "--max-cost", "1")

    content = report(first)
    assert (3, True) == (first.code, Decimal(str(content["usage"]["cost_usd"])) <= Decimal(limit))
    reasons = {passage["why"] for passage in content["unchecked"]}
    assert all(f"The budget of ${limit} would have been passed." in why for why in reasons)
    left = {passage["article"] for passage in content["unchecked"]} - {""}
    assert left and len(left) == 5 - labels(endpoint)[:asked].count("Pointing")
    assert (1, []) == (second.code, report(second)["unchecked"])
    assert 5 == labels(endpoint).count("Pointing")


def test_topics_that_could_not_be_paid_for_are_named_as_not_held_against_each_other(
    verify: Verify, endpoint: Endpoint, seeds: str
) -> None:
    ended = verify(seeds, "--output-format", "json", "--max-cost", "0.0090", VERIFIER_CONCURRENCY="1")

    (left,) = report(ended)["unchecked"]
    assert (3, 5) == (ended.code, labels(endpoint).count("Pointing"))
    assert "topics" in left["why"] and "were not held against each other: The budget of $0.0090" in left["why"]


def test_a_follow_up_that_cannot_be_paid_for_leaves_its_figures_unchecked(
    verify: Verify, endpoint: Endpoint, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Output rose to 5,100 tons in May.\n\nExports fell to 4,900 tons in May.\n")
    endpoint.answer = lambda _: costly('{"claims": [], "dismissed": []}')

    ended = verify("a.txt", "--output-format", "json", "--max-cost", "0.0015")

    (left,) = report(ended)["unchecked"]
    assert (3, 1) == (ended.code, len(endpoint.requests))
    assert "2 figures were left out, and asking again failed: The budget of $0.0015" in left["why"]


def costly(content: str) -> Reply:
    body = json.loads(chat(content).body)
    return reply({**body, "usage": {"prompt_tokens": 6_000, "completion_tokens": 1_000}})


def test_a_limit_of_nothing_asks_nothing(verify: Verify, endpoint: Endpoint, seeds: str) -> None:
    ended = verify(seeds, VERIFIER_MAX_COST="0")

    assert (3, []) == (ended.code, endpoint.requests)
    assert "5 passages unchecked" in ended.err


def test_a_limit_is_refused_where_no_price_is_known(verify: Verify, endpoint: Endpoint, seeds: str) -> None:
    ended = verify(seeds, "--max-cost", "1", VERIFIER_MODEL="qwen3:8b")

    assert (2, "", []) == (ended.code, ended.out, endpoint.requests)
    assert "the price of “qwen3:8b” is not known. Set VERIFIER_PRICE" in ended.err


def test_an_unknown_price_is_said_and_is_not_nothing(verify: Verify, seeds: str) -> None:
    ended = verify(seeds, "--output-format", "json", VERIFIER_MODEL="qwen3:8b")

    assert report(ended)["usage"]["cost_usd"] is None
    assert "price unknown" in ended.err


@pytest.mark.parametrize("value", ["-1", "lots", "nan", ""])
def test_a_limit_that_is_none_is_told(verify: Verify, seeds: str, value: str) -> None:
    ended = verify(seeds, f"--max-cost={value}")

    assert 2 == ended.code
    assert "--max-cost" in ended.err
