"""Puts answers together: a correction replaces what it corrects, a window adds to the ones before it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from verifier.extract.drafts import Draft, Taken
from verifier.extract.numbering import Numbered
from verifier.extract.repeats import united
from verifier.extract.schema import PointedClaim, Pointing
from verifier.extract.tidying import bare_id, letters, tidied


def corrected(first: Pointing, taken: Taken, second: Pointing) -> Pointing:
    """Return the first answer with the claims and dismissals of the second; `taken` is what was taken of the first.

    A claim of the second replaces the one of its aspect whose clearest figure it uses and keeps its other mentions;
    of other claims it takes the figures it uses. One that could not be taken, or an event with a problem, gives way
    to a claim on the same sentence and aspect.
    """
    faulty = {problem.claim for problem in taken.problems}
    later = [tidied(claim) for claim in second.claims]
    gone = {bare_id(dismissed.figure) for dismissed in second.dismissed}
    kept = []
    for index, claim in enumerate(map(tidied, first.claims)):
        if index in taken.refused or (index in faulty and not claim.figures):
            kept += [] if any(_same_place(claim, other) for other in later) else [claim]
        else:
            kept += _left(claim, later, gone if index in faulty else set())
    return Pointing(claims=[*kept, *later], dismissed=[*first.dismissed, *second.dismissed])


def joined(answers: Iterable[Taken], numbered: Numbered) -> Taken:
    """Return what was taken of consecutive windows as one; a claim made twice stands once, with all mentions."""
    readings = list(answers)
    drafts = _unlike(_by_figure(united(readings, numbered)))
    claimed = {figure for draft in drafts for figure in draft.figures}
    return Taken(
        drafts=tuple(drafts),
        problems=tuple(problem for taken in readings for problem in taken.problems),
        dismissed=_without(claimed, [taken.dismissed for taken in readings]),
        lost=_without(claimed, [taken.lost for taken in readings]),
    )


def _left(claim: PointedClaim, later: list[PointedClaim], gone: set[str]) -> list[PointedClaim]:
    """Return what is left of an earlier claim; mentions of a replaced one go to the claim that replaces it."""
    taken = {figure for other in later for figure in other.figures}
    rest = [figure for figure in claim.figures if figure not in taken and figure not in gone]
    if not claim.figures:
        return [] if any(_same_statement(claim, other) for other in later) else [claim]
    replacing = [place for place, other in enumerate(later) if _replaces(other, claim)]
    if replacing:
        other = later[replacing[0]]
        later[replacing[0]] = other.model_copy(update={"figures": [*other.figures, *rest]})
        return []
    return [claim.model_copy(update={"figures": rest})] if rest else []


def _replaces(later: PointedClaim, claim: PointedClaim) -> bool:
    return later.aspect == claim.aspect and claim.figures[0] in later.figures


def _same_place(claim: PointedClaim, other: PointedClaim) -> bool:
    return (claim.sentence, claim.aspect) == (other.sentence, other.aspect)


def _same_statement(claim: PointedClaim, other: PointedClaim) -> bool:
    return claim.sentence == other.sentence and letters(claim.statement) == letters(other.statement)


def _by_figure(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with those that share a figure made one; the first of them names the topic."""
    found: list[Draft] = []
    place: dict[int, int] = {}
    for draft in drafts:
        known = next((place[figure] for figure in draft.figures if figure in place), None) if draft.measures else None
        if known is None:
            known = len(found)
            found.append(draft)
        else:
            found[known] = replace(found[known], figures=(*found[known].figures, *draft.figures))
        if draft.measures:
            new = tuple(f for f in dict.fromkeys(found[known].figures) if place.setdefault(f, known) == known)
            found[known] = replace(found[known], figures=new)
    return found


def _unlike(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without statements that an earlier window made of the same sentence."""
    found: dict[tuple[object, ...], Draft] = {}
    for place, draft in enumerate(drafts):
        words = letters(draft.pointed.statement)
        found.setdefault((place,) if draft.measures else (draft.sentence, words), draft)
    return list(found.values())


def _without(claimed: set[int], reasons: Iterable[dict[int, str]]) -> dict[int, str]:
    return {figure: why for each in reasons for figure, why in each.items() if figure not in claimed}
