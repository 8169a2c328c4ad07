"""Checks articles in the background: a few at once, the rest in the order they came."""

import asyncio
import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

from verifier.article import from_text
from verifier.errors import ServerGone
from verifier.handover.wire import Job, Line, Stand, fault
from verifier.models import Article, Report, Usage
from verifier.pipeline import Place, Standing, verify_in
from verifier.settings import Settings
from verifier.store import OwnedStore

AT_ONCE = 2
"""Checks under way; each keeps as many requests under way as the settings say."""

logger = logging.getLogger(__name__)

Hear = Callable[[Line], None]
"""Is told what becomes of a check, in its thread; the last line holds a report or a fault."""


class Check:
    """One check: it waits, is under way, or has ended."""

    def __init__(self, job: Job, settings: Settings, hear: Hear) -> None:
        """`settings` are the server's own; the job may only narrow them."""
        self._job = job
        self._settings = _narrowed(settings, job)
        self._hear = hear
        self._guard = threading.Lock()
        self._stopped = False
        self._cancel: Callable[[], object] = lambda: None

    def run(self, store: OwnedStore) -> None:
        """Check the articles; whatever happens is told and not raised."""
        try:
            self._hear(Line(report=asyncio.run(self._run(store))))
        except asyncio.CancelledError:
            self._hear(Line(fault=fault(_stopped())))
        except Exception as error:  # noqa: BLE001 - raised again where the report is waited for
            self._hear(Line(fault=fault(error)))

    def stop(self) -> None:
        """Ask the model nothing more for this; what it answered is kept. May be called from any thread, and twice."""
        with self._guard:
            self._stopped = True
            self._cancel()

    async def _run(self, store: OwnedStore) -> Report:
        task, loop = asyncio.current_task(), asyncio.get_running_loop()
        with self._guard:
            if self._stopped or task is None:
                raise asyncio.CancelledError
            self._cancel = lambda: loop.call_soon_threadsafe(task.cancel)
        try:
            return await self._report(store)
        finally:  # whoever hears how it ended stops it as a matter of course, and then this loop may be closed
            with self._guard:
                self._cancel = lambda: None

    async def _report(self, store: OwnedStore) -> Report:
        sources = {text.path: text.source for text in self._job.articles}
        self._standing(Standing(0, len(self._job.articles), Usage()))  # its turn has come
        place = Place(store.lent(), self._settings.save, lambda path: sources.get(path, path))
        return await verify_in(place, self._articles(), self._settings, progress=self._words, standings=self._standing)

    def _articles(self) -> Sequence[Article]:
        """Return the articles, read anew: nobody's word is taken for what a text hashes to."""
        return [
            from_text(text.text, text.path, title=text.title, publisher=text.publisher, published=text.published)
            for text in self._job.articles
        ]

    def _words(self, words: str) -> None:
        self._hear(Line(words=words))

    def _standing(self, standing: Standing) -> None:
        self._hear(Line(stand=Stand(**standing._asdict())))


class Jobs:
    """The checks of one server."""

    def __init__(self, store: OwnedStore) -> None:
        self._store = store
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="check")
        self._checks: set[Check] = set()
        self._guard = threading.Lock()
        self._stopping = False

    def start(self, check: Check) -> None:
        """Have a check run as soon as it is its turn; raises ServerGone while the server stops."""
        with self._guard:
            if self._stopping:
                raise _stopped()
            self._checks.add(check)
            self._threads.submit(self._run, check)

    def stop(self) -> None:
        """Stop all checks, tell those who wait for them, and return when the last has ended."""
        with self._guard:
            self._stopping = True
            under_way = [*self._checks]
        for check in under_way:
            check.stop()
        self._threads.shutdown()

    def _run(self, check: Check) -> None:
        try:
            check.run(self._store)
        except Exception:  # nobody could be told, and the thread has others to run
            logger.exception("a check ended, and how could not be kept")
        finally:
            with self._guard:
                self._checks.discard(check)


def _narrowed(own: Settings, job: Job) -> Settings:
    limits = [limit for limit in (own.model.max_cost, job.max_cost) if limit is not None]
    narrower: dict[str, Decimal | str | None] = {"max_cost": min(limits, default=None)}
    if job.offline:
        narrower["answers"] = "replay"
    return own.model_copy(update={"save": job.save, "model": own.model.model_copy(update=narrower)})


def _stopped() -> ServerGone:
    return ServerGone(
        "The server was stopped before this was checked. What the model answered by then is kept: run again and only "
        "the rest is asked."
    )
