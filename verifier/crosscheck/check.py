"""Asks the store for the comparisons and the verdicts of some articles, and puts them into words."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from verifier.crosscheck.explain import ComparedRow, comparison, one_source, reason
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
    of_one_source: int
    """Of the independent articles that agree, those that credit whom the claim credits."""
    source: str | None
    """Whom the claim credits."""

    @property
    def shared(self) -> str | None:
        """Whom the claim and articles that bear it out credit alike; None where it is not borne out."""
        return self.source if self.reason == "agrees" and self.of_one_source else None


class Topics(NamedTuple):
    """One row of crosscheck/ajar.sql or crosscheck/doubted.sql."""

    topics: int


class Focused(NamedTuple):
    """One row of crosscheck/focused.sql: claims in focus of each kind."""

    amounts: int
    shares: int
    summable: int
    worded: int


class Listed(NamedTuple):
    """The verdicts on the claims in focus, and the comparisons that are shown of each."""

    verdicts: list[VerdictRow]
    comparisons: list[ComparedRow]


def check(unit: Unit, articles: Sequence[str]) -> list[Finding]:
    """Return a finding for every current claim of the articles with these ids, in no particular order."""
    compare(unit, articles)
    return _findings(unit)


def check_claim(unit: Unit, claim: str) -> Finding | None:
    """Return the finding for the claim with this id, the same as `check`; None if it is not current."""
    hold_claim(unit, claim)
    return next(iter(_findings(unit)), None)


def hold_claim(unit: Unit, claim: str) -> None:
    """Hold the claim against all others; what is found lies in the unit's `comparisons`."""
    _compare(unit, lambda: unit.run("crosscheck/focus_on", claim=claim))


def compare(unit: Unit, articles: Sequence[str]) -> None:
    """Hold the claims of these articles against all others; what is found lies in the unit's `comparisons`."""
    _compare(unit, lambda: unit.run("crosscheck/focus", articles=list(articles)))


def _compare(unit: Unit, focus: Callable[[], None]) -> None:
    focus()
    unit.run("crosscheck/edges")
    is_known = _find_fitting(unit)
    if is_known:
        focus()
        unit.run("crosscheck/edges")
    unit.run("crosscheck/compare", within=False)
    if is_known:
        unit.run("crosscheck/mistaken")
    (focused,) = unit.rows("crosscheck/focused", Focused)
    if focused.worded:
        unit.run("crosscheck/words")
    if focused.amounts:
        unit.run("crosscheck/parts", flows=sorted(FLOWS))
    if focused.shares:
        unit.run("crosscheck/shares", countries=COUNTRIES, worldwide=WORLDWIDE)
    if focused.summable:
        unit.run("crosscheck/sums", unlike=UNLIKE)
        unit.run("crosscheck/arithmetic")
    else:
        unit.run("crosscheck/no_sums")
    unit.run("crosscheck/credited")
    unit.run("crosscheck/independence")


def _find_fitting(unit: Unit) -> bool:
    """Find the claims that leave open of what or whose they are, and whose figure tells; return whether any may.

    What is in focus has to be put there again then.
    """
    if not unit.rows("crosscheck/ajar", Topics)[0].topics:
        return False
    unit.run("crosscheck/elsewhere")
    if not unit.rows("crosscheck/doubted", Topics)[0].topics:
        return False
    unit.run("crosscheck/focus_elsewhere")
    unit.run("crosscheck/edges_elsewhere")
    unit.run("crosscheck/compare", within=True)
    unit.run("crosscheck/fitting")
    return True


def _findings(unit: Unit) -> list[Finding]:
    found = listed(unit)
    compared: dict[str, list[ComparedRow]] = defaultdict(list)
    for row in found.comparisons:
        compared[row.claim_id].append(row)
    return [_finding(row, compared[row.claim_id]) for row in found.verdicts]


def listed(unit: Unit) -> Listed:
    """Return what follows from the unit's `comparisons`, and those of them that are shown."""
    verdicts = unit.rows("crosscheck/verdicts", VerdictRow)
    return Listed(verdicts, unit.rows("crosscheck/comparisons", ComparedRow, shown=SHOWN))


def _finding(row: VerdictRow, compared: Sequence[ComparedRow]) -> Finding:
    claim = Claim.model_validate_json(row.document)
    comparisons: tuple[Comparison, ...] = tuple(comparison(claim, other) for other in compared)
    found = {other.relation: other.in_all for other in compared if other.relation != "not comparable"}
    telling = [other for other in comparisons if other.relation != "not comparable"]
    return Finding(
        claim=claim,
        verdict=Verdict(row.verdict),
        reason=reason(row.reason, row.independent, comparisons)
        + one_source(row.shared, row.of_one_source, row.independent),
        sources=(row.shared,) if row.shared else (),
        comparisons=comparisons,
        more=sum(found.values()) - len(telling),
    )
