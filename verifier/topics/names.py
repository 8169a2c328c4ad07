"""Whether a folded name stands in a text, under any of its forms."""

import re
from functools import lru_cache

from verifier.folding import fold
from verifier.topics.key import name_key
from verifier.topics.words import ELSEWHERE, PLACES

_COUNTRIES = frozenset(PLACES.values())
_ACRONYM = 3
"""Forms of so few letters stand in capitals only: "US" is a country, "us" is not."""


def is_country(name: str) -> bool:
    """Return whether the folded `name` is a country's."""
    return name in _COUNTRIES


def stands_in(name: str, text: str) -> bool:
    """Return whether the folded `name` (a key's field) stands in `text`; a country also as its adjective."""
    if is_country(name):
        return _country(name).search(fold(text)) is not None
    return f" {name} " in _folded(text)


@lru_cache(maxsize=256)
def countries_in(text: str) -> frozenset[str]:
    """Return the countries that stand in `text`, folded."""
    return frozenset(name for name in _COUNTRIES if stands_in(name, text))


@lru_cache(maxsize=256)
def _folded(text: str) -> str:
    return f" {name_key(text)} "


@lru_cache(maxsize=256)
def _country(name: str) -> re.Pattern[str]:
    forms = sorted((form for form, place in PLACES.items() if place == name), key=len, reverse=True)
    elsewhere = "".join(rf"(?<!\b{before} )" for before in ELSEWHERE)
    return re.compile(rf"(?<!\w){elsewhere}(?:{'|'.join(map(_written, forms))})(?!\w)")


def _written(form: str) -> str:
    """Return a pattern for a country's form: with its capitals, for "turkey" and "polish" are words as well."""
    if len(form.replace(".", "")) <= _ACRONYM:
        return re.escape(form.upper())
    words = re.escape(form).replace(r"\ ", r"[\s-]+")
    return rf"(?![a-z])(?i:{words})s?"
