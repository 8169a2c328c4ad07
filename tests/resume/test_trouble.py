"""What may go wrong in the middle of a run costs nothing that was answered, and is said in a sentence."""

import fcntl
import itertools
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, Any

import pytest

from tests.resume import runs
from tests.resume.loopback import Loopback
from verifier import pipeline
from verifier.article import read
from verifier.errors import StoreError
from verifier.extract import number
from verifier.models import Article, Report
from verifier.settings import ModelSettings, Settings
from verifier.store import Store

ARTICLES = 24
FEW = 6
"""Requests after which the trouble begins."""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    runs.folder(tmp_path, ARTICLES)
    return tmp_path


@pytest.fixture
def endpoint() -> Iterator[Loopback]:
    with Loopback() as endpoint:
        yield endpoint


def verify(place: Path, endpoint: Loopback, *, only: slice = slice(ARTICLES), **fields: Any) -> Report:
    """Check the folder, or `only` some articles of it, in this process."""
    texts = [read(path) for path in sorted((place / "news").iterdir())[only]]
    asked = ModelSettings(**{"name": "loopback-1", "base_url": endpoint.url, "api_key": "none", **fields})
    return pipeline.verify(texts, Settings(database=place / runs.DATABASE, model=asked))


def after(count: int, begin: Callable[[], object]) -> Callable[[dict[str, Any]], None]:
    """Return what does `begin` once, at the call of that number."""
    calls = itertools.count(1)

    def call(_: dict[str, Any]) -> None:
        if next(calls) == count:
            begin()

    return call


def lock_of(place: Path) -> IO[bytes]:
    return (place / f"{runs.DATABASE}.lock").open("a+b")


# ------------------------------------------------------------------------------ while all goes well


@pytest.mark.parametrize("concurrency", [1, 4])
def test_whenever_a_model_is_asked_the_store_can_be_had_by_others(
    place: Path, endpoint: Loopback, concurrency: int
) -> None:
    had: list[bool] = []

    def take_the_store(_: dict[str, Any]) -> None:
        with lock_of(place) as lock:  # no answer before the lock was had: a unit that held it would wait for ever
            fcntl.flock(lock, fcntl.LOCK_EX)
            had.append(True)

    endpoint.arrived = take_the_store

    report = verify(place, endpoint, concurrency=concurrency)

    assert (len(had), ()) == (report.usage.calls, report.unchecked)
    assert endpoint.busiest <= concurrency


