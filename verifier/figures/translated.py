"""Keeps open what a "billion" is where a text says that it was translated: a thousand millions, or a million."""

import re
from decimal import Decimal

from verifier.figures.tables.numbers import LONG_SCALE, TRANSLATED
from verifier.models import Figure

_TRANSLATED = re.compile(rf"\b(?:{'|'.join(map(re.escape, TRANSLATED))})\b", re.IGNORECASE)
_SCALE = re.compile(rf"(?:\b|(?<=\d))(?:{'|'.join(map(re.escape, LONG_SCALE))})\b", re.IGNORECASE)
_LONGER = Decimal(1000)


def is_translated(text: str) -> bool:
    """Return whether the text says of itself, or of what it quotes, that it is a translation."""
    return _TRANSLATED.search(text) is not None


def in_both_scales(figure: Figure) -> Figure:
    """Return the figure with both readings of its "billion", if it has one and its unit has no readings already."""
    if figure.role != "quantity" or figure.readings or not _SCALE.search(figure.text):
        return figure
    return figure.model_copy(update={"readings": (figure.factor, figure.factor * _LONGER)})
