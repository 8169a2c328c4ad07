"""Says in what manner a figure is reckoned (in real terms, per person, as a part): only like is held against like."""

import hashlib
import re
from collections.abc import Iterator

from verifier.crosscheck.disowned import is_called_false
from verifier.crosscheck.manners import MANNERS, Manner, whole
from verifier.crosscheck.parts import stands_for_itself
from verifier.crosscheck.place import Place, places
from verifier.models import Article, Claim
from verifier.topics.key import name_key

MARK = ", "
"""Between what a figure measures and the manners it is reckoned in: "percent, real"."""

_ANY = whole("|".join(manner.alternatives for manner in MANNERS))

_HELD_AGAINST = re.compile(
    r"\b(?:above|against|below|beat|beating|than|versus)\b(?: [\w-]+){0,4} average", re.IGNORECASE
)
"""An average that a figure is held against is not what it is."""
_OF_TIME = frozenset({"average", "a day", "a week", "a month"})
_OPINIONS = frozenset("approval disapproval favourability favorability intention popularity support".split())
_POLLS = frozenset("opinion poll pollster survey".split())
_LONGEST = {"a day": "day", "a week": "week", "a month": "month"}


def dimension(claim: Claim, article: Article) -> str:
    """Return what the figure of `claim` can be held against: what it measures, and in what manner it is reckoned.

    A figure that stands for something else than the claim's topic, or that the article calls false, is held against
    the same sentence only.
    """
    plain = (claim.figure.compared_as if claim.figure else None) or ""
    if not plain or claim.aspect in ("rank", "event"):
        return plain
    found = list(places(claim))
    manners = sorted({*_manners(claim, found)} - _implied(claim, plain))
    is_false = is_called_false(claim, article.text)
    alone = next((place for place in found if is_false or not stands_for_itself(claim, place)), None)
    return MARK.join([plain, *manners, *([_only(alone)] if alone else [])])


def _manners(claim: Claim, found: list[Place]) -> Iterator[str]:
    if any(
        map(_ANY.search, (claim.topic.measure, *(f"{place.before} | {place.figure} {place.behind}" for place in found)))
    ):
        yield from (manner.code for manner in MANNERS if _is_said(manner, claim, found))
    yield from _asked(claim)


def _is_said(manner: Manner, claim: Claim, found: list[Place]) -> bool:
    if manner.of_facts and claim.modality != "fact":
        return False
    said = [claim.topic.measure, *(place.around if manner.follows else place.beside for place in found)]
    inside = [place.figure for place in found if manner.inside]
    return any(manner.words.search(_HELD_AGAINST.sub("", words)) for words in (*said, *inside))


def _asked(claim: Claim) -> Iterator[str]:
    """Yield who asked people what they think: the next one's answers are others."""
    is_opinion = not _OPINIONS.isdisjoint(name_key(claim.topic.measure).split())
    if is_opinion and claim.modality == "fact" and claim.figure and claim.figure.dimension == "percent":
        yield f"asked by {' '.join(word for word in name_key(claim.attribution).split() if word not in _POLLS)}"


def _implied(claim: Claim, plain: str) -> set[str]:
    """Return the manners that say nothing: a rate over time is an average, a month's exports are its monthly ones."""
    if "duration" in plain or plain == "speed":
        return set(_OF_TIME)
    if claim.aspect == "change":
        return {*_LONGEST, "on the month", "on the quarter"}
    granularity = claim.period.granularity if claim.period else ""
    return {code for code, length in _LONGEST.items() if length == granularity}


def _only(place: Place) -> str:
    return hashlib.sha256(" ".join(place.quote.casefold().split()).encode()).hexdigest()[:12]
