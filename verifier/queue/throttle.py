"""Slows down guessing at the log-in: by the name that is tried and by where it comes from, and nobody for good."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import NamedTuple

FREE: Mapping[str, int] = {"name": 5, "browser": 5, "place": 30}
"""Attempts in a row before waiting begins; several people may share a place."""
LONGEST = 300.0
"""Seconds of waiting at most, so that nobody can keep another out for long."""
_FORGOTTEN = 3600.0
"""Seconds without an attempt after which all is forgotten."""
_REMEMBERED = 10_000

Key = tuple[str, str]
"""("name", whom somebody claims to be), ("browser", one they were logged in with before) or ("place", an address)."""


class _Tries(NamedTuple):
    failed: int
    last: float
    free: float


class Throttle:
    """What is remembered of attempts that failed, or are under way."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._tries: OrderedDict[Key, _Tries] = OrderedDict()
        self._guard = threading.Lock()

    def begin(self, *keys: Key) -> float:
        """Count an attempt and return 0, or the seconds to wait before there may be one.

        An attempt counts as failed until `succeed`, so that many at once gain nothing.
        """
        with self._guard:
            now = self._clock()
            wait = max(self._known(key, now).free for key in keys) - now
            if wait <= 0:
                for key in keys:
                    self._count(key, now)
            return max(wait, 0.0)

    def failures(self, key: Key) -> int:
        """Return how many attempts in a row failed."""
        with self._guard:
            return self._known(key, self._clock()).failed

    def succeed(self, name: Key, place: Key) -> None:
        """Forget what failed under a name, and of the attempts from a place this one."""
        with self._guard:
            self._tries.pop(name, None)
            if place in self._tries:
                now = self._clock()
                self._tries[place] = _Tries(self._tries[place].failed - 1, now, now)

    def _known(self, key: Key, now: float) -> _Tries:
        tries = self._tries.get(key, _Tries(0, now, now))
        return tries if now - tries.last < _FORGOTTEN else _Tries(0, now, now)

    def _count(self, key: Key, now: float) -> None:
        failed = self._known(key, now).failed + 1
        over = failed - FREE[key[0]]
        wait = 0.0 if over < 0 else min(2.0 ** min(over, 30), LONGEST)
        self._tries[key] = _Tries(failed, now, now + wait)
        self._tries.move_to_end(key)
        if len(self._tries) > _REMEMBERED:
            self._tries.popitem(last=False)
