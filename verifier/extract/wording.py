"""Says a figure claim as a sentence, so that a person sees what was compared without reading the article."""

from datetime import timedelta

from verifier.extract.schema import PointedClaim
from verifier.models import Figure, Period, Topic
from verifier.plaintext import plain

_BOUGHT = ("import", "purchase", "intake")


def statement(claim: PointedClaim, topic: Topic, figure: Figure, period: Period | None, base: Period | None) -> str:
    """Return "China, export volume of rare earth magnets, July 2025: 5,577 metric tons"; what is unsaid is left out."""
    when = _when(period) if period else None
    scope = ", ".join(filter(None, (topic.event, topic.actor, _what(topic), when)))
    modality = "" if claim.modality == "fact" else f" ({claim.modality})"
    return f"{scope}{modality}: {_value(claim, figure, base)}"


def _when(period: Period) -> str:
    """Return "July 2025" or "January–July 2025" where the dates are whole months, else the article's words."""
    text = plain(period.text)
    if period.start is None or period.until is None or not period.months or period.part:
        return text
    last = period.until - timedelta(days=1)
    if (period.months, period.start.month) == (12, 1):
        return f"{period.start:%Y}"
    if period.months == 1:
        return f"{period.start:%B %Y}"
    first = f"{period.start:%B}" if period.start.year == last.year else f"{period.start:%B %Y}"
    return f"{first}–{last:%B %Y}"


def _what(topic: Topic) -> str:
    item = f" of {topic.item}" if topic.item else ""
    side = "from" if any(word in topic.measure.casefold() for word in _BOUGHT) else "to"
    return f"{topic.measure}{item}" + (f" {side} {topic.counterparty}" if topic.counterparty else "")


def _value(claim: PointedClaim, figure: Figure, base: Period | None) -> str:
    direction = f"{claim.direction} " if claim.aspect == "change" and claim.direction != "none" else ""
    return f"{direction}{plain(figure.text)}{_against(base)}"


def _against(base: Period | None) -> str:
    if base is None:
        return ""
    return f" {plain(base.text)}" if base.kind == "basis" else f" on {_when(base)}"
