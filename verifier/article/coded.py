"""Finds stretches that are written in a code a model reads and an editor does not, and says what they spell."""

import base64
import binascii
import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/]{24,4000}={0,2}(?![A-Za-z0-9+/=_-])")
_ENTITIES = re.compile(r"(?:[^&\n]{0,40}?&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});){2,200}[^&\n]{0,80}", re.IGNORECASE)
_MOST = 1_000
"""Stretches of each kind that are looked into."""


def find(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, what it spells) of each such stretch; code points, half-open."""
    for found in islice(_BASE64.finditer(text), _MOST):
        if said := _decoded(found[0]):
            yield *found.span(), said
    if "&" in text:
        for found in islice(_ENTITIES.finditer(text), _MOST):
            yield *found.span(), unescape(found[0])


def _decoded(code: str) -> str:
    try:
        return base64.b64decode(code + "=" * (-len(code) % 4), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""
