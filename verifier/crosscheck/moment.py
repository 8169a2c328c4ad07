"""Tells a figure of an hour, of a spell or of a count that goes on from the figure of the whole day or period."""

import re

from verifier.crosscheck.place import Place, places
from verifier.folding import fold
from verifier.models import Claim

_CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b\.?|gmt\b|o'clock|utc\b)|\d{1,2}:\d\d\b"
    r"|dawn|dusk|midday|midnight|nightfall|noon|sunrise|sunset)"
)
_PART = "(?:afternoon|evening|morning|night)"
_MARKETS = "(?:afternoon|asian|choppy|early|electronic|european|late|london|midday|morning|thin|volatile)"
_MOMENT = re.compile(
    rf"\b(?:after|around|as of|at|before|by|till|until) (?:about |around )?{_CLOCK}"
    rf"|\b(?:as of|by|until) (?:early |late )?(?:\w+day )?{_PART}\b"
    r"|\b(?:early|late|mid)[- ](?:afternoon|evening|morning)\b|\b(?:early|late) on\b"
    r"|\bin the (?:early |late )?(?:afternoon|evening|morning|small hours)\b"
    r"|\bintra-?day\b|\bovernight\b|\bafter[- ]hours\b|\bpre-?market\b"
    rf"|\b(?:in|during) {_MARKETS} (?:deals|trade|trading)\b|\b(?:in|during) (?:the )?(?:day's )?trading\b"
    r"|\b(?:so|thus) far\b|\b(?:to date|until now|up to now)\b",
    re.IGNORECASE,
)
_COUNTING = re.compile(
    r"\b(?:ballots?|districts|polling stations|precincts|results|votes?"
    r"|wards)\b[^,;.\d]{0,60}? (?:counted|declared|reporting|tallied)\b|\b(?:results|votes) (?:are|were) in\b"
    r"|\bexit polls?\b|\b(?:ahead|leading) in\b"
    r"|\b(?:early|incomplete|initial|partial|preliminary|provisional|unofficial)"
    r" (?:counts?|data|estimates?|figures?|results?|returns|tall(?:y|ies))\b",
    re.IGNORECASE,
)
_PEAK = re.compile(
    r"\b(?:exchange rate|yield)|\bat (?:one point|one stage|(?:its|the|their) (?:height|peak|worst))\b"
    r"|\bpeak(?:ed|ing|s)?\b|\btouch(?:ed|ing)\b|\bwas trading\b",
    re.IGNORECASE,
)
"""What is not of a whole day, though the day is all that is said of its time."""
_WHICH = "(?: (?:coming|first|following|last|next|past|previous))"
_MANY = "(?:an?|eight|five|few|four|nine|one|seven|several|single|six|ten|three|twelve|two|[0-9]+)"
_UNIT = r"(?:minutes?|hours?|days?|weeks?|months?|years?|decades?)\b(?! (?:ago|earlier|later|of age|old))"
_SPELL = re.compile(
    r"\b(?:during|in|over|within)(?: (?:about|around|just|its|only|the|their))*"
    rf"(?:{_WHICH}* {_MANY}[- ](?:single )?{_UNIT}|{_WHICH}+ {_UNIT})",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(r"\b(?:best|first|\w+est|least|most|once|record|time|worst)\b[^,;]{0,60}$", re.IGNORECASE)
_MARK = " \x1f "


def is_of_moment(claim: Claim) -> bool:
    """Return whether the words about a fact's figure say so of it; changes have their own word for spells: a base."""
    if claim.modality != "fact" or claim.aspect not in ("amount", "share", "tally"):
        return False
    return is_still_counted(claim) or any(_is_momentary(claim, place) for place in places(claim))


def is_still_counted(claim: Claim) -> bool:
    """Return whether the sentence says that the count behind the figure is not the last one."""
    return _COUNTING.search(fold(claim.sentence)) is not None


def is_of_spell(claim: Claim) -> bool:
    """Return whether what is counted came within some hours or days, and is not the whole count."""
    return any(_MARK in _marked(claim, place, spells_only=True).around for place in places(claim))


def _is_momentary(claim: Claim, place: Place) -> bool:
    if _MARK in _marked(claim, place).around:
        return True
    is_day = claim.period is not None and claim.period.granularity == "day"
    return is_day and bool(_PEAK.search(f"{claim.topic.measure} | {place.around}"))


def _marked(claim: Claim, place: Place, *, spells_only: bool = False) -> Place:
    """Return the place with a mark for whatever says so: the numbers in it are not figures beside this one."""
    own = [fold(period.text) for period in (claim.period, claim.base) if period]

    def mark(words: str) -> str:
        for period in own:
            words = words.replace(period, "")
        for told in (_SPELL,) if spells_only else (_SPELL, _MOMENT):
            words = told.sub(_unless_superlative, words)
        return words

    return place._replace(before=mark(place.before), after=mark(place.after), afterthought=mark(place.afterthought))


def _unless_superlative(found: re.Match[str]) -> str:
    """Leave "the fewest in two years" as it is."""
    return found[0] if _SUPERLATIVE.search(found.string, 0, found.start()) else _MARK
