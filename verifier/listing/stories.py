"""Tells in words how a claim's verdict changed, and which passage of which article changed it."""

from collections.abc import Iterator
from typing import Any

from verifier.listing import Change, Held, Story, Tied
from verifier.listing.claims import start_of
from verifier.listing.story import Carried, Parted
from verifier.listing.ties import TopicTold
from verifier.models import Position
from verifier.report.visible import visible
from verifier.report.words import passage, quoted

REASONS = {
    "conflicts": "another passage contradicts it",
    "agrees": "an independent article agrees",
    "copies only": "copies only: the articles that agree are not independent",
    "near": "others are close, but neither bear it out nor contradict it",
    "not comparable": "others speak of another period, scope or basis",
    "alone": "no other article states it in a comparable form",
}
RELATIONS = {
    "same": "is the same as",
    "narrower": "is a part of",
    "broader": "holds as a part",
    "overlapping": "overlaps with",
    "other": "is something else than",
    "unclear": "may be the same as",
    "open": "may be the same as",
}
_APART = {
    "itself": "it",
    "its topic": "claims of its topic",
    "its counterparts": "claims it was held against",
}
_JOINED = {
    "itself": "it again with the claims on the topic its words name",
    "its topic": "claims again with those on the topic its words name",
    "its counterparts": "claims it is held against again with those on the topic their words name",
}
SAYERS = {"person": "a person", "model": "the model", "code": "the wording of the topics"}
_BY_MODEL = "as the model reads it"
"""What a reason of the model's ends with, for where nobody else is named as saying so."""


def reason_words(code: str, doubt: str | None = None) -> str | None:
    """Return the reason of a verdict; `doubt` is why it is open whether a contradiction is one, "" if that may be."""
    if code == "conflicts" and doubt is not None:
        return (
            f"another passage may contradict it ({visible(doubt)})"
            if doubt
            else "another passage contradicts it, or may"
        )
    return REASONS.get(code)


def lines(story: Story) -> Iterator[str]:
    """Yield one line for each change: when, the verdict, and what brought it."""
    if not story.changes:
        yield "  no verdict has been worked out yet: `verify crosscheck` does that"
    for change in story.changes:
        yield f"  {_moment(change.moment)}  {change.verdict:<12}  {happened(change)}"


def data(story: Story) -> list[dict[str, Any]]:
    """Return the changes as plain values."""
    return [
        {
            "moment": change.moment,
            "verdict": change.verdict,
            "reason": reason_words(change.reason, change.doubt),
            "cause": change.cause,
            "article": change.article,
            "path": change.path,
            "other": change.other and side(change.other),
            "tie": change.tied and _tie(change.tied),
            "why": happened(change),
        }
        for change in story.changes
    ]


def happened(change: Change) -> str:
    """Return what brought a change of a verdict."""
    reason = reason_words(change.reason, change.doubt) or ""
    says = f"{where(change.other)} says {passage(change.other.claim)}" if change.other else ""
    path = visible(change.path or "another article")
    if change.parted and change.cause in ("tie", "rules"):
        return f"{_parting_words(change.parted)}; {reason}{f': {says}' if says else ''}"
    if change.carried:
        return f"first checked: {_carried_words(change.carried)}; {reason}{f': {says}' if says else ''}"
    if change.cause == "withdrawn":
        return _withdrawal(change, reason)
    if change.verdict == "gone":
        return {
            "superseded": f"{path} holds another text now",
            "reading": f"{path} was read anew, and this is claimed no more",
        }.get(change.cause, "it takes part in no comparison any more")
    brought = {
        "first": f"first checked: {reason}",
        "article": reason,
        "superseded": f"{path} took the place of a text that said otherwise; {reason}",
        "reading": f"{path} was read anew; {reason}",
        "tie": f"{tie_words(change.tied) if change.tied else 'two topics were tied'}; {reason}",
        "accord": f"two statements were read against each other; {reason}",
        "rules": f"worked out anew; {reason}",
    }[change.cause]
    if change.cause == "superseded" and change.other:
        words = passage(change.other.claim)
        told = f"in which {words} was not found again" if change.still_says else f"which no longer says {words}"
        return f"{path} holds another text now, {told}; {reason}"
    return f"{brought}: {says}" if says else brought


