"""Brings the model's names into one shape before they are looked up."""

import re

from verifier.extract.schema import NAMES, PointedClaim
from verifier.plaintext import plain
from verifier.topics.key import singular

LONGEST_NAME = 200
_ID = re.compile(r"[^\w-]*([a-z]\d+)\W*")
LONGEST_STATEMENT = 500
_NOTHING = frozenset(("", "null", "none", "n/a", "unknown", "not stated"))
_ALL = frozenset(
    "all every other the total overall whole world worldwide global abroad overseas foreign international destination "
    "country market buyer customer".split()
)
"""Words by which an answer says "all of them" where it should have said null."""


def tidied(claim: PointedClaim) -> PointedClaim:
    """Return the claim with its names on one line, ids without brackets, and None for every way of saying nothing."""
    names = {name: short(getattr(claim, name)) for name in NAMES}
    counterparty = names["counterparty"]
    if counterparty and _ALL.issuperset(singular(word) for word in counterparty.casefold().split()):
        names["counterparty"] = None
    return claim.model_copy(
        update={
            **names,
            "sentence": bare_id(claim.sentence),
            "figures": list(dict.fromkeys(map(bare_id, claim.figures))),
            "period": bare_id(claim.period) or None,
            "base_period": bare_id(claim.base_period) or None,
            "measure": short(claim.measure) or "",
            "statement": short(claim.statement, LONGEST_STATEMENT),
        }
    )


def bare_id(name: str | None) -> str:
    """Return "f3" for "[F3]", and "" for every way of saying nothing.

    What is no id stays as it is: "f-3", "f1.2" and "{f1|2}" point at nothing, not at another figure.
    """
    said = (short(name) or "").casefold()
    found = _ID.fullmatch(said)
    return found[1] if found else said


def short(name: str | None, longest: int = LONGEST_NAME) -> str | None:
    """Return a name as one line of visible characters, or None where it names nothing."""
    tidy = plain(name or "")[:longest]
    return None if tidy.casefold() in _NOTHING else tidy


def letters(text: str | None) -> str:
    """Return letters and digits alone, case aside: what is left where two wordings differ in nothing else."""
    return "".join(character for character in (text or "").casefold() if character.isalnum())
