"""Tells figures that are told beside a topic's own: a part of it, what came on top, what was before, what is denied."""

import re

from verifier.crosscheck.disowned import is_disowned
from verifier.crosscheck.place import Place
from verifier.models import Claim
from verifier.topics.key import name_key
from verifier.topics.words import ANYBODY

_DENIED = re.compile(
    r"(?:\b(?:instead of|never|not|rather than)|n't)(?: (?!far |just |least |only |quite )[a-z]+){0,2}(?: an?| the)? *$"
)
_ON_TOP = re.compile(r"\b(?:additional|another|extra|further) *$", re.IGNORECASE)
_MORE = re.compile(r" *(?:additional|extra|further|more)\b(?! than)(?!-)")
_PART = re.compile(
    r"\b(?:among th[eo][ms]e?|among whom|includ(?:es?|ing)|of (?:them|these|those|which|whom))(?: some)? *$|^of .*, *$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\bfrom(?: (?:an?|its|the|their))?"
    r"(?: (?:[a-z]+ )??(?:estimates?|forecasts?|guidance|projections?|targets?)(?: of)?)? *$",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"(?: ?%| per ?cent)? of (?:its|their|the|what)\b[^,;.]*\b(?:levels?|size|value|was|were)\b")
"""At "150 % of its 2023 level" something is half as much again."""
_MOVED = re.compile(
    r"\b(?:climb|cut|declin|decreas|down|drop|eas|fall|fell|gr[eo]w|increas|jump|moved|rais|revis|ris|rose|slow|up)\w*\b"
    r"|\bto\b.*\d",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince (?:[a-z]+ )?(?:\d{4}\b|(?-i:[A-Z])[a-z]+)", re.IGNORECASE)
_RECORD = re.compile(r"\b(?:best|first|\w+est|least|most|record|worst)\b", re.IGNORECASE)


def stands_for_itself(claim: Claim, place: Place) -> bool:
    """Return whether the figure at `place` is the one its topic has, and not one that is told beside it."""
    if _DENIED.search(place.before) or is_disowned(claim, place):
        return False
    if claim.aspect == "change":
        return not _LEVEL.match(place.after)
    if _is_former(claim, place):
        return False
    return claim.aspect == "share" or not (
        _is_on_top(place) or _is_unnamed_part(claim, place) or _is_since(claim, place)
    )


def _is_former(claim: Claim, place: Place) -> bool:
    """Tell "rose from 4,100 to 5,200" from "rose from 4,100 in April", which is April's."""
    start = _FROM.search(place.before)
    if not start or not (_MOVED.search(place.before, 0, start.start()) or re.match(r"[^;]*? to\b[^;]*\d", place.after)):
        return False
    return claim.period is None or claim.period.text not in place.after.partition(" to ")[0]


def _is_on_top(place: Place) -> bool:
    """Tell "another 41 were arrested" from "2 were hurt and another 41 arrested", which is how many were."""
    return place.is_first and bool(_ON_TOP.search(place.before) or _MORE.match(place.after))


def _is_unnamed_part(claim: Claim, place: Place) -> bool:
    """Tell "61 dead, including 12 in the hills" from "61 dead, including 12 children", whose topic is the children."""
    if not _PART.search(place.before):
        return False
    topic = claim.topic
    names = " ".join(filter(None, (topic.measure, topic.item, topic.actor, topic.counterparty)))
    said_of_part = {*name_key(f"{place.figure} {place.behind}").split()} - {*name_key(place.before).split()}
    return said_of_part.isdisjoint({*name_key(names).split()} - ANYBODY)


def _is_since(claim: Claim, place: Place) -> bool:
    """Tell what has come together since a year or month from what is of the period of the claim."""
    if claim.aspect != "amount" or (claim.period is not None and claim.period.kind == "since"):
        return False
    said = f"{place.before} | {place.behind}"
    return bool(_SINCE.search(said)) and not _RECORD.search(said)
