"""Recognises the numbers that are no quantities: names, clock times, dates, page furniture and ranks."""

import re
from decimal import Decimal

from verifier.figures import measures, numbers, spelled
from verifier.figures.drafts import Draft
from verifier.figures.numbers import Number
from verifier.figures.tables import currencies, names, units
from verifier.figures.tables import numbers as number_table
from verifier.figures.tables.units import Unit
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
_CHUNK = 40
_YEAR_FROM, _YEAR_TO = 1500, 2100


def read(line: Line, index: int, floor: int) -> Draft | None:
    """Return the name, furniture or rank that the number at token `index` is part of, or None for an amount."""
    for reader in (_address, _furniture, _rank, _name):
        found = reader(line, index, floor)
        if found is not None:
            return found
    return None


def _until(line: Line, index: int, end: int) -> int:
    while line[index].kind != "end" and line[index].start < end:
        index += 1
    return index


def _address(line: Line, index: int, floor: int) -> Draft | None:
    del floor
    token = line[index]
    if token.kind != "name":
        return None
    dated = _DATE.fullmatch(token.text) is not None
    return Draft(index, index + 1, "furniture" if dated else "identifier")


# -------------------------------------------------------------------------------------------------- furniture


def _furniture(line: Line, index: int, floor: int) -> Draft | None:
    token = line[index]
    if token.kind != "number":
        return None
    end = _stamp(line, token, index)
    if end is not None:
        opened = index > floor and token.glued and line[index - 1].text in ("+", "(")
        return Draft(index - opened, _until(line, index, end), "furniture")
    last = _small_furniture(line, index, floor)
    return None if last is None else Draft(index, last, "furniture")


def _stamp(line: Line, token: Token, index: int) -> int | None:
    """Return where a clock time, date or telephone number that starts at `token` ends."""
    limit = min(len(line.text), token.start + 40, line.tokens[-1].end)
    patterns = [_DATE, _PHONE, _CLOCK]
    if line[index - 1].text == "+" and token.glued:
        patterns.append(_INTERNATIONAL)
    for pattern in patterns:
        match = pattern.match(line.text, token.start, limit)
        if match is not None and not _cuts_period(line, index, match.end()):
            return match.end()
    return None


def _cuts_period(line: Line, index: int, end: int) -> bool:
    while line[index].kind != "end" and line[index].start < end:
        if line[index].kind == "period":
            return True
        index += 1
    return False


def _small_furniture(line: Line, index: int, floor: int) -> int | None:
    token, after = line[index], line[index + 1]
    if _is_military_time(token, after) or _is_counter(line, index):
        return index + 2
    if _is_marker(line, index) or _is_day(line, index) or _is_copyright(line, index, floor):
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


def _is_copyright(line: Line, index: int, floor: int) -> bool:
    del floor
    near = {line[index - step].low for step in range(1, 5)}
    return is_year(line[index]) and bool(near & names.COPYRIGHT)


def is_year(token: Token) -> bool:
    """Tell whether a numeral looks like a year."""
    four = len(token.text) == 4 and token.text.isdecimal()
    return four and _YEAR_FROM <= int(token.text) < _YEAR_TO


# ------------------------------------------------------------------------------------------------------ names


def _name(line: Line, index: int, floor: int) -> Draft | None:
    token = line[index]
    if token.kind != "number":
        return _spelled_name(line, index, floor)
    if _is_slashed(line, index):
        return Draft(index, index + 3, "identifier")
    if _is_glued_left(line, index, floor) or _is_glued_right(line, index) or _has_leading_zero(token):
        return _chunk(line, index, floor)
    if _is_named(line, index, floor):
        return Draft(_name_start(line, index, floor), _chunk(line, index, index).last, "identifier")
    return None


def _spelled_name(line: Line, index: int, floor: int) -> Draft | None:
    before = line[index - 1]
    if index - 1 < floor or spelled.cardinal(line, index) is None:
        return None
    big = before.text in names.BIG and line[index].text[:1].isupper()
    group = before.low == "of" and line[index - 2].low == "group" and line[index].text[:1].isupper()
    war = before.text in ("War", "Formula", "Phase", "Type", "Article", "Chapter") and line[index].text[:1].isupper()
    if not (big or group or war):
        return None
    return Draft(max(floor, index - (2 if group else 1)), index + 1, "identifier")


def _is_slashed(line: Line, index: int) -> bool:
    if line[index + 1].text != "/" or not line.glued(index + 1) or not line.glued(index + 2):
        return False
    over, under = line[index].text, line[index + 2].text
    return f"{over}/{under}" in names.SLASHED_NAMES or (under.isdecimal() and numbers.slashed(line, index) is None)


def _has_leading_zero(token: Token) -> bool:
    return len(token.text) > 1 and token.text[0] == "0" and token.text[1].isdecimal()


def _is_glued_left(line: Line, index: int, floor: int) -> bool:
    before = line[index - 1]
    if index - 1 < floor or not line.glued(index):
        return False
    if before.text in ("#", "@", "_"):
        return line[index - 1].text != "#" or len(line[index].text) > 2
    if before.text in ("-", "–"):
        return before.glued and index - 2 >= floor and _names_before_hyphen(line, index - 2)
    if before.kind != "word":
        return False
    return measures.before(line, index, floor) is None


