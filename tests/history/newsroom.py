"""A newsroom's store on disk: articles come in, run by run, and what became of a claim is looked up."""

from pathlib import Path
from typing import NamedTuple

from tests.store.sql import ask
from verifier import listing
from verifier.crosscheck import history
from verifier.listing import Change, ClaimPage, Wanted
from verifier.models import Claim, Extraction, Finding
from verifier.pipeline import _compare, hold
from verifier.reconcile import Decided, add
from verifier.reconcile.ruling import Ruling, rule
from verifier.store import Store
from verifier.topics import TopicRelation


class Told(NamedTuple):
    """A verdict and its reason's code."""

    verdict: str
    reason: str


class Newsroom:
    """Runs as `verify` makes them, the model's part aside."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def reads(self, *readings: Extraction, decided: Decided = Decided(), log: bool = True) -> list[Finding]:  # noqa: B008
        """One run over these articles; `log` False is how a run ends that is stopped while it waits for the model."""
        with Store(self.path) as store:
            with store.unit() as unit:
                hold(unit, readings, readings)
            if not log:
                return []
            with store.unit() as unit:
                return _compare(unit, readings, decided, log=True)

    def checks(self) -> int:
        """`verify crosscheck`; return how many verdicts changed."""
        with Store(self.path) as store, store.unit() as unit:
            history.check(unit)
            return history.log(unit)

    def rules(self, one: Claim, relation: TopicRelation, other: Claim, why: str = "as I know") -> tuple[Ruling, int]:
        """`verify ties --set`, of the topics of two claims; return how many verdicts changed as well."""
        topics = self.topics()
        with Store(self.path) as store, store.unit() as unit:
            ruling = rule(unit, topics[one.id], topics[other.id], relation, why, person="Ana")
            history.check(unit)
            return ruling, history.log(unit)

    def topics(self) -> dict[str, str]:
        """The topic of each current claim."""
        return {held.claim.id: held.topic for held in self.claims().claims}

    def claims(self, **wanted: object) -> ClaimPage:
        """`verify claims`."""
        with Store(self.path) as store, store.unit(keep=False) as unit:
            return listing.list_claims(unit, Wanted(**({"most": 1_000_000} | wanted)))  # type: ignore[arg-type]

    def kept(self) -> dict[str, Told]:
        """The verdicts that are kept."""
        return {
            held.claim.id: Told(held.verdict, held.reason) for held in self.claims().claims if held.verdict is not None
        }

    def told(self) -> dict[str, Told]:
        """The verdicts as the history tells them, of the claims that are not gone."""
        rows = self._rows(
            "select claim_id, arg_max(verdict, seq), arg_max(reason, seq) from history group by claim_id"
            " having arg_max(verdict, seq) <> 'gone'"
        )
        return {claim: Told(verdict, reason) for claim, verdict, reason in rows}

    def story(self, claim: Claim) -> list[Change]:
        """`verify claims --history`."""
        with Store(self.path) as store, store.unit(keep=False) as unit:
            return [*listing.story_of(unit, claim.id).changes]

    def outline(self, claim: Claim) -> list[tuple[str, str, str | None]]:
        """Of each change the verdict, the cause, and the name of the article that brought it."""
        return [(change.verdict, change.cause, change.path) for change in self.story(claim)]

    def moments(self) -> list[str]:
        """When the verdicts were brought up to date."""
        return [moment for (moment,) in self._rows("select noted_at::varchar from moments order by seq")]

    def held_ever_since(self, decided: Decided) -> None:
        """As if these ties had been there all the time, and a later version saw more in them."""
        with Store(self.path) as store, store.unit() as unit:
            add(unit, decided)
            ask(unit, "update ties set added_at = '2001-01-01' where said_by = 'model'")

    def at_one_moment(self) -> None:
        """As if all verdicts had been brought up to date within one second."""
        with Store(self.path) as store, store.unit() as unit:
            ask(unit, "update moments set noted_at = '2026-01-01 00:00:00Z'")

    def count(self, table: str) -> int:
        """The number of rows of a table of the history."""
        rows = self._rows("select 'history', count(*) from history union all select 'moments', count(*) from moments")
        return {name: int(number) for name, number in rows}[table]

    def _rows(self, statement: str) -> list[tuple[str, ...]]:
        with Store(self.path) as store, store.unit(keep=False) as unit:
            return ask(unit, statement)
