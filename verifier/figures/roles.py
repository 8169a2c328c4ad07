"""Tells which numbers are no quantities: furniture, ranks and names, tried in this order."""

from verifier.figures import furniture, names, ranks
from verifier.figures.drafts import Draft
from verifier.figures.tokens import Line


def read(line: Line, index: int, floor: int) -> Draft | None:
    """Return the name, furniture or rank that the number at token `index` is part of, or None for an amount."""
    if line[index].kind == "name":
        return names.address(line, index)
    return furniture.read(line, index, floor) or ranks.read(line, index, floor) or names.read(line, index, floor)
