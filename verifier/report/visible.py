"""Makes what articles hide visible, so that no text of theirs can move a cursor, turn a line round or vanish."""

import re
import unicodedata
from functools import cache

_LINE_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029 ]+")
# Letters and marks by category, yet drawn as nothing: fillers, joiners, selectors other than those of emoji.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0\u2800")
_SELECTORS = (range(0xFE00, 0xFE0E), range(0xE0100, 0xE01F0))
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_PILE = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})"
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+)"
)
"""More marks on one letter than any script has: they would be drawn over the lines above and below."""
_PICTURES = 0x2400
_ELLIPSIS = "…"


def visible(text: str) -> str:
    """Return `text` on one line: runs of breaks and spaces folded to a space, every hidden character spelled out."""
    return _spelled(_LINE_BREAKS.sub(" ", text))


def visible_lines(text: str) -> str:
    """Return `text` with its line ends kept, later lines indented, and every hidden character spelled out."""
    return "\n  ".join(_spelled(line.replace("\t", " ")) for line in text.split("\n"))


@cache
def is_hidden(character: str) -> bool:
    """Return whether a terminal, an editor or a page would not draw this character as itself."""
    code = ord(character)
    return (
        character in _BLANK
        or unicodedata.category(character) in _HIDDEN_CATEGORIES
        or any(code in selectors for selectors in _SELECTORS)
    )


def clipped(text: str, limit: int) -> str:
    """Return `text`, cut to `limit` characters with an ellipsis."""
    return text if len(text) <= limit else text[: limit - 1].removesuffix(_ELLIPSIS) + _ELLIPSIS


def clipped_left(text: str, limit: int) -> str:
    """Return `text`, cut at its beginning to `limit` characters with an ellipsis."""
    return text if len(text) <= limit else _ELLIPSIS + text[len(text) - limit + 1 :].removeprefix(_ELLIPSIS)


def width(text: str) -> int:
    """Return how many columns a terminal gives `text`."""
    return sum(map(_columns, text))


def _spelled(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    drawn = text.translate(_DRAWN)
    return _PILE.sub(lambda found: f"{found[1]}<+{len(found[2])} marks>", drawn)


class _Drawn(dict[int, str]):
    """Each character as it is shown, looked up once; most of a report is the same few hundred."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = shown = _picture(character) if is_hidden(character) else character
        return shown


_DRAWN = _Drawn()


def _picture(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(_PICTURES + code)
    return "\u2421" if code == 0x7F else f"<U+{code:04X}>"


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
