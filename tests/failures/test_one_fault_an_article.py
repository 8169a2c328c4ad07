"""One run over a folder in which every article meets another fault: each is told, and none touches another."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.failures.conftest import ATTEMPTS, Ended, run
from tests.failures.faults import LASTING, PASSING, SERVED, TURNED_DOWN, UNFIT, Fault
from tests.failures.newsroom import Newsroom, Place, article, good, name_in, town
from tests.failures.wire import Reply, Request, Wire

PLACES: tuple[Place, Place] = ("first", "follow-up")
REJECTED = {f"down-{name}": fault for name, fault in TURNED_DOWN.items()}
FAULTS: dict[str, Fault] = {**PASSING, **LASTING, **UNFIT, **REJECTED}
# The well-behaved come first: what the key opened before, it is not the key's fault that it stays shut.
NAMES: dict[Place, list[str]] = {
    "first": ["well", *SERVED, *FAULTS],
    # What code does with a reply does not depend on its place; what it makes of the failure does.
    "follow-up": ["well", *[*SERVED][::5], *[*FAULTS][::5]],
}
TOWNS = {name: town(number) for number, name in enumerate(NAMES["first"])}
FILES = {name: f"{number:03}-{name}.txt" for number, name in enumerate(NAMES["first"])}
AGAIN = {place: [name for name in NAMES[place] if place == "follow-up" or name in [*FAULTS][::3]] for place in PLACES}
"""What the second run is about: some of all kinds are enough to show that nothing is asked for twice."""
EACH_FAULT = [(place, name) for place in PLACES for name in NAMES[place] if name in FAULTS]


class Runs(NamedTuple):
    """A run with the faults, and one after it with none; with what was asked in each."""

    ended: Ended
    met: Newsroom
    again: Ended
    later: Newsroom


def _faulty(where: Place) -> Callable[[Request, Place], Reply | None]:
    by_town = {TOWNS[name]: fault.reply for name, fault in FAULTS.items()}
    wrapped = {TOWNS[name]: wrap for name, wrap in SERVED.items()}

    def play(request: Request, place: Place) -> Reply | None:
        if place != where:
            return None
        name = name_in(request)
        return wrapped[name](good(place, name)) if name in wrapped else by_town.get(name)

    return play


def _run(where: Place, folder: Path) -> Runs:
    articles = {FILES[name]: article(TOWNS[name]) for name in NAMES[where]}
    met, later = Newsroom(_faulty(where)), Newsroom()
    with Wire(met) as wire:
        ended = run(folder, wire.url, articles, VERIFIER_CONCURRENCY="24")
    with Wire(later) as wire:
        again = run(folder, wire.url, {FILES[name]: articles[FILES[name]] for name in AGAIN[where]})
    return Runs(ended, met, again, later)


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[Place, Runs]:
    return {place: _run(place, tmp_path_factory.mktemp(place)) for place in PLACES}


All = dict[Place, Runs]


@pytest.mark.parametrize("where", PLACES)
def test_the_run_ends_with_what_was_checked_and_what_was_not(runs: All, where: Place) -> None:
    ended = runs[where].ended

    assert (3, []) == (ended.code, ended.complaints)
    assert len(NAMES[where]) == len(ended.report["articles"])
    assert sum(name in FAULTS for name in NAMES[where]) == len(ended.report["unchecked"])


@pytest.mark.parametrize(("where", "name"), EACH_FAULT)
def test_a_fault_is_told_of_its_article_and_met_as_often_as_was_promised(runs: All, where: Place, name: str) -> None:
    times = {**dict.fromkeys(PASSING, ATTEMPTS), **dict.fromkeys(UNFIT, 2)}

    (why,) = runs[where].ended.why(FILES[name])

    assert re.search(FAULTS[name].words, why), why
    assert why.isprintable() and len(why) < 800
    assert times.get(name, 1) == runs[where].met.asked[TOWNS[name], where]


@pytest.mark.parametrize("where", PLACES)
def test_an_oddly_wrapped_answer_is_an_answer(runs: All, where: Place) -> None:
    ended, asked = runs[where].ended, runs[where].met.asked
    served = [name for name in NAMES[where] if name not in FAULTS]

    assert {} == {name: why for name in served if (why := ended.why(FILES[name]))}
    assert {3} == {len(ended.of("claims", FILES[name])) for name in served}
    assert {1} == {asked[TOWNS[name], place] for name in served for place in PLACES}


@pytest.mark.parametrize("where", PLACES)
def test_what_was_read_before_a_fault_is_reported(runs: All, where: Place) -> None:
    ended = runs[where].ended

    claims = {len(ended.of("claims", FILES[name])) for name in NAMES[where] if name in FAULTS}

    assert {2 if where == "follow-up" else 0} == claims


@pytest.mark.parametrize("where", PLACES)
def test_the_next_run_asks_for_what_is_missing_and_for_nothing_else(runs: All, where: Place) -> None:
    missing = [where] if where == "follow-up" else PLACES
    expected = {(TOWNS[name], place): 1 for name in AGAIN[where] if name in FAULTS for place in missing}

    again, asked = runs[where].again, runs[where].later.asked

    assert 0 == again.code
    assert expected == {key: count for key, count in asked.items() if key[1] != "reconcile"}
    assert 3 * len(AGAIN[where]) == len(again.report["claims"])


@pytest.mark.parametrize("where", PLACES)
def test_no_pause_is_longer_than_what_was_asked_for(runs: All, where: Place) -> None:
    assert max(runs[where].ended.pauses) < 3
