"""Keeps every answer of the model before it is used, so that a crash loses nothing and nothing is asked twice."""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import NamedTuple

from verifier.errors import StoreError
from verifier.models import Spending
from verifier.store.store import Store
from verifier.store.unit import Unit

_Found = str | None


class _Answer(NamedTuple):
    body: str


class _Job(NamedTuple):
    """What one thread wants of the store."""

    work: Callable[[Unit], _Found]
    done: Future[_Found]


class Answers:
    """The model's answers by request. May be used by many threads; what they want at once is one unit of work."""

    def __init__(self, store: Store, *, save: bool = True) -> None:
        """With `save` False answers kept before are found, and new ones are held by this object only."""
        self._store = store
        self._save = save
        self._held: dict[str, str] = {}
        self._turn = threading.Lock()
        self._jobs: deque[_Job] = deque()

    def find(self, request: str) -> str | None:
        """Return the answer that was kept last for `request`, or None; raises StoreError."""
        if request in self._held:
            return self._held[request]
        return self._together(lambda unit: _found(unit, request))

    def keep(self, request: str, label: str, body: str, spending: Spending | None = None) -> None:
        """Keep `body` as the answer to `request` from now on, and what it took; raises StoreError.

        `label` says to a person what was asked ("extract").
        """
        if not self._save:
            self._held[request] = body
            return
        try:
            self._together(lambda unit: _keep(unit, request, label, body, spending))
        except StoreError as error:
            lost = "What the model answered meanwhile could not be kept and will be asked again; the rest is kept."
            raise StoreError(f"{error} {lost}") from error

    def _together(self, work: Callable[[Unit], _Found]) -> _Found:
        """Do what all threads want by now in one unit of work: opening the store takes far longer than most of it."""
        job = _Job(work, Future())
        self._jobs.append(job)
        with self._turn:
            if not job.done.done():
                self._do([self._jobs.popleft() for _ in range(len(self._jobs))])
        return job.done.result()

    def _do(self, jobs: Sequence[_Job]) -> None:
        """Do some jobs, all of them or none; a failure is everybody's."""
        try:
            with self._store.unit(keep=self._save) as unit:
                found = [job.work(unit) for job in jobs]
        except BaseException as error:  # noqa: BLE001 - raised by every `result`
            for job in jobs:
                job.done.set_exception(error)
        else:
            for job, body in zip(jobs, found, strict=True):
                job.done.set_result(body)


def _found(unit: Unit, request: str) -> _Found:
    rows = unit.rows("store/find_answer", _Answer, request=request)
    return rows[0].body if rows else None


def _keep(unit: Unit, request: str, label: str, body: str, spending: Spending | None) -> None:
    unit.run("store/keep_answer", request=request, label=label, body=body)
    if spending:
        book(unit, request, label, spending)


def book(unit: Unit, request: str, label: str, spending: Spending) -> None:
    """Note what an answer took."""
    used = spending.usage
    unit.run(
        "store/add_usage",
        request=request,
        label=label,
        article=spending.article,
        model=spending.model,
        input=used.input_tokens,
        cached=used.cached_tokens,
        output=used.output_tokens,
        cost=used.cost_usd,
    )
