"""Writes what was read out of articles into the store, in the form the comparisons read."""

from collections.abc import Sequence
from typing import NamedTuple

from verifier.article.instructions import instructs
from verifier.crosscheck.rows import claim_row, extraction_id, happening_days, interval_rows, topic_keys, topic_row
from verifier.crosscheck.series import read_again
from verifier.models import Extraction
from verifier.store import Unit


class Reading(NamedTuple):
    """One row of crosscheck/readings.sql."""

    extraction_id: str


def keep(unit: Unit, *extractions: Extraction) -> None:
    """Make each extraction the current reading of its article; the same reading twice changes nothing.

    A reading with passages that could not be checked never takes the place of one that is there.
    """
    kept = [_Rows(extraction, _add(unit, extraction)) for extraction in extractions if _counts(unit, extraction)]
    # All at once: for DuckDB a statement costs far more than a row.
    unit.insert("crosscheck/add_topics", [row for rows in kept for row in rows.topics])
    unit.insert("crosscheck/add_topic_words", [row for rows in kept for row in rows.words])
    unit.insert("crosscheck/add_claims", [row for rows in kept for row in rows.claims])
    unit.insert("crosscheck/add_intervals", [row for rows in kept for row in rows.intervals])
    if kept:
        readings = [rows.reading for rows in kept]
        unit.run("crosscheck/add_wordings", extractions=readings)
        _carry_partings(unit, readings)


class Carried(NamedTuple):
    """One row of crosscheck/carry_partings.sql: a claim that a person moved in an earlier text."""

    claim_id: str


class Moved(NamedTuple):
    """One row of crosscheck/moved.sql."""

    partings: int


class _Rows:
    """What one extraction adds to each table."""

    def __init__(self, extraction: Extraction, reading: str) -> None:
        claims = extraction.claims
        self.reading = reading
        keys = topic_keys(claims)
        alone = instructs(extraction.article.text)
        names = [key.identity(extraction.article.id, alone=alone) for key in keys]
        topics = dict(zip(names, keys, strict=True))
        self.topics = [topic_row(key, topic) for topic, key in topics.items()]
        self.words = [{"topic_id": topic, "word": word} for topic, key in topics.items() for word in sorted(key.words)]
        days, article = happening_days(claims, keys), extraction.article
        told = zip(claims, keys, names, strict=True)
        self.claims = [claim_row(claim, key, topic, reading, days, article) for claim, key, topic in told]
        self.intervals = [row for claim in claims for row in interval_rows(claim, reading)]


def _carry_partings(unit: Unit, readings: Sequence[str]) -> None:
    """Let what a person said of claims hold for the same words in the text that took the place of theirs."""
    if not unit.rows("crosscheck/moved", Moved)[0].partings:
        return
    carried = unit.rows("crosscheck/carry_partings", Carried, extractions=list(readings))
    if carried:
        claims = [claim.claim_id for claim in carried]
        unit.run("crosscheck/stand_as_carried", claims=claims)
        # A text that comes back brings rows that were sorted into series before.
        read_again(unit, claims)


def _counts(unit: Unit, extraction: Extraction) -> bool:
    return not (extraction.unchecked and unit.rows("crosscheck/readings", Reading, article=extraction.article.id))


def _add(unit: Unit, extraction: Extraction) -> str:
    reading = extraction_id(extraction)
    unit.run(
        "crosscheck/add_extraction",
        article=extraction.article.id,
        extraction=reading,
        document=extraction.model_dump_json(exclude={"article"}),
    )
    return reading
