"""The nouns of the house: what an article, a figure, a period, a claim, a comparison and a report are made of."""

from verifier.models.articles import Article, Position, Sentence
from verifier.models.base import Frozen, Span
from verifier.models.claims import (
    Aspect,
    Citation,
    Claim,
    Direction,
    Extraction,
    Figures,
    Modality,
    Note,
    Refusal,
    Relation,
    Topic,
    Unchecked,
    Unclaimed,
    Verdict,
)
from verifier.models.figures import Approximator, Figure, Interval
from verifier.models.periods import Period, Step
from verifier.models.reports import Comparison, Finding, Report, Spending, Usage

__all__ = [
    "Approximator",
    "Article",
    "Aspect",
    "Citation",
    "Claim",
    "Comparison",
    "Direction",
    "Extraction",
    "Figure",
    "Figures",
    "Finding",
    "Frozen",
    "Interval",
    "Modality",
    "Note",
    "Period",
    "Position",
    "Refusal",
    "Relation",
    "Report",
    "Sentence",
    "Span",
    "Spending",
    "Step",
    "Topic",
    "Unchecked",
    "Unclaimed",
    "Usage",
    "Verdict",
]
