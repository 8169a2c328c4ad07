"""Joins two amounts into a range, or keeps "from 4.8 to 4.7 percent" as the two levels it is."""

from dataclasses import replace
from decimal import Decimal

from verifier.figures import amounts, hedges
from verifier.figures.drafts import Draft
from verifier.figures.numbers import STARTERS
from verifier.figures.numeral import Number
from verifier.figures.tables import grammar
from verifier.figures.tables import hedges as table
from verifier.figures.tokens import Line
from verifier.models import Approximator

_DASHES = frozenset({"-", "–", "—"})
_LOOK_BACK = 8
_CLOSE = Decimal(10)


def read(line: Line, first: Draft, floor: int) -> list[Draft]:
    """Return the amount `first` alone, or joined with the amount that follows it."""
    joint = _joint(line, first, floor)
    if joint is None:
        return [first]
    word, index = joint
    second = amounts.read(line, _skip_prefix(line, index), index)
    if second is None or second.value is None or first.value is None:
        return [first]
    hedge = hedges.before(line, second.first, index)
    begins = second.first if hedge is None or word == grammar.OR else hedge.edge
    if begins > index or not _alike(first, second):
        return [first]
    return _joined(line, first, second, word, floor)


def _skip_prefix(line: Line, index: int) -> int:
    """Step over a hedge, sign or currency sign to the number of the second amount."""
    at = index
    while at < index + 3 and line[at].kind != "number" and line[at].low not in STARTERS:
        at += 1
    return at


def _joint(line: Line, first: Draft, floor: int) -> tuple[str, int] | None:
    """Return the word that joins and the token after it."""
    at, before = first.last, _word_before(line, first, floor)
    tied = line[at].text in _DASHES and line.glued(at)
    if tied and line[at + 1].low in ("to", "or", "and"):
        return line[at + 1].low, at + 2 + (line[at + 2].text in _DASHES and line.glued(at + 2))
    if tied and (line.glued(at + 1) or line[at].text != "-"):
        return "-", at + 1
    word = line[at].low
    if word in grammar.AND:
        return ("and", at + 1) if before == table.BETWEEN else None
    return (word, at + 1) if word in table.TO or word == grammar.OR else None


def _word_before(line: Line, draft: Draft, floor: int) -> str:
    at = draft.first - 1
    while at >= floor and line[at].low in grammar.SOFT:
        at -= 1
    return line[at].low if at >= floor else ""


def _alike(first: Draft, second: Draft) -> bool:
    if first.number is None or second.number is None:
        return False
    if first.number.sort != second.number.sort and "multiple" in (first.number.sort, second.number.sort):
        return False
    if first.unit is None or second.unit is None or (first.counted and second.counted):
        return first.unit is None or second.unit is None or first.unit.code == second.unit.code
    if second.counted:
        return first.unit.dimension == "currency"
    rate = second.unit.code.startswith(f"{first.unit.code}/")
    return rate or first.unit.code == second.unit.code or _same_money(first, second)


def _same_money(first: Draft, second: Draft) -> bool:
    if first.unit is None or second.unit is None or first.unit.dimension != "currency":
        return False
    return second.unit.dimension == "currency" and second.unit.code in first.unit.currencies


def _joined(line: Line, first: Draft, second: Draft, word: str, floor: int) -> list[Draft]:
    before = _word_before(line, first, floor)
    levels = before in table.FROM and _changes(line, first, floor)
    if word == grammar.OR:
        return _either(first, second)
    if before not in table.FROM and before != table.BETWEEN and word == "to" and _moves(line, first, second, floor):
        return [first]
    if levels or not _is_range(line, first, second, word, before):
        return _levels(first, second) if before in table.FROM else [first]
    low, high = _scaled(first, second), second
    if (low.value or 0) > (high.value or 0) and word == "-":
        return [first]
    return [_range(line, low, high, before, floor)]


