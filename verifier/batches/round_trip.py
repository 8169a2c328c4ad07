"""Goes to the batches of a store: hands articles in, or asks how far they are and makes their report.

The pipeline runs as ever, on the answers that came by batch; what it still misses goes into the next batch.
"""

import asyncio
import secrets
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from decimal import Decimal
from typing import NamedTuple, Self

from verifier.article.places import source_of
from verifier.batches.fetching import fetch
from verifier.batches.texts import texts
from verifier.errors import (
    ConfigurationError,
    ModelError,
    ModelPending,
    ModelRefused,
    ModelTruncated,
    OverBudget,
    UsageError,
)
from verifier.llm import BatchEndpoint, BatchState, ByBatch, Missing, Noted, batch_parts, expected, terms
from verifier.models import Article, Report
from verifier.pipeline import Progress, verify
from verifier.settings import Settings
from verifier.store import Batches, Store
from verifier.store.batches import Batch, Carried, Job

ROUNDS = 3
"""What the answers give rise to (a figure left out, a question about pairs) goes into another batch, this often."""
_LOST = "never submitted"
_FORGOTTEN = 2
"""Days after which a batch the endpoint does not know is given up; it was to be answered within one."""
_ERRORS: Mapping[str, type[ModelError]] = {"refused": ModelRefused, "truncated": ModelTruncated}


class HandedIn(NamedTuple):
    """What was submitted, or is on its way already."""

    articles: int
    requests: int
    """0 where all that is missing was submitted before."""
    batches: tuple[str, ...]
    round: int
    model: str
    endpoint: str
    cost: Decimal | None
    """US dollars, by estimate; None where the price is not known."""


class Waiting(NamedTuple):
    """Batches that are not done."""

    states: dict[str, BatchState]
    """By id."""


Outcome = Report | HandedIn | Waiting


