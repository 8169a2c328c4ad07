"""Promises of an estimate: it asks nothing, leaves no trace, and comes near what a run then costs."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ended
from tests.cost.conftest import Verify
from tests.llm.endpoint import Endpoint, chat

NO_ENDPOINT = {"OPENAI_BASE_URL": ""}


def data(ended: Ended) -> Any:
    assert ended.code == 0, ended.err
    return json.loads(ended.out)


def estimate(verify: Verify, *arguments: str, **environ: str) -> Any:
    return data(verify("--estimate", "--output-format", "json", *arguments, **environ))


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {file.name: (file.stat().st_mtime_ns, file.read_bytes()) for file in folder.iterdir()}


def test_an_estimate_asks_nobody_needs_no_key_and_leaves_no_file(
    verify: Verify, endpoint: Endpoint, seeds: str, tmp_path: Path
) -> None:
    ended = verify("--estimate", seeds, **NO_ENDPOINT)

    assert (0, "", []) == (ended.code, ended.err, endpoint.requests)
    assert [] == list(tmp_path.iterdir())
    assert "july-rebound.txt: 1 request, about 3,000 tokens in, " in ended.out
    assert "in all: 6 requests, about 19,000 tokens in, 11,000 out, $0.0075 (between $0.0045 and $0.017)\n" in ended.out
    assert "An estimate: tokens are reckoned from the length of the texts, not counted." in ended.out
    assert "Price of gpt-6-luna: $0.10 in, $0.010 in from the cache, $0.50 out for a million tokens" in ended.out


def test_an_article_that_nothing_can_be_held_against_takes_one_request(verify: Verify, seeds: str) -> None:
    first = estimate(verify, f"{seeds}/july-rebound.txt")
    verify(f"{seeds}/july-rebound.txt")
    second = estimate(verify, f"{seeds}/july-analysis.txt")

    assert [(1, 0), (2, 1)] == [(told["total"]["requests"], told["reconcile"]["requests"]) for told in (first, second)]


def test_what_a_run_takes_lies_within_the_estimate(verify: Verify, seeds: str) -> None:
    told = estimate(verify, seeds)["total"]

    taken = json.loads(verify(seeds, "--output-format", "json").out)["usage"]

    assert told["requests"] == taken["calls"]
    for name in ("input_tokens", "output_tokens", "cost_usd"):
        assert told["low"][name] < taken[name] < told["high"][name]
        assert 0.8 < told["likely"][name] / taken[name] < 1.25


def test_what_is_kept_costs_nothing_and_the_store_is_left_alone(
    verify: Verify, endpoint: Endpoint, seeds: str, tmp_path: Path
) -> None:
    verify(f"{seeds}/july-rebound.txt", f"{seeds}/july-analysis.txt")
    asked, before = len(endpoint.requests), state(tmp_path)

    told = estimate(verify, seeds)

    requests = {Path(article["path"]).name: article["requests"] for article in told["articles"]}
    assert (0, 0, 3) == (requests["july-rebound.txt"], requests["july-analysis.txt"], sum(requests.values()))
    assert (asked, before) == (len(endpoint.requests), state(tmp_path))


def test_when_everything_is_kept_nothing_is_to_be_paid(verify: Verify, seeds: str) -> None:
    verify(seeds)

    told = estimate(verify, seeds)
    words = verify("--estimate", seeds).out

    assert (0, 0) == (told["total"]["requests"], told["total"]["high"]["cost_usd"])
    assert 5 == words.count(".txt: nothing to ask, costs nothing\n")


def test_an_answer_that_did_not_serve_would_be_asked_for_again(
    verify: Verify, endpoint: Endpoint, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Output rose to 5,100 tons in May.\n")
    endpoint.answer = lambda _: chat(None, refusal="no")
    verify("a.txt")

    assert 1 == estimate(verify, "a.txt")["articles"][0]["requests"]


def test_a_long_article_takes_a_request_for_each_of_its_windows(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("The works made 5,100 tons of steel in May 2025.\n\n" * 1_000)
    (tmp_path / "short.txt").write_text("The works made 5,100 tons of steel in May 2025.\n")

    long, short = estimate(verify, "long.txt", "short.txt")["articles"]

    assert 5 < long["requests"] < 15
    assert 1 == short["requests"]


def test_the_same_text_under_two_names_is_asked_about_once(verify: Verify, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Output rose to 5,100 tons in May.\n")

    assert 1 == len(estimate(verify, "a.txt", "b.txt")["articles"])


def test_an_unknown_price_is_null_and_said(verify: Verify, seeds: str) -> None:
    told = estimate(verify, seeds, VERIFIER_MODEL="qwen3:8b")
    words = verify("--estimate", seeds, VERIFIER_MODEL="qwen3:8b").out

    assert (None, None) == (told["price"], told["total"]["likely"]["cost_usd"])
    assert 7 == words.count("price unknown")
    assert "Price of qwen3:8b: not known; VERIFIER_PRICE=input,output gives one" in words


@pytest.mark.parametrize("cheaper", [("--batch",), ()])
def test_batch_and_flex_cost_half(verify: Verify, seeds: str, cheaper: tuple[str, ...]) -> None:
    whole = estimate(verify, seeds)["total"]["likely"]["cost_usd"]

    half = estimate(verify, seeds, *cheaper, **({} if cheaper else {"VERIFIER_SERVICE_TIER": "flex"}))

    assert whole / 2 == pytest.approx(half["total"]["likely"]["cost_usd"], rel=0.001)


def test_an_article_that_cannot_be_read_hides_no_other_and_ends_in_2(verify: Verify, seeds: str) -> None:
    ended = verify("--estimate", f"{seeds}/july-rebound.txt", "missing.txt")

    assert (2, True) == (ended.code, "july-rebound.txt: 1 request" in ended.out)
    assert "missing.txt" in ended.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--output-format", "sarif"), "--estimate is told as text or as json: not as sarif."),
        (("--offline",), "--offline asks nothing: leave one of them out"),
    ],
)
def test_what_makes_no_sense_with_an_estimate_is_told(
    verify: Verify, seeds: str, arguments: tuple[str, ...], said: str
) -> None:
    ended = verify("--estimate", seeds, *arguments)

    assert (2, "", True) == (ended.code, ended.out, said in ended.err)


def test_an_estimate_can_go_into_a_file(verify: Verify, seeds: str, tmp_path: Path) -> None:
    verify("--estimate", seeds, "--output", "estimate.txt")

    assert "in all: 6 requests" in (tmp_path / "estimate.txt").read_text()
