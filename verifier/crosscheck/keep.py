"""Writes what was read out of an article into the store, in the form the comparisons read."""

from typing import NamedTuple

from verifier.article.instructions import instructs
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
    alone = instructs(extraction.article.text)
    names = [key.identity(extraction.article.id, alone=alone) for key in keys]
    topics = dict(zip(names, keys, strict=True))
    unit.run(
        "crosscheck/add_extraction",
        article=extraction.article.id,
        extraction=reading,
        document=extraction.model_dump_json(exclude={"article"}),
    )
    unit.insert("crosscheck/add_topics", [topic_row(key, topic) for topic, key in topics.items()])
    words = [{"topic_id": topic, "word": word} for topic, key in topics.items() for word in sorted(key.words)]
    unit.insert("crosscheck/add_topic_words", words)
    days = happening_days(claims, keys)
    told = zip(claims, keys, names, strict=True)
    unit.insert("crosscheck/add_claims", [claim_row(claim, key, topic, reading, days) for claim, key, topic in told])
    unit.insert("crosscheck/add_intervals", [row for claim in claims for row in interval_rows(claim, reading)])
