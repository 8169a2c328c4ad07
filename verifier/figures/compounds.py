"""Joins the two parts of one measure: "5 ft 2 in", "6-foot-5", "3 dollars 50 cents"."""

from dataclasses import replace
from decimal import Decimal

from verifier.figures import measures, numbers
from verifier.figures.drafts import Draft
from verifier.figures.numeral import PLACES, Number
from verifier.figures.tables import grammar, units
from verifier.figures.tables.units import Unit
from verifier.figures.tokens import Line

_INCHES = 11
"""The most inches that stand beside feet."""


def join(line: Line, draft: Draft) -> None:
    """Join "5 ft 2 in", "3 dollars 50 cents", "2 hours and 15 minutes"."""
    unit, number = draft.unit, draft.number
    if unit is units.WORDS["foot"] and number is not None and _take_inches(line, draft, number):
        return
    at = draft.last + (line[draft.last].low in grammar.AND)
    if unit is None or number is None or number.value is None or not _may_join(unit, number, line, at):
        return
    small = numbers.read(line, at)
    part = measures.after(line, small) if small is not None and small.last > at else None
    if small is None or small.value is None or part is None or not _joins(unit, part.unit):
        return
    share = part.unit.factor / unit.factor
    value = (number.value + small.value * share).quantize(PLACES)
    step = (small.step * share).quantize(PLACES)
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
    value = (number.value + Decimal(text) / (_INCHES + 1)).quantize(PLACES)
    step = (1 / Decimal(_INCHES + 1)).quantize(PLACES)
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
