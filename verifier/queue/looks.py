"""Units of work that only look, held open between the requests of whoever hands statements over one at a time."""

import re
import secrets
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack

from verifier.errors import InputError, StatementError, StoreError, UsageError, first_line
from verifier.store import OwnedStore, Unit
from verifier.store.statements import text_of

IDLE = 60.0
"""Seconds after which a look that nobody asks anything of may be ended."""
MOST = 32
"""Looks that are open at once."""

_OPEN = frozenset({"crosscheck", "listing", "store"})
"""Folders of statements that lists are made with, on this machine and elsewhere."""
_NAMED = re.compile(r"\$([A-Za-z_]\w*)")


class _Look:
    def __init__(self, unit: AbstractContextManager[Unit], clock: Callable[[], float]) -> None:
        self._open = ExitStack()
        self._unit = self._open.enter_context(unit)
        self._turn = threading.Lock()
        self._clock = clock
        self._answered = clock()

    def is_idle(self) -> bool:
        return not self._turn.locked() and self._clock() - self._answered > IDLE

    def rows(self, statement: str, parameters: dict[str, object]) -> list[dict[str, object]]:
        with self._turn:
            try:
                rows: list[dict[str, object]] = self._unit.rows(statement, dict, **parameters)
            except Exception as error:
                self._open.__exit__(type(error), error, error.__traceback__)  # ends the look, and words what happened
                raise
            self._answered = self._clock()
            return rows

    def end(self) -> None:
        with self._turn:
            self._open.close()


class Looks:
    """The looks that are open, by the names they were given."""

    def __init__(self, store: OwnedStore, clock: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._clock = clock
        self._looks: dict[str, _Look] = {}
        self._guard = threading.Lock()

    def begin(self) -> str:
        """Open a look and return its name; raises StoreError while there are too many."""
        for look in self._idle():  # not under the guard: a question may come between, and an end waits for its answer
            look.end()
        with self._guard:
            if len(self._looks) >= MOST:
                raise StoreError(f"{MOST} others look into the store just now. Run again in a minute.")
            name = secrets.token_urlsafe(16)
            self._looks[name] = _Look(self._store.unit(keep=False), self._clock)
        return name

    def rows(self, name: str, statement: str, parameters: dict[str, object]) -> list[dict[str, object]]:
        """Return the rows of a statement, by column.

        Raises UsageError for a look that has ended, for what is nobody's to read and for parameters the statement does
        not have, InputError for values it cannot take, which end the look, StoreError, and FileNotFoundError for a
        statement there is none of.
        """
        if statement.partition("/")[0] not in _OPEN:
            raise UsageError(f"{statement} is not for others to ask: it could tell how people are let in.")
        _check_names(statement, parameters)
        look = self._looks.get(name)
        if look is None:
            raise UsageError(f"The server waited {IDLE:.0f} seconds for a question, and then no longer. Run again.")
        try:
            return look.rows(statement, parameters)
        except StatementError as error:
            self.end(name)
            why = first_line(error.__cause__)
            raise InputError(
                f"{statement} cannot be asked with these values: {why} Both should be one version."
            ) from error

    def end(self, name: str) -> None:
        """End a look, if it has not ended."""
        with self._guard:
            look = self._looks.pop(name, None)
        if look is not None:
            look.end()

    def stop(self) -> None:
        """End all looks."""
        for name in [*self._looks]:
            self.end(name)

    def _idle(self) -> list[_Look]:
        """Forget the looks that nobody asks anything of, and return them."""
        with self._guard:
            return [self._looks.pop(name) for name, look in [*self._looks.items()] if look.is_idle()]


def _check_names(statement: str, parameters: dict[str, object]) -> None:
    """Raise UsageError for too many and too few; DuckDB and Python would take "TABLE" or "into" for other things."""
    wanted = set(_NAMED.findall(text_of(statement)))
    if wanted != set(parameters):
        names = ", ".join(sorted(wanted)) or "nothing"
        raise UsageError(f"{statement} takes {names}, by these names and no others. Both should be one version.")
