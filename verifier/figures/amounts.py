"""Reads one amount: hedge, sign, currency, number, multiplier, unit and rate."""

from dataclasses import replace
from decimal import Decimal

from verifier.figures import hedges, measures, nouns, numbers
from verifier.figures.drafts import RATIO, Draft
from verifier.figures.measures import Measure
from verifier.figures.numbers import Number
from verifier.figures.tables import hedges as hedge_table
from verifier.figures.tables import names, units
from verifier.figures.tables import numbers as number_table
from verifier.figures.tables.units import Unit
from verifier.figures.tokens import Line
from verifier.models import Approximator

_MINUS = frozenset({"-", "–", "—"})
_BOUNDS = frozenset({Approximator.AT_LEAST, Approximator.AT_MOST})
_INCHES = 11
"""The most inches that stand beside feet."""
_PLACES = Decimal(1).scaleb(-12)


def read(line: Line, index: int, floor: int) -> Draft | None:
    """Return the amount whose number starts at token `index`, none of it before token `floor`; no hedge yet."""
    prefix = _prefix(line, index, floor)
    loose = _loose_multiple(line, index)
    number = loose or numbers.read(line, index, prefix is not None and prefix.unit.dimension == "currency")
    if number is None:
        return None
    draft = Draft(min(number.first, index), number.last, number=number)
    if prefix is not None:
        _take_prefix(draft, prefix)
    _take_sign(line, draft, floor)
    _take_unit(line, draft)
    if number.sort == "vague" or _is_decade(line, number):
        draft.approx = Approximator.VAGUE
    return draft


def _is_decade(line: Line, number: Number) -> bool:
    """Tell "in his 50s"."""
    return line[number.last].low == "s" and line.glued(number.last) and line[number.first].kind == "number"


def _prefix(line: Line, index: int, floor: int) -> Measure | None:
    found = measures.before(line, index, floor)
    if found is None and line[index - 1].text in _MINUS and line.glued(index):
        found = measures.before(line, index - 1, floor)
    return found


def _take_prefix(draft: Draft, prefix: Measure) -> None:
    draft.first, draft.unit = prefix.first, prefix.unit
    draft.unit_tokens = (prefix.first, prefix.last)
    if prefix.scale != 1 and draft.number is not None:
        draft.number = draft.number.times(prefix.scale)


def _take_sign(line: Line, draft: Draft, floor: int) -> None:
    inner = draft.number is not None and line[draft.number.first - 1].text in _MINUS and draft.unit is not None
    at = draft.first - 1
    if inner and draft.number is not None and draft.number.first - 1 >= draft.first:
        draft.negative = True
    elif at >= floor and _is_sign(line, at):
        draft.negative = line[at].low != "+"
        draft.first = at


def _is_sign(line: Line, at: int) -> bool:
    token = line[at]
    if token.low in ("minus", "negative"):
        return True
    if line[at - 1].kind == "number" and at > 0:
        return False
    tied = (line.glued(at + 1) and not token.glued) or (line.glued(at + 1) and line[at - 1].text in "([<>=/")
    return (token.text in _MINUS or token.text == "+") and tied


def _loose_multiple(line: Line, index: int) -> Number | None:
    """Read "twice as many", "double the": words that multiply only before the thing multiplied."""
    factor = number_table.LOOSE_MULTIPLES.get(line[index].low)
    if factor is None:
        return None
    after, before = line[index + 1].low, line[index - 1].low
    objects = after in number_table.MULTIPLE_OBJECTS or before in ("to", "than", "nearly", "almost", "by", "about")
    return numbers.multiple(index, index + 1, Decimal(factor)) if objects else None


# ------------------------------------------------------------------------------------------------------- unit


def _take_unit(line: Line, draft: Draft) -> None:
    number = draft.number
    if number is None or _is_decade(line, number):
        draft.last += 1
        return
    if number.sort == "multiple" or _is_times(line, number):
        _take_ratio(draft, number)
        return
    if number.sort == "fraction":
        number = _over_article(line, number)
    found = measures.after(line, number)
    if found is not None:
        _take_measure(line, draft, found)
    elif draft.unit is None:
        _take_share_or_noun(line, draft)
    _take_rate(line, draft)


