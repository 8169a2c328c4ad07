"""Endpoints that take their time, recover, or fail now and then: nothing is waited for in vain, or asked for twice."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from tests.failures.conftest import ATTEMPTS, run
from tests.failures.newsroom import Newsroom, Place, article, good, name_in, town
from tests.failures.wire import Reply, Request, Wire, chat, cut, failed, http

WHOLE = chat(good("first", town(0)))
HANGING = {
    "before-the-head": Reply(end="hang"),
    "in-the-head": Reply(b"HTTP/1.1 200 OK\r\ncont", "hang"),
    "before-the-body": cut(WHOLE, "hang", keep=0),
    "in-the-body": cut(WHOLE, "hang"),
    "in-an-error": cut(http("x" * 99, 500), "hang"),
    "drip": replace(WHOLE, drip=0.05),
}


def test_an_endpoint_that_hangs_is_left_and_holds_up_no_other_article(tmp_path: Path) -> None:
    towns = {town(number): reply for number, reply in enumerate(HANGING.values())}
    files = {f"{name}.txt": article(town(number)) for number, name in enumerate([*HANGING, "well"])}
    hanging = Newsroom(lambda request, place: towns.get(name_in(request)) if place == "first" else None)

    with Wire(hanging) as wire:
        ended = run(tmp_path, wire.url, files, VERIFIER_REQUEST_TIMEOUT="2")

    for name in HANGING:
        (why,) = ended.why(f"{name}.txt")
        assert why.startswith("The model gave no answer within 2 s. If it needs longer, set VERIFIER_REQUEST_TIMEOUT")
    assert (3, []) == (ended.code, ended.complaints)
    assert {ATTEMPTS} == {hanging.asked[name, "first"] for name in towns}
    assert 3 == len(ended.of("claims", "well.txt"))


def test_the_time_for_one_answer_is_a_limit_of_its_own(tmp_path: Path) -> None:
    with Wire(lambda _: Reply(end="hang")) as wire:
        ended = run(tmp_path, wire.url, {"one.txt": article(town(0))}, "--database", ":memory:", VERIFIER_DEADLINE="2")

    (why,) = ended.why("one.txt")
    assert (3, 1) == (ended.code, len(wire.requests))
    assert why.startswith("The model gave no answer within 2 s. If it needs longer, set VERIFIER_DEADLINE higher.")


def test_a_slow_answer_that_keeps_coming_is_waited_for(tmp_path: Path) -> None:
    head, _, body = WHOLE.sent.partition(b"\r\n\r\n")
    slow = Newsroom(lambda _request, place: replace(WHOLE, drip=0.001) if place == "first" else None)

    with Wire(slow) as wire:
        ended = run(tmp_path, wire.url, {"one.txt": article(town(0))}, "--database", ":memory:")

    assert head and body
    assert (0, 3, 2) == (ended.code, len(ended.report["claims"]), len(wire.requests))


@pytest.mark.parametrize("failures", [1, 3])
def test_an_endpoint_that_recovers_is_asked_until_it_does(tmp_path: Path, failures: int) -> None:
    limited = failed(429, retry_after="7")
    weak = Newsroom(lambda _request, _place: limited if sum(weak.asked.values()) <= failures else None)

    with Wire(weak) as wire:
        one = {"one.txt": article(town(0))}
        ended = run(tmp_path, wire.url, one, "--database", ":memory:", VERIFIER_ATTEMPTS="4")

    assert (0, failures + 2) == (ended.code, len(wire.requests))
    assert [7] * failures == [int(pause) for pause in ended.pauses]


def test_a_server_that_closes_every_connection_answers_all_the_same(tmp_path: Path) -> None:
    files = {f"{number}.txt": article(town(number)) for number in range(4)}
    shy = Newsroom()

    def play(request: Request) -> Reply:
        return replace(shy(request), end="close")  # without a word of it in the head

    with Wire(play) as wire:
        ended = run(tmp_path, wire.url, files, "--database", ":memory:", VERIFIER_ATTEMPTS="5")

    assert (0, 12) == (ended.code, len(ended.report["claims"]))


FLAKY = [
    failed(500),
    failed(429),
    failed(429, "You exceeded your quota", "insufficient_quota"),
    failed(401),
    http("", 502),
    http("<html>"),
    cut(WHOLE),
    Reply(end="reset"),
    chat("No."),
    chat(None, message={"refusal": "no"}),
    chat('{"claims": [', choice={"finish_reason": "length"}),
]


def _flaky(chance: random.Random) -> Newsroom:
    """Return a model half of whose answers, after the first, are none."""

    def fail(_request: Request, _place: Place) -> Reply | None:
        return chance.choice(FLAKY) if made.answered and chance.random() < 0.5 else None

    made = Newsroom(fail)
    return made


def test_when_half_of_the_requests_fail_no_answer_is_lost_or_paid_for_twice(tmp_path: Path) -> None:
    files = {f"{number:02}.txt": article(town(number)) for number in range(16)}
    flaky, well = [_flaky(random.Random(turn)) for turn in (1, 100)], Newsroom()  # noqa: S311 - no secret

    runs = []
    for newsroom in flaky:
        with Wire(newsroom) as wire:
            runs.append(run(tmp_path, wire.url, files))
    with Wire(well) as wire:
        again = run(tmp_path, wire.url, files)

    answered = flaky[0].answered + flaky[1].answered + well.answered
    del answered["", "reconcile"]
    assert {(town(number), place): 1 for number in range(16) for place in ("first", "follow-up")} == answered
    assert [3, 3, 0] == [ended.code for ended in (*runs, again)]
    assert [] == [line for ended in runs for line in ended.complaints]
    assert well.asked == well.answered
    assert 48 == len(again.report["claims"])


def test_of_a_store_in_memory_nothing_is_kept_that_was_not_checked(tmp_path: Path) -> None:
    limited = Newsroom(lambda _request, place: failed(500) if place == "follow-up" else None)

    with Wire(limited) as wire:
        ended = run(tmp_path, wire.url, {"one.txt": article(town(0))}, "--database", ":memory:")

    assert 3 == ended.code
    assert ["1 figure was left out, and asking again failed"] == [why.partition(":")[0] for why in ended.why("one.txt")]
    assert [] == [*tmp_path.glob("*.duckdb")]
