"""Writes what was read out of an article into the store, in the form the comparisons read."""

from typing import NamedTuple

from verifier.crosscheck.rows import claim_row, extraction_id, happening_days, interval_rows, topic_keys, topic_row
from verifier.models import Extraction
from verifier.store import Unit


class Reading(NamedTuple):
    """One row of crosscheck/readings.sql."""

    extraction_id: str


def keep(unit: Unit, extraction: Extraction) -> None:
    """Make `extraction` the current reading of its article; the same reading twice changes nothing.

    A reading with passages that could not be checked never takes the place of one that is there.
    """
    if extraction.unchecked and unit.rows("crosscheck/readings", Reading, article=extraction.article.id):
        return
    reading, claims = extraction_id(extraction), extraction.claims
    keys = topic_keys(claims)
    topics = {key.identity(claim.article): (key, claim.article) for key, claim in zip(keys, claims, strict=True)}
    unit.run(
        "crosscheck/add_extraction",
        article=extraction.article.id,
        extraction=reading,
        document=extraction.model_dump_json(exclude={"article"}),
    )
    unit.insert("crosscheck/add_topics", [topic_row(key, article) for key, article in topics.values()])
    words = [{"topic_id": topic, "word": word} for topic, (key, _) in topics.items() for word in sorted(key.words)]
    unit.insert("crosscheck/add_topic_words", words)
    days = happening_days(claims, keys)
    rows = [claim_row(claim, key, reading, days) for claim, key in zip(claims, keys, strict=True)]
    unit.insert("crosscheck/add_claims", rows)
    unit.insert("crosscheck/add_intervals", [row for claim in claims for row in interval_rows(claim, reading)])
