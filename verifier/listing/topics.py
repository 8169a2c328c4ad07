"""Folds what somebody looks for as the names of topics are folded: "Magnets" finds "rare earth magnet"."""

from typing import NamedTuple

from verifier.errors import UsageError
from verifier.models import Topic
from verifier.store import Unit
from verifier.topics.key import key_of, name_key
from verifier.topics.words import ANYBODY, COUNTED, EMPTY, SAME_MEASURE


class Asked(NamedTuple):
    """Words a topic must have, each as it stands in names or, at the same place, in measures; none: any topic."""

    plain: tuple[str, ...] = ()
    measured: tuple[str, ...] = ()


def mean(unit: Unit, topic: Asked) -> bool:
    """Find the topics that have these words; they lie in the unit's `meant`. Return whether any words are asked for."""
    unit.run("listing/meant", plain=list(topic.plain), measured=list(topic.measured))
    return bool(topic.plain)


def asked(text: str) -> Asked:
    """Return the words of `text` as topics have them; raises UsageError where it holds none.

    "volume" and its like stand for what they say is counted; "toll" and its like tell nothing beside other words.
    """
    words = tuple(dict.fromkeys(word for word in name_key(text).split() if word not in EMPTY))
    words = tuple(word for word in words if word not in ANYBODY) or words
    if not words:
        raise UsageError(f"{text!r} holds no word that a topic could have: name what is measured, or whose.")
    counted = key_of(Topic(measure=text), None).counted
    return Asked(words, tuple(counted if word in COUNTED else SAME_MEASURE.get(word, word) for word in words))
