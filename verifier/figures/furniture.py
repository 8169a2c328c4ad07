"""Recognises clock times, dates, telephone numbers, list numbers and other furniture of a page."""

import re

from verifier.figures.drafts import Draft
from verifier.figures.tables import names
from verifier.figures.tables import numbers as number_table
from verifier.figures.tokens import Line, Token

_CLOCK = re.compile(
    r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?: ?[ap]\.?m\b\.?)?|\d{1,2}(?:\.\d{2})? ?[ap](?:m\b|\.m\.?)"
    r"|\d{1,2} o'clock\b",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{4}([/.-])\d{1,2}\1\d{1,2}(?!\d)|\d{1,2}([/.-])\d{1,2}\2(?:\d{4}|\d{2})(?!\d)")
_PHONE = re.compile(
    r"(?:\d{1,3}[ .-])?\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}(?!\d)|\d-8\d{2}-[\dA-Za-z]{3,7}(?:-[\dA-Za-z]{2,4})?"
)
_INTERNATIONAL = re.compile(r"\d[\d ().-]{6,18}\d")
_LONGEST_STAMP = 40
_YEAR_FROM, _YEAR_TO = 1500, 2100


def read(line: Line, index: int, floor: int) -> Draft | None:
    """Return the piece of furniture that the number at token `index` is part of, if any."""
    token = line[index]
    if token.kind != "number":
        return None
    end = _stamp(line, token, index)
    if end is not None:
        opened = index > floor and token.glued and line[index - 1].text in ("+", "(")
        return Draft(index - opened, _until(line, index, end), "furniture")
    last = _small_furniture(line, index)
    return None if last is None else Draft(index, last, "furniture")


def is_date(text: str) -> bool:
    """Tell whether the whole of `text` is a date in digits."""
    return _DATE.fullmatch(text) is not None


def _stamp(line: Line, token: Token, index: int) -> int | None:
    """Return where a clock time, date or telephone number that starts at `token` ends."""
    limit = min(len(line.text), token.start + _LONGEST_STAMP, line.tokens[-1].end)
    patterns = [_DATE, _PHONE, _CLOCK]
    if line[index - 1].text == "+" and token.glued:
        patterns.append(_INTERNATIONAL)
    for pattern in patterns:
        match = pattern.match(line.text, token.start, limit)
        if match is not None and not _cuts_period(line, index, match.end()):
            return match.end()
    return None


def _until(line: Line, index: int, end: int) -> int:
    while line[index].kind != "end" and line[index].start < end:
        index += 1
    return index


def _cuts_period(line: Line, index: int, end: int) -> bool:
    while line[index].kind != "end" and line[index].start < end:
        if line[index].kind == "period":
            return True
        index += 1
    return False


def _small_furniture(line: Line, index: int) -> int | None:
    token, after = line[index], line[index + 1]
    if _is_military_time(token, after) or _is_counter(line, index):
        return index + 2
    if _is_marker(line, index) or _is_day(line, index) or _is_copyright(line, index):
        return index + 1
    return None


def _is_military_time(token: Token, after: Token) -> bool:
    four = len(token.text) == 4 and token.text.isdecimal() and int(token.text) < 2400
    return four and after.low in names.ZONES and (after.low not in ("hours", "hrs", "local") or token.text[0] == "0")


def _is_counter(line: Line, index: int) -> bool:
    """Tell "0 Comments" and "3 min read" alone on a line."""
    size = len(line.tokens)
    return index == 0 and 1 < size <= 3 and line[size - 1].low in names.COUNTERS and line[1].kind == "word"


def _is_marker(line: Line, index: int) -> bool:
    """Tell the "3." of a list, "[12]", and a number that is a line of its own."""
    after = line[index + 1]
    if len(line.tokens) == 1:
        return line[index].text.isdecimal() and len(line[index].text) < 5
    if line[index - 1].text == "[" and after.text == "]":
        return True
    listed = after.text in (".", ")") and after.glued and not line.glued(index + 2) and line[index + 2].kind != "end"
    return index == 0 and listed and len(line[index].text) < 3


def _is_day(line: Line, index: int) -> bool:
    """Tell the day of a date the periods left over: "Sept. 5", "5 September"."""
    text = line[index].text
    if not text.isdecimal() or len(text) > 2 or not 0 < int(text) < 32:
        return False
    before = line[index - 2] if line[index - 1].text == "." else line[index - 1]
    ending = line[index + 1].low in number_table.ORDINAL_ENDINGS and line.glued(index + 1)
    return is_month(before) or is_month(line[index + 1 + ending])


def is_month(token: Token) -> bool:
    """Tell whether a word names a month."""
    return token.low in names.MONTHS and token.text[:1].isupper()


def _is_copyright(line: Line, index: int) -> bool:
    near = {line[index - step].low for step in range(1, 5)}
    return is_year(line[index]) and bool(near & names.COPYRIGHT)


def is_year(token: Token) -> bool:
    """Tell whether a numeral looks like a year."""
    four = len(token.text) == 4 and token.text.isdecimal()
    return four and _YEAR_FROM <= int(token.text) < _YEAR_TO
