"""Promises of the store that one process owns: it is shut to others, and open to many at once inside."""

import threading
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.store.sql import ask
from verifier.errors import StoreError
from verifier.store import OwnedStore, Store, Unit
from verifier.store.lock import holder


class Answer(NamedTuple):
    """What one statement finds of what another kept."""

    body: str


def keep(unit: Unit, body: str) -> None:
    unit.run("store/keep_answer", request="r", label="extract", body=body)


def found(unit: Unit) -> list[str]:
    return [answer.body for answer in unit.rows("store/find_answer", Answer, request="r")]


def test_a_store_that_is_owned_is_held_until_it_is_let_go_of(path: Path) -> None:
    with OwnedStore(path):
        assert holder(path) is not None
        with pytest.raises(StoreError, match="is held by another verifier"), Store(path, patience=0).unit():
            pass

    assert holder(path) is None


def test_what_a_unit_keeps_is_there_for_the_next_and_after_the_end(path: Path) -> None:
    with OwnedStore(path) as store:
        with store.unit() as unit:
            keep(unit, "one")
        with store.unit(keep=False) as unit:
            assert ["one"] == found(unit)

    with Store(path).unit() as unit:
        assert ["one"] == found(unit)


def test_whoever_looks_neither_waits_for_a_unit_that_keeps_nor_sees_half_of_it(path: Path) -> None:
    with OwnedStore(path, patience=0) as store, store.unit() as writing:
        keep(writing, "one")

        with store.unit(keep=False) as unit:
            assert [] == found(unit)


def test_a_unit_that_keeps_may_end_while_somebody_looks_and_the_look_stays_what_it_was(path: Path) -> None:
    with OwnedStore(path) as store, store.unit(keep=False) as looking:
        before = found(looking)
        with store.unit() as unit:
            keep(unit, "one")

        assert before == found(looking)


def test_whoever_only_looks_cannot_write(path: Path) -> None:
    with OwnedStore(path) as store, pytest.raises(StoreError, match="read-only"), store.unit(keep=False) as unit:
        keep(unit, "one")


@pytest.mark.parametrize("in_memory", [False, True])
def test_units_that_keep_from_many_threads_are_all_kept(path: Path, in_memory: bool) -> None:
    with OwnedStore(None if in_memory else path) as store:

        def work(number: int) -> None:
            with store.unit() as unit:
                unit.run("store/keep_answer", request=str(number), label="extract", body="b")

        threads = [threading.Thread(target=work, args=(number,)) for number in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        with store.unit(keep=False) as unit:
            assert 16 == sum(len(unit.rows("store/find_answer", Answer, request=str(number))) for number in range(16))


def test_what_was_lent_may_be_closed_and_tried_on_without_a_trace(path: Path) -> None:
    with OwnedStore(path) as store:
        with store.lent() as lent, lent.unit(keep=False) as unit:
            keep(unit, "one")
            assert ["one"] == found(unit)

        with store.unit() as unit:
            assert [] == found(unit)


def test_what_is_raised_in_a_unit_undoes_it(path: Path) -> None:
    with OwnedStore(path) as store:
        with pytest.raises(KeyError), store.unit() as unit:
            keep(unit, "one")
            raise KeyError

        with store.unit(keep=False) as unit:
            assert [] == found(unit)


def test_moments_are_told_in_utc_wherever_the_store_is_opened(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")

    with OwnedStore(path) as store, store.unit(keep=False) as unit:
        assert "UTC" == ask(unit, "select current_setting('TimeZone')")[0][0]


def test_a_store_is_closed_when_what_another_thread_keeps_is_kept(path: Path) -> None:
    begun = threading.Event()

    def work() -> None:
        with store.unit() as unit:
            begun.set()
            ask(unit, "select count(*) from range(12_000) a, range(12_000) b where a.range < b.range")
            keep(unit, "one")

    with OwnedStore(path) as store:
        thread = threading.Thread(target=work)
        thread.start()
        begun.wait(60)
    thread.join()

    with Store(path).unit() as unit:
        assert ["one"] == found(unit)
