"""The Python face: `verify` with the settings a program would give by name."""

from collections.abc import Sequence
from pathlib import Path

from verifier import settings
from verifier.models import Article, Report
from verifier.pipeline import verify as run


def verify(articles: Sequence[Article], *, database: Path | str | None = None, save: bool = True) -> Report:
    """Check every claim of the articles against each other and against the store at `database`.

    Without `database` the store is the configured one (VERIFIER_DATABASE, else ./claims.duckdb); ":memory:" keeps
    none. The model is the configured one. Raises VerifierError with a sentence for a person; what could not be
    checked is in `report.unchecked`. Must not be called from a running event loop.
    """
    flags = {"save": save} if database is None else {"save": save, "database": str(database)}
    return run(articles, settings.load(flags).settings)
