"""Finds who wrote an article in its byline."""

import re
from collections.abc import Iterable

_BYLINE = re.compile(r"(?:story |words |text |report |written |reported )?by:?\s+(?P<names>\S.*)", re.IGNORECASE)
_REST = re.compile(r"\s*(?:[|•·(/]|\s[-–—]\s|,?\s+(?:in|for|of|at|with)\s).*")
_BETWEEN = re.compile(r"\s*(?:,\s*and|,|;|&|\band)\s*", re.IGNORECASE)
_WORD = re.compile(r"(?:[^\W\d_]+[.'’-]?)+")
_SMALL = frozenset("al bin d da de del della der den di dos du el ibn la le ten ter van von y zu".split())
_NOBODY = frozenset(
    """agencies agency associated bureau correspondent desk editor editorial editors guest news newsroom our press
    reporter reporters service special staff team wire wires writer writers""".split()
)
_MOST_WORDS = 5
_MOST = 8


def authors(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the people the first byline among `lines` names, in its order; desks and agencies are nobody."""
    for line in lines:
        if byline := _BYLINE.fullmatch(line):
            return names(byline["names"])
    return ()


def names(text: str) -> tuple[str, ...]:
    """Return the people in a list such as "Ana Maria Lopez, Jo van Dyk and Reuters staff"."""
    parts = [part.strip(" .*_") for part in _BETWEEN.split(_REST.sub("", text.strip(" *_")))]
    return tuple(dict.fromkeys(part for part in parts[:_MOST] if _is_person(part)))


def _is_person(name: str) -> bool:
    """Say whether this is the full name of somebody: a first name alone may be anybody's."""
    words = name.split()
    if not 2 <= len(words) <= _MOST_WORDS or not all(_WORD.fullmatch(word) for word in words):
        return False
    if _NOBODY & {word.lower() for word in words}:
        return False
    return all(word[0].isupper() or word in _SMALL for word in words) and words[-1][0].isupper()
