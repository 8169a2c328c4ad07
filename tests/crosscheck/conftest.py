"""A store in memory in which a test can hold some readings against each other."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from verifier.crosscheck import check, keep
from verifier.models import Claim, Comparison, Extraction, Finding
from verifier.reconcile import open_pairs
from verifier.store import Store, Unit, articles


class Found(NamedTuple):
    """What came out, by claim."""

    findings: dict[str, Finding]

    def verdict(self, claim: Claim) -> str:
        return str(self.findings[claim.id].verdict)

    def reason(self, claim: Claim) -> str:
        return self.findings[claim.id].reason

    def relation(self, claim: Claim, other: Claim) -> str:
        """The relation of `claim` to `other`, "nothing" where they were not held against each other."""
        return next((one.relation for one in self.comparisons(claim, other)), "nothing")

    def comparisons(self, claim: Claim, other: Claim) -> list[Comparison]:
        return [one for one in self.findings[claim.id].comparisons if one.claim == other.id]


Compare = Callable[..., Found]


@pytest.fixture
def unit() -> Iterator[Unit]:
    with Store(None) as store, store.unit() as opened:
        yield opened


@pytest.fixture
def compare(unit: Unit) -> Compare:
    """Store the readings given, settle in code what names settle, and check all of them."""

    def run(*readings: Extraction) -> Found:
        for reading in readings:
            articles.add(unit, reading.article, reading.article.path)
        keep(unit, *readings)
        names = [reading.article.id for reading in readings]
        open_pairs(unit, names)
        return Found({finding.claim.id: finding for finding in check(unit, names)})

    return run
