"""Keeps every answer of the model before it is used, so that a crash loses nothing and nothing is asked twice."""

import threading
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import suppress
from datetime import UTC, datetime
from typing import NamedTuple

from pydantic_core import PydanticSerializationError

from verifier.errors import StoreError
from verifier.models import Spending
from verifier.store import journal
from verifier.store.journal import Arrived
from verifier.store.store import Store, is_there
from verifier.store.unit import Unit


class _Answer(NamedTuple):
    body: str


class _Job(NamedTuple):
    """What one thread looks for in the store."""

    request: str
    done: Future[str | None]


class Answers:
    """The model's answers by request. May be used by many threads; what they want at once is one unit of work."""

    def __init__(self, store: Store, *, save: bool = True) -> None:
        """With `save` False answers kept before are found, and new ones are held by this object only."""
        self._store = store
        self._save = save
        # What was written down and is in no store yet; one that saves takes it in when it is opened.
        written = () if save or store.path is None else journal.read(store.path, store.patience)
        self._held = {answer.request: answer.body for answer in written}
        self._turn = threading.Lock()
        self._jobs: deque[_Job] = deque()

    def find(self, request: str) -> str | None:
        """Return the answer that was kept last for `request`, or None; raises StoreError."""
        if request in self._held:
            return self._held[request]
        return self._together(request)

    def keep(self, request: str, label: str, body: str, spending: Spending | None = None) -> None:
        """Keep `body` as the answer to `request` from now on, and what it took; raises StoreError.

        `label` says to a person what was asked ("extract").
        """
        if not self._save:
            self._held[request] = body
            return
        answer = Arrived(request=request, label=label, body=body, spending=spending, at=datetime.now(UTC))
        try:
            self._write_down(answer)
        except StoreError as error:
            lost = "What the model answered meanwhile could not be kept and will be asked again; the rest is kept."
            raise StoreError(f"{error} {lost}") from error

    def _write_down(self, answer: Arrived) -> None:
        """Put it beside the store, which takes it in when it is next opened; into the store, if that cannot serve."""
        path = self._store.path
        if path is not None and answer.is_sound and is_there(path):
            # The store takes in what waits beside it, and says what is wrong there, or with half a character.
            with suppress(OSError, StoreError, PydanticSerializationError):
                journal.add(path, answer, self._store.patience)
                return
        with self._store.unit() as unit:
            journal.keep(unit, answer)

    def _together(self, request: str) -> str | None:
        """Find what all threads look for by now in one unit of work: opening the store takes far longer."""
        job = _Job(request, Future())
        self._jobs.append(job)
        with self._turn:
            if not job.done.done():
                self._do([self._jobs.popleft() for _ in range(len(self._jobs))])
        return job.done.result()

    def _do(self, jobs: Sequence[_Job]) -> None:
        """Find all or none; a failure is everybody's."""
        try:
            with self._store.unit(keep=self._save) as unit:
                found = [_found(unit, job.request) for job in jobs]
        except BaseException as error:  # noqa: BLE001 - raised by every `result`
            for job in jobs:
                job.done.set_exception(error)
        else:
            for job, body in zip(jobs, found, strict=True):
                job.done.set_result(body)


def _found(unit: Unit, request: str) -> str | None:
    rows = unit.rows("store/find_answer", _Answer, request=request)
    return rows[0].body if rows else None
