"""How a run is going: one live line on a terminal, elsewhere a plain line now and then."""

import sys
import time
from collections import deque
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Self

from verifier.cli import streams
from verifier.report import cost
from verifier.report.words import counted
from verifier.settings import can_redraw

if TYPE_CHECKING:
    from verifier.pipeline import Standing

EACH_TOLD = 20
"""Articles up to which every one gets a line."""
_STEPS = 20
"""Lines of a longer run that is not watched on a terminal, at most."""
_PAUSE = 3.0
"""Seconds between two of those lines, at least."""
_FRAME = 0.1
"""Seconds between two drawings of the live line, at least."""
_WINDOW = 60.0
"""Seconds by whose pace the time left is reckoned."""
_ERASE = "\r\x1b[K"


class Live:
    """One line on a terminal that is drawn anew, and gone when the `with` ends; elsewhere nothing is shown."""

    def __init__(self) -> None:
        self._live = streams.is_terminal(sys.stderr) and can_redraw()
        self._line = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.show("")

    def show(self, line: str) -> None:
        """Put `line` in the place of the live line; it is cut to the terminal, for two lines could not be erased."""
        if self._live and line != self._line:
            self._line = line
            streams.draw(_ERASE + line[: streams.width(sys.stderr) - 1])


class Progress(Live):
    """Shows on standard error how a run over `articles` is going, for as long as the `with` lasts."""

    def __init__(self, articles: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._articles = articles
        self._clock = clock
        self._shown = float("-inf")
        self._lines = 0
        self._reading = False
        self._pace: deque[tuple[float, int]] = deque()

    def __enter__(self) -> Self:
        self.show(f"0 of {counted(self._articles, 'article')}")
        return self

    def words(self, text: str) -> None:
        """Take what has just been done; of many articles not each is worth a line."""
        if self._reading and self._articles > EACH_TOLD:
            return
        line = self._line
        self.show("")
        streams.tell(text)
        self.show(line)

    def standing(self, standing: "Standing") -> None:
        """Take how far the run has come."""
        now = self._clock()
        self._reading = standing.read < standing.articles
        self._note(now, standing.read)
        if self._live:
            if not self._reading or now - self._shown >= _FRAME:
                self._shown = now
                self.show(self._words(standing))
        elif self._articles > EACH_TOLD and self._is_due(now, standing):
            self._shown, self._lines = now, standing.read * _STEPS // standing.articles
            streams.tell(self._words(standing))

    def _note(self, now: float, read: int) -> None:
        if not self._pace or self._pace[-1][1] != read:
            self._pace.append((now, read))
        while len(self._pace) > 2 and now - self._pace[1][0] > _WINDOW:
            self._pace.popleft()

    def _is_due(self, now: float, standing: "Standing") -> bool:
        if not self._reading:
            return self._lines < _STEPS
        step = standing.read * _STEPS // standing.articles
        return step > self._lines and now - self._shown >= _PAUSE

    def _words(self, standing: "Standing") -> str:
        requests = f"{counted(standing.usage.calls, 'request')}"
        spent = f", {cost(standing.usage)}" if standing.usage.calls else ""
        return f"{standing.read:,} of {standing.articles:,} articles, {requests}{spent}{self._left(standing)}"

    def _left(self, standing: "Standing") -> str:
        if not self._reading:
            return "; comparing"
        (began, before), (now, read) = self._pace[0], self._pace[-1]
        if read == before or now == began:
            return ""
        return f", {_duration((standing.articles - read) * (now - began) / (read - before))} left"


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    if seconds < 90:
        return f"{max(round(seconds), 1)} s"
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h {minutes % 60} min"
