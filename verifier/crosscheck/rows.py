"""A claim as the comparing statements read it: names folded to keys, figures as closed intervals in base units."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from verifier.crosscheck.converted import at_any_rate
from verifier.crosscheck.dating import counted_on, happening, period_columns
from verifier.crosscheck.manner import dimension
from verifier.crosscheck.measured import measured
from verifier.crosscheck.place import places
from verifier.models import Approximator, Article, Claim, Extraction, Figure, Interval, Period
from verifier.topics import TopicKey, key_of
from verifier.topics.key import name_key
from verifier.topics.words import EITHER, PACES

Row = dict[str, object]

UNBOUNDED = Decimal("9e20")
_NUDGE = Decimal("0.000000001")
"""An open end is moved inwards by this much, so that every stored interval is closed."""
_FINE = Decimal("0.0025")
"""Rounded by no more than this share of the number, two figures that touch say the same: 27.9 and 27.8 do, 3.2 and
3.1 do not."""
_EARNED = frozenset("balance earning income profit result".split())
_LOSS = re.compile(r"\b(?:deficit|loss|shortfall)\b[^,;]{0,20}$", re.IGNORECASE)


def extraction_id(extraction: Extraction) -> str:
    """Return the hash of everything that was read out of the article, under whatever name it came."""
    document = extraction.model_dump_json(exclude={"article": {"path", "authors"}})
    return hashlib.sha256(document.encode()).hexdigest()[:20]


def topic_keys(claims: Sequence[Claim]) -> list[TopicKey]:
    """Return the topic of each of one article's claims, folded; the article's own words settle what they can."""
    keys = [_without_pace(key_of(claim.topic, _counted_dimension(claim)), claim.period) for claim in claims]
    return _with_counted(keys)


def _without_pace(key: TopicKey, period: Period | None) -> TopicKey:
    """Read "monthly exports" of one month as its exports; "monthly exports" of a year are not those of the year."""
    paces = {word for word, months in PACES.items() if period is not None and period.months == months}
    return key._replace(measure=" ".join(word for word in key.measure.split() if word not in paces))


def _counted_dimension(claim: Claim) -> str | None:
    return claim.figure.dimension if claim.figure and claim.aspect in ("amount", "tally") else None


def _with_counted(keys: list[TopicKey]) -> list[TopicKey]:
    """Settle what a change or share counts by the article's amounts on the same topic, if those agree."""
    settled: dict[TopicKey, set[str]] = defaultdict(set)
    for key in keys:
        settled[key._replace(counted="", counterparty="")].update({key.counted} - {""})
    counts = [settled[key._replace(counted="", counterparty="")] for key in keys]
    return [
        key._replace(counted=next(iter(counted))) if not key.counted and len(counted) == 1 else key
        for key, counted in zip(keys, counts, strict=True)
    ]


def topic_row(key: TopicKey, topic: str) -> Row:
    """Return the row of `topics` for a topic under its id."""
    return {"topic_id": topic, **key._asdict()}


def happening_days(claims: Sequence[Claim], keys: Sequence[TopicKey]) -> set[date]:
    """Return the days on which the article says its happenings took place: no count was made for good on those."""
    told = (claim for claim, key in zip(claims, keys, strict=True) if key.event and claim.aspect != "tally")
    return {claim.period.start for claim in told if claim.period and claim.period.start}


def claim_row(claim: Claim, key: TopicKey, topic: str, extraction: str, days: set[date], article: Article) -> Row:
    """Return the row of `claims`; "" stands for what does not apply. `days`: see `happening_days`."""
    compared = measured(claim)
    return {
        "extraction_id": extraction,
        "claim_id": claim.id,
        "article_id": claim.article,
        "topic_id": topic,
        "aspect": claim.aspect,
        "modality": claim.modality,
        "dimension": dimension(compared, article),
        "event": happening(claim, key),
        "counted": key.counted or ("either" if EITHER.intersection(key.measure.split()) else ""),
        "basis": claim.basis or "",
        "basis_open": claim.aspect == "change" and (claim.basis is None or claim.direction == "none"),
        **period_columns(claim, key, days, article.published),
        "counted_on": counted_on(claim, days),
        "value": _base_value(compared),
        "document": claim.model_dump_json(),
    }