def _names_before_hyphen(line: Line, at: int) -> bool:
    word = line[at]
    if word.kind == "number":
        return False
    if word.low in names.PLAIN_PREFIXES or word.low in names.MONTHS or word.low in units.WORDS:
        return False
    return word.low == "covid" or (word.kind == "word" and any(c.isupper() for c in word.text))


def _is_glued_right(line: Line, index: int) -> bool:
    """Tell "5G", "777F" and "24703m212" from "5km" and "3.2bn"."""
    after = line[index + 1]
    if f"{line[index].text}{after.text}" in names.FORMS and after.glued:
        return True
    if after.text == "-" and after.glued and line.glued(index + 2):
        return line[index + 2].low in names.TAILS
    if not after.glued or after.kind != "word":
        return False
    return not _is_ending(line, index)


def _is_ending(line: Line, index: int) -> bool:
    word, then = line[index + 1], line[index + 2]
    if word.low in number_table.ORDINAL_ENDINGS or word.low in ("s", "p", "e", "in"):
        return True
    if then.glued and then.kind == "number" and (word.text + then.text) not in units.SYMBOLS:
        return False
    if word.low in number_table.SHORT_SCALES or word.low in names.CLOCK_WORDS:
        return True
    known = word.text in units.SYMBOLS or word.low in units.WORDS or word.low in currencies.WORDS
    return known or word.low in number_table.SCALES or word.low in currencies.SIGNS or word.low in currencies.MILLIONS


def _chunk(line: Line, index: int, floor: int) -> Draft:
    """Take everything that touches the number: "LGA1156", "COVID-19", "737-800"."""
    first = index
    while first > max(floor, index - _CHUNK) and line.glued(first) and _is_part(line[first - 1]):
        first -= 1
    last = index + 1
    while last < index + _CHUNK and line.glued(last) and _is_part(line[last]):
        last += 1
    while last > index + 1 and line[last - 1].kind == "mark":
        last -= 1
    return Draft(first, last, "identifier")


def _is_part(token: Token) -> bool:
    return token.kind in ("word", "number", "name") or token.text in ("-", "_", "/", "#", "@", "&", ".")


def _is_named(line: Line, index: int, floor: int) -> bool:
    if index - 1 < floor or not line[index].text.replace(".", "").isdecimal() or len(line[index].text) > 5:
        return False
    after = line[index + 1]
    if after.low in number_table.SCALES or after.low in ("%", "percent") or _measured(line, index):
        return False
    at = index - 1 - (line[index - 1].text == "." and index - 2 >= floor)
    word = line[at]
    group = word.low == "of" and line[at - 1].text == "Group"
    index_name = word.low == "p" and line[at - 1].text == "&"
    return group or index_name or _is_naming(line, at)


def _is_naming(line: Line, at: int) -> bool:
    word = line[at]
    if word.text in names.CAPITAL_NAMING:
        return True
    return word.low in names.NAMING and (len(word.low) > 2 or line[at + 1].text == ".")


def _measured(line: Line, index: int) -> bool:
    found = measures.after(line, Number(index, index + 1, None))
    return found is not None and found.unit.dimension != "angle"


def _name_start(line: Line, index: int, floor: int) -> int:
    at = index - 1 - (line[index - 1].text == ".")
    if line[at].low == "of":
        at -= 1
    while at > floor and line.glued(at) and _is_part(line[at - 1]):
        at -= 1
    return max(at, floor)


# ------------------------------------------------------------------------------------------------------ ranks


def _rank(line: Line, index: int, floor: int) -> Draft | None:
    found = None if spelled.part(line, index) else spelled.ordinal(line, index)
    if found is not None:
        return _ordinal_rank(line, index, *found)
    before = line[index - 1]
    at = index - 1 - (before.text == ".")
    word = line[at]
    if at < floor or not _ranks(line, at, index):
        return None
    number = _plain_number(line, index)
    if number is None:
        return None
    unit = Unit("top", "rank") if word.low in names.TOP else None
    return Draft(at, number.last, "rank", number=number, unit=unit, unit_tokens=(at, at + 1) if unit else None)


def _ranks(line: Line, at: int, index: int) -> bool:
    word, dotted = line[at], line[index - 1].text == "."
    if word.low in names.TOP:
        return line[index + 1].low not in ("%", "percent", "per", "pct") and not dotted
    if word.low == "no":
        return dotted or word.text == "No"
    return word.low in names.RANKING and (word.text != "#" or line.glued(index)) and word.low != "ranks"


def _plain_number(line: Line, index: int) -> Number | None:
    number = numbers.read(line, index)
    small = number is not None and number.value is not None and number.value < 10000 and number.step == 1
    return number if small else None


def _ordinal_rank(line: Line, index: int, last: int, value: Decimal) -> Draft:
    number = Number(index, last, value)
    at = last + (line[last].text == "-" and line.glued(last) and line.glued(last + 1))
    word = line[at].low
    if (word in names.SUPERLATIVES and at > last) or (word.endswith("est") and len(word) > 4):
        tail = at + 1 + (word in ("most", "least") and line[at + 1].kind == "word")
        return Draft(
            index, tail, "rank", number=number, unit=Unit(line.words(at, tail), "rank"), unit_tokens=(at, tail)
        )
    return Draft(index, last, "rank", number=number)
