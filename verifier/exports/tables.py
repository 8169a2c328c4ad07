"""Says of every table of the store whether a file of everything holds it: none is forgotten in silence."""

from collections.abc import Mapping
from typing import NamedTuple

from verifier.errors import StoreError
from verifier.store import Unit

EXPORTED = frozenset(
    """
    accords account_steps addition_steps additions answers article_authors articles attributions batch_articles
    batch_ends batch_jobs batch_outcomes batch_reports batch_requests batch_submissions batches claims copies
    credits decisions extractions figure_readings history intervals judged_claims misfits moments origins outcomes
    partings people progress saved_views series series_claims series_edges series_extractions series_extremes
    series_figures shared_authors sketches sources subject_edges subjects ties topic_words topics usage withdrawals
    worded_claims
    """.split()
)
"""Facts, and what the verdicts rest on: a store that is read back stands where this one stood."""

LEFT_OUT: Mapping[str, str] = {
    "account_links": "they let people in",
    "account_steps_changed": "nothing fits in it",
    "decisions_changed": "nothing fits in it",
    "migrations": "the first line of the file names them",
    "partings_changed": "nothing fits in it",
    "passwords": "they let people in",
    "saved_views_changed": "nothing fits in it",
    "sessions": "they let people in",
    "token_ends": "they are about tokens",
    "token_uses": "they are about tokens",
    "tokens": "they let programs in",
    "webhook_attempts": "they are about webhooks",
    "webhook_steps": "they are about webhooks",
    "webhooks": "their secrets sign what is sent",
    "wordings": "they are read out of the claims again",
}
"""Tables that stay behind, each with the reason."""


class Table(NamedTuple):
    """One row of exports/tables.sql."""

    table: str
    columns: list[str]


def tables(unit: Unit) -> list[Table]:
    """Return the tables that are exported, by name; raises StoreError for one that is neither in nor out."""
    found = unit.rows("exports/tables", Table)
    unknown = [table.table for table in found if table.table not in EXPORTED and table.table not in LEFT_OUT]
    if unknown:
        raise StoreError(
            f"The store has a table {unknown[0]}, and this verifier does not know whether to export it. "
            "This is a fault in verifier; please report it."
        )
    return [table for table in found if table.table in EXPORTED]
