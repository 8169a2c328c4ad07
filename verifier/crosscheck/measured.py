"""Brings a claim's figure to the measure others tell it in: fractions and multiples in percent, °F in °C, cents."""

import re
from collections.abc import Callable
from decimal import Decimal

from verifier.crosscheck.place import Place, places
from verifier.figures.turned import in_celsius, in_whole_money, turned
from verifier.models import Approximator, Claim, Figure, Interval
from verifier.topics.key import name_key

_PERCENT = Decimal(100)
_ROUGH = Decimal("0.1")
"""What "a third" and "tripled" may be off by, of the number; twice that behind "nearly" and "about"."""
_MOVE = r"(?:cut|decline|decrease|drop|fall|gain|increase|jump|reduction|rise)"
_BY = re.compile(
    rf"\b(?:by|(?<!made )(?<!make )(?<!makes )(?<!making )up|down|{_MOVE} of|climbed|contracted|declined|decreased"
    r"|dropped|fell|gained|grew|grown|increased|jumped|lost|plunged|rose|risen|shrank|slid|slumped|soared|surged"
    r"|tumbled) $",
    re.IGNORECASE,
)
"""Before a fraction: how much more or less there is, not how much there is: "fell by a third", not "to a third"."""
_MORE = re.compile(rf"[ -](?:higher|lower|more|less|fewer|smaller|larger|{_MOVE})\b", re.IGNORECASE)
"""The same behind it."""
_IN_HALF = re.compile(r"\bin $", re.IGNORECASE)
_OF_MOVES = re.compile(
    rf"\b(?:growth|pace|speed|expansion|slowdown|gap|{_MOVE}s?)\b(?! (?:by|of) $)(?! $)", re.IGNORECASE
)
"""What grows or shrinks need not be what is counted: "growth in sales halved"."""
_PACE = re.compile(
    r" (?:each|every|(?:(?:the|its|their|that) )?(?:growth|increase|pace|rate|rise|speed))\b", re.IGNORECASE
)
_RATES = frozenset(
    "approval growth inflation interest margin percentage proportion rate ratio share support turnout "
    "unemployment yield".split()
)
"""Measures that are percentages: of these, "up 4 percent" may mean points, "doubled" cannot."""
_AT = re.compile(r"\b(?:are|at|is|just|now|only|reached|to|was|were) $", re.IGNORECASE)
_OF = re.compile(r" of\b", re.IGNORECASE)
_AS_MANY = re.compile(r" as (?:big|costly|expensive|great|heavy|high|large|long|many)\b", re.IGNORECASE)
_MORE_THAN = re.compile(r" (?:bigger|greater|higher|larger|more)\b", re.IGNORECASE)
_LEVEL = "percent of something"
_HALVED = ("halve", "halved", "halves", "halving")
_VERBS = ("double", "triple", "treble", "quadruple", "led", "ling", "les")
_REACH = {Approximator.NONE: (1, 1), Approximator.ABOUT: (2, 2), Approximator.NEARLY: (2, 0)}
"""How many times `_ROUGH` down and up."""


def measured(claim: Claim) -> Claim:
    """Return the claim with its figure as it is compared; it keeps its words and its place in the text."""
    figure = claim.figure
    if figure is None or figure.value is None or figure.likely is None:
        return claim
    if figure.dimension == "temperature":
        return _with(claim, in_celsius(figure, apart=claim.aspect == "change"))
    if (figure.dimension or "").startswith("currency"):
        return _with(claim, in_whole_money(figure))
    if figure.unit == "%" and claim.aspect == "change":
        return _with(claim, figure.model_copy(update={"dimension": _LEVEL})) if _is_level(claim) else claim
    if figure.dimension != "ratio" or figure.value <= 0:
        return claim
    if figure.unit is None:
        return _of_a_whole(claim, figure)
    return _multiplied(claim, figure) if figure.unit == "x" and claim.aspect == "change" else claim


def _with(claim: Claim, figure: Figure) -> Claim:
    return claim.model_copy(update={"figure": figure})


