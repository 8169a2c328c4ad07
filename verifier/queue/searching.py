"""Reads what somebody types into the queue's search: words, figures as people write them, and words in quotes."""

import re
from typing import NamedTuple

_IN_FIGURES = dict.fromkeys(map(ord, ",\u00a0\u2009\u202f"))
"""queue/worded.sql drops the same from what it looks through."""
_PLAIN = dict.fromkeys(map(ord, "“”„"), '"') | {ord("’"): "'"}
_WORD = re.compile(r'"([^"]+)"|(\S+)')


class Sought(NamedTuple):
    """What a claim or its article has to say, all of it."""

    words: tuple[str, ...]
    phrases: tuple[str, ...]
    """Words that stand together, without the spaces between them."""


def sought(typed: str) -> Sought:
    """Return what is looked for; '6,150 "rare earth"' is the word 6150 and the phrase rareearth."""
    found = _WORD.findall(typed.translate(_PLAIN).translate(_IN_FIGURES))
    words = [(quoted or word.strip('"')).split() for quoted, word in found]
    return Sought(
        tuple(said[0] for said in words if len(said) == 1), tuple("".join(said) for said in words if len(said) > 1)
    )
