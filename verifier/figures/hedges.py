"""Finds the words round a number that say how exact it is."""

from dataclasses import dataclass

from verifier.figures.tables import hedges as table
from verifier.figures.tokens import Line
from verifier.models import Approximator

_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge that begins (before the number) or ends (after it) at token `edge`."""

    edge: int
    approx: Approximator
    words: str = ""


def before(line: Line, first: int, floor: int) -> Hedge | None:
    """Return the hedge that ends just before token `first`, none of it before token `floor`."""
    inner = _nearest(line, first, floor)
    if inner is None:
        return None
    outer = _nearest(line, inner.edge, floor)
    if outer is None or inner.approx is Approximator.EXACT:
        return _strengthened(line, inner, floor)
    return _strengthened(line, outer, floor)


def _nearest(line: Line, first: int, floor: int) -> Hedge | None:
    for skip in range(3):
        if skip and line[first - skip].low not in table.LINKS:
            return None
        found = _ending_at(line, first - skip, floor)
        if found is not None:
            return found
    return None


def _ending_at(line: Line, last: int, floor: int) -> Hedge | None:
    if line[last - 1].low not in table.LAST_WORDS:
        return None
    for size in range(min(_LONGEST, last - floor), 0, -1):
        words = line.words(last - size, last)
        approx = table.BEFORE.get(words)
        if approx is not None and _is_hedge(line, last - size, words):
            return Hedge(last - size, approx, words)
    return None


def _is_hedge(line: Line, at: int, words: str) -> bool:
    """Refuse the "c" of "C-section", the quoting ">" of a reply, and "the some"."""
    if words.split()[0] in ("c", "ca"):
        return line[at].text.islower() and not line.glued(at)
    return not (words in (">", "<") and at == 0 and len(line.tokens) > 3 and not line.glued(at + 1))


def _strengthened(line: Line, hedge: Hedge, floor: int) -> Hedge:
    edge = hedge.edge
    while edge > floor and line[edge - 1].low in table.STRENGTH:
        edge -= 1
    return Hedge(edge, hedge.approx, hedge.words)


def crossing(line: Line, first: int, floor: int) -> Hedge | None:
    """Return "crosses" and its like before token `first`: over, if the number is large."""
    at = first - 1
    if at < floor or line[at].low not in table.CROSSING or line[at - 1].low == "the":
        return None
    return Hedge(at, Approximator.OVER, line[at].low)


def after(line: Line, last: int) -> Hedge | None:
    """Return the hedge that begins at token `last`: "or more", "-plus", "+", "or so"."""
    at = last + (line[last].text == "-" and line.glued(last) and line.glued(last + 1))
    if line[at].low not in table.FIRST_WORDS:
        return None
    for size in (3, 2, 1):
        approx = table.AFTER.get(line.words(at, at + size))
        compares = line[at + size].low in ("than", "equal")
        if approx is not None and not compares and _hedges_after(line, at, last):
            return Hedge(at + size, approx)
    return None


def _hedges_after(line: Line, at: int, last: int) -> bool:
    word = line[at].low
    if word in ("plus", "odd", "ish"):
        return at > last or (word == "odd" and line[at + 1].kind == "word")
    if word == "+":
        return (line.glued(at) and not line.glued(at + 1)) or line[at + 1].text in (".", ",", ")")
    return word != "approximately"