def _is_level(claim: Claim) -> bool:
    """Tell "at 150 percent of what it was" and "to 12 percent of output" from 12 percent more."""
    return _everywhere(claim, lambda place: bool(_AT.search(place.before) and _OF.match(place.after)))


def _of_a_whole(claim: Claim, figure: Figure) -> Claim:
    """Turn "a third" of something, and the third by which it changed."""
    is_share = claim.aspect == "share"
    is_change = claim.aspect == "change" and _everywhere(claim, lambda place: _is_by(place, claim))
    return _with(claim, _in_percent(figure)) if is_share or is_change else claim


def _is_by(place: Place, claim: Claim) -> bool:
    if _may_be_points(claim):
        return False
    halved = claim.direction == "down" and place.figure.lower().endswith("half") and _IN_HALF.search(place.before)
    is_by = _BY.search(place.before) or _MORE.match(place.after) or halved
    return bool(is_by) and not _OF_MOVES.search(place.before)


def _everywhere(claim: Claim, holds: Callable[[Place], bool]) -> bool:
    found = list(places(claim))
    return bool(found) and all(map(holds, found))


def _multiplied(claim: Claim, figure: Figure) -> Claim:
    """Turn "doubled" and "twice as many" into what they make more, and "halved" into what it makes less."""
    times = figure.value or Decimal(0)
    is_more = times > 1 and claim.direction != "down"
    is_half = times < 1 and claim.direction == "down" and figure.text.lower().endswith(_HALVED)
    if not (is_more or is_half) or not _everywhere(claim, lambda place: _is_counted_so(place, claim)):
        return claim
    if is_half:
        return _with(claim, _in_percent(figure))
    more = _in_percent(figure, Decimal(1))
    if _everywhere(claim, _is_plain):
        return _with(claim, more)
    return _with(claim, more.model_copy(update={"readings": (Decimal(1), times / (times - 1))}))


def _is_counted_so(place: Place, claim: Claim) -> bool:
    """Tell "sales tripled" from what grew at thrice the pace, and from growth that tripled."""
    if _OF_MOVES.search(place.before) or _PACE.match(place.after) or _may_be_points(claim):
        return False
    return not _compares(place) or bool(_AS_MANY.match(place.after) or _MORE_THAN.match(place.after))


def _may_be_points(claim: Claim) -> bool:
    measure = claim.topic.measure
    return not _RATES.isdisjoint(name_key(measure).split()) or _OF_MOVES.search(measure) is not None


def _compares(place: Place) -> bool:
    """Tell "three times" and "twice" from "tripled": they say of what only in the words behind them."""
    return place.figure.lower().endswith(("times", "twice", "thrice"))


def _is_plain(place: Place) -> bool:
    """Tell "tripled" and "three times as many" from "threefold" and "three times more", for some 300 % up."""
    return bool(_AS_MANY.match(place.after)) if _compares(place) else place.figure.lower().endswith(_VERBS)


def _in_percent(figure: Figure, zero: Decimal = Decimal(0)) -> Figure:
    rough = {
        "likely": figure.likely and _far(figure, figure.likely),
        "hard": figure.hard and _rough(figure, figure.hard),
    }
    return turned(figure.model_copy(update=rough), "%", "percent", _PERCENT, zero)


def _far(figure: Figure, likely: Interval) -> Interval:
    """Return `likely` as far up as "more than tripled" goes: nobody says so of 3.1 times only."""
    if figure.value is None or likely.high is None or figure.approx not in (Approximator.OVER, Approximator.AT_LEAST):
        return likely
    return likely.model_copy(update={"high": max(likely.high, figure.value * (1 + 2 * _ROUGH))})


def _rough(figure: Figure, hard: Interval) -> Interval:
    """Return `hard` as wide as words are meant that stand for a number; a bound stays where it is."""
    value = figure.value
    if value is None or figure.upper is not None or figure.approx not in _REACH:
        return hard
    below, above = (value * _ROUGH * width for width in _REACH[figure.approx])
    ends = {
        "low": None if hard.low is None or not below else min(hard.low, value - below),
        "high": None if hard.high is None or not above else max(hard.high, value + above),
    }
    return hard.model_copy(update={name: end for name, end in ends.items() if end is not None})
