"""Walks the tokens of an article and makes every numeral and number word part of exactly one figure."""

from collections.abc import Sequence
from decimal import Context, localcontext

from verifier.figures import amounts, durations, furniture, hedging, numbers, ranges, roles
from verifier.figures.cents import owned
from verifier.figures.context import settle
from verifier.figures.drafts import Draft, finished
from verifier.figures.points import in_both_readings, shows_decimals
from verifier.figures.tables import grammar, names
from verifier.figures.tokens import Line, lines
from verifier.figures.translated import in_both_scales, is_translated
from verifier.folding import fold
from verifier.models import Approximator, Figure, Period
from verifier.periods import find as find_periods

_PRECISION = 60
"""Digits kept while reading: more than the longest number times the largest multiplier has."""


def find(text: str, periods: Sequence[Period] | None = None) -> list[Figure]:
    """Return every figure of `text` in text order, no two overlapping.

    `periods` are the time expressions of the same text; digits inside them are theirs. Without them they are found
    here. Any text is read: a number that cannot be understood comes back with the role "unparsed".
    """
    known = find_periods(text) if periods is None else periods
    figures: list[Figure] = []
    with localcontext(Context(prec=_PRECISION)):
        for line in lines(fold(text), known, text):
            figures += [finished(draft, line, text) for draft in _drafts(line)]
    figures = owned(figures, text)
    if not shows_decimals(text):
        figures = list(map(in_both_readings, figures))
    return list(map(in_both_scales, figures)) if is_translated(text) else figures


def _drafts(line: Line) -> list[Draft]:
    drafts: list[Draft] = []
    index, floor = 0, 0
    while index < len(line.tokens):
        token = line.tokens[index]
        if token.kind == "period":
            floor = index + 1
        elif token.kind in ("number", "name") or token.low in numbers.STARTERS:
            found = _read(line, index, floor, drafts)
            drafts += found
            index = max(index, found[-1].last - 1 if found else index)
            floor = max(floor, index + 1 if found else floor)
        index += 1
    return settle(line, drafts)


def _read(line: Line, index: int, floor: int, drafts: list[Draft]) -> list[Draft]:
    if line[index].kind == "name" and not any(map(str.isdecimal, line[index].text)):
        return []
    spent = durations.read(line, index, floor)
    if spent is not None:
        return _completed(line, spent, floor, bool(drafts) and drafts[-1].last == floor)
    known = roles.read(line, index, floor)
    if known is not None:
        return [known]
    if _is_pronoun(line, index):
        return [Draft(index, index + 1, "furniture")]
    amount = amounts.read(line, index, floor)
    if amount is None:
        return _leftover(line, index)
    return _completed(line, amount, floor, bool(drafts) and drafts[-1].last == floor)


def _leftover(line: Line, index: int) -> list[Draft]:
    if line[index].kind == "number":
        return [Draft(index, index + 1, "unparsed")]
    return [] if line[index].low in numbers.QUIET else [Draft(index, index + 1, "furniture")]


def _completed(line: Line, amount: Draft, floor: int, after_figure: bool) -> list[Draft]:
    found = ranges.read(line, amount, floor)
    for draft in found:
        hedging.take_hedge(line, draft, floor, after_figure)
        _take_role(line, draft)
        floor, after_figure = draft.last, True
    return found


def _take_role(line: Line, draft: Draft) -> None:
    if amounts.is_record(line, draft):
        draft.role, draft.last = "rank", draft.last + 1
    elif (draft.alone or draft.counted) and draft.upper is None and _is_bare_year(line, draft):
        draft.role, draft.last = "furniture", draft.number.last if draft.number is not None else draft.last


def _is_bare_year(line: Line, draft: Draft) -> bool:
    """Tell a year that the periods left over from a count of the same size."""
    index = draft.number.first if draft.number is not None else draft.first
    if not furniture.is_year(line[index]) or draft.approx is not Approximator.NONE or draft.first != index:
        return False
    before = line[index - 1]
    led = before.low in names.YEAR_LEADS or furniture.is_month(before) or before.text in (",", "(", "'")
    return led or draft.last > index + 2


def _is_pronoun(line: Line, index: int) -> bool:
    """Tell "one of them" and "no one" from the one of "one million" and "one in five"."""
    if line[index].low != grammar.ONE:
        return False
    draft = amounts.read(line, index, index)
    if draft is None or draft.number is None:
        return True
    return draft.alone and draft.number.value == 1 and not _hedged(line, index)


def _hedged(line: Line, index: int) -> bool:
    return line[index - 1].low in grammar.ONE_LEADS
