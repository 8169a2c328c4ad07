"""Puts what the store holds into the shapes of the read API."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from verifier.article.places import near
from verifier.crosscheck import explain
from verifier.listing import OtherTopic
from verifier.listing import TopicTold as ToldTopic
from verifier.queue.api.shapes import Change, Claim, ClaimTold, Decision, Standing, Tie, TopicRow
from verifier.queue.record import Decision as Row
from verifier.queue.told import Told, tell
from verifier.queue.waiting import Row as Waiting
from verifier.report.lists import claim_row
from verifier.store import Unit


class _Named(NamedTuple):
    topic_id: str


def listed(unit: Unit, waits: Sequence[Waiting]) -> list[Claim]:
    """Return claims of the queue."""
    reasons = explain.stored_reasons(unit, {row.claim_id: row.reason for row in waits})
    return [_listed(row, reasons[row.claim_id]) for row in waits]


def _listed(row: Waiting, reason: str | None) -> Claim:
    standing = Standing(state=row.state, verdict=row.decided, person=row.person)
    told = claim_row(row.read, row.verdict, reason)
    return Claim(**told, path=near(row.source or row.article_id), topic_id=row.topic_id, decision=standing)


def claim_told(unit: Unit, name: str, reader: str) -> ClaimTold:
    """Return all of a claim that this reader may see; raises UsageError where there is none."""
    told = tell(unit, name, reader)
    held, finding = told.own.held, told.finding
    reason = told.reason or explain.stored_reasons(unit, {held.claim.id: held.reason})[held.claim.id]
    row = claim_row(held.claim, held.verdict, reason)
    return ClaimTold(
        **row,
        path=held.article.path,
        topic_id=held.topic,
        decision=_standing(told),
        sources=list(finding.sources) if finding else [],
        comparisons=list(finding.comparisons) if finding else [],
        more=finding.more if finding else 0,
        decisions=[decision(row) for row in told.decisions],
        history=[Change(moment=one.moment, verdict=one.verdict, why=why) for one, why in told.history],
    )


def decision(row: Row) -> Decision:
    """Return a row of the trail."""
    values: dict[str, Any] = row._asdict()
    return Decision(claim=values.pop("claim_id"), batch=values.pop("batch_id"), **values)


def topic(told: ToldTopic) -> TopicRow:
    """Return a topic."""
    return TopicRow(id=told.topic_id, topic=told.topic, name=told.name or None, claims=told.claims)


def topic_names(unit: Unit, after: str, most: int) -> list[str]:
    """Return the ids of topics that follow on one."""
    return [row.topic_id for row in unit.rows("api/topics", _Named, after=after, most=most)]


def tie(row: OtherTopic) -> Tie:
    """Return how another topic stands to the one that is told."""
    return Tie(topic=row.topic_id, relation=row.relation, why=row.why, said_by=row.said_by, person=row.person)


def _standing(told: Told) -> Standing:
    standing = told.standing
    return Standing(state=standing.state, verdict=standing.verdict, person=standing.person)
