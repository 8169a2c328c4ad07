"""Keeps every answer of the model before it is used, so that a crash loses nothing and nothing is asked twice."""

import threading
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future
from typing import NamedTuple

from verifier.models import Spending
from verifier.store.store import Store
from verifier.store.unit import Unit


class _Answer(NamedTuple):
    body: str


class Answers:
    """The model's answers by request. May be used by many threads; what they look for at once is one unit of work."""

    def __init__(self, store: Store, *, save: bool = True) -> None:
        """With `save` False answers kept before are found, and new ones are held by this object only."""
        self._store = store
        self._save = save
        self._held: dict[str, str] = {}
        self._turn = threading.Lock()
        self._wanted: deque[tuple[str, Future[str | None]]] = deque()

    def find(self, request: str) -> str | None:
        """Return the answer that was kept last for `request`, or None; raises StoreError."""
        if request in self._held:
            return self._held[request]
        wanted: Future[str | None] = Future()
        self._wanted.append((request, wanted))
        with self._turn:
            if not wanted.done():
                self._look_up([self._wanted.popleft() for _ in range(len(self._wanted))])
        return wanted.result()

    def keep(self, request: str, label: str, body: str, spending: Spending | None = None) -> None:
        """Keep `body` as the answer to `request` from now on, and what it took; raises StoreError.

        `label` says to a person what was asked ("extract").
        """
        if not self._save:
            self._held[request] = body
            return
        with self._store.unit() as unit:
            unit.run("store/keep_answer", request=request, label=label, body=body)
            if spending:
                book(unit, request, label, spending)

    def _look_up(self, wanted: Sequence[tuple[str, Future[str | None]]]) -> None:
        """Look for everything at once: opening the store takes far longer. A failure is everybody's."""
        try:
            with self._store.unit(keep=self._save) as unit:
                found = [unit.rows("store/find_answer", _Answer, request=request) for request, _ in wanted]
        except BaseException as error:  # noqa: BLE001 - raised by every `result`
            for _, future in wanted:
                future.set_exception(error)
        else:
            for (_, future), rows in zip(wanted, found, strict=True):
                future.set_result(rows[0].body if rows else None)


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
