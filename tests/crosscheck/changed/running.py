"""Reads pairs of articles with a model that points as it is told, holds them in real stores, and collects verdicts."""

import asyncio
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import count, islice
from random import Random
from typing import NamedTuple

from duckdb import DuckDBPyConnection

from tests.crosscheck.changed.bearing_out import KINDS as BEARING_OUT
from tests.crosscheck.changed.contradicting import KINDS as CONTRADICTING
from tests.crosscheck.changed.leaning import KINDS as LEANING
from tests.crosscheck.changed.leaving_open import KINDS as LEAVING_OPEN
from tests.crosscheck.changed.names import Names
from tests.crosscheck.changed.pairs import Expected, Kind, Pair, Stage
from tests.crosscheck.changed.telling import Draft, Fact, tell
from tests.crosscheck.changed.telling_nothing import KINDS as TELLING_NOTHING
from tests.extract.scripted import Scripted
from tests.reconcile.answering import Answering, answer
from tests.series.stores import empty
from verifier.crosscheck import check, keep
from verifier.extract import extract
from verifier.models import Article, Extraction, Finding
from verifier.reconcile import add, open_pairs, reconcile
from verifier.reconcile.schema import Reconciliation
from verifier.store import Unit, articles
from verifier.store.connection import transaction

SEED = 20260104
PAIRS = 440
"""Pairs of all kinds together: three of every kind at least."""
AT_ONCE = 64
"""Pairs in one store: as many as there are names for, and few enough that not all are asked about."""
KINDS: dict[str, Kind] = {
    **BEARING_OUT.found,
    **CONTRADICTING.found,
    **TELLING_NOTHING.found,
    **LEAVING_OPEN.found,
    **LEANING.found,
}


class Case(NamedTuple):
    """One pair, and what it is called."""

    kind: Kind
    number: int
    pair: Pair

    @property
    def name(self) -> str:
        """The kind and its number."""
        return f"{self.kind.name} {self.number}"


class Read(NamedTuple):
    """One article as the product read it, with the sentence of its first fact."""

    draft: Draft
    extraction: Extraction
    sentence: str


ReadCase = tuple[Case, tuple[Read, Read]]


class _Stored(NamedTuple):
    article_id: str


class Outcome(NamedTuple):
    """What the product makes of one claim of a case."""

    case: Case
    side: str
    fact: Fact
    text: str
    expected: Expected
    finding: Finding | None

    @property
    def found(self) -> Expected:
        """The verdict and its reason."""
        return Expected(str(self.finding.verdict), self.finding.reason) if self.finding else Expected("no claim", "")

    @property
    def is_right(self) -> bool:
        """Whether it is the verdict it must be, for the reason it must have."""
        return self.found.verdict == self.expected.verdict and self.found.reason.startswith(self.expected.reason)


def batches(seed: int = SEED, pairs: int = PAIRS) -> Iterator[list[Case]]:
    """Yield so many cases, each kind in its turn, as many together as share a store; the same for the same seed."""
    order = list(islice(((kind, number) for number in count() for kind in KINDS.values()), pairs))
    for start in range(0, len(order), AT_ONCE):
        dealt = Names(Random(f"{seed} {start}"))  # noqa: S311 - cases, not secrets
        chosen = order[start : start + AT_ONCE]
        yield [Case(kind, number, kind.make(Stage(_random(seed, kind, number), dealt))) for kind, number in chosen]


def _random(seed: int, kind: Kind, number: int) -> Random:
    return Random(f"{seed} {kind.name} {number}")  # noqa: S311 - cases, not secrets


@cache
def outcomes() -> list[Outcome]:
    """Return what comes of every claim of the cases; of every other case the second article comes first."""
    return [outcome for batch in batches() for outcome in run(batch)]


def run(batch: Sequence[Case], *, every: bool = False) -> list[Outcome]:
    """Read the articles of some cases, hold them against each other in one store and return what comes of it.

    Copies are looked for only where there may be some, unless among `every` article.
    """
    return held(asyncio.run(read(batch)), every=every)