def _withdrawal(change: Change, reason: str) -> str:
    said = f", which says {passage(change.other.claim)}," if change.other else ""
    told = f"{visible(change.path or 'an article')}{said} was withdrawn on {change.moment[:10]}"
    by = f" by {visible(change.withdrawn_by)}" if change.withdrawn_by else ""
    return f"{told}{by}{f'; {reason}' if change.verdict != 'gone' else ''}"


def where(held: Held) -> str:
    """Return path, line and column of the words the claim is shown by, as editors understand them."""
    line, column = position(held)
    return f"{visible(held.article.path)}:{line}:{column}"


def position(held: Held) -> Position:
    """Return the place of the words the claim is shown by."""
    return held.article.position(start_of(held.claim))


def tie_words(tied: Tied) -> str:
    """Return what was said of two topics: `Ana said on 2026-11-03 that "x" is the same as "y": why`."""
    sayer = visible(tied.person) or SAYERS.get(tied.said_by, tied.said_by)
    day = f" on {tied.day}" if tied.day and tied.said_by == "person" else ""
    return f"{sayer} said{day} that {tie_told(tied)}"


def tie_told(tied: Tied) -> str:
    """Return how two topics are said to stand, and why: `"x" is the same as "y": why`."""
    why = _because(why_told(tied.said_by, tied.why))
    return f"{topic(tied.first)} {RELATIONS[tied.relation]} {topic(tied.second)}{why}"


def why_told(said_by: str, why: str) -> str:
    """Return why two topics stand so, for where it is told beside it who says so."""
    return why.removesuffix(_BY_MODEL).removesuffix("; ") if said_by == "model" else why


def _parting_words(parted: Parted) -> str:
    person = visible(parted.person)
    if parted.kind == "joined":
        return f"{person} joined {_JOINED[parted.whose]}{_because(parted.why)}"
    return f"{person} set {_APART[parted.whose]} apart as {quoted(visible(parted.name))}{_because(parted.why)}"


def _carried_words(carried: Carried) -> str:
    said = f"as {visible(carried.person)} said on {carried.day} of the same in an earlier text"
    return f"it stands apart as {quoted(visible(carried.name))}, {said}"


def _because(why: str) -> str:
    return f": {visible(why).removesuffix('.')}" if why else ""


def topic(told: TopicTold) -> str:
    """Return a topic between quotation marks."""
    return quoted(topic_words(told))


def topic_words(told: TopicTold) -> str:
    """Return a topic in the words of the person who set its claims apart, or of an article that speaks of it."""
    if told.name:
        return told.name
    names = told.topic
    thing = f"{names.measure} of {names.item}" if names.measure and names.item else names.measure or names.item
    parts = (thing, names.actor, names.counterparty and f"to {names.counterparty}", names.event)
    return ", ".join(part for part in parts if part) or "a topic without a name"


def side(held: Held) -> dict[str, Any]:
    """Return where the other claim stands and what it says, as plain values."""
    line, column = position(held)
    return {
        "claim": held.claim.id,
        "article": held.article.id,
        "path": held.article.path,
        "line": line,
        "column": column,
        "quote": held.claim.figure.text if held.claim.figure else held.claim.citations[0].quote,
    }


def _tie(tied: Tied) -> dict[str, Any]:
    return {
        "first": tied.first.topic_id,
        "second": tied.second.topic_id,
        "relation": tied.relation,
        "why": tied.why,
        "said_by": tied.said_by,
        "person": tied.person,
        "day": tied.day,
    }


def _moment(moment: str) -> str:
    return moment.replace("T", " ").replace("Z", " UTC")
