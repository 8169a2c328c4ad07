"""Faults of the request that is about several articles: what was read stands, what was not compared is named."""

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
AGREED = '{{"same": [{}], "related": [{}], "statements": [{}]}}'
FAULTS: dict[str, tuple[Fault, int]] = {
    **{name: (PASSING[name], ATTEMPTS) for name in ("429", "500", "reset-in-the-body", "page", "200-error")},
    **{name: (LASTING[name], 1) for name in ("too-long", "firewall", "refusal", "truncated", "429-for-ever")},
    **{name: (UNFIT[name], 2) for name in ("mute", "prose", "nested", "half-a-character-in-prose")},
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
def test_what_could_not_be_compared_is_named_and_asked_for_again(tmp_path: Path, read: Path, name: str) -> None:
    shutil.copy(read, tmp_path)
    fault, times = FAULTS[name]
    well = Newsroom()

    with Wire(lambda _: fault.reply) as wire:
        ended = run(tmp_path, wire.url, TWO)
    with Wire(well) as healthy:
        again = run(tmp_path, healthy.url, TWO)

    (gap,) = ended.report["unchecked"]
    assert (3, [], times) == (ended.code, ended.complaints, len(wire.requests))
    assert re.fullmatch(r"\d+ topics and \d+ statements were not held against each other: .*", gap["why"])
    assert re.search(fault.words, gap["why"])
    assert 4 == len(ended.report["claims"])
    assert (0, {("", "reconcile"): 1}) == (again.code, dict(well.asked))


@pytest.mark.parametrize("name", ["401", "quota", "moved"])
def test_a_key_turned_down_at_the_last_request_loses_nothing(tmp_path: Path, name: str) -> None:
    with Wire(_read_well(TURNED_DOWN[name].reply)) as wire:
        ended = run(tmp_path, wire.url, TWO)

    (gap,) = ended.report["unchecked"]
    assert (3, 4) == (ended.code, len(ended.report["claims"]))
    assert re.search(TURNED_DOWN[name].words, gap["why"])


ODD = {
    "unknown topics": ('{"topics": ["t1", "t99"], "why": "x"}', "", ""),
    "one topic": ('{"topics": ["t1"], "why": "x"}', "", ""),
    "no topics": ('{"topics": [], "why": ""}', "", ""),
    "dirt": ('{"topics": ["t\\u00001\\u001b[2J", ""], "why": "\\u202e\\u001b[31m"}', "", ""),
    "itself": ("", '{"first": "t1", "second": "t1", "relation": "narrower", "why": "x"}', ""),
    "statements that are none": ("", "", '{"first": "e1", "second": "e1", "relation": "agree", "why": "x"}'),
    "numbers": ('{"topics": ["t1", "t2"], "why": "both 77,777 tonnes"}', "", ""),
    "an endless id": (f'{{"topics": ["t1", "{"t" * 100_000}"], "why": "{"because " * 20_000}"}}', "", ""),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_answer_about_two_articles_is_refused_and_ends_no_run(tmp_path: Path, read: Path, name: str) -> None:
    shutil.copy(read, tmp_path)

    with Wire(lambda _: chat(AGREED.format(*ODD[name]))) as wire:
        ended = run(tmp_path, wire.url, TWO)

    assert (True, [], 1) == (ended.code in (0, 1), ended.complaints, len(wire.requests))
    assert 4 == len(ended.report["claims"])
    assert "\x1b" not in ended.out
    assert all(len(row["what"]) + len(row["why"]) < 1_500 for row in ended.report["refused"])
