"""Says whose cents they are, dollars' or euros', where an article speaks of only one of the two elsewhere."""

import re

from verifier.models import Figure

_DOLLARS = re.compile(r"\$|\bdollars?\b|\bUSD\b", re.IGNORECASE)
_EUROS = re.compile(r"€|\beuros?\b|\bEUR\b", re.IGNORECASE)
_EURO = "EUR"


def owned(figures: list[Figure], text: str) -> list[Figure]:
    """Return the figures with the cents among them of the money that `text` speaks of."""
    if not any(_is_cent(figure) for figure in figures):
        return figures
    dollars, euros = bool(_DOLLARS.search(text)), bool(_EUROS.search(text))
    return figures if dollars == euros else [_of(figure, euros=euros) for figure in figures]


def _is_cent(figure: Figure) -> bool:
    return (figure.unit or "").split("/")[0] == "cent" and len(figure.currencies) > 1


def _of(figure: Figure, *, euros: bool) -> Figure:
    if not _is_cent(figure):
        return figure
    return figure.model_copy(update={"currencies": tuple(c for c in figure.currencies if (c == _EURO) == euros)})
