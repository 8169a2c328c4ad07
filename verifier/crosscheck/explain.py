"""Why two claims stand as they do, in words an editor can check in ten seconds."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple, cast

from verifier.crosscheck.measured import measured
from verifier.crosscheck.rows import sign
from verifier.crosscheck.sums import Stated, Sum, sum_difference, sum_words
from verifier.listing import STANDS_APART, in_doubt, standing_apart, stories
from verifier.models import Claim, Comparison, Relation
from verifier.report.passages import passage_of
from verifier.report.words import about, counted, period_words, quoted
from verifier.store import Unit


class ComparedRow(NamedTuple):
    """One row of crosscheck/comparisons.sql: a claim's counterpart and how it stands to it."""

    claim_id: str
    relation: str
    cause: str
    note: str
    topics: str
    dates_open: bool
    basis_open: bool
    counted_open: bool
    dependence: str | None
    in_all: int
    document: str
    article_id: str
    source: str
    title: str | None
    publisher: str | None
    published: date | None
    one_source: bool
    """Whether both credit the same."""
    stated: Stated | None
    """Of a sum: which of its three claims is held against the other two; then each of the three."""
    level: str | None
    change: str | None
    base: str | None

    @property
    def sum(self) -> Sum | None:
        """The sum the comparison rests on, if any."""
        if not (self.stated and self.level and self.change and self.base):
            return None
        return Sum(self.stated, *(Claim.model_validate_json(one) for one in (self.level, self.change, self.base)))


_CAUSES = {
    "figures": "the figures contradict each other",
    "within the article": "two passages of this article contradict each other",
    "revised": "a later count is lower: revised down?",
    "rounding": "they differ, but not beyond what rounding and hedging allow",
    "unit": "they meet only in an unusual reading (a short or long ton, a long-scale billion, a point in thousands)",
    "price": "a price moves: they may be of different hours or days",
    "same day": "counts of the same day, made at different hours perhaps",
    "scope": "another scope",
    "words": "cannot both be true, as the model reads it",
    "shares": "the shares add up to more than the whole",
    "above its whole": "a part is above the whole it belongs to",
    "below its part": "the whole is below one of its parts",
    "modality": "a plan, target or forecast against a fact",
    "forecasts": "each forecasts for itself: not by the same forecaster, as far as they say",
    "basis": "compared with another base",
    "period": "another period",
    "update": "a later count of a number that grows",
    "day": "the day of one count is not known",
    "period open": "the times need not be the same: one is left open, was not over yet, or was told long before",
    "basis open": "one change does not say what it is compared with",
    "counted open": "one does not say whether volume or value is counted",
    "topic open": "it is not clear that both mean the same",
}

_AGREEING = {
    "figures": "the figures meet",
    "scope": "the figures meet; not quite the same scope",
    "words": "says the same, as the model reads it",
}

_REASONS = {
    "copies only": "copies only: the articles that agree are not independent",
    "near": "near: others are close, but neither bear it out nor contradict it",
    "not comparable": "not comparable: others speak of another period, scope or basis",
    "alone": "alone: no other article states it in a comparable form",
}


def reason(code: str, independent: int, comparisons: Sequence[Comparison]) -> str:
    """Return the reason of a verdict as a sentence."""
    if code == "agrees":
        return counted(independent, "independent article agrees", "independent articles agree")
    if code == "conflicts":
        return next(other.why for other in comparisons if other.relation == "conflicts")
    return _REASONS[code]


def stored_reasons(unit: Unit, codes: Mapping[str, str], moment: str | None = None) -> dict[str, str | None]:
    """Return the reasons of verdicts without what the claims are compared with, by id; None where there is none yet.

    `codes` are the reasons as the store has them, by the ids of claims, now or at a moment (ISO 8601).
    """
    alone = (claim for claim, code in codes.items() if code == "alone")
    apart = {} if moment else standing_apart(unit, alone)
    doubts = in_doubt(unit, (claim for claim, code in codes.items() if code == "conflicts"), moment)
    told = {claim: _REASONS.get(code) or stories.reason_words(code, doubts.get(claim)) for claim, code in codes.items()}
    return told | dict.fromkeys(apart, STANDS_APART)