def test_requests_go_out_before_all_articles_are_numbered(
    place: Path, endpoint: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbered: list[Article] = []
    at_first: list[int] = []

    def note(article: Article) -> object:
        numbered.append(article)
        return number(article)

    monkeypatch.setattr("verifier.extract.conversation.number", note)
    endpoint.arrived = after(1, lambda: at_first.append(len(numbered)))

    verify(place, endpoint, concurrency=2)

    assert ARTICLES == len(numbered)
    assert at_first[0] <= 4


# ---------------------------------------------------------------------------------------- signals


IN_THE_BACKGROUND = ["bash", "-c", """trap '' INT; exec "$@\"""", "-"]


@pytest.mark.parametrize(
    ("started", "ending"),
    [([], signal.SIGINT), ([], signal.SIGTERM), (IN_THE_BACKGROUND, signal.SIGTERM)],
    ids=["Ctrl-C", "kill", "kill in the background"],
)
def test_a_polite_end_keeps_what_was_answered_and_says_so(
    place: Path, endpoint: Loopback, started: list[str], ending: int
) -> None:
    command = [*started, sys.executable, "-m", "verifier.cli", "news"]
    process = subprocess.Popen(
        command, cwd=place, env=runs.environment(endpoint.url, 2), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    endpoint.gone = after(FEW, lambda: process.send_signal(ending))
    _, said = process.communicate(timeout=600)
    endpoint.wait_until_left()
    kept, asked = runs.kept(place).requests, endpoint.asked.copy()

    report = verify(place, endpoint)

    assert (130, "verify: interrupted; what was stored before stays stored.") == (
        process.returncode,
        said.decode().splitlines()[-1],
    )
    assert "Traceback" not in said.decode()
    assert FEW - 2 <= len(kept) and len(asked.keys() - kept) <= 2
    assert frozenset() == kept & (endpoint.asked - asked).keys()
    assert () == report.unchecked


# ------------------------------------------------------------------------------------- the far end


def test_an_endpoint_that_dies_leaves_the_rest_unchecked_and_is_asked_for_that_alone(
    place: Path, endpoint: Loopback
) -> None:
    endpoint.gone = after(FEW, partial(setattr, endpoint, "dead", True))
    broken = verify(place, endpoint, attempts=1)
    kept, asked = runs.kept(place).requests, endpoint.asked.copy()
    endpoint.dead = False

    whole = verify(place, endpoint)

    assert ARTICLES == len(broken.extractions) == len(whole.extractions)
    assert FEW <= len(kept) < ARTICLES
    assert ARTICLES - len(kept) <= len(broken.unchecked)
    assert all("No connection" in passage.why for passage in broken.unchecked)
    assert frozenset() == kept & (endpoint.asked - asked).keys()
    assert () == whole.unchecked


def test_an_article_that_brings_out_a_bug_is_named_and_the_others_are_checked(
    place: Path, endpoint: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_on_one(article: Article) -> object:
        return number(article) if "007" not in article.path else 1 / 0

    monkeypatch.setattr("verifier.extract.conversation.number", fail_on_one)

    report = verify(place, endpoint)

    (gap,) = report.unchecked
    assert ["007.txt"] == [Path(e.article.path).name for e in report.extractions if e.article.id == gap.article]
    assert "a bug in verifier: ZeroDivisionError: division by zero; please report it." in gap.why
    assert ARTICLES - 1 == len({finding.claim.article for finding in report.findings})


# --------------------------------------------------------------------------------------- the store


def test_a_store_held_too_long_ends_the_run_and_costs_no_answer(
    place: Path, endpoint: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    verify(place, endpoint, only=slice(FEW))
    before = runs.kept(place).requests
    monkeypatch.setattr(pipeline, "Store", partial(Store, patience=0.5))
    with lock_of(place) as lock:
        endpoint.arrived = after(1, lambda: fcntl.flock(lock, fcntl.LOCK_EX))
        with pytest.raises(StoreError, match=r"is held by .* Run again when that is done"):
            verify(place, endpoint, only=slice(FEW, FEW + 1))
    monkeypatch.undo()
    endpoint.arrived = lambda _: None
    kept, asked = runs.kept(place).requests, endpoint.asked.copy()

    whole = verify(place, endpoint)

    assert before < kept
    assert asked.keys() == kept
    assert frozenset() == kept & (endpoint.asked - asked).keys()
    assert () == whole.unchecked


def test_a_full_disk_ends_the_run_and_leaves_what_was_kept(place: Path, endpoint: Loopback) -> None:
    verify(place, endpoint, only=slice(3))
    before = runs.kept(place).requests
    nothing_more = 'ulimit -f 16; exec "$@"'  # KB: the store's own head fits, no block of rows does
    limited = ["bash", "-c", nothing_more, "-", sys.executable, "-m", "verifier.cli", "news"]
    ended = subprocess.run(
        limited, cwd=place, env=runs.environment(endpoint.url), capture_output=True, text=True, timeout=600
    )
    kept, asked = runs.kept(place).requests, endpoint.asked.copy()

    whole = verify(place, endpoint)

    assert 2 == ended.returncode
    assert "has reached the largest file size allowed here." in ended.stderr
    assert before <= kept
    assert frozenset() == kept & (endpoint.asked - asked).keys()
    assert () == whole.unchecked
