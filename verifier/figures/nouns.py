"""Finds the noun that a bare number counts: the "people" of "3,000 other people"."""

from dataclasses import dataclass

from verifier.figures.numeral import Number
from verifier.figures.tables import nouns as table
from verifier.figures.tokens import Line


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun that ends before token `last`."""

    last: int
    name: str


def after(line: Line, number: Number) -> Noun | None:
    """Return the noun counted by a number, in the singular, or None where no plural noun follows it."""
    at = number.last
    if line[at].text == "-" and line.glued(at) and line.glued(at + 1):
        return None if number.value == 1 else _tied(line, at + 1)
    at += line[at].low == "of" and number.sort in ("vague", "fraction")
    at += line[at].low == "the" and number.sort in ("vague", "fraction")
    for step in range(table.MAX_WORDS):
        word = line[at + step]
        if word.kind != "word" or word.low in table.ENDS:
            return None
        if number.value == 1 and number.spelled:
            if word.low in table.COUNTED_ONE:
                return Noun(at + step + 1, word.low)
        elif is_plural(word.low):
            return Noun(at + step + 1, singular(word.low))
    return None


def _tied(line: Line, at: int) -> Noun | None:
    """Read the noun of "27-nation bloc"."""
    word = line[at]
    counted = word.kind == "word" and len(word.low) > 1 and word.low not in table.NOT_COUNTED | table.ENDS
    return Noun(at + 1, singular(word.low)) if counted else None


def is_plural(word: str) -> bool:
    """Tell whether a lower-case word looks like a plural noun."""
    if word in table.IRREGULAR:
        return word != "person"
    return len(word) > 3 and word.endswith("s") and not word.endswith(table.NOT_PLURAL) and word.isalpha()


def singular(word: str) -> str:
    """Return the singular of a plural noun, by its spelling."""
    if word in table.IRREGULAR:
        return table.IRREGULAR[word]
    if not is_plural(word):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes", "oes")):
        return word[:-2]
    return word[:-1]
