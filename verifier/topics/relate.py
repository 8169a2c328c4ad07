"""What code alone can say of two topics; everything else is the model's or a person's to decide."""

from typing import Literal, NamedTuple

from verifier.topics.key import TopicKey

TopicRelation = Literal["same", "unclear", "open", "narrower", "broader", "overlapping", "other"]
"""same: one series. unclear: the item is left unsaid; may agree and may conflict. open: something else is left
unsaid; may agree, never conflicts. narrower, broader, overlapping: named and not the same; shares may agree.
other: nothing follows."""


class Tie(NamedTuple):
    """How the first topic stands to the second, and why."""

    relation: TopicRelation
    why: str


def relate(first: TopicKey, second: TopicKey, *, reader: TopicRelation | None = None) -> Tie | None:
    """Return what follows from the names, or None where somebody has to read the sentences.

    `reader` is what a reader of both sentences said of the names that are worded differently; what is left unsaid
    in either article stays unsaid, whatever a reader makes of it. Never looks at figures.
    """
    apart = _settled_apart(first, second)
    if apart is not None:
        return apart
    if reader is None and _worded_apart(first, second):
        return None
    if reader not in (None, "same", "unclear"):
        return Tie(reader, "")
    if first.event or second.event:
        return Tie("open" if reader == "unclear" else "same", "the same happening")
    if first.item and second.item:
        return _named(first, second, reader)
    return Tie("unclear", _unsaid_item(first.item or second.item))


def _settled_apart(first: TopicKey, second: TopicKey) -> Tie | None:
    if first.counted and second.counted and first.counted != second.counted:
        return Tie("other", f"{first.counted} against {second.counted}")
    if first.event or second.event:
        return None
    if first.places - second.places and second.places - first.places:
        return Tie("other", "other sides: " + ", ".join(sorted(first.places ^ second.places)))
    if first.counterparty == second.counterparty or first.actor != second.actor:
        return None
    return Tie("narrower" if first.counterparty else "broader", "a part against the whole")


def _worded_apart(first: TopicKey, second: TopicKey) -> bool:
    return (
        first.measure != second.measure
        or first.event != second.event
        or _both_but_different(first.item, second.item)
        or _both_but_different(first.actor, second.actor)
    )


def _both_but_different(first: str, second: str) -> bool:
    return bool(first and second and first != second)


def _named(first: TopicKey, second: TopicKey, reader: TopicRelation | None) -> Tie:
    if reader == "unclear":
        return Tie("open", "it is not clear whether both mean the same")
    if bool(first.actor) != bool(second.actor):
        return Tie("open", f"one article says {first.actor or second.actor}, the other does not say who")
    return Tie("same", "the same names" if reader is None else "")


def _unsaid_item(named: str) -> str:
    if not named:
        return "may be another product: neither article names it"
    return f"may be another product: one article says {named}, the other names none"
