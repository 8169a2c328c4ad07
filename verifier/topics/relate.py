"""What code alone can say of two topics; everything else is the model's or a person's to decide."""

from typing import Literal, NamedTuple

from verifier.topics.key import TopicKey

TopicRelation = Literal["same", "narrower", "broader", "overlapping", "other", "unclear"]


class Tie(NamedTuple):
    """How the first topic stands to the second, and why."""

    relation: TopicRelation
    why: str


def relate(first: TopicKey, second: TopicKey) -> Tie | None:
    """Return what follows from the names alone, or None where somebody has to read the sentences.

    Symmetric but for narrower and broader. Never looks at figures.
    """
    if first == second and not first.is_open:
        return Tie("same", "the same names")
    if first.event or second.event:
        return None if first.event and second.event and first.measure and second.measure else _one_event()
    if first.counted and second.counted and first.counted != second.counted:
        return Tie("other", f"{first.counted} against {second.counted}")
    if first.places - second.places and second.places - first.places:
        return Tie("other", "other sides: " + " / ".join(sorted(first.places ^ second.places)))
    if first.measure != second.measure or _named_apart(first.item, second.item):
        return None
    if first.actor and second.actor and first.actor != second.actor:
        return None
    return _same_names(first, second)


def _one_event() -> Tie:
    return Tie("other", "one speaks of a single happening, the other does not")


def _named_apart(first: str, second: str) -> bool:
    return bool(first and second and first != second)


def _same_names(first: TopicKey, second: TopicKey) -> Tie:
    if first.counterparty != second.counterparty:
        if first.counterparty and second.counterparty:
            return Tie("other", f"{first.counterparty} against {second.counterparty}")
        return Tie("narrower" if first.counterparty else "broader", "a part of all destinations")
    if first.item and second.item:
        return Tie("same", "the same names") if first.actor and second.actor else Tie("unclear", "one names no actor")
    return Tie("unclear", _open_item(first.item or second.item))


def _open_item(named: str) -> str:
    if not named:
        return "may be another product: neither article names it"
    return f"may be another product: one article says {named}, the other names none"
