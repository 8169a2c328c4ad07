"""Folds what somebody looks for as the names of topics are folded: "Magnets" finds "rare earth magnet"."""

from typing import NamedTuple

from verifier.errors import UsageError
from verifier.topics.key import name_key
from verifier.topics.words import EMPTY, SAME_MEASURE


class Asked(NamedTuple):
    """Words a topic must have, each as it stands in names or, at the same place, in measures; none: any topic."""

    plain: tuple[str, ...] = ()
    measured: tuple[str, ...] = ()


def asked(text: str) -> Asked:
    """Return the words of `text` as topics have them; raises UsageError where it holds none."""
    words = tuple(dict.fromkeys(word for word in name_key(text).split() if word not in EMPTY))
    if not words:
        raise UsageError(f"--topic {text!r} holds no word that a topic could have: name what is measured, or whose.")
    return Asked(words, tuple(SAME_MEASURE.get(word, word) for word in words))
