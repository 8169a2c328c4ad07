"""Looks up what the model wrote: every word of a name, and every number of a statement, must stand in the article."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from verifier.figures.tables.numbers import TENS, UNITS
from verifier.plaintext import plain
from verifier.topics.key import singular
from verifier.topics.words import PLACES

_CASED = frozenset("us uk eu uae prc".split())
"""Short names that are words of their own in lower case."""
_PLACE = re.compile(
    r"(?<!\w)(?:"
    + "|".join(
        f"(?-i:{re.escape(form.upper())})" if form in _CASED else re.escape(form)
        for form in sorted(PLACES, key=len, reverse=True)
    )
    + r")(?!\w)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"'s?(?!\w)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SPACED_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")
_LINKING = frozenset(
    "a after an and another as at before between by during for from her his in into is its of on or other over per s"
    " that the their this through to under was were where which who whose with".split()
)
_STEM = 5
"""Letters two forms of one word share at least: "importers" and "imports"."""
_SPELT = {word: number for word, number in (UNITS | TENS).items() if number > 1}
_DEMONYM = ("n", "an", "ian")
"""Endings by which a place that is in no table names its people and things: "Europe", "European"."""
_ROUND = frozenset("dozen hundred thousand million billion trillion".split())


class Vocabulary:
    """The words and numbers of one article, by which the model's words are checked."""

    def __init__(self, text: str, days: Iterable[date] = ()) -> None:
        """Take the article's text, and days that belong to it without standing in it."""
        known = set(days)
        self._text = plain(text).casefold()
        self._words = frozenset(_words(text)).union(*(_words(f"{day:%B %Y}") for day in known))
        self._stems = frozenset(word[:_STEM] for word in self._words if len(word) >= _STEM)
        self._numbers = frozenset(_numbers(text)).union(*(_numbers(f"{day:%Y, %m, %d}") for day in known))

    def says(self, statement: str) -> bool:
        """Say whether a statement stands in the article as it is."""
        return plain(statement).rstrip(".").casefold() in self._text

    def missing_words(self, name: str) -> list[str]:
        """Return the words of a name that do not stand in the article, plural and country forms aside."""
        return [word for word in self.words(name) if not self._has(word)]

    def words(self, name: str) -> list[str]:
        """Return the words of a name that carry it."""
        return [word for word in _words(name) if word not in _LINKING]

    def missing_numbers(self, statement: str) -> list[str]:
        """Return the numbers of a statement, in digits or in words, that do not stand in the article."""
        digits = [number for number in _numbers(statement) if not self._holds(number)]
        spelt = [word for word in _words(statement) if word in _SPELT or word in _ROUND]
        return digits + [
            word for word in spelt if word not in self._words and str(_SPELT.get(word)) not in self._numbers
        ]

    def missing_names(self, statement: str) -> list[str]:
        """Return the capitalised words of a statement, its first aside, that do not stand in the article."""
        capitalised = [word for word in plain(statement).split()[1:] if word.lstrip("\"'(")[:1].isupper()]
        return [word for word in capitalised if self.missing_words(word)]

    def _has(self, word: str) -> bool:
        forms = [form for end in _DEMONYM for form in (word + end, word.removesuffix(end))] if len(word) > 3 else []
        return any(form in self._words for form in (word, *forms)) or word[:_STEM] in self._stems

    def _holds(self, number: str) -> bool:
        spelt = (word for word, value in _SPELT.items() if str(value) == number)
        return number in self._numbers or any(word in self._words for word in spelt)


def _words(text: str) -> list[str]:
    named = _PLACE.sub(lambda found: f" {PLACES[found[0].lower()].title()} ", plain(text))
    bare = _POSSESSIVE.sub("", unicodedata.normalize("NFKC", named).casefold())
    return [singular(word) for word in _WORD.findall(bare)]


def _numbers(text: str) -> list[str]:
    # "²" and "⑨" are numbers to a reader as "2" and "9" are.
    shown = unicodedata.normalize("NFKC", plain(text))
    joined = _SPACED_NUMBER.sub(lambda found: found[0].replace(" ", ""), shown)
    return [_canonical(number) for number in _NUMBER.findall(joined)]


def _canonical(number: str) -> str:
    return (number.replace(",", "").lstrip("0") or "0") if number.isdecimal() or "," in number else number
