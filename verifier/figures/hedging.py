"""Gives an amount its hedge, and tells hedges from prepositions and comparisons."""

from dataclasses import replace

from verifier.figures import amounts, hedges
from verifier.figures.drafts import Draft
from verifier.figures.tables import hedges as table
from verifier.figures.tokens import Line
from verifier.models import Approximator

_BOUNDS = frozenset({Approximator.AT_LEAST, Approximator.AT_MOST})
_SMALL = 10
"""Spelled counts below this follow prepositions more often than hedges."""


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
    amounts.take_unit(line, moved)
    if moved.unit is not None:
        draft.unit, draft.unit_tokens, draft.counted = moved.unit, moved.unit_tokens, moved.counted
        draft.last, draft.alone = moved.last, False


def _is_large(draft: Draft) -> bool:
    return draft.value is not None and draft.value >= table.CROSSING_FROM


def _applies(line: Line, draft: Draft, hedge: hedges.Hedge, follows_figure: bool) -> bool:
    if follows_figure and hedge.approx in table.COMPARATORS:
        return False
    if hedge.words in table.DURING and draft.dimension == "duration":
        return line[hedge.edge - 1].low in table.DURING_LEADS
    if hedge.words == "over" and line[hedge.edge - 1].low in table.HANDED:
        return False
    small = draft.number is not None and draft.number.spelled and (draft.value or 0) < _SMALL
    return not (small and draft.counted and hedge.words in table.PREPOSITIONS)
