"""Works out in the background what people's words on topics change: of a million claims no page can wait for that."""

import logging
import secrets
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from verifier.crosscheck import history
from verifier.errors import StoreError, VerifierError
from verifier.store import OwnedStore

_KEPT = 1_000
"""Outcomes that can still be asked for."""
logger = logging.getLogger(__name__)


class Outcome(NamedTuple):
    """What came of the check after a word that somebody said."""

    changed: int = 0
    """Verdicts."""
    trouble: str = ""
    """Why it could not be worked out."""


class Rechecks:
    """The checks after what people say of topics: one at a time, and one for all that was said before it began."""

    def __init__(self, store: OwnedStore) -> None:
        self._store = store
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="recheck")
        self._guard = threading.Lock()
        self._last = secrets.randbelow(2**31)  # an address from before the server was started tells of nothing
        self._waiting: set[int] = set()
        self._under_way: set[int] = set()
        self._outcomes: dict[int, Outcome] = {}

    def start(self) -> int:
        """Have the verdicts brought up to date with what the store holds by now; return the number of the check."""
        with self._guard:
            self._last += 1
            self._waiting.add(self._last)
            number = self._last
        try:
            self._thread.submit(self._run)
        except RuntimeError as error:  # what was said is stored, and is checked when the server starts
            raise StoreError("The server is being stopped. What was said is stored.") from error
        return number

    def resume(self) -> None:
        """Have worked out what was said before the server was stopped."""
        with self._store.unit(keep=False) as unit:
            is_due = history.is_late(unit)
        if is_due:
            self.start()

    def is_under_way(self) -> bool:
        """Return whether something that was said is not worked out yet."""
        with self._guard:
            return bool(self._waiting or self._under_way)

    def outcome(self, number: int) -> Outcome | None:
        """Return what came of a check; None while it is under way, and of one nobody knows."""
        with self._guard:
            return self._outcomes.get(number)

    def stop(self) -> None:
        """Return when the check under way has ended; what it does not reach is worked out when the server starts."""
        self._thread.shutdown()

    def _run(self) -> None:
        with self._guard:
            self._under_way, self._waiting = self._waiting, set()
            numbers = self._under_way
        if not numbers:  # the check before was for them as well
            return
        outcome = self._checked()
        with self._guard:
            self._under_way = set()
            self._outcomes |= dict.fromkeys(numbers, outcome)
            for number in [*self._outcomes][:-_KEPT]:
                del self._outcomes[number]

    def _checked(self) -> Outcome:
        try:
            with self._store.unit() as unit:
                return Outcome(history.work_out(unit))
        except VerifierError as error:
            return Outcome(trouble=str(error))
        except Exception:  # nobody waits for it who could be told, and others are to be checked
            logger.exception("what was said of topics could not be worked out")
            return Outcome(trouble="This is a fault in verifier; please report it.")
