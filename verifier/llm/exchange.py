"""What one ask has used up and met so far, known to everything between the ask and the wire."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from verifier.errors import ModelUnavailable
from verifier.models import Usage


@dataclass
class Exchange:
    """One ask, its re-asks and repeated requests included."""

    label: str
    left: float
    """Seconds it may still spend on requests and pauses; queueing behind other asks is not counted."""
    fresh: bool = field(default_factory=lambda: _ANEW.get())
    """Pass over answers of earlier runs: they were tried and did not serve."""
    stale: bool = False
    """At least one of its answers came from an earlier run."""
    usage: Usage = field(default_factory=Usage)
    article: str | None = field(default_factory=lambda: _ARTICLE.get())
    """Id of the article it is about, where one is named by `about`."""

    @asynccontextmanager
    async def request(self, seconds: float) -> AsyncIterator[None]:
        """Bound one request to `seconds`, and to what the ask has left; raise ModelUnavailable when they are over."""
        allowed = max(min(seconds, self.left), 0)
        limit = "VERIFIER_REQUEST_TIMEOUT" if seconds <= self.left else "VERIFIER_DEADLINE"
        started = time.monotonic()
        try:
            async with asyncio.timeout(allowed):
                yield
        except TimeoutError:
            raise ModelUnavailable(
                f"The model gave no answer within {allowed:.3g} s. If it needs longer, set {limit} higher."
            ) from None
        finally:
            self.left -= time.monotonic() - started


_ARTICLE: ContextVar[str | None] = ContextVar("verifier_article", default=None)


@contextmanager
def about(article: str) -> Iterator[None]:
    """Book what is asked meanwhile to an article, by its id."""
    token = _ARTICLE.set(article)
    try:
        yield
    finally:
        _ARTICLE.reset(token)


_ANEW: ContextVar[bool] = ContextVar("verifier_anew", default=False)


@contextmanager
def anew() -> Iterator[None]:
    """Ask anew meanwhile what earlier runs were answered, unless nothing may go out: those answers did not serve."""
    token = _ANEW.set(True)
    try:
        yield
    finally:
        _ANEW.reset(token)


# A context variable, because instructor and the SDK stand between the ask and the transport and pass nothing through.
CURRENT: ContextVar[Exchange] = ContextVar("verifier_exchange")