def one_source(source: str | None, sharing: int, independent: int) -> str:
    """Return what to add to "n independent articles agree" where `sharing` of them credit whom the claim credits."""
    if source is None:
        return ""
    who = "both" if independent == 1 else f"{'all' if sharing == independent else sharing} of them and this one"
    return f"; {who} name one source: {quoted(source)}"


def comparison(claim: Claim, row: ComparedRow) -> Comparison:
    """Return the comparison of `claim` with the claim of `row`."""
    other = Claim.model_validate_json(row.document)
    passage = passage_of(other, other.figure if row.cause != "words" else None)
    return Comparison(
        claim=other.id,
        article=row.article_id,
        path=row.source,
        title=row.title,
        publisher=row.publisher,
        published=row.published,
        quote=passage.words,
        line=passage.line,
        column=passage.column,
        sentence=passage.sentence,
        offset=passage.offset,
        relation=cast(Relation, row.relation),
        why=_why(row, claim, other),
        difference=_difference(row, claim, other),
        independent=_is_independent(row, claim),
        about=about(other),
        period=other.period and period_words(other.period),
        attribution=other.attribution,
    )


def _why(row: ComparedRow, claim: Claim, other: Claim) -> str:
    causes = _AGREEING if row.relation == "agrees" else _CAUSES
    parts = [sum_words(row.sum, row.relation) if row.sum else causes[row.cause]]
    parts += [row.note] if row.note else []
    parts += _left_open(row) if row.relation == "agrees" else []
    parts += [row.dependence] if row.dependence else []
    if row.one_source and row.relation == "agrees" and _is_independent(row, claim):
        parts += [f"both name one source: {quoted(claim.attribution or '')}"]
    parts += ["may be another currency: the sign stands for several"] if _is_ambiguous(claim, other) else []
    return "; ".join(parts)


def _is_independent(row: ComparedRow, claim: Claim) -> bool:
    return row.dependence is None and row.article_id != claim.article


def _left_open(row: ComparedRow) -> list[str]:
    noted = {
        "the period is not stated in full": row.dates_open,
        "one does not state its base": row.basis_open,
        _CAUSES["counted open"]: row.counted_open,
    }
    return [note for note, is_open in noted.items() if is_open]


def _is_ambiguous(claim: Claim, other: Claim) -> bool:
    return any(one.figure is not None and len(one.figure.currencies) > 1 for one in (claim, other))


def _difference(row: ComparedRow, claim: Claim, other: Claim) -> str | None:
    if row.relation == "not comparable":
        return None
    return sum_difference(row.sum) if row.sum else difference(claim, other)


def difference(claim: Claim, other: Claim) -> str | None:
    """Return the other figure against this one: in points or degrees where it has those, else in percent.

    None if they are equal, and where no difference can be told: of ranks, and against nothing.
    """
    if claim.figure and other.figure and claim.figure.compared_as != other.figure.compared_as:
        claim, other = measured(claim), measured(other)
    if not (claim.figure and other.figure and claim.figure.compared_as == other.figure.compared_as):
        return None
    mine, theirs = _base(claim), _base(other)
    if mine is None or theirs is None or mine == theirs or claim.figure.dimension == "rank":
        return None
    if claim.figure.dimension in ("percent", "points"):
        return _by(theirs - mine, "points")
    if claim.figure.dimension == "temperature":
        return _by((theirs - mine) / claim.figure.factor, claim.figure.unit or "degrees")
    return _by((theirs - mine) / abs(mine) * 100, "%") if mine else None


def _by(much: Decimal, unit: str) -> str:
    written = unit if unit == "%" else f" {unit}"
    return f"{much:+.1f}{written}" if abs(much) >= Decimal("0.05") else f"less than 0.1{written}"


def _base(claim: Claim) -> Decimal | None:
    figure = claim.figure
    if figure is None or figure.value is None:
        return None
    return sign(claim) * figure.value * figure.factor