class RoundTrip:
    """One visit to the batches of a store, for as long as the `with` lasts; nobody else makes one meanwhile."""

    def __init__(self, settings: Settings, tell: Progress) -> None:
        """`tell` is told what a person should know. Raises UsageError for settings under which nothing can wait."""
        _check(settings)
        self._settings = settings
        self._tell = tell
        self._batches = Batches(Store(settings.database))
        self._endpoint = BatchEndpoint(settings.model)
        self._visit = ExitStack()
        self._job: int | None = None

    def __enter__(self) -> Self:
        """Raises StoreError while another process is at it."""
        self._visit.enter_context(self._batches.alone())
        return self

    def __exit__(self, *_: object) -> None:
        self._visit.close()

    def submit(self, articles: Sequence[Article]) -> Outcome:
        """Hand in what the articles ask and nobody has answered; return their report if that is nothing.

        They join what was handed in before for the same model and is not reported yet.
        """
        batch = ByBatch()
        try:
            return self._verified(articles, batch)
        except ModelPending:
            job = self._batches.open(self._endpoint.name, self._endpoint.model)
            return asyncio.run(self._hand_in(job, 1, batch.noted, articles))

    def collect(self, *, ask_rest: bool = False) -> Outcome:
        """Return the report on everything handed in, or what has to be waited for, be it a further batch.

        With `ask_rest` nothing is handed in any more: what is missing, or was left unanswered, is asked at once.
        """
        job = self._open_job()
        waiting = asyncio.run(self._fetched(job))
        if waiting:
            return Waiting(waiting)
        self._job = job
        submitted = [*texts(self._batches.articles(job), self._tell)]
        batch = self._answers(job, "send" if ask_rest else "note")
        try:
            return self._verified(submitted, batch)
        except ModelPending:
            return self._another_round(job, submitted, batch)

    def reported(self) -> None:
        """Note that the report `collect` returned has been handed over."""
        if self._job is not None:
            self._batches.reported(self._job)

    # --------------------------------------------------------------------------------- handing in

    def _another_round(self, job: int, articles: Sequence[Article], batch: ByBatch) -> Outcome:
        if (batch.came or batch.failed) and not batch.met:
            raise ConfigurationError(
                "What came by batch answers none of the requests that are made now: VERIFIER_STRUCTURED, or verifier "
                "itself, is not what it was when they were handed in. Set it back, or hand in again with --batch."
            )
        following = 1 + max((held.round for held in self._batches.of(job) if held.batch_id), default=0)
        if following > ROUNDS:
            return self._verified(articles, self._answers(job, "leave"))
        return asyncio.run(self._hand_in(job, following, batch.noted, articles))

    async def _hand_in(
        self, job: int, number: int, noted: Mapping[str, Noted], articles: Sequence[Article]
    ) -> HandedIn:
        """Make the articles part of the job, and submit what does not wait in a batch already."""
        ids = []
        async with self._endpoint as endpoint:
            await self._find_lost(job)
            waiting = {asked.request for asked in self._batches.requests(job) if asked.outcome is None}
            new = {request: one for request, one in noted.items() if request not in waiting}
            cost = self._affordable(job, new)
            self._batches.add(job, {source_of(text.path): text for text in articles})
            for part in batch_parts(new):
                mark = secrets.token_hex(16)
                carried = [Carried(request, one.label, one.article) for request, one in part.requests.items()]
                planned = self._batches.plan(job, number, mark, carried)
                ids.append(await endpoint.submit(mark, part.content))
                self._batches.submitted(planned, ids[-1])
        return HandedIn(len(articles), len(new), tuple(ids), number, self._endpoint.model, self._endpoint.name, cost)

    def _affordable(self, job: int, noted: Mapping[str, Noted]) -> Decimal | None:
        """Return what the requests will cost in US dollars, None if unknown.

        Raises OverBudget where, with what the job has cost so far, it could be too much.
        """
        paid, limit = terms(self._settings.model)._replace(tier="batch"), self._settings.model.max_cost
        sizes = [expected(one.label, one.body) for one in noted.values()]
        most = _sum(paid.cost(size.high) for size in sizes)
        if limit is not None and most is not None:
            _check_limit(self._batches.cost(job), most, limit)
        return _sum(paid.cost(size.likely) for size in sizes)

    async def _find_lost(self, job: int) -> None:
        """Find the batches of which it is not known whether they were made: verifier was killed at that moment."""
        for batch in self._batches.of(job):
            if batch.batch_id is None and batch.status is None:
                found = await self._endpoint.find(batch.mark)
                if found:
                    self._batches.submitted(batch.batch, found)
                else:
                    self._batches.end(batch.batch, _LOST, "")

    # --------------------------------------------------------------------------------- picking up

    def _open_job(self) -> int:
        """Return the job of the endpoint and model that are set."""
        jobs = [job for job in self._batches.jobs() if self._batches.articles(job.job)]
        for job in jobs:
            if (job.endpoint, job.model) == (self._endpoint.name, self._endpoint.model):
                return job.job
        if not jobs:
            raise UsageError("Nothing waits to be collected in this store. Hand articles in with `verify --batch`.")
        raise ConfigurationError(f"{_others(jobs)}. {self._endpoint.model} at {self._endpoint.name} is set now.")

    async def _fetched(self, job: int) -> dict[str, BatchState]:
        """Keep what has come; return how far the batches are of which nothing has."""
        waiting = {}
        async with self._endpoint as endpoint:
            await self._find_lost(job)
            for batch in self._batches.of(job):
                if batch.batch_id and batch.status is None:
                    state = await self._state(batch, batch.batch_id)
                    if state.ended:
                        await fetch(endpoint, self._batches, batch, state, self._tell)
                    else:
                        waiting[batch.batch_id] = state
        return waiting

    async def _state(self, batch: Batch, batch_id: str) -> BatchState:
        state = await self._endpoint.state(batch_id)
        if state:
            return state
        if batch.days < _FORGOTTEN:
            raise ConfigurationError(
                f"{self._endpoint.name} does not know the batch {batch_id}. Set the key of the account that made it."
            )
        return BatchState("failed", 0, 0, (), "the endpoint no longer knows it")

    def _answers(self, job: int, missing: Missing) -> ByBatch:
        """Return what has come of the requests of a job; of a batch that was never made nothing could."""
        again = {None, "answered", "unanswered" if missing == "send" else None}
        lost = {batch.batch for batch in self._batches.of(job) if batch.status == _LOST}
        asked = [one for one in self._batches.requests(job) if one.batch not in lost]
        return ByBatch(
            came=frozenset(one.request for one in asked if one.outcome == "answered"),
            failed={
                one.request: _ERRORS.get(one.outcome or "", ModelPending)(one.why or "")
                for one in asked
                if one.outcome not in again
            },
            missing=missing,
        )

    def _verified(self, articles: Sequence[Article], batch: ByBatch) -> Report:
        """Run the pipeline; what it tells on the way is passed on once it is clear that there will be a report."""
        if batch.missing == "send":
            return verify(articles, self._settings, progress=self._tell, batch=batch)
        told: list[str] = []
        report = verify(articles, self._settings, progress=told.append, batch=batch)
        for line in told:
            self._tell(line)
        return report


def _sum(costs: Iterable[Decimal | None]) -> Decimal | None:
    known = [*costs]
    return None if None in known else sum((cost for cost in known if cost), Decimal(0))


def _check_limit(spent: Decimal, most: Decimal, limit: Decimal) -> None:
    if spent + most > limit:
        before = f", beside the ${spent:.4f} that its report has cost so far" if spent else ""
        instead = "finish with --ask-rest" if spent else "hand in fewer articles at a time"
        raise OverBudget(
            f"The batch could take up to ${most:.4f}{before}, which passes --max-cost ${limit:f}. Nothing was handed "
            f"in: raise it, or {instead}."
        )


def _others(jobs: Sequence[Job]) -> str:
    return "; ".join(f"The batches that wait were made with {job.model} at {job.endpoint}" for job in jobs)


def _check(settings: Settings) -> None:
    """Raise UsageError for what cannot be meant together with a batch."""
    reasons = {
        "--offline (VERIFIER_ANSWERS=replay) asks nobody": settings.model.answers == "replay",
        "VERIFIER_ANSWERS=record records answers that come at once": settings.model.answers == "record",
        "--no-save (VERIFIER_SAVE) keeps nothing to come back for": not settings.save,
        "a store in memory is gone before a batch is answered": settings.database is None,
    }
    for reason, given in reasons.items():
        if given:
            raise UsageError(f"{reason}: leave it out, or leave out --batch.")
