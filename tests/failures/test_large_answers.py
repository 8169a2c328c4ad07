"""Answers no machine should have to hold: they are read to a limit, refused in a sentence, and sent back to nobody."""

import gzip
import json
from pathlib import Path

import pytest

from tests.failures.conftest import run
from tests.failures.newsroom import Newsroom, article, exports, good, pointing, town
from tests.failures.wire import Reply, Wire, body_of, chat, http

ONE = {"one.txt": article(town(0))}
CLAIM = exports(town(0))
MEGABYTE = 1_000_000


def _many(number: int) -> str:
    return pointing(*(exports(town(0), measure=f"export volume of {place}") for place in range(1, number + 1)))


REFUSED = {
    "10 MB": (chat(pointing({**CLAIM, "statement": "words " * 1_700_000})), "longer than 1,000,000 characters"),
    "100,000 claims": (chat(pointing(*[CLAIM] * 100_000)), "longer than 20,000,000 bytes"),
    "packed": (
        http(gzip.compress(json.dumps({"x": "y" * 60 * MEGABYTE}).encode(), 1), content_encoding="gzip"),
        "longer than 20,000,000 bytes",
    ),
    "a page with an error": (http("<html>" + "x" * 30 * MEGABYTE, 500), "longer than 20,000,000 bytes"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_answer_too_long_to_be_one_is_asked_for_once(tmp_path: Path, name: str) -> None:
    reply, words = REFUSED[name]

    with Wire(lambda _: reply) as wire:
        ended = run(tmp_path, wire.url, ONE, "--database", ":memory:")

    (why,) = ended.why("one.txt")
    assert (3, [], 1) == (ended.code, ended.complaints, len(wire.requests))
    assert words in why and why.endswith((".", "article."))


def test_an_answer_without_end_is_left_in_the_middle(tmp_path: Path) -> None:
    with Wire(lambda _: Reply(b"HTTP/1.1 200 OK\r\n\r\n", "flood")) as wire:
        ended = run(tmp_path, wire.url, ONE, "--database", ":memory:")

    assert "longer than 20,000,000 bytes, and no more of it was read" in ended.why("one.txt")[0]
    assert 20 * MEGABYTE < wire.flooded < 60 * MEGABYTE


def test_blanks_round_an_answer_are_not_kept(tmp_path: Path) -> None:
    padded = http(" " * 15 * MEGABYTE + json.dumps(body_of(good("first", town(0)))))
    wide = Newsroom(lambda _request, place: padded if place == "first" else None)

    with Wire(wide) as wire:
        ended = run(tmp_path, wire.url, ONE)

    assert (0, 3) == (ended.code, len(ended.of("claims", "one.txt")))
    assert (tmp_path / "claims.duckdb").stat().st_size < 15 * MEGABYTE


def test_the_same_claim_five_hundred_times_is_one_claim(tmp_path: Path) -> None:
    again = Newsroom(lambda _request, place: chat(pointing(*[CLAIM] * 500)) if place == "first" else None)

    with Wire(again) as wire:
        ended = run(tmp_path, wire.url, ONE, "--database", ":memory:")

    assert (0, 2) == (ended.code, len(wire.requests))
    assert 2 == len(ended.of("claims", "one.txt"))
    assert len(ended.of("refused", "one.txt")) < 5


def test_a_thousand_wrong_claims_are_not_listed_to_the_model(tmp_path: Path) -> None:
    wrong = Newsroom(lambda _request, place: chat(_many(1_000)) if place == "first" else None)

    with Wire(wrong) as wire:
        ended = run(tmp_path, wire.url, ONE, "--database", ":memory:")

    _, follow_up = (request.messages[-1]["content"] for request in wire.requests)
    assert (0, 2) == (ended.code, len(ended.of("claims", "one.txt")))
    assert "more like these" in follow_up
    assert len(follow_up) < 30_000


def test_a_statement_of_half_a_megabyte_is_cut(tmp_path: Path) -> None:
    told = {**CLAIM, "figures": [], "aspect": "event", "statement": "Steel was exported. " * 25_000}
    long = Newsroom(lambda _request, place: chat(pointing(CLAIM, told)) if place == "first" else None)

    with Wire(long) as wire:
        ended = run(tmp_path, wire.url, ONE, "--database", ":memory:")

    assert {True} == {len(claim["statement"]) <= 500 for claim in ended.of("claims", "one.txt")}
    assert 3 == len(ended.of("claims", "one.txt"))
