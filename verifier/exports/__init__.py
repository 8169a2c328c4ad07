"""Carries what the store holds to other programs, a piece at a time, and back into a store."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from verifier.exports import claimreview, everything, sheet
from verifier.exports.pieces import Piece
from verifier.settings import Settings
from verifier.store import Unit


class Export(NamedTuple):
    """A kind of file."""

    name: str
    """Of the file, where nobody names it."""
    media_type: str
    what: str
    """What it counts, in the singular."""
    pieces: Callable[[Unit, Settings], Iterator[Piece]]
    remarks: Callable[[Unit], list[str]] = lambda _: []
    """What whoever takes the file should know of it, in sentences."""


EXPORTS: Mapping[str, Export] = {
    "claimreview": Export(
        "claimreview.jsonld", "application/ld+json", "review", claimreview.reviews, claimreview.remarks
    ),
    "csv": Export("claims.csv", "text/csv; charset=utf-8", "claim", sheet.sheet),
    "jsonl": Export("everything.jsonl", "application/x-ndjson", "row", everything.lines),
}
"""By the option of the command line; each raises StoreError, and ConfigurationError where it wants a setting."""

__all__ = ["EXPORTS", "Export", "Piece"]
