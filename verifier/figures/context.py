"""Gives a figure what its neighbours in the same line say of it: a shared unit, a magnitude, a conversion's hedge."""

import itertools

from verifier.figures.drafts import Draft
from verifier.figures.tables import grammar
from verifier.figures.tables.units import WORDS
from verifier.figures.tokens import Line
from verifier.models import Approximator

_SHARED = frozenset({"percent", "points", "currency", "temperature", "mass", "length"})
_MAGNITUDE = WORDS["magnitude"]


def settle(line: Line, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts of a line with what they take from each other."""
    for at, draft in enumerate(drafts):
        _take_magnitude(line, draft, drafts[at - 1].last if at else 0)
    for first, second in itertools.pairwise(drafts):
        _inherit_hedge(line, first, second)
        _carry_magnitude(line, first, second)
    shared = False
    for second, first in itertools.pairwise(reversed(drafts)):
        shared = _share_unit(line, first, second, shared)
    return drafts


def _take_magnitude(line: Line, draft: Draft, floor: int) -> None:
    """Read "magnitude 6.3", "magnitude of 6.3", "M: 6.3", "magnitudes between four and five"."""
    if not draft.alone:
        return
    at = draft.first - 1
    at -= line[at].low in grammar.MAGNITUDE_LINKS
    word = line[at]
    if _is_quake(line, draft):
        draft.unit, draft.alone = _MAGNITUDE, False
    elif at >= floor and word.low in grammar.MAGNITUDE_LEADS and (len(word.low) > 1 or word.text == "M"):
        draft.unit, draft.unit_tokens, draft.alone, draft.first = _MAGNITUDE, (at, at + 1), False, at


def _is_quake(line: Line, draft: Draft) -> bool:
    """Tell "a 7.1 quake", "4.5 on the Richter scale", "a quake measuring 6.4" by a number with decimals."""
    if draft.number is None or draft.number.step >= 1 or draft.number.scaled:
        return False
    after = line[draft.last].low in grammar.QUAKES or line.words(draft.last, draft.last + 3) == grammar.RICHTER
    at = draft.first - 1
    return after or (line[at].low in grammar.QUAKE_LEADS and line[at - 1].low in grammar.QUAKES)


def _between(line: Line, first: Draft, second: Draft) -> str:
    return line.words(first.last, second.first) if second.first - first.last <= 3 else "..."


def _carry_magnitude(line: Line, first: Draft, second: Draft) -> None:
    if second.alone and first.unit is _MAGNITUDE and _between(line, first, second) in grammar.LISTING:
        second.unit, second.alone = _MAGNITUDE, False


def _share_unit(line: Line, first: Draft, second: Draft, shared: bool) -> bool:
    """Give the 10 and 20 of "10, 20 and 30 percent" their unit; a bare comma shares only what "and" began."""
    if not first.alone or first.role != "quantity" or second.unit is None or second.unit.dimension not in _SHARED:
        return False
    if line.words(first.last, second.first) == "," and not shared:
        return False
    if first.number is None or first.number.sort != "plain" or _between(line, first, second) not in grammar.LISTING:
        return False
    first.unit, first.alone = second.unit, False
    return True


def _inherit_hedge(line: Line, first: Draft, second: Draft) -> None:
    """A conversion in brackets is as exact as what it converts: "more than 100 kilometers (60 miles)"."""
    if _between(line, first, second) not in ("(", "[") or line[second.last].text not in (")", "]"):
        return
    same = first.dimension == second.dimension and first.unit != second.unit
    if same and second.approx is Approximator.NONE and first.approx is not Approximator.BETWEEN:
        second.approx = first.approx
