"""A run over a folder may be killed at any moment: nothing kept is asked again, nothing is lost, nothing doubled."""

import random
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.resume import mills, runs
from tests.resume.loopback import Loopback

ARTICLES = 500
KILLS = 20
CONCURRENCY = 8
MANY = 64
"""Of the runs that are to come to the end: what waits for the store at once is stored at once, which takes less."""
REPORT = ("news", "--output-format", "json", "--output", "report.json")


class Killed:
    """One run that ends as soon as the endpoint has seen a certain request come in, or its answer go out."""

    def __init__(
        self, place: Path, endpoint: Loopback, fatal: Callable[[dict[str, Any]], bool], *, on: str, concurrency: int
    ) -> None:
        before = endpoint.asked.copy()
        started = threading.Event()

        def watch(request: dict[str, Any]) -> None:
            if fatal(request):
                started.wait()
                process.kill()

        endpoint.arrived, endpoint.gone = (watch, _pass) if on == "arrived" else (_pass, watch)
        process = runs.start(place, endpoint.url, *REPORT, concurrency=concurrency)
        started.set()
        process.join()
        endpoint.wait_until_left()
        endpoint.arrived = endpoint.gone = _pass
        self.code = process.exitcode
        self.asked = endpoint.asked - before
        self.kept = runs.kept(place).requests


def _pass(_: dict[str, Any]) -> None:
    pass


def _nth(count: int) -> Callable[[dict[str, Any]], bool]:
    countdown = iter(range(count - 1, -1, -1))
    return lambda _: next(countdown, None) == 0


class Undisturbed:
    """A run that is left in peace, with an endpoint of its own."""

    def __init__(self, place: Path) -> None:
        self.report = place / "report.json"
        self.endpoint = Loopback()
        place.mkdir()
        runs.folder(place, ARTICLES)
        with self.endpoint as endpoint:
            process = runs.start(place, endpoint.url, *REPORT, concurrency=MANY)
            process.join()
        self.code = process.exitcode


def test_killed_twenty_times_a_run_asks_for_nothing_again_that_was_kept(tmp_path: Path) -> None:
    chance = random.Random(20)  # noqa: S311 - the same moments every time
    runs.folder(tmp_path, ARTICLES)
    moments = [(_nth(chance.randrange(1, 9)), chance.choice(("arrived", "gone"))) for _ in range(KILLS - 1)]

    with Loopback() as endpoint, ThreadPoolExecutor() as beside:
        other = beside.submit(Undisturbed, tmp_path / "undisturbed")
        killed = [Killed(tmp_path, endpoint, fatal, on=on, concurrency=CONCURRENCY) for fatal, on in moments]
        killed.append(Killed(tmp_path, endpoint, mills.asks_about_pairs, on="arrived", concurrency=MANY))
        before_last = endpoint.asked.copy()
        last = runs.start(tmp_path, endpoint.url, *REPORT, concurrency=MANY)
        last.join()
        undisturbed = other.result()

    left, report = runs.kept(tmp_path), tmp_path / "report.json"
    asked_next = [*(run.asked for run in killed[1:]), endpoint.asked - before_last]
    assert [-9] * KILLS == [run.code for run in killed]
    assert (1, 1) == (last.exitcode, undisturbed.code)
    assert [set()] * KILLS == [run.kept & later.keys() for run, later in zip(killed, asked_next, strict=True)]
    assert max(len(run.asked.keys() - run.kept) for run in killed) <= CONCURRENCY
    assert undisturbed.endpoint.asked.keys() == endpoint.asked.keys() == left.requests
    assert runs.articles(undisturbed.report) == runs.articles(report)
    assert runs.verdicts(undisturbed.report) == runs.verdicts(report)
    assert (ARTICLES, len(runs.verdicts(report))) == (len(set(left.sources)), left.claims)
    assert len(set(left.sources)) == len(left.sources)
