"""Faults of the request that is about several articles: what was read stands, what was not compared is named."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.failures.conftest import ATTEMPTS, run
from tests.failures.faults import LASTING, PASSING, TURNED_DOWN, UNFIT, Fault
from tests.failures.newsroom import Newsroom, Place, article, claim, name_in, pointing, town
from tests.failures.wire import Reply, Request, Wire, chat

SHIPPED = f"News from {town(1)}.\n\nShipments of steel from {town(0)} came to 4,000 tonnes in May 2025.\n"
TWO = {"one.txt": article(town(0)), "two.txt": SHIPPED}
SHIPMENTS = claim("s2", "f1", period="p1", item="steel", actor=town(0), measure="shipment volume")
DIRT = "\u202e\x1b[31mread\x00"
FAULTS: dict[str, tuple[Fault, int]] = {
    **{name: (PASSING[name], ATTEMPTS) for name in ("429", "reset-in-the-body", "200-error")},
    **{name: (LASTING[name], 1) for name in ("firewall", "refusal", "truncated")},
    **{name: (UNFIT[name], 2) for name in ("mute", "prose")},
}


def _read_well(last: Reply | None = None) -> Newsroom:
    """Return a model that reads both articles, and gives `last` to the question about them."""

    def play(request: Request, place: Place) -> Reply | None:
        if place == "reconcile":
            return last
        return chat(pointing(SHIPMENTS)) if name_in(request) == town(1) else None

    return Newsroom(play)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which both articles are read, and a question about them is open."""
    folder = tmp_path_factory.mktemp("read")
    with Wire(_read_well(PASSING["429"].reply)) as wire:
        ended = run(folder, wire.url, TWO)
    assert (3, 4, 1) == (ended.code, len(ended.report["claims"]), len(ended.report["unchecked"]))
    return folder / "claims.duckdb"


@pytest.mark.parametrize("name", FAULTS)
def test_what_could_not_be_compared_is_named(tmp_path: Path, read: Path, name: str) -> None:
    shutil.copy(read, tmp_path)
    fault, times = FAULTS[name]

    with Wire(lambda _: fault.reply) as wire:
        ended = run(tmp_path, wire.url, TWO)

    (gap,) = ended.report["unchecked"]
    assert (3, [], times) == (ended.code, ended.complaints, len(wire.requests))
    assert re.fullmatch(
        r"\d+ (?:topics|statements)(?: and \d+ statements)? were not held against each other: .*", gap["why"]
    )
    assert re.search(fault.words, gap["why"])
    assert 4 == len(ended.report["claims"])


@pytest.mark.parametrize("name", ["429", "refusal", "prose"])
def test_what_could_not_be_compared_is_asked_for_again_and_nothing_else(tmp_path: Path, read: Path, name: str) -> None:
    shutil.copy(read, tmp_path)
    well = Newsroom()

    with Wire(lambda _: FAULTS[name][0].reply) as wire:
        run(tmp_path, wire.url, TWO)
    with Wire(well) as wire:
        again = run(tmp_path, wire.url, TWO)

    assert (0, {("", "reconcile"): 1}) == (again.code, dict(well.asked))


@pytest.mark.parametrize("name", ["401", "quota", "moved"])
def test_a_key_turned_down_at_the_last_request_loses_nothing(tmp_path: Path, name: str) -> None:
    with Wire(_read_well(TURNED_DOWN[name].reply)) as wire:
        ended = run(tmp_path, wire.url, TWO)

    (gap,) = ended.report["unchecked"]
    assert (3, 4) == (ended.code, len(ended.report["claims"]))
    assert re.search(TURNED_DOWN[name].words, gap["why"])


def test_odd_things_said_of_two_articles_are_refused_and_end_no_run(tmp_path: Path, read: Path) -> None:
    shutil.copy(read, tmp_path)
    groups = [["t1", "t99"], ["t1"], [], ["t\x001\x1b[2J", ""], ["t1", "t" * 100_000]]
    odd = {
        "same": [
            *({"topics": group, "why": DIRT} for group in groups),
            {"topics": ["t1"], "why": "both 77,777 tonnes"},
        ],
        "related": [{"first": "t1", "second": "t1", "relation": "narrower", "why": "because " * 20_000}],
        "statements": [{"first": "e1", "second": "e9", "relation": "agree", "why": ""}],
    }

    with Wire(lambda _: chat(json.dumps(odd))) as wire:
        ended = run(tmp_path, wire.url, TWO)

    refused = ended.report["refused"]
    assert (0, [], 1) == (ended.code, ended.complaints, len(wire.requests))
    assert 4 == len(ended.report["claims"])
    assert "\x1b" not in ended.out
    assert {"t99", "e1 and e9", "t" * 200} < {row["what"] for row in refused}
    assert any("“77777”" in row["why"] for row in refused)
