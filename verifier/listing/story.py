"""One claim's verdicts over time, with what changed each of them."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from verifier.article.places import near
from verifier.folding import fold
from verifier.listing.claims import Held, articles_named, one_called
from verifier.listing.doubts import doubts
from verifier.listing.ties import TopicTold, topics_told
from verifier.models import Article, Claim, Verdict
from verifier.store import Unit


class Tied(NamedTuple):
    """What somebody said of two topics, in their words."""

    first: TopicTold
    second: TopicTold
    relation: str
    why: str
    said_by: str
    person: str = ""
    """Who said it; "" where that was no person, or is not known."""
    day: str = ""
    """When, ISO 8601, UTC; "" for just now."""


class Parted(NamedTuple):
    """What a person said of the claims that belong to a topic."""

    kind: str
    """apart or joined."""
    whose: str
    """Said of the claim itself ("itself"), of others on its topic ("its topic"), or on one held against that ("its
    counterparts")."""
    person: str
    name: str
    """What the person calls the topic the claims stand on apart; "" where they were joined again."""
    why: str


class Carried(NamedTuple):
    """That a claim stands apart from its first check on, because it did in an earlier text of its source."""

    person: str
    name: str
    day: str
    """When it was said of that text, ISO 8601, UTC."""


class Change(NamedTuple):
    """What a claim's verdict became at one moment, and by what."""

    moment: str
    """ISO 8601, UTC."""
    verdict: str
    """A verdict, or "gone"."""
    reason: str
    cause: str
    """first, article, superseded, withdrawn, reading, tie, accord or rules."""
    article: str | None
    """Id of the article that changed it."""
    path: str | None
    """Its name."""
    other: Held | None
    """The claim that decided it."""
    tied: Tied | None
    still_says: bool = False
    """Of a text that was replaced: whether the words of `other` stand in the new one as well."""
    parted: Parted | None = None
    withdrawn_by: str = ""
    """Who withdrew the article; "" where it was not."""
    carried: Carried | None = None
    doubt: str | None = None
    """Of a contradiction: why one may be about something else; "" where that is not known, None where neither is."""


class Story(NamedTuple):
    """A claim, and its verdicts from the first to the last."""

    held: Held
    changes: tuple[Change, ...]


class _ChangeRow(NamedTuple):
    """One row of listing/history_of.sql."""

    moment: str
    verdict: str
    reason: str
    cause: str
    article_id: str
    other_id: str
    first_topic: str
    second_topic: str
    relation: str | None
    why: str | None
    said_by: str | None
    person: str | None
    day: str | None
    parted: str | None
    parted_whose: str | None
    parted_by: str | None
    parted_name: str | None
    parted_why: str | None
    withdrawn_by: str | None
    carried: str | None
    carried_by: str | None
    carried_name: str | None
    carried_day: str | None


class _Deciding(NamedTuple):
    """One row of listing/deciding.sql."""

    claim_id: str
    other_id: str


class _ToldRow(NamedTuple):
    """One row of listing/told_claims.sql."""

    claim_id: str
    article_id: str
    topic_id: str
    document: str
    verdict: str | None
    reason: str | None


class _NameRow(NamedTuple):
    """One row of listing/names_of.sql."""

    article_id: str
    source: str


class _Named(NamedTuple):
    """One row of listing/claims_called.sql."""

    claim_id: str


class _Cast(NamedTuple):
    """Whoever takes part in a story, by id."""

    claims: dict[str, Held]
    names: dict[str, str]
    topics: dict[str, TopicTold]
    texts: dict[str, Article]
    """Those that took the place of others."""
    doubts: dict[str, str]
    """By the claim that contradicts; "" where it is not known."""


def find_claim(unit: Unit, prefix: str) -> str:
    """Return the id of the claim that begins so, whether or not it still counts; raises UsageError."""
    rows = unit.rows("listing/claims_called", _Named, prefix=prefix)
    return one_called("claim", prefix, [row.claim_id for row in rows], "verify claims")


def story_of(unit: Unit, claim: str) -> Story:
    """Return the claim with this id and how its verdict changed."""
    rows = unit.rows("listing/history_of", _ChangeRow, claim=claim)
    names = _names(unit, {row.article_id for row in rows} - {""})
    cast = _Cast(
        claims=claims_told(unit, {claim, *(row.other_id for row in rows)} - {""}),
        names={article: near(source) for article, source in names.items()},
        topics=topics_told(unit, {topic for row in rows for topic in (row.first_topic, row.second_topic)} - {""}),
        texts=articles_named(unit, {row.article_id: names[row.article_id] for row in rows if _has_replaced(row)}),
        doubts={doubt.other_id: doubt.why for doubt in doubts(unit, [claim])},
    )
    return Story(cast.claims[claim], tuple(_change(row, cast) for row in rows))


def claims_told(unit: Unit, claims: Iterable[str]) -> dict[str, Held]:
    """Return the claims with these ids, by id, as they were read last and whether or not they still count."""
    rows = unit.rows("listing/told_claims", _ToldRow, claims=sorted(set(claims)))
    articles = articles_named(unit, _names(unit, {row.article_id for row in rows}))
    return {row.claim_id: _held(row, articles[row.article_id]) for row in rows}


def counterparts(unit: Unit, claims: Iterable[Held], moment: str | None = None) -> dict[str, Held]:
    """Return, by the ids of those of these listed claims that conflict, the claim that decided it.

    One whose counterpart the history does not tell, or that stands no more, is left out.
    """
    names = [held.claim.id for held in claims if held.verdict == Verdict.CONFLICTING]
    if not names:
        return {}
    rows = unit.rows("listing/deciding", _Deciding, claims=names, moment=moment)
    told = claims_told(unit, (row.other_id for row in rows))
    return {row.claim_id: told[row.other_id] for row in rows if row.other_id in told}


def _names(unit: Unit, articles: Iterable[str]) -> dict[str, str]:
    rows = unit.rows("listing/names_of", _NameRow, articles=sorted(articles))
    return {row.article_id: row.source for row in rows}


def _held(row: _ToldRow, article: Article) -> Held:
    claim = Claim.model_validate_json(row.document)
    return Held(claim, article, row.topic_id, row.verdict, row.reason or "")


def _change(row: _ChangeRow, cast: _Cast) -> Change:
    return Change(
        row.moment,
        row.verdict,
        row.reason,
        row.cause if row.withdrawn_by is None else "withdrawn",
        row.article_id or None,
        cast.names.get(row.article_id),
        cast.claims.get(row.other_id),
        _tied(row, cast),
        _still_says(row, cast),
        _parted(row),
        row.withdrawn_by or "",
        _carried(row),
        cast.doubts.get(row.other_id),
    )


def _has_replaced(row: _ChangeRow) -> bool:
    return row.cause == "superseded" and bool(row.article_id) and row.withdrawn_by is None


def _still_says(row: _ChangeRow, cast: _Cast) -> bool:
    """Tell whether the words a reader is shown stand in the new text: not "9 tons" in "19 tons" or in "6.9 tons"."""
    other, text = cast.claims.get(row.other_id), cast.texts.get(row.article_id)
    if other is None or text is None or not _has_replaced(row):
        return False
    claim = other.claim
    words = fold(claim.figure.text if claim.figure else claim.citations[0].quote).split()
    sought = r"(?<![\w.,])" + r"\s+".join(map(re.escape, words)) + r"(?!\w)"
    return re.search(sought, fold(text.text)) is not None


def _tied(row: _ChangeRow, cast: _Cast) -> Tied | None:
    first, second = cast.topics.get(row.first_topic), cast.topics.get(row.second_topic)
    if first is None or second is None or row.relation is None or row.parted == "joined":
        return None
    return Tied(first, second, row.relation, row.why or "", row.said_by or "", row.person or "", row.day or "")


def _parted(row: _ChangeRow) -> Parted | None:
    if row.parted is None:
        return None
    name, why = row.parted_name or "", row.parted_why or ""
    return Parted(row.parted, row.parted_whose or "", row.parted_by or "", name, why)


def _carried(row: _ChangeRow) -> Carried | None:
    if row.carried != "apart":
        return None
    return Carried(row.carried_by or "", row.carried_name or "", row.carried_day or "")
