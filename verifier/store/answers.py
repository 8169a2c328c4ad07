"""Keeps every answer of the model before it is used, so that a crash loses nothing and nothing is asked twice."""

from typing import NamedTuple

from verifier.store.store import Store


class _Answer(NamedTuple):
    body: str


class Answers:
    """The model's answers by request. May be used by many threads; each call is a short unit of work of its own."""

    def __init__(self, store: Store, *, save: bool = True) -> None:
        """With `save` False answers kept before are found, and new ones are held by this object only."""
        self._store = store
        self._save = save
        self._held: dict[str, str] = {}

    def find(self, request: str) -> str | None:
        """Return the answer that was kept last for `request`, or None; raises StoreError."""
        if request in self._held:
            return self._held[request]
        with self._store.unit(keep=self._save) as unit:
            found = unit.rows("store/find_answer", _Answer, request=request)
        return found[0].body if found else None

    def keep(self, request: str, label: str, body: str) -> None:
        """Keep `body` as the answer to `request` from now on; raises StoreError.

        `label` says to a person what was asked ("extract july.txt").
        """
        if not self._save:
            self._held[request] = body
            return
        with self._store.unit() as unit:
            unit.run("store/keep_answer", request=request, label=label, body=body)
