"""Takes in articles through the browser: kept first, checked in the background, taken up again after a crash."""

import secrets
import threading
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Literal, NamedTuple

from verifier.errors import ServerGone, UsageError
from verifier.handover.wire import Job, Line, Stand, Text
from verifier.models import Article, Report
from verifier.queue.jobs import Check, Jobs
from verifier.report.words import counted
from verifier.settings import Settings
from verifier.store import OwnedStore, Unit

SOURCE = "added//"
"""Precedes the names that are given here. No file's path has two slashes, so nothing takes the place of a file."""
SHOWN = 50
"""Additions that are listed."""


class Addition(NamedTuple):
    """An article that somebody handed in, and what became of it."""

    addition: str
    name: str
    title: str | None
    person: str
    added: str
    state: Literal["waiting", "checked", "partly", "failed"]
    why: str
    """For what is not checked, or only partly: a sentence."""
    article: str | None
    """Id in the store, once it is there."""


class _Open(NamedTuple):
    addition: str
    name: str
    text: str
    title: str | None
    publisher: str | None
    published: date | None


class _Outcome(NamedTuple):
    """What a step of an addition came to."""

    outcome: str
    why: str
    article: str | None


class Additions:
    """The articles that people hand in."""

    def __init__(self, store: OwnedStore, settings: Settings, jobs: Jobs) -> None:
        self._store = store
        self._settings = settings
        self._jobs = jobs
        self._guard = threading.Lock()
        self._under_way: dict[str, str] = {}
        """Of each that waits or is being checked, how far it is."""

    def take(self, articles: Sequence[Article], person: str) -> None:
        """Keep the articles, and have them checked; when this returns none can be lost. Raises StoreError."""
        with self._store.unit() as unit:
            for article in articles:
                _keep(unit, article, person)
        self.resume()

    def again(self, addition: str, person: str) -> None:
        """Have one checked again that failed, wholly or partly; raises UsageError for any other, and StoreError."""
        with self._store.unit() as unit:
            known = {one.addition: one for one in unit.rows("queue/additions", Addition, most=None)}
            if addition not in known or known[addition].state not in ("partly", "failed"):
                raise UsageError("This article is checked, or waits to be: there is nothing to try again.")
            _step(unit, addition, _Outcome("again", "", known[addition].article), person)
        self.resume()

    def resume(self) -> None:
        """Have everything checked that waits for it."""
        with self._store.unit(keep=False) as unit:
            waiting = unit.rows("queue/open_additions", _Open)
        with self._guard:
            new = [one for one in waiting if one.addition not in self._under_way]
            self._under_way |= {one.addition: "waits for its turn" for one in new}
        for one in new:
            self._jobs.start(Check(_job(one), self._settings, partial(self._hear, one.addition)))

    def called(self, unit: Unit, name: str) -> Addition | None:
        """Return what was handed in last by this name: the next of the name takes its place."""
        return next((one for one in unit.rows("queue/additions", Addition, most=None) if one.name == name), None)

    def listed(self, unit: Unit) -> list[Addition]:
        """Return what was handed in last, the newest first."""
        return unit.rows("queue/additions", Addition, most=SHOWN)

    def progress(self, addition: str) -> str:
        """Return how far a check is, in a few words."""
        return self._under_way.get(addition, "waits for its turn")

    def _hear(self, addition: str, line: Line) -> None:
        if line.stand:
            self._under_way[addition] = _progress(line.stand)
        if line.report:
            self._end(addition, _outcome(line.report))
        elif line.fault and line.fault.kind != ServerGone.__name__:  # a server that stops takes it up when it starts
            self._end(addition, _Outcome("failed", line.fault.error, None))

    def _end(self, addition: str, outcome: _Outcome) -> None:
        try:
            with self._store.unit() as unit:
                _step(unit, addition, outcome, "verifier")
        finally:  # what could not be kept waits in the store, and is taken up again with the next
            with self._guard:
                self._under_way.pop(addition, None)


def _keep(unit: Unit, article: Article, person: str) -> None:
    unit.run(
        "queue/add_addition",
        addition=secrets.token_hex(8),
        name=article.path,
        text=article.text,
        title=article.title,
        publisher=article.publisher,
        published=article.published,
        person=person,
    )


def _step(unit: Unit, addition: str, outcome: _Outcome, person: str) -> None:
    unit.run("queue/add_step", addition=addition, person=person, **outcome._asdict())


def _job(one: _Open) -> Job:
    text = Text(
        path=one.name,
        source=SOURCE + one.name,
        text=one.text,
        title=one.title,
        publisher=one.publisher,
        published=one.published,
    )
    return Job(articles=(text,))


def _progress(stand: Stand) -> str:
    if stand.read == stand.articles:
        return "is held against the others"
    asked = f", {counted(stand.usage.calls, 'request')} so far" if stand.usage.calls else ""
    return f"is being read{asked}"


def _outcome(report: Report) -> _Outcome:
    article = report.extractions[0].article.id
    if not report.unchecked:
        return _Outcome("checked", "", article)
    more = len(report.unchecked) - 1
    others = f" The same or the like holds for {counted(more, 'more passage')}." if more else ""
    return _Outcome("partly", report.unchecked[0].why + others, article)