def _is_times(line: Line, number: Number) -> bool:
    return line[number.last].low == "times" and line[number.last + 1].low in number_table.TIMES_OBJECTS


def _take_ratio(draft: Draft, number: Number) -> None:
    draft.unit = RATIO
    if number.sort != "multiple":
        draft.last = number.last + 1
        draft.unit_tokens = (number.last, number.last + 1)


def _over_article(line: Line, number: Number) -> Number:
    """Step over the "of a" of "two thirds of a percent" and the "an" of "half an hour"."""
    at = number.last + (line[number.last].low == "of")
    if line[at].low not in ("a", "an"):
        return number
    return replace(number, last=at + 1)


def _take_measure(line: Line, draft: Draft, found: Measure) -> None:
    if draft.unit is not None and found.unit.dimension != "currency":
        return
    if draft.number is not None and found.scale != 1:
        draft.number = draft.number.times(found.scale)
    draft.unit, draft.last = found.unit, found.last
    draft.unit_tokens = (found.first, found.last)
    _take_second_part(line, draft)


def _take_second_part(line: Line, draft: Draft) -> None:
    """Join "5 ft 2 in", "3 dollars 50 cents", "2 hours and 15 minutes"."""
    unit, number = draft.unit, draft.number
    if unit is units.WORDS["foot"] and number is not None and _take_inches(line, draft, number):
        return
    at = draft.last + (line[draft.last].low == "and")
    if unit is None or number is None or number.value is None or not _may_join(unit, number, line, at):
        return
    small = numbers.read(line, at)
    part = measures.after(line, small) if small is not None and small.last > at else None
    if small is None or small.value is None or part is None or not _joins(unit, part.unit):
        return
    share = part.unit.factor / unit.factor
    value = (number.value + small.value * share).quantize(_PLACES)
    step = (small.step * share).quantize(_PLACES)
    draft.number = replace(number, value=value.normalize(), step=step, place=step)
    draft.last = part.last


def _take_inches(line: Line, draft: Draft, number: Number) -> bool:
    """Join 5'10" and "6-foot-5"."""
    quoted = line[draft.last - 1].text == "'"
    at = draft.last + (not quoted)
    tied = quoted or (line[draft.last].text == "-" and line.glued(draft.last) and line.glued(at))
    text = line[at].text
    if not tied or line[at].kind != "number" or not text.isdecimal() or int(text[:3]) > _INCHES or number.value is None:
        return False
    value = (number.value + Decimal(text) / (_INCHES + 1)).quantize(_PLACES)
    step = (1 / Decimal(_INCHES + 1)).quantize(_PLACES)
    draft.number = replace(number, value=value, step=step, place=step)
    draft.last = at + 1 + quoted
    return True


def _may_join(unit: Unit, number: Number, line: Line, at: int) -> bool:
    compound = unit.code in units.COMPOUNDS or unit.dimension == "currency"
    return compound and number.step == 1 and line[at].kind in ("number", "word") and line[at - 1].text != ","


def _joins(unit: Unit, part: Unit) -> bool:
    if unit.dimension == "currency":
        return part.dimension == "currency" and part.factor < unit.factor
    return units.COMPOUNDS.get(unit.code) == part.code


def _take_share_or_noun(line: Line, draft: Draft) -> None:
    number = draft.number
    if number is None or _take_one_in(line, draft, number):
        return
    noun = nouns.after(line, number) if number.sort != "fraction" else None
    if noun is None:
        draft.alone = number.sort == "plain"
        return
    draft.unit, draft.counted = Unit(noun.name, "count"), True
    draft.unit_tokens, draft.last = (noun.last - 1, noun.last), noun.last


