"""What is found of claims, what it cost, and the report of one run."""

from datetime import date
from decimal import Decimal

from pydantic import Field

from verifier.models.base import Frozen
from verifier.models.claims import Claim, Extraction, Note, Refusal, Relation, Unchecked, Verdict


class Comparison(Frozen):
    """How one claim stands to one other."""

    claim: str
    """Id of the other claim."""
    article: str
    path: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    quote: str
    """The other figure's words, or the other sentence."""
    line: int
    column: int
    sentence: str
    """What the quote stands in."""
    offset: int
    """Where the quote begins in the sentence, in code points."""
    relation: Relation
    why: str
    """What makes it so, in words an editor can check."""
    difference: str | None = None
    """The other figure against this one: "+11.9%"; None without two figures of one dimension."""
    independent: bool = True
    about: str
    """What the other claim is about, of when, and as what it is told, in words; "" where the sentence says it all."""
    period: str | None = None
    """The other claim's period, in words."""
    attribution: str | None = None
    """Whom the other claim credits."""


class Finding(Frozen):
    """A claim with its verdict and what it rests on."""

    claim: Claim
    verdict: Verdict
    reason: str
    sources: tuple[str, ...] = ()
    """Whom the claim credits, as it names them, where independent articles that agree credit the same."""
    comparisons: tuple[Comparison, ...] = ()
    more: int = 0
    """Comparisons that tell something (not "not comparable") and are not listed."""


class Usage(Frozen):
    """What the model was asked and what it cost; stored and recorded answers cost nothing."""

    calls: int = 0
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    cost_usd: Decimal | None = None
    """None where it is not known: the model has no known price, or an answer did not say what it took."""

    def __add__(self, other: "Usage") -> "Usage":
        counts = {name: getattr(self, name) + getattr(other, name) for name in Usage.model_fields if name != "cost_usd"}
        costs = [part.cost_usd for part in (self, other) if part.calls]
        known = [cost for cost in costs if cost is not None]
        return Usage(**counts, cost_usd=sum(known, Decimal(0)) if known and len(known) == len(costs) else None)


class Spending(Frozen):
    """What one answered request took, of which model, and for which article."""

    model: str
    article: str | None = None
    """Id of the article it was about; None where it was about several."""
    usage: Usage


class Report(Frozen):
    """Everything one run has to say, in an order that does not depend on the order of its input."""

    extractions: tuple[Extraction, ...]
    findings: tuple[Finding, ...]
    refused: tuple[Refusal, ...] = ()
    """What was not taken of the answers about pairs; each extraction has its own."""
    unreconciled: tuple[Unchecked, ...] = ()
    """Pairs that could not be held against each other, and why."""
    notes: tuple[Note, ...] = ()
    """Where articles hide or turn text, or address whoever checks them; what they say there is text like any other."""
    usage: Usage = Usage()
    spent: dict[str, Usage] = Field(default_factory=dict)
    """Of `usage`, what each article took, by its id; the rest went into holding them against each other."""

    @property
    def conflicting(self) -> tuple[Finding, ...]:
        """The claims another claim contradicts."""
        return tuple(finding for finding in self.findings if finding.verdict is Verdict.CONFLICTING)

    @property
    def contradictions(self) -> int:
        """How many pairs of claims contradict each other, of the comparisons that are listed: two of these claims can
        be two sides of one.
        """
        told = ((finding.claim.id, other) for finding in self.conflicting for other in finding.comparisons)
        return len({frozenset((claim, other.claim)) for claim, other in told if other.relation == "conflicts"})

    @property
    def corroborated(self) -> tuple[Finding, ...]:
        """The claims an independent article bears out."""
        return tuple(finding for finding in self.findings if finding.verdict is Verdict.CORROBORATED)

    @property
    def unsourced(self) -> tuple[Finding, ...]:
        """The claims no independent article bears out, and none contradicts."""
        return tuple(finding for finding in self.findings if finding.verdict is Verdict.UNSOURCED)

    @property
    def unchecked(self) -> tuple[Unchecked, ...]:
        """The passages that could not be checked."""
        passages = (passage for extraction in self.extractions for passage in extraction.unchecked)
        return (*passages, *self.unreconciled)