def _base_value(claim: Claim) -> str | None:
    figure = claim.figure
    if figure is None or figure.value is None or not _fits(figure.value * figure.factor):
        return None
    return f"{sign(claim) * figure.value * figure.factor:.9f}"


def sign(claim: Claim) -> int:
    """Return -1 for a fall that is worded without a minus, and for the loss that a profit was; else 1."""
    is_down = claim.direction == "down" if claim.aspect == "change" else _is_loss(claim)
    return -1 if is_down and not _is_negative(claim.figure) else 1


def _is_loss(claim: Claim) -> bool:
    """Tell "a net loss of 120 million" from the income of 120 million that another article states."""
    if _EARNED.isdisjoint(name_key(claim.topic.measure).split()) or _LOSS.search(claim.topic.measure):
        return False
    return any(_LOSS.search(place.before) and place.is_first for place in places(claim))


def _is_negative(figure: Figure | None) -> bool:
    return figure is not None and figure.value is not None and figure.value < 0


def interval_rows(claim: Claim, extraction: str) -> list[Row]:
    """Return the rows of `intervals`, one for each reading of the unit; none for a figure no statement can hold."""
    claim = measured(claim)
    figure = claim.figure
    if figure is None or figure.likely is None or figure.hard is None or claim.aspect in ("rank", "event"):
        return []
    readings = figure.readings or (figure.factor,)
    if not all(_fits(end * factor) for factor in readings for end in _ends(figure.likely, figure.hard)):
        return []
    return [_interval_row(claim, figure.likely, figure.hard, factor, extraction) for factor in readings]


def _ends(*intervals: Interval) -> list[Decimal]:
    return [end for interval in intervals for end in (interval.low, interval.high) if end is not None]


def _fits(number: Decimal) -> bool:
    """Return whether the store tells `number` from no number at all and from all larger ones."""
    return number == 0 or _NUDGE <= abs(number) < UNBOUNDED


def _interval_row(claim: Claim, likely: Interval, hard: Interval, factor: Decimal, extraction: str) -> Row:
    way = sign(claim)
    low, high = _closed(_without_touch(claim, likely), factor, way)
    hard_low, hard_high = _closed(at_any_rate(claim, hard), factor, way)
    figure = claim.figure
    return {
        "extraction_id": extraction,
        "claim_id": claim.id,
        "reading": str(factor),
        "usual": figure is None or factor == figure.factor,
        "low": f"{low:.9f}",
        "high": f"{high:.9f}",
        "hard_low": f"{hard_low:.9f}",
        "hard_high": f"{hard_high:.9f}",
    }


def _without_touch(claim: Claim, likely: Interval) -> Interval:
    """Return `likely` without the ends by which it would meet a figure that says something else.

    4 billion and 5 billion touch where both are rounded, and so do 19 dead and 20 dead: those are near each other.
    """
    figure = claim.figure
    if figure is None or not figure.step:
        return likely
    is_counted, half = _is_counted(claim, figure), figure.step / 2
    return Interval(
        low=likely.low,
        high=likely.high,
        low_open=likely.low_open or is_counted or _is_coarse(likely.low, half),
        high_open=likely.high_open or is_counted or _is_coarse(likely.high, half),
    )


def _is_coarse(end: Decimal | None, half: Decimal) -> bool:
    return end is not None and half > _FINE * abs(end)


def _is_counted(claim: Claim, figure: Figure) -> bool:
    """Return whether things are counted one by one, so that the next number is another."""
    if figure.value is None or not (figure.dimension == "count" or claim.aspect == "tally"):
        return False
    is_whole = figure.step == 1 and figure.factor == 1 and figure.value == figure.value.to_integral_value()
    return is_whole and figure.upper is None and figure.approx in (Approximator.NONE, Approximator.EXACT)


def _closed(interval: Interval, factor: Decimal, sign: int) -> tuple[Decimal, Decimal]:
    low = -UNBOUNDED if interval.low is None else interval.low * factor
    high = UNBOUNDED if interval.high is None else interval.high * factor
    nudge = min(_NUDGE, (high - low) / 4)
    low, high = low + (nudge if interval.low_open else 0), high - (nudge if interval.high_open else 0)
    return (low, high) if sign > 0 else (-high, -low)
