"""Remembers what was handed in to be answered by batch, so that whoever comes back, after whatever, can go on."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import Literal, NamedTuple

from pydantic_core import to_json

from verifier.errors import UsageError
from verifier.models import Article, Spending, Usage
from verifier.store import lock
from verifier.store.files import BATCH_LOCK
from verifier.store.spending import book
from verifier.store.store import Store
from verifier.store.unit import Unit

Outcome = Literal["answered", "refused", "truncated", "unanswered"]


class Job(NamedTuple):
    """What one report will be about: articles, and the batches their requests went into."""

    job: int
    endpoint: str
    model: str


class Batch(NamedTuple):
    """One batch of a job."""

    batch: int
    round: int
    """1 for what the articles themselves ask, counted up for what came of the answers."""
    mark: str
    """What the endpoint's batch carries in its metadata."""
    batch_id: str | None
    """None while it is not known whether it was submitted at all."""
    days: int
    """Since it was submitted."""
    status: str | None
    """How it ended; None while it has not."""


class Submitted(NamedTuple):
    """A text as it was handed in."""

    source: str
    """The resolved path, or the name, that the store knows the text's place by."""
    document: str
    overtaken: bool
    """Another text of the same source has been checked since."""

    @property
    def article(self) -> Article:
        """The text."""
        return Article.model_validate_json(self.document)


class Asked(NamedTuple):
    """A request of a job, as the last batch that carries it tells."""

    request: str
    batch: int
    outcome: Outcome | None
    """None while nothing has come of it."""
    why: str | None


class Carried(NamedTuple):
    """A request that went into a batch."""

    request: str
    label: str
    article: str | None
    """Id of the article it is about; None where it is about several."""


class Came(NamedTuple):
    """What came of one request: the body of its answer, or why there is none."""

    request: str
    outcome: Outcome
    body: str = ""
    why: str = ""
    usage: Usage | None = None


class _Job(NamedTuple):
    job: int


class _Batch(NamedTuple):
    batch: int


class _Request(NamedTuple):
    request: str


class _Cost(NamedTuple):
    cost: Decimal


class Batches:
    """The batches of a store in a file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep every other process from submitting and collecting meanwhile; raises StoreError if one does."""
        if self._store.path is None:
            raise UsageError("A store in memory is gone before a batch is answered: name a file with --database.")
        with lock.held(self._store.path, 0, what="The batch work of the store", ending=BATCH_LOCK):
            yield

    def jobs(self) -> list[Job]:
        """Return the jobs that have not been reported."""
        with self._store.unit() as unit:
            return unit.rows("store/open_batch_jobs", Job)

    def open(self, endpoint: str, model: str) -> int:
        """Return the open job of an endpoint and a model, a new one if there is none."""
        for job in self.jobs():
            if (job.endpoint, job.model) == (endpoint, model):
                return job.job
        with self._store.unit() as unit:
            return unit.rows("store/add_batch_job", _Job, endpoint=endpoint, model=model)[0].job

    def add(self, job: int, articles: Mapping[str, Article]) -> None:
        """Make articles, by their source, part of a job; of one source the last that was added counts."""
        rows = [
            {"job": job, "source": source, "article_id": article.id, "document": article.model_dump_json()}
            for source, article in articles.items()
        ]
        with self._store.unit() as unit:
            unit.insert("store/add_batch_articles", rows)

    def articles(self, job: int) -> list[Submitted]:
        """Return the texts a job is about."""
        with self._store.unit() as unit:
            return unit.rows("store/batch_articles", Submitted, job=job)

    def plan(self, job: int, number: int, mark: str, requests: Sequence[Carried]) -> int:
        """Note, before anything is sent, the batch of round `number` that will carry `requests`."""
        with self._store.unit() as unit:
            batch = unit.rows("store/add_batch", _Batch, job=job, round=number, mark=mark)[0].batch
            unit.insert("store/add_batch_requests", [{"batch": batch, **request._asdict()} for request in requests])
        return batch

    def submitted(self, batch: int, batch_id: str) -> None:
        """Note under which id the endpoint knows a batch."""
        with self._store.unit() as unit:
            unit.run("store/add_batch_submission", batch=batch, batch_id=batch_id)

    def carried(self, batch: int) -> dict[str, Carried]:
        """Return what a batch carries, by request."""
        with self._store.unit() as unit:
            return {row.request: row for row in unit.rows("store/carried_requests", Carried, batch=batch)}

    def keep(self, batch: int, model: str, came: Sequence[Came]) -> int:
        """Keep answers of `model`, what they took, and why there is none; return of how many requests it was news.

        Only the first word on a request counts, so what is handed over again changes nothing.
        """
        first = {one.request: one for one in reversed(came)}
        rows = [{"batch": batch, **one._asdict()} for one in first.values()]
        carried = self.carried(batch)
        with self._store.unit() as unit:
            news = unit.rows("store/add_batch_outcomes", _Request, rows=to_json(rows).decode())
            for request in (row.request for row in news):
                _keep(unit, model, carried[request], first[request])
        return len(news)

    def end(self, batch: int, status: str, why: str) -> None:
        """Note how a batch ended; of requests nothing came of until now nothing will, and `why` says so."""
        with self._store.unit() as unit:
            unit.run("store/end_batch_requests", batch=batch, why=why)
            unit.run("store/add_batch_end", batch=batch, status=status)

    def of(self, job: int) -> list[Batch]:
        """Return the batches of a job."""
        with self._store.unit() as unit:
            return unit.rows("store/batches", Batch, job=job)

    def requests(self, job: int) -> list[Asked]:
        """Return what has come of each request of a job."""
        with self._store.unit() as unit:
            return unit.rows("store/batch_requests", Asked, job=job)

    def cost(self, job: int) -> Decimal:
        """Return what the answers of a job have cost so far, in US dollars, as far as their price is known."""
        with self._store.unit() as unit:
            return unit.rows("store/batch_cost", _Cost, job=job)[0].cost

    def reported(self, job: int) -> None:
        """Close a job: its report has been handed over."""
        with self._store.unit() as unit:
            unit.run("store/add_batch_report", job=job)


def _keep(unit: Unit, model: str, carried: Carried, came: Came) -> None:
    if came.outcome != "answered":
        return
    unit.run("store/keep_answer", request=carried.request, label=carried.label, body=came.body)
    if came.usage:
        spending = Spending(model=model, article=carried.article, usage=came.usage)
        book(unit, carried.request, carried.label, spending)