def _is_range(line: Line, first: Draft, second: Draft, word: str, before: str) -> bool:
    low, high = _scaled(first, second).value or Decimal(0), second.value or Decimal(0)
    if before == table.BETWEEN or before in table.FROM:
        return low != high
    if low >= high:
        return False
    if word == "-":
        return not (first.unit is None and second.unit is None and line[first.first - 1].low in grammar.SCORES)
    return (first.unit is None or second.unit is not None) and (low == 0 or high / low <= _CLOSE)


def _moves(line: Line, first: Draft, second: Draft, floor: int) -> bool:
    """Tell "rose 5 percent to 60 percent", two figures, from "fell 5 to 10 percent", a range."""
    return (not first.alone or second.alone) and _changes(line, first, floor)


def _changes(line: Line, first: Draft, floor: int) -> bool:
    """Tell whether a verb of change stands nearer before "from" than a word of spanning."""
    for at in range(first.first - 1, max(floor, first.first - _LOOK_BACK) - 1, -1):
        if line[at].text == "." or line[at].low in table.SPANNING:
            return False
        if line[at].low in table.CHANGING:
            return True
    return False


def _scaled(first: Draft, second: Draft) -> Draft:
    """Give the 5.5 of "5.5-6 billion" its billion, and its unit."""
    draft = replace(first)
    low, high = first.number, second.number
    if low is not None and high is not None and _lacks_scale(low, high) and first.alone | (first.unit == second.unit):
        draft.number = low.times(high.scale)
    elif low is not None and high is not None and _lacks_scale(low, high) and first.unit is not None:
        draft.number = low.times(high.scale) if first.unit.dimension == "currency" else low
    if draft.unit is None:
        draft.unit, draft.unit_tokens, draft.counted = second.unit, second.unit_tokens, second.counted
    return draft


def _lacks_scale(low: Number, high: Number) -> bool:
    if low.scaled or not high.scaled or low.value is None or high.value is None or low.sort != "plain":
        return False
    return low.value <= high.value / high.scale * _CLOSE and low.value < 1000


def _levels(first: Draft, second: Draft) -> list[Draft]:
    return [_scaled(first, second), _with_money(first, second)]


def _with_money(first: Draft, second: Draft) -> Draft:
    if second.unit is None or second.counted:
        return replace(second, unit=first.unit or second.unit) if not first.counted else second
    return second


def _either(first: Draft, second: Draft) -> list[Draft]:
    """Read "five or six" as vague: neither end is meant exactly."""
    low = _scaled(first, second)
    if low.value is None or second.value is None or not low.value < second.value <= 2 * low.value or first.unit:
        return [first]
    return [replace(low, last=second.last, upper=second.number, approx=Approximator.VAGUE)]


def _range(line: Line, low: Draft, high: Draft, before: str, floor: int) -> Draft:
    unit, tokens, counted = low.unit, low.unit_tokens, low.counted
    if high.unit is not None and not (high.counted and low.unit is not None):
        unit, tokens, counted = high.unit, high.unit_tokens, high.counted
    ends = sorted((_with_sign(low), _with_sign(high)), key=lambda number: number.value or Decimal(0))
    draft = Draft(
        low.first, high.last, number=ends[0], upper=ends[1], unit=unit, unit_tokens=tokens, counted=counted,
        approx=Approximator.BETWEEN, alone=unit is None,
    )  # fmt: skip
    if before == table.BETWEEN or before in table.FROM:
        draft.first = _lead(line, low.first, floor)
    return draft


def _with_sign(draft: Draft) -> Number:
    if draft.number is None:
        return Number(draft.first, draft.last, None)
    return replace(draft.number, value=draft.value)


def _lead(line: Line, first: int, floor: int) -> int:
    """Return the token of "between" or "from" that leads a range in."""
    for at in range(first - 1, max(floor, first - 4) - 1, -1):
        if line[at].low == table.BETWEEN or line[at].low in table.FROM:
            return at - (line[at - 1].low == "anywhere" and at > floor)
    return first
