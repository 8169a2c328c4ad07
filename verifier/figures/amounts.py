"""Reads one amount: sign, currency, number, multiplier, unit and rate."""

from dataclasses import replace

from verifier.figures import compounds, measures, nouns, numbers, rates, shares
from verifier.figures.drafts import Draft
from verifier.figures.measures import Measure
from verifier.figures.numeral import Number
from verifier.figures.tables import grammar, names
from verifier.figures.tables.units import Unit
from verifier.figures.tokens import Line
from verifier.models import Approximator

_MINUS = frozenset({"-", "–", "—"})


def read(line: Line, index: int, floor: int) -> Draft | None:
    """Return the amount whose number starts at token `index`, none of it before token `floor`; no hedge yet."""
    prefix = _prefix(line, index, floor)
    loose = shares.loose_multiple(line, index)
    number = loose or numbers.read(line, index, prefix is not None and prefix.unit.dimension == "currency")
    if number is None:
        return None
    draft = Draft(min(number.first, index), number.last, number=number)
    if prefix is not None:
        _take_prefix(draft, prefix)
    _take_sign(line, draft, floor)
    take_unit(line, draft)
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
    if token.low in grammar.NEGATIVE:
        return True
    if line[at - 1].kind == "number" and at > 0:
        return False
    tied = (line.glued(at + 1) and not token.glued) or (line.glued(at + 1) and line[at - 1].text in "([<>=/")
    return (token.text in _MINUS or token.text == "+") and tied


def take_unit(line: Line, draft: Draft) -> None:
    """Find what the number of an amount is a number of."""
    number = draft.number
    if number is None or _is_decade(line, number):
        draft.last += 1
        return
    if number.sort == "multiple" or shares.is_times(line, number):
        shares.take_ratio(draft, number)
        return
    if number.sort == "fraction":
        number = _over_article(line, number)
    found = measures.after(line, number)
    if found is not None:
        _take_measure(line, draft, found)
    elif draft.unit is None:
        _take_share_or_noun(line, draft)
    _take_rate(line, draft)


def _over_article(line: Line, number: Number) -> Number:
    """Step over the "of a" of "two thirds of a percent" and the "an" of "half an hour"."""
    at = number.last + (line[number.last].low == grammar.OF)
    if line[at].low not in grammar.ARTICLES:
        return number
    return replace(number, last=at + 1)


def _take_measure(line: Line, draft: Draft, found: Measure) -> None:
    if draft.unit is not None and found.unit.dimension != "currency":
        return
    if draft.number is not None and found.scale != 1:
        draft.number = draft.number.times(found.scale)
    draft.unit, draft.last = found.unit, found.last
    draft.unit_tokens = (found.first, found.last)
    compounds.join(line, draft)


def _take_share_or_noun(line: Line, draft: Draft) -> None:
    number = draft.number
    if number is None or shares.take_one_in(line, draft, number):
        return
    noun = nouns.after(line, number) if number.sort != "fraction" else None
    if noun is None:
        draft.alone = number.sort == "plain"
        return
    draft.unit, draft.counted = Unit(noun.name, "count"), True
    draft.unit_tokens, draft.last = (noun.last - 1, noun.last), noun.last


def _take_rate(line: Line, draft: Draft) -> None:
    over = draft.unit or Unit("", "number")
    found = rates.rate(line, draft.last, over)
    if found is None or draft.number is None:
        return
    first = draft.unit_tokens[0] if draft.unit_tokens is not None else found.first
    draft.unit, draft.counted, draft.alone = found.unit, False, False
    draft.unit_tokens, draft.last = (first, found.last), found.last


def is_record(line: Line, draft: Draft) -> bool:
    """Tell "a seven-month high", which ranks, from "seven months"."""
    tied = draft.number is not None and line[draft.number.last].text == "-"
    timed = draft.unit is not None and draft.unit.dimension == "duration"
    return tied and timed and line[draft.last].low in names.RECORDS
