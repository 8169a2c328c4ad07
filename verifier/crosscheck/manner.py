"""Says in what manner a figure is reckoned (in real terms, per person, as a part): only like is held against like."""

import hashlib
import re
from collections.abc import Iterator
from typing import NamedTuple

from verifier.crosscheck.parts import stands_for_itself
from verifier.crosscheck.place import Place, places
from verifier.models import Claim

MARK = ", "
"""Between what a figure measures and the manners it is reckoned in: "percent, real"."""


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?!\w)", re.IGNORECASE)


class _Manner(NamedTuple):
    code: str
    alternatives: str
    words: re.Pattern[str]
    follows: bool
    """Whether it is said behind its figure, or of the whole sentence: "3 % in real terms", but "a net 200"."""


def _manner(code: str, alternatives: str, *, follows: bool) -> _Manner:
    return _Manner(code, alternatives, _whole(alternatives), follows)


_PERSON = "(?:capita|citizen|head|inhabitant|person|resident)"
_PACE = "(?:averages?|mean)"
_NOT_OF_PACE = "(?! (?:after|ago|before|earlier|later|on|when))"
_MANNERS = (
    _manner(
        "real",
        "in real terms|real-terms|inflation-adjusted|(?<!not )(?:adjust(?:ed|ing)|correct(?:ed|ing)) for inflation"
        r"|after inflation|(?:at|in) constant (?:\d{4} )?prices|real (?:gdp|gross domestic|growth|incomes?|pay|wages?)",
        follows=True,
    ),
    _manner(
        "nominal",
        r"nominal(?:ly)?|(?:at|in) current prices|in cash terms|(?:before|not adjusted for) inflation",
        follows=True,
    ),
    _manner(
        "seasonally adjusted",
        "(?<!not )seasonally[- ]adjusted|(?<!not )adjust(?:ed|ing) for seasonal effects",
        follows=True,
    ),
    _manner(
        "unadjusted",
        "unadjusted|not seasonally[- ]adjusted|(?:before|without) seasonal adjustment",
        follows=True,
    ),
    _manner("per person", rf"(?:per|(?:for )?each|for every) {_PERSON}|a head(?! of| start)", follows=True),
    _manner("per household", "(?:per|for each|for every) household", follows=True),
    _manner("per 1,000", "(?:per|for every) (?:1,?000|thousand)", follows=True),
    _manner("per 100,000", "(?:per|for every) 100,?000", follows=True),
    _manner("per million", "(?:per|for every) million", follows=True),
    _manner("a day", rf"(?:per|each|every|a) day{_NOT_OF_PACE}|daily {_PACE}|average daily", follows=True),
    _manner("a week", rf"(?:per|each|every|a) week{_NOT_OF_PACE}|weekly {_PACE}|average weekly", follows=True),
    _manner("a month", rf"(?:per|each|every|a) month{_NOT_OF_PACE}|monthly {_PACE}|average monthly", follows=True),
    _manner(
        "comparable",
        "like[- ]for[- ]like|same[- ]store|organically|organic (?:growth|revenue|sales)"
        "|comparable (?:growth|revenue|sales)|on a comparable basis",
        follows=True,
    ),
    _manner("constant currency", "constant[- ](?:currenc(?:y|ies)|exchange rates)|currency-neutral", follows=True),
    _manner(
        "core",
        r"core (?:consumer|cpi|index|inflation|pce|prices?|rate)|(?:excluding|stripping out) (?:\w+ )?(?:energy|food)",
        follows=True,
    ),
    _manner("average", "averag(?:e|ed|es|ing)", follows=False),
    _manner("median", "median", follows=False),
    _manner("annualised", r"annuali[sz]ed|at an? (?:[\w-]+ ){0,2}annual (?:pace|rate)", follows=False),
    _manner("net", "net(?!-)(?! (?:assets?|earnings|income|loss|of|profits?|worth|zero))", follows=False),
    _manner("gross", "gross(?! (?:domestic|national|product|regional|ton|world))", follows=False),
    _manner(
        "underlying",
        r"underlying (?:basis|earnings|growth|income|inflation|operating|pre-?tax|profits?|revenue|sales)"
        r"|adjusted (?:(?:operating|pre-?tax) )?(?:earnings|ebitd?a|income|loss|profits?)",
        follows=False,
    ),
)
"""What two figures of one measure are told apart by. Each costs the agreement of an article that leaves it unsaid."""
_ANY = _whole("|".join(manner.alternatives for manner in _MANNERS))

_HELD_AGAINST = re.compile(
    r"\b(?:above|against|below|beat|beating|than|versus)\b(?: [\w-]+){0,4} average", re.IGNORECASE
)
"""An average that a figure is held against is not what it is."""
_OF_TIME = frozenset({"average", "a day", "a week", "a month"})
_LONGEST = {"a day": "day", "a week": "week", "a month": "month"}


def dimension(claim: Claim) -> str:
    """Return what the figure of `claim` can be held against: what it measures, and in what manner it is reckoned.

    A figure that stands for something else than the claim's topic is held against the same sentence only.
    """
    plain = (claim.figure.compared_as if claim.figure else None) or ""
    if not plain or claim.aspect in ("rank", "event"):
        return plain
    found = list(places(claim))
    manners = sorted({*_manners(claim, found)} - _implied(claim, plain))
    alone = next((place for place in found if not stands_for_itself(claim, place)), None)
    return MARK.join([plain, *manners, *([_only(alone)] if alone else [])])


def _manners(claim: Claim, found: list[Place]) -> Iterator[str]:
    measure = claim.topic.measure
    if not any(map(_ANY.search, (measure, *(f"{place.before} | {place.behind}" for place in found)))):
        return
    for manner in _MANNERS:
        said = [measure, *(place.around if manner.follows else place.beside for place in found)]
        if any(manner.words.search(_HELD_AGAINST.sub("", words)) for words in said):
            yield manner.code


def _implied(claim: Claim, plain: str) -> set[str]:
    """Return the manners that say nothing: a rate over time is an average, a month's exports are its monthly ones."""
    if "duration" in plain or plain == "speed":
        return set(_OF_TIME)
    if claim.aspect == "change":
        return set(_LONGEST)
    granularity = claim.period.granularity if claim.period else ""
    return {code for code, length in _LONGEST.items() if length == granularity}


def _only(place: Place) -> str:
    return hashlib.sha256(" ".join(place.quote.casefold().split()).encode()).hexdigest()[:12]
