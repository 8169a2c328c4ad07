"""Everything there is to say of one claim: its passage, what stands against it and for it, and what became of it."""

from collections.abc import Sequence
from typing import NamedTuple

from verifier import listing
from verifier.crosscheck import check_claim
from verifier.listing import Apart, Change, Held, stories
from verifier.models import Claim, Comparison, Finding, Relation
from verifier.queue import record
from verifier.queue.decisions import Hindrance, hindrance
from verifier.queue.excerpt import Excerpt, excerpt
from verifier.queue.record import Decision, Standing
from verifier.queue.scales import Scale, numbers, scale
from verifier.report.words import period_words, year_words
from verifier.store import Unit

SIDES = 12
"""Counterparts that are shown with their passages; the others are told in a line each."""
TELLING: tuple[Relation, ...] = ("conflicts", "agrees", "compatible", "implies")
_ASPECTS = {
    "amount": "an amount",
    "change": "a change",
    "share": "a share",
    "rank": "a rank",
    "tally": "a running count",
    "event": "an event, in words",
}


class Fact(NamedTuple):
    """One thing the article says or leaves open about a claim."""

    name: str
    value: str


class Side(NamedTuple):
    """A claim with its article, as it is shown beside another."""

    held: Held
    excerpt: Excerpt
    facts: tuple[Fact, ...]
    comparison: Comparison | None = None
    """None for the claim the page is about."""


class Told(NamedTuple):
    """What the page of a claim shows."""

    own: Side
    finding: Finding | None
    """None where the claim takes part in no comparison any more."""
    sides: tuple[Side, ...]
    """The counterparts with their passages, those that tell most first."""
    others: tuple[Comparison, ...]
    """The rest, in a line each."""
    scale: Scale | None
    """Of the claim, and then of the sides."""
    history: tuple[tuple[Change, str], ...]
    """The machine's verdicts from the first to the last, with what brought each."""
    standing: Standing
    """As the reader may see it, as are the decisions."""
    decisions: tuple[Decision, ...]
    hindrance: Hindrance
    apart: Apart | None
    """As what a person has set it apart from the topic its words name; None where nobody has."""

    @property
    def reason(self) -> str:
        """Why the claim has its verdict; "" where it takes part in no comparison any more."""
        if self.finding is None:
            return ""
        return listing.STANDS_APART if self.apart and not self.finding.comparisons else self.finding.reason

    @property
    def reopened_by(self) -> tuple[Change, str] | None:
        """What changed the verdict on which a decision was made; None where it is as it was."""
        return self.history[-1] if self.standing.reopened and self.history else None


def tell(unit: Unit, name: str, reader: str, *, settles: bool = False) -> Told:
    """Return what a person may be told of the claim whose id begins so; raises UsageError where there is none.

    `settles` is whether that person settles two opinions that differ.
    """
    claim = listing.find_claim(unit, name)
    story = listing.story_of(unit, claim)
    finding = check_claim(unit, claim)
    held = story.held if finding is None else story.held._replace(claim=finding.claim)
    sides, others = _sides(unit, finding.comparisons if finding else ())
    standing = record.standing(unit, claim)
    return Told(
        own=_side(held),
        finding=finding,
        sides=sides,
        others=others,
        scale=scale([held.claim, *(side.held.claim for side in sides)]),
        history=tuple((change, stories.happened(change)) for change in story.changes),
        standing=standing.told_to(reader),
        decisions=tuple(record.told(unit, record.decisions_on(unit, claim), reader)),
        hindrance=hindrance(standing, reader, settles=settles),
        apart=listing.standing_apart(unit, [claim]).get(claim),
    )


def _sides(unit: Unit, comparisons: Sequence[Comparison]) -> tuple[tuple[Side, ...], tuple[Comparison, ...]]:
    telling = [one for one in comparisons if one.relation in TELLING]
    shown = (telling or [*comparisons])[:SIDES]
    told = listing.claims_told(unit, (one.claim for one in shown))
    sides = tuple(_side(told[one.claim], one) for one in shown)
    return sides, tuple(one for one in comparisons if one not in shown)


def _side(held: Held, comparison: Comparison | None = None) -> Side:
    return Side(held, excerpt(held.article, held.claim), tuple(facts(held.claim)), comparison)


def facts(claim: Claim) -> list[Fact]:
    """Return what is said of a claim, and of what decides a comparison also that it is left open."""
    topic = claim.topic
    said = [
        ("measure", topic.measure),
        ("item", topic.item or _left_open(claim)),
        ("actor", topic.actor or _left_open(claim)),
        ("counterparty", topic.counterparty),
        ("event", topic.event),
        ("kind", _kind(claim)),
        ("period", _period(claim)),
        ("compared with", _base(claim)),
        ("figure", claim.figure and numbers(claim.figure)),
        ("attribution", claim.attribution or "the article names nobody"),
        ("the model's word", ", ".join(claim.model_words)),
    ]
    return [Fact(name, value) for name, value in said if value]


def _left_open(claim: Claim) -> str | None:
    return "the article does not say" if claim.aspect not in ("event", "rank") else None


def _kind(claim: Claim) -> str:
    kind = _ASPECTS[claim.aspect]
    return kind if claim.modality == "fact" else f"{kind}; a {claim.modality}, not a fact"


def _period(claim: Claim) -> str | None:
    if claim.period is None:
        return None
    how = year_words(claim.period)
    return f"{period_words(claim.period)}{f' ({how})' if how else ''}"


def _base(claim: Claim) -> str | None:
    if claim.aspect != "change":
        return None
    return period_words(claim.base) if claim.base else "the article does not say"
