"""Remembers what was handed in to be answered by batch, so that whoever comes back, after whatever, can go on."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Literal, NamedTuple

from pydantic_core import to_json

from verifier.errors import UsageError
from verifier.models import Article
from verifier.store import lock
from verifier.store.store import Store

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


class Came(NamedTuple):
    """What came of one request: the body of its answer, or why there is none."""

    request: str
    outcome: Outcome
    body: str = ""
    why: str = ""


class _Job(NamedTuple):
    job: int


class _Batch(NamedTuple):
    batch: int


class _Request(NamedTuple):
    request: str


class _Labelled(NamedTuple):
    request: str
    label: str


class Batches:
    """The batches of a store in a file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep every other process from submitting and collecting meanwhile; raises StoreError if one does."""
        if self._store.path is None:
            raise UsageError("A store in memory is gone before a batch is answered: name a file with --database.")
        with lock.held(self._store.path, 0, what="The batch work of the store", ending="batch.lock"):
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

    def plan(self, job: int, number: int, mark: str, requests: Mapping[str, str]) -> int:
        """Note, before anything is sent, the batch of round `number` that will carry `requests` (to their labels)."""
        with self._store.unit() as unit:
            batch = unit.rows("store/add_batch", _Batch, job=job, round=number, mark=mark)[0].batch
            rows = [{"batch": batch, "request": request, "label": label} for request, label in requests.items()]
            unit.insert("store/add_batch_requests", rows)
        return batch

    def submitted(self, batch: int, batch_id: str) -> None:
        """Note under which id the endpoint knows a batch."""
        with self._store.unit() as unit:
            unit.run("store/add_batch_submission", batch=batch, batch_id=batch_id)

    def labels(self, batch: int) -> dict[str, str]:
        """Return the requests a batch carries, to their labels."""
        with self._store.unit() as unit:
            return {row.request: row.label for row in unit.rows("store/batch_labels", _Labelled, batch=batch)}

    def keep(self, batch: int, came: Sequence[Came], labels: Mapping[str, str]) -> int:
        """Keep answers, and why there is none; return of how many requests it was news.

        Only the first word on a request counts, so what is handed over again changes nothing. What is not in `labels`
        is not carried by the batch and passed over.
        """
        first = {one.request: one for one in reversed(came) if one.request in labels}
        rows = [{"batch": batch, **one._asdict()} for one in first.values()]
        with self._store.unit() as unit:
            news = unit.rows("store/add_batch_outcomes", _Request, rows=to_json(rows).decode())
            for one in (first[row.request] for row in news):
                if one.outcome == "answered":
                    unit.run("store/keep_answer", request=one.request, label=labels[one.request], body=one.body)
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

    def reported(self, job: int) -> None:
        """Close a job: its report has been handed over."""
        with self._store.unit() as unit:
            unit.run("store/add_batch_report", job=job)
