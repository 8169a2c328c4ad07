"""Asks the store for the comparisons and the verdicts of some articles, and puts them into words."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from verifier.crosscheck.explain import ComparedRow, comparison, reason
from verifier.crosscheck.sums import COUNTRIES, UNLIKE, WORLDWIDE
from verifier.models import Claim, Comparison, Finding, Verdict
from verifier.store import Unit
from verifier.topics.words import FLOWS

SHOWN = 20
"""Comparisons of one kind that are listed for one claim; the rest is counted."""


class VerdictRow(NamedTuple):
    """One row of crosscheck/verdicts.sql."""

    claim_id: str
    document: str
    verdict: str
    independent: int
    reason: str


def check(unit: Unit, articles: Sequence[str]) -> list[Finding]:
    """Return a finding for every current claim of the articles with these ids, in no particular order."""
    names = list(articles)
    compare(unit, names)
    verdicts = unit.rows("crosscheck/verdicts", VerdictRow, articles=names)
    compared: dict[str, list[ComparedRow]] = defaultdict(list)
    for row in unit.rows("crosscheck/comparisons", ComparedRow, shown=SHOWN):
        compared[row.claim_id].append(row)
    return [_finding(row, compared[row.claim_id]) for row in verdicts]


def compare(unit: Unit, articles: Sequence[str]) -> None:
    """Hold the claims of these articles against all others; what is found lies in the unit's `comparisons`."""
    names = list(articles)
    unit.run("crosscheck/compare", articles=names)
    unit.run("crosscheck/words", articles=names)
    unit.run("crosscheck/parts", articles=names, flows=sorted(FLOWS))
    unit.run("crosscheck/shares", articles=names, countries=COUNTRIES, worldwide=WORLDWIDE)
    unit.run("crosscheck/sums", articles=names, unlike=UNLIKE)
    unit.run("crosscheck/arithmetic")
    unit.run("crosscheck/independence")


def _finding(row: VerdictRow, compared: Sequence[ComparedRow]) -> Finding:
    claim = Claim.model_validate_json(row.document)
    comparisons: tuple[Comparison, ...] = tuple(comparison(claim, other) for other in compared)
    found = {other.relation: other.in_all for other in compared if other.relation != "not comparable"}
    telling = [other for other in comparisons if other.relation != "not comparable"]
    return Finding(
        claim=claim,
        verdict=Verdict(row.verdict),
        reason=reason(row.reason, row.independent, comparisons),
        comparisons=comparisons,
        more=sum(found.values()) - len(telling),
    )
