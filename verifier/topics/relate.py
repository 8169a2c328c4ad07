"""What code alone can say of two topics; everything else is the model's or a person's to decide."""

from collections.abc import Set
from typing import Literal, NamedTuple

from verifier.topics.key import TopicKey
from verifier.topics.names import is_country
from verifier.topics.words import FLOWS

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
    if not (first.item and second.item):
        return _item_unsaid(first, second)
    return _named(first, second, reader)


def _settled_apart(first: TopicKey, second: TopicKey) -> Tie | None:
    if first.counted and second.counted and first.counted != second.counted:
        return Tie("other", f"{first.counted} against {second.counted}")
    if first.event or second.event:
        return None
    if _elsewhere(first.places - second.places, second.places - first.places):
        return Tie("other", "other sides: " + ", ".join(sorted(first.places ^ second.places)))
    if first.counterparty == second.counterparty or first.actor != second.actor:
        return None
    if first.counterparty and second.counterparty:
        return Tie("other", f"{first.counterparty} against {second.counterparty}")
    return Tie("narrower" if first.counterparty else "broader", "a part against the whole")


def _elsewhere(mine: Set[str], theirs: Set[str]) -> bool:
    """Tell whether names of either side can be nobody of the other's: "kessmar" may be "kessmar foods"."""
    alike = any(set(one.split()) & set(other.split()) for one in mine for other in theirs)
    return bool(mine and theirs) and (not alike or all(map(is_country, mine | theirs)))


def _worded_apart(first: TopicKey, second: TopicKey) -> bool:
    if first.measure != second.measure or first.event != second.event:
        return True
    if first.event:
        # Of a happening, who names a part ("children", "in the north") beside who names none may mean another count.
        return first.is_open or first[2:] != second[2:]
    return _both_but_different(first.item, second.item) or _both_but_different(first.actor, second.actor)


def _both_but_different(first: str, second: str) -> bool:
    return bool(first and second and first != second)


def _item_unsaid(first: TopicKey, second: TopicKey) -> Tie:
    named = first.item or second.item
    whose = _whose_unsaid(first, second)
    if whose:
        return Tie("open", whose)
    if not named:
        return Tie("unclear", _of_what(first, second))
    return Tie("unclear", f"may be another product: one article says {named}, the other names none")


def _of_what(first: TopicKey, second: TopicKey) -> str:
    """Return that neither names what was sold or made, where there is such a thing: an inflation rate is of nothing."""
    is_of_goods = {first.measure, second.measure} <= FLOWS and "amount" in (first.counted, second.counted)
    return "neither article says of what" if is_of_goods else ""


def _named(first: TopicKey, second: TopicKey, reader: TopicRelation | None) -> Tie:
    if reader == "unclear":
        return Tie("open", "it is not clear whether both mean the same")
    whose = _whose_unsaid(first, second)
    if whose:
        return Tie("open", whose)
    return Tie("same", "the same names" if reader is None else "")


def _whose_unsaid(first: TopicKey, second: TopicKey) -> str:
    """Return in words that whose figure it is stays open, "" where both say it or a price is nobody's."""
    if first.actor and second.actor:
        return ""
    if first.actor or second.actor:
        return f"one article says {first.actor or second.actor}, the other does not say who"
    nobodys = first.item and second.item and "price" in (first.counted, second.counted)
    return "" if nobodys else "neither article says who"
