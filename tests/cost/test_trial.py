"""Promises of `verify config --check`: one small request, and line by line what works and what to change."""

from pathlib import Path

import pytest

from tests.cost.conftest import Verify
from tests.llm.endpoint import Endpoint, Reply, chat, failed, reply
from verifier.store import Store

GOOD = chat('{"rivers": ["Rhine", "Danube"], "how_many": 2}')
KEY = "sk-test-1234567890abcdef"


def told(out: str) -> dict[str, str]:
    """The lines by their first word, without the one on what is sent."""
    return dict(line.split(maxsplit=1) for line in out.splitlines()[1:])


def test_when_all_is_well_it_says_so_after_one_request(verify: Verify, endpoint: Endpoint) -> None:
    endpoint.script.append(GOOD)

    ended = verify("config", "--check", OPENAI_API_KEY=KEY)

    lines = told(ended.out)
    assert (0, "", 1) == (ended.code, ended.err, len(endpoint.requests))
    assert ["address", "key", "model", "request", "answer", "price", "time"] == list(lines)
    assert all(lines[step].startswith("works: ") for step in list(lines)[:5])
    assert "$0.10 in" in lines["price"] and lines["time"].endswith(" s")
    assert KEY not in ended.out and KEY[-4:] not in ended.out


def test_it_says_before_what_goes_where(verify: Verify, endpoint: Endpoint) -> None:
    endpoint.script.append(GOOD)
    secret = endpoint.url.replace("http://", "http://me:password@") + "/"

    ended = verify("config", "--check", OPENAI_API_KEY=KEY, OPENAI_BASE_URL=secret)

    host = endpoint.url.removeprefix("http://").removesuffix("/v1")
    assert ended.out.startswith(f"One small request goes to {host}: a sentence about two rivers, for “gpt-6-luna”.")
    assert "password" not in ended.out


@pytest.mark.parametrize(
    ("answered", "code", "step", "said"),
    [
        (failed(401, "no", "invalid_api_key"), 2, "key", "Check OPENAI_API_KEY"),
        (failed(403), 2, "key", "Check OPENAI_API_KEY"),
        (failed(402), 2, "key", "has no quota left"),
        (failed(429, "no", "insufficient_quota"), 2, "key", "has no quota left"),
        (failed(404, "The model does not exist"), 2, "model", "Check VERIFIER_MODEL, which is “gpt-6-luna”"),
        (failed(400, "x is not a valid model ID"), 2, "model", "Check VERIFIER_MODEL"),
        (failed(400, "'response_format' is not supported"), 2, "request", "Set VERIFIER_STRUCTURED=schema;"),
        (failed(404, "No endpoints found that can handle the requested parameters."), 2, "request", "=schema"),
        (failed(400, "Something else"), 2, "request", "Something else"),
        (failed(307, location="https://elsewhere.example/v1"), 2, "address", "Set OPENAI_BASE_URL"),
        (Reply("<html>Welcome!</html>"), 2, "address", "most end in /v1"),
        (failed(500), 3, "request", "500"),
        (failed(429, "slow down"), 3, "request", "429"),
        (Reply(drop=True), 3, "address", "No connection to 127.0.0.1"),
        (chat("The Rhine."), 2, "answer", "Set VERIFIER_STRUCTURED=schema"),
        (chat('{"rivers": "Rhine"}'), 2, "answer", "Set VERIFIER_STRUCTURED=schema"),
        (chat(None, refusal="I will not"), 2, "answer", "declined to answer"),
    ],
)
def test_what_does_not_work_is_named_with_what_to_change(
    verify: Verify, endpoint: Endpoint, answered: Reply, code: int, step: str, said: str
) -> None:
    endpoint.answer = lambda _: answered

    ended = verify("config", "--check", OPENAI_API_KEY=KEY)

    lines = told(ended.out)
    steps = ["address", "key", "model", "request", "answer"]
    before, after = steps[: steps.index(step)], steps[steps.index(step) + 1 :]
    assert (code, 1) == (ended.code, len(endpoint.requests))
    assert lines[step].startswith("FAILS: ") and said in lines[step]
    known = before[:1] if code == 3 else before  # an endpoint in trouble tells nothing of key and model
    assert all(lines[name].startswith("works: ") for name in known)
    assert all(lines[name] == "not known yet" for name in (*before[len(known) :], *after))


@pytest.mark.parametrize(("mode", "other"), [("strict", "schema"), ("schema", "json"), ("json", "schema")])
def test_a_schema_that_is_not_kept_to_is_told_with_another_way(
    verify: Verify, endpoint: Endpoint, mode: str, other: str
) -> None:
    endpoint.script.append(chat("Two rivers."))

    ended = verify("config", "--check", VERIFIER_STRUCTURED=mode)

    assert f"VERIFIER_STRUCTURED={other}" in told(ended.out)["answer"]


def test_no_endpoint_at_all_is_down(verify: Verify) -> None:
    ended = verify("config", "--check", OPENAI_BASE_URL="http://127.0.0.1:9/v1")

    assert (3, True) == (ended.code, "No connection to 127.0.0.1:9" in told(ended.out)["address"])


def test_without_a_model_the_three_ways_out_are_named(verify: Verify) -> None:
    ended = verify("config", "--check", OPENAI_BASE_URL="")

    assert (2, "") == (ended.code, ended.out)
    assert all(way in ended.err for way in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "--demo"))


def test_it_is_never_answered_from_what_is_kept(verify: Verify, endpoint: Endpoint, tmp_path: Path) -> None:
    with Store(tmp_path / "claims.duckdb") as store, store.unit():
        pass
    endpoint.script.extend([GOOD, GOOD])

    verify("config", "--check")
    verify("config", "--check")

    assert 2 == len(endpoint.requests)


def test_a_model_by_another_name_and_an_unknown_price_are_said(verify: Verify, endpoint: Endpoint) -> None:
    endpoint.script.append(GOOD)

    lines = told(verify("config", "--check", VERIFIER_MODEL="qwen3:8b").out)

    assert "works: “qwen3:8b” is known; the endpoint calls it “loopback-1”" == lines["model"]
    assert lines["price"].startswith("not known; VERIFIER_PRICE")
    assert lines["key"] == "works: none is set, and none was asked for"


def test_a_limit_does_not_stand_in_the_way(verify: Verify, endpoint: Endpoint) -> None:
    endpoint.script.append(GOOD)

    assert 0 == verify("config", "--check", VERIFIER_MAX_COST="0").code


@pytest.mark.parametrize(
    ("option", "environ"), [(["--offline"], {}), ([], {"VERIFIER_ANSWERS": "replay"})], ids=["option", "setting"]
)
def test_checking_offline_makes_no_sense(
    verify: Verify, endpoint: Endpoint, option: list[str], environ: dict[str, str]
) -> None:
    ended = verify("config", "--check", *option, **environ)

    assert (2, "", []) == (ended.code, ended.out, endpoint.requests)
    assert "forbids that" in ended.err


def test_a_hostile_answer_steers_no_terminal(verify: Verify, endpoint: Endpoint) -> None:
    endpoint.script.append(reply({"error": {"message": "no\x1b[2J\u202e schema"}}, 400))

    ended = verify("config", "--check")

    assert "\x1b" not in ended.out and "\u202e" not in ended.out
