"""Finds text that a reader of the article does not see, or sees otherwise than it is written."""

import re
from collections.abc import Iterator

# Behind a black flag they spell whose flag it is, in a few letters and with an end of their own.
_TAGS = re.compile("(?:\U0001f3f4[\U000e0020-\U000e007e]{2,6}\U000e007f)|(?P<spelt>[\U000e0020-\U000e007e]{3,})")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]{3,}")
_TURNED = re.compile("[\u202d\u202e]")
_UNDRAWN = "[\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u20d0-\u20ff\ufe00-\ufe0f\ufeff]"
_SPLIT_NUMBER = re.compile(rf"\d[.,]?{_UNDRAWN}{{1,99}}[.,]?(?:{_UNDRAWN}{{0,99}}\d)")
_TURNED_LINE = re.compile("[\u202d\u202e][^\u202c\n]{0,2000}")
_ZERO_WIDTH = re.compile("[\u200b\u200c\u200d\u2060\ufeff]{8,}")
_SPLIT_WORD = re.compile(r"[a-z](?:[\u200b\u2060\ufeff]{1,9}[a-z]){3}", re.IGNORECASE)

_UNSEEN = (
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d]*[1-9])"
    r"|(?<![-\w])color\s*:\s*(?:\#fff(?:fff)?\b|white\b)|text-indent\s*:\s*-\d{3,}"
)
_STYLED = re.compile(
    rf"<(?!(?:script|style|noscript|template|svg)\b)[a-z]\w{{0,20}}\b[^<>]{{0,500}}?\bstyle\s*=\s*[\"'][^\"'<>]{{0,300}}?"
    rf"(?:{_UNSEEN})[^<>]{{0,500}}>(?P<said>[^<]{{0,2000}})",
    re.IGNORECASE,
)
_LOOKED_INTO = 2_000
"""Characters of a comment."""
_SENTENCE = re.compile(r"(?:\w+[,;']?\s+){7,}\w+[.!?:]|\d[\d.,]{2,}\s?(?:%|\w{3,})\s+(?:\w+\s+){3,}")
_FEW_WORDS = 4


def obscured(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each stretch whose numbers read otherwise than they are written."""
    if text.isascii():
        return []
    return [found.span() for pattern in (_SPLIT_NUMBER, _TURNED_LINE) for found in pattern.finditer(text)]


def characters(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, how) of each place where characters are hidden or turned round; code points, half-open."""
    if text.isascii():
        return
    for found in _TAGS.finditer(text):
        if found["spelt"]:
            spelt = "".join(chr(ord(character) - 0xE0000) for character in found["spelt"][:100])
            yield *found.span(), f"holds invisible characters that spell “{spelt}”"
    for pattern, how in (
        (_SELECTORS, "holds invisible characters in a row, as data are hidden in"),
        (_ZERO_WIDTH, "holds invisible characters in a row, as data are hidden in"),
        (_TURNED, "turns the direction of writing round, so that it reads otherwise than it is written"),
        (_SPLIT_NUMBER, "hides characters inside a number, so that it reads otherwise than it is written"),
        (_SPLIT_WORD, "hides characters inside words, so that a search does not find them"),
    ):
        for found in pattern.finditer(text):
            yield *found.span(), how


def markup(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the same of each stretch of an HTML text that its page does not show."""
    if "<" not in text:
        return
    for found in _STYLED.finditer(text):
        if len(found["said"].split()) >= _FEW_WORDS:
            yield *found.span("said"), "holds text that its page does not show"
    for start, end in _comments(text):
        if _SENTENCE.search(text, start, min(end, start + _LOOKED_INTO)):
            yield start, end, "holds sentences in a comment that its page does not show"


def _comments(text: str) -> Iterator[tuple[int, int]]:
    start = text.find("<!--")
    while start >= 0 and (end := text.find("-->", start + 4)) >= 0:
        if not text.startswith("[if", start + 4):  # what old browsers are told in a comment
            yield start + 4, end
        start = text.find("<!--", end)
