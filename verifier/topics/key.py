"""Names as the article words them, folded to keys that are equal when only spelling differs."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from verifier.folding import fold
from verifier.models import Topic
from verifier.topics.words import ANYBODY, COUNTED, EMPTY, IRREGULAR, PLACES, SAME_MEASURE

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]\.?)*", re.UNICODE)
_DIMENSION_COUNTS = {
    "mass": "amount",
    "volume": "amount",
    "energy": "amount",
    "count": "amount",
    "area": "amount",
    "currency": "value",
}


ALONE = "alone-"
"""How the id of a topic begins that code alone may tie to others: its article tries to instruct whoever reads it, and
what a model says beside such a text is not to be relied on."""


class TopicKey(NamedTuple):
    """A topic folded for comparison; "" where the article does not say (for `counterparty`: all of them)."""

    measure: str
    counted: str
    """What is counted: amount, value, price, or "" where neither the words nor the unit settle it."""
    item: str
    actor: str
    counterparty: str
    event: str

    @property
    def is_open(self) -> bool:
        """Whether a field that could tell this topic from another is left unsaid ("earthquake": which one?)."""
        return len(self.event.split()) == 1 if self.event else not (self.item and self.actor)

    @property
    def places(self) -> frozenset[str]:
        """The sides that are named."""
        return frozenset(name for name in (self.actor, self.counterparty) if name)

    @property
    def words(self) -> frozenset[str]:
        """Words by which another topic can be found that may be the same."""
        names = (self.measure, self.item, self.actor, self.counterparty, self.event)
        return frozenset(word for name in names for word in name.split())

    def identity(self, article: str, *, alone: bool = False) -> str:
        """Return the topic's id; one with an open field, or of an article that stands `alone`, belongs to that one."""
        parts = "\x1f".join((*self, article if alone or self.is_open else ""))
        name = hashlib.sha256(parts.encode()).hexdigest()[:20]
        return ALONE + name if alone else name


def key_of(topic: Topic, dimension: str | None) -> TopicKey:
    """Fold the names of `topic`; `dimension` of its figure settles what is counted where the words do not."""
    words = _words(topic.measure)
    event, item = " ".join(sorted(set(name_key(topic.event).split()))), name_key(topic.item)
    heads = {singular(word) for word in words if word not in COUNTED and word not in EMPTY}
    return TopicKey(
        measure=" ".join(sorted({SAME_MEASURE.get(head, head) for head in heads} - ANYBODY)),
        counted=_counted(words) or _DIMENSION_COUNTS.get(dimension or "", ""),
        item="" if event and item in ANYBODY else item,
        actor=name_key(topic.actor),
        counterparty=name_key(topic.counterparty),
        event=event,
    )


@lru_cache(maxsize=4096)  # the names of an article come with each of its claims
def name_key(name: str | None) -> str:
    """Return a name's words in lower case and singular; a country under any of its forms is one key."""
    return " ".join(_plain(_words(name or "")))


def _plain(words: Sequence[str]) -> Iterator[str]:
    at = 0
    while at < len(words):
        phrases = (" ".join(words[at : at + size]) for size in range(_LONGEST, 0, -1))
        place = next((phrase for phrase in phrases if phrase in _PLACES), None)
        if place is None and words[at] not in ("the", "a", "an"):
            yield singular(words[at])
        elif place is not None:
            yield _PLACES[place]
        at += len(place.split()) if place else 1


def _counted(words: Sequence[str]) -> str:
    """Return what the measure's noun counts: the last word before "of", as in "output value" or "value of output"."""
    head = words.index("of") if "of" in words else len(words)
    return next((COUNTED[word] for word in (*reversed(words[:head]), *words[head:]) if word in COUNTED), "")


def singular(word: str) -> str:
    """Return an English noun without its plural ending, roughly and always the same way."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", ".s")):
        return word[:-1]
    return word


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text).lower().replace("'s", "").replace("-", " "))


_PLACES = {" ".join(_words(form)): place for form, place in PLACES.items()}
_LONGEST = max(len(form.split()) for form in _PLACES)