def _take_one_in(line: Line, draft: Draft, number: Number) -> bool:
    """Read "one in five", "nine out of ten"."""
    at = number.last
    tied = line[at].text == "-" and line.glued(at)
    at += tied
    if line[at].low not in ("in", "out") and line.words(at, at + 2) != "of every":
        return False
    at += 1 + (line[at].low == "out") + (line[at + 1].low == "every") + tied
    whole = numbers.read(line, at)
    if not _is_whole(line, number, whole) or whole is None or whole.value is None or number.value is None:
        return False
    ratio = (number.value / whole.value).quantize(_PLACES)
    draft.number = Number(
        number.first, whole.last, ratio.normalize(), numbers.FRACTION_STEP, Decimal("0.1"), "fraction"
    )
    draft.last = whole.last
    return True


def _is_whole(line: Line, number: Number, whole: Number | None) -> bool:
    if whole is None or number.value is None or whole.value is None or number.step != 1:
        return False
    if not 0 < number.value < whole.value or measures.after(line, whole) is not None:
        return False
    return whole.value in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000, 10000, 100000, 1000000)


def _take_rate(line: Line, draft: Draft) -> None:
    over = draft.unit or Unit("", "number")
    found = measures.rate(line, draft.last, over)
    if found is None or draft.number is None:
        return
    first = draft.unit_tokens[0] if draft.unit_tokens is not None else found.first
    draft.unit, draft.counted, draft.alone = found.unit, False, False
    draft.unit_tokens, draft.last = (first, found.last), found.last


# ------------------------------------------------------------------------------------------------------ hedge


def take_hedge(line: Line, draft: Draft, floor: int, after_figure: bool) -> None:
    """Find the hedge of an amount, before it or after it."""
    if draft.approx is not Approximator.NONE or draft.number is None:
        return
    _take_hedge_after(line, draft)
    stated = draft.approx
    hedge = hedges.before(line, draft.first, floor)
    if hedge is None and _is_large(draft):
        hedge = hedges.crossing(line, draft.first, floor)
    if hedge is None or not _applies(line, draft, hedge, after_figure and hedge.edge <= floor):
        return
    draft.first = hedge.edge
    draft.approx = stated if stated in _BOUNDS else hedge.approx


def _take_hedge_after(line: Line, draft: Draft) -> None:
    for last in dict.fromkeys((draft.last, draft.number.last if draft.number else draft.last)):
        hedge = hedges.after(line, last)
        if hedge is not None:
            draft.approx = hedge.approx
            draft.last = max(draft.last, hedge.edge)
            if last != draft.last and draft.unit is None:
                _unit_after_hedge(line, draft, hedge.edge)
            return


def _unit_after_hedge(line: Line, draft: Draft, at: int) -> None:
    """Read the unit of "10-plus years" and "50 or more people"."""
    if draft.number is None:
        return
    moved = Draft(draft.first, at, number=replace(draft.number, last=at))
    _take_unit(line, moved)
    if moved.unit is not None:
        draft.unit, draft.unit_tokens, draft.counted = moved.unit, moved.unit_tokens, moved.counted
        draft.last, draft.alone = moved.last, False


def _is_large(draft: Draft) -> bool:
    return draft.value is not None and draft.value >= hedge_table.CROSSING_FROM


def _applies(line: Line, draft: Draft, hedge: hedges.Hedge, follows_figure: bool) -> bool:
    if follows_figure and hedge.approx in hedge_table.COMPARATORS:
        return False
    if hedge.words in hedge_table.DURING and draft.dimension == "duration":
        return line[hedge.edge - 1].low in hedge_table.DURING_LEADS
    small = draft.number is not None and draft.number.spelled and (draft.value or 0) < 10
    return not (small and draft.counted and hedge.words in hedge_table.PREPOSITIONS)


def is_record(line: Line, draft: Draft) -> bool:
    """Tell "a seven-month high", which ranks, from "seven months"."""
    tied = draft.number is not None and line[draft.number.last].text == "-"
    timed = draft.unit is not None and draft.unit.dimension == "duration"
    return tied and timed and line[draft.last].low in names.RECORDS
