"""The form of the model's answer: ids it points at, and short names; it cannot quote."""

from pydantic import Field

from verifier.llm import Form
from verifier.models import Aspect, Direction, Modality


class PointedClaim(Form):
    """One checkable statement of the article."""

    sentence: str = Field(description="id of the clearest sentence, such as s7")
    figures: list[str] = Field(
        description="ids of all mentions of this claim, the clearest first; empty without figure"
    )
    period: str | None = Field(description="id of the period the claim is about")
    base_period: str | None = Field(description="for a change: id of the period it is compared with")
    measure: str = Field(description="what is measured, a short noun phrase in lower case")
    item: str | None = Field(description="the thing measured, in the article's words; null if it does not say")
    actor: str | None = Field(description="whose figure or deed it is")
    counterparty: str | None = Field(description="towards whom; null means all")
    event: str | None = Field(description="name of the single happening the claim belongs to")
    aspect: Aspect = Field(description="what the claim says of the measure")
    direction: Direction = Field(description="up or down for a change, else none")
    modality: Modality = Field(description="fact, or something that is only planned, expected, aimed at or proposed")
    attribution: str | None = Field(description="the source the article names for this claim")
    statement: str | None = Field(description="for aspect event or rank: one self-contained sentence; else null")


class DismissedFigure(Form):
    """A figure that is in no claim."""

    figure: str = Field(description="id of the figure, such as f3")
    reason: str = Field(description="why it is in no claim, in a few words")


class Pointing(Form):
    """The claims of the article, and the figures that are in none."""

    claims: list[PointedClaim] = Field(description="every checkable claim, once")
    dismissed: list[DismissedFigure] = Field(description="every figure that is in no claim")


NAMES = ("item", "actor", "counterparty", "event", "attribution")
"""Fields whose words must stand in the article."""
LABELS = ("item", "event")
"""Names that may join the article's words by a few of the model's; those are told to the reader, not refused."""
