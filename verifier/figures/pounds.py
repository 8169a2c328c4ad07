"""Tells the pound that is money from the pound that is a weight by what it is of."""

from collections.abc import Iterator

from verifier.figures.numeral import Number
from verifier.figures.tables import currencies, nouns, units
from verifier.figures.tables import pounds as table
from verifier.figures.tables.units import Unit
from verifier.figures.tokens import Line

WORDS = frozenset({"pound", "pounds"})
UNCLEAR = Unit("pound", "pound")
"""Either of the two: held against neither money nor weights."""
_LONGEST = 4


def read(line: Line, at: int, number: Number) -> Unit:
    """Return what the "pounds" before token `at` are.

    Alone they are money where large or where the text speaks of British money elsewhere, else a weight. What they are
    of decides: "pounds of coffee" weigh, "pounds of debt" are money. An unknown noun leaves large numbers unclear.
    """
    usual = currencies.POUNDS if number.scaled or line.sterling else units.WORDS["pounds"]
    if line[at].low != "of":
        return usual
    words = set(_thing(line, at + 1))
    weighed, money = bool(words & table.WEIGHED), bool(words & table.MONEY)
    if weighed != money:
        return units.WORDS["pounds"] if weighed else currencies.POUNDS
    return UNCLEAR if weighed or usual is currencies.POUNDS else usual


def _thing(line: Line, at: int) -> Iterator[str]:
    """Yield the words of the noun phrase that starts at token `at`."""
    at += line[at].low in table.DETERMINERS
    for token in (line[at + step] for step in range(_LONGEST)):
        if token.kind != "word" and token.text not in ("-", "'"):
            return
        if token.low in nouns.ENDS:
            return
        yield token.low
