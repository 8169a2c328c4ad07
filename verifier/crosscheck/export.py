"""Writes what the check of a store rests on, and the claims themselves, as Parquet files for whoever reads those."""

from pathlib import Path

from verifier.crosscheck import history
from verifier.store import Unit

CLAIMS = "parquet/claims"
TABLES = (
    "parquet/series_claims",
    "parquet/series_figures",
    "parquet/series_extremes",
    "parquet/worded_claims",
    "parquet/series",
    "parquet/series_edges",
    "parquet/subject_edges",
    "parquet/figure_readings",
    "parquet/origins",
    "parquet/leanings",
    "parquet/credits",
    "parquet/accords",
    "parquet/comparisons",
)
"""Statements, each of which writes one file, of that name: the claims for people to read, the tables for the check."""

VERDICTS = "verdicts"
"""The folder beside those files in which a check of them leaves its verdicts."""


def file_name(table: str) -> str:
    """Return the name of the file that one of these statements writes."""
    return f"{table.removeprefix('parquet/')}.parquet"


def write(unit: Unit, folder: Path) -> int:
    """Check the store, then write its claims and TABLES into `folder`; return how many claims were checked.

    The store of `unit` has to be opened with `exports=folder`. Raises StoreError.
    """
    counts = history.check(unit)
    for table in (CLAIMS, *TABLES):
        unit.run(table, file=str(folder / file_name(table)))
    history.log(unit)
    return sum(count.claims for count in counts)
