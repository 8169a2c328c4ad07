"""Promises of checks: whoever hears how one ended may stop it at once, and what could not be kept is taken up again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.seeds import recorded
from verifier.article import from_text
from verifier.errors import StoreError
from verifier.handover.wire import Fault, Job, Line, Text
from verifier.queue.additions import Additions
from verifier.queue.jobs import Check, Jobs
from verifier.store import OwnedStore, Unit


class Failing(OwnedStore):
    """A store that can be told to fail."""

    fails = False

    @contextmanager
    def unit(self, *, keep: bool = True) -> Iterator[Unit]:
        """As it is, or the sentence of a full disk."""
        if self.fails:
            raise StoreError("The store has no room left on its disk.")
        with super().unit(keep=keep) as unit:
            yield unit


class Waiting(Jobs):
    """Jobs of which none is begun."""

    def __init__(self, store: OwnedStore) -> None:
        super().__init__(store)
        self.waiting: list[Check] = []

    def start(self, check: Check) -> None:
        """Keep it."""
        self.waiting.append(check)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Failing]:
    with Failing(tmp_path / "claims.duckdb") as opened:
        yield opened


@pytest.mark.parametrize("text", ["", "The port is open.\n"])
def test_whoever_hears_how_a_check_ended_may_stop_it(store: Failing, text: str) -> None:
    heard: list[Line] = []

    def hear(line: Line) -> None:
        heard.append(line)
        if line.fault or line.report:
            check.stop()

    check = Check(Job(articles=(Text(path="x", source="y", text=text),)), recorded(store.path), hear)
    check.run(store)

    assert [bool(heard[-1].fault), bool(heard[-1].report)] == [not text, bool(text)]
    assert 1 == sum(bool(line.fault or line.report) for line in heard)


def test_an_article_whose_end_could_not_be_kept_is_taken_up_with_the_next(store: Failing) -> None:
    jobs = Waiting(store)
    additions = Additions(store, recorded(store.path), jobs)
    additions.take([from_text("The port is open.\n", "port.txt")], "Ana")

    store.fails = True
    with pytest.raises(StoreError):
        jobs.waiting[0]._hear(Line(fault=Fault(error="The model is away.")))
    store.fails = False
    additions.resume()

    assert 2 == len(jobs.waiting)
