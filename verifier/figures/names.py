"""Recognises the numbers that are part of a name: "S&P 500", "COVID-19", "Article 50", "5G"."""

from verifier.figures import furniture, measures, nouns, spelled
from verifier.figures.digits import slashed
from verifier.figures.drafts import Draft
from verifier.figures.numeral import Number
from verifier.figures.tables import currencies, units
from verifier.figures.tables import names as table
from verifier.figures.tables import numbers as number_table
from verifier.figures.tokens import Line, Token

_CHUNK = 40
"""Tokens a name may reach to either side."""


def address(line: Line, index: int) -> Draft | None:
    """Return a web address or dotted code with digits; dotted dates are furniture."""
    token = line[index]
    if token.kind != "name":
        return None
    dated = furniture.is_date(token.text)
    return Draft(index, index + 1, "furniture" if dated else "identifier")


def read(line: Line, index: int, floor: int) -> Draft | None:
    """Return the name that the number at token `index` is part of, if any."""
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
    big = before.text in table.BIG and line[index].text[:1].isupper()
    group = before.low == "of" and line[index - 2].low == "group" and line[index].text[:1].isupper()
    war = before.text in table.WARS and line[index].text[:1].isupper()
    if not (big or group or war):
        return None
    return Draft(max(floor, index - (2 if group else 1)), index + 1, "identifier")


def _is_slashed(line: Line, index: int) -> bool:
    if line[index + 1].text != "/" or not line.glued(index + 1) or not line.glued(index + 2):
        return False
    over, under = line[index].text, line[index + 2].text
    return f"{over}/{under}" in table.SLASHED_NAMES or (under.isdecimal() and slashed(line, index) is None)


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
    if word.low in table.PLAIN_PREFIXES or word.low in table.MONTHS or word.low in units.WORDS:
        return False
    return word.low == "covid" or (word.kind == "word" and any(c.isupper() for c in word.text))


def _is_glued_right(line: Line, index: int) -> bool:
    """Tell "5G", "777F" and "24703m212" from "5km" and "3.2bn"."""
    after = line[index + 1]
    if f"{line[index].text}{after.text}" in table.FORMS and after.glued:
        return True
    if after.text == "-" and after.glued and line.glued(index + 2):
        return line[index + 2].low in table.TAILS
    if not after.glued or after.kind != "word":
        return False
    return not _is_ending(line, index)


def _is_ending(line: Line, index: int) -> bool:
    word, then = line[index + 1], line[index + 2]
    if word.low in number_table.ORDINAL_ENDINGS or word.low in ("s", "p", "e", "in"):
        return True
    if then.glued and then.kind == "number" and (word.text + then.text) not in units.SYMBOLS:
        return False
    if word.low in number_table.SHORT_SCALES or word.low in table.CLOCK_WORDS:
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
    if word.text in table.CAPITAL_NAMING:
        return not nouns.is_plural(line[at + 2].low)
    return word.low in table.NAMING and (len(word.low) > 2 or line[at + 1].text == ".")


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
