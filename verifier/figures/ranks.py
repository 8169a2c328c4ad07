"""Recognises ranks: "second-highest", "21st", "No. 1", "top 10"."""

from decimal import Decimal

from verifier.figures import numbers, spelled
from verifier.figures.drafts import Draft
from verifier.figures.numeral import Number
from verifier.figures.tables import names
from verifier.figures.tables.units import Unit
from verifier.figures.tokens import Line


def read(line: Line, index: int, floor: int) -> Draft | None:
    """Return the rank that the number at token `index` is part of, if any."""
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