async def read(batch: Sequence[Case]) -> list[ReadCase]:
    """Write the articles of some cases and read them as the product does."""
    return [
        (case, (await _read(case.pair.first, f"{case.name} a"), await _read(case.pair.second, f"{case.name} b")))
        for case in batch
    ]


async def _read(draft: Draft, name: str) -> Read:
    told = tell(draft, name)
    extraction = await extract(told.article, Scripted(told.pointing))
    assert () == extraction.refused, extraction.refused
    return Read(draft, extraction, told.sentences[0])


def held(batch: Sequence[ReadCase], *, every: bool = False, turned: int = 0) -> list[Outcome]:
    """Hold the articles of some cases against each other: of cases with an even number first a, then b.

    `turned`: 1 for the other way round.
    """
    with filled(batch, every=every, turned=turned) as (unit, _):
        findings = {finding.claim.id: finding for finding in check(unit, names(batch))}
    return [
        outcome
        for case, reads in batch
        for side, read in zip("ab", reads, strict=True)
        for outcome in _outcomes(case, side, read, findings)
    ]


def names(batch: Sequence[ReadCase]) -> list[str]:
    """Return the ids of all their articles."""
    return [read.extraction.article.id for _, reads in batch for read in reads]


@contextmanager
def filled(
    batch: Sequence[ReadCase], *, every: bool = False, turned: int = 0
) -> Iterator[tuple[Unit, DuckDBPyConnection]]:
    """A store in memory that the articles of some cases came into; see `held`."""
    with empty() as (unit, connection), transaction(connection):
        for arrival in (0, 1):
            sides = [(case, reads[(case.number + turned + arrival) % 2]) for case, reads in batch]
            _hold(unit, [(read.extraction, every or case.kind.copied) for case, read in sides], batch)
        yield unit, connection


def _hold(unit: Unit, extractions: list[tuple[Extraction, bool]], batch: Sequence[ReadCase]) -> None:
    for extraction, searched in extractions:
        (articles.add if searched else _add)(unit, extraction.article, extraction.article.path)
    keep(unit, *(extraction for extraction, _ in extractions))
    pairs = open_pairs(unit, [extraction.article.id for extraction, _ in extractions])
    model = Answering(lambda question: _answer(question, batch))
    add(unit, asyncio.run(reconcile(pairs, model)))


def _add(unit: Unit, article: Article, source: str) -> None:
    """Store an article without looking for copies, which takes most of the time."""
    columns = article.model_dump(include={"title", "publisher", "published", "text"})
    unit.rows("store/add_article", _Stored, article_id=article.id, **columns)
    unit.run("store/add_source", article_id=article.id, source=source)


def _answer(question: str, batch: Sequence[ReadCase]) -> Reconciliation:
    """Say of the topics of each pair what the case has a reader say."""
    asked = {sentence: name for name, sentence in re.findall(r'^(t\d+): .*\n    "(.*)" \(', question, re.MULTILINE)}
    same: list[tuple[str, str]] = []
    related: list[tuple[str, str, str]] = []
    for case, (mine, theirs) in batch:
        one, other = asked.get(mine.sentence), asked.get(theirs.sentence)
        if case.pair.said is None or one is None or other is None:
            continue
        if case.pair.said == "same":
            same.append((one, other))
        elif case.pair.said == "broader":
            related.append((other, one, "narrower"))
        else:
            related.append((one, other, case.pair.said))
    return answer(same=same, related=related)


def _outcomes(case: Case, side: str, read: Read, findings: dict[str, Finding]) -> Iterator[Outcome]:
    due = case.kind.first if side == "a" else case.kind.second
    for place, fact in enumerate(read.draft.facts):
        claim = next(
            (one for one in read.extraction.claims if one.figure and one.figure.text in _as_written(fact)), None
        )
        expected = case.pair.beside if place else due
        yield Outcome(case, side, fact, read.extraction.article.text, expected, findings[claim.id] if claim else None)


def _as_written(fact: Fact) -> str:
    return f"{fact.figure} {fact.figure[:1].upper()}{fact.figure[1:]}"
