"""The only place that knows the environment and where the shipped files lie."""

from pathlib import Path
from typing import Literal

from verifier.models import Frozen

_PACKAGE = Path(__file__).parent
# In a wheel the three folders are packed inside the package; in a checkout they sit beside it.
_HOME = _PACKAGE if (_PACKAGE / "prompts").is_dir() else _PACKAGE.parent

PROMPTS = _HOME / "prompts"
SEEDS = _HOME / "seeds"
FIXTURES = _HOME / "fixtures"


class ModelSettings(Frozen):
    """Which model is asked, where, and how patiently."""

    name: str | None = None
    base_url: str | None = None
    api_key: str | None = None
    structured: Literal["strict", "schema", "json"] = "strict"
    """strict: OpenAI's strict schema; schema: the plain JSON schema; json: any JSON, the schema in the prompt."""
    answers: Literal["live", "replay", "record"] = "live"
    """replay: recordings and kept answers only; record: recordings first, the endpoint for what is missing."""
    recordings: Path | None = None
    """Folder of recorded answers, for replay and record."""
    concurrency: int = 4
    attempts: int = 5
    reasks: int = 1
    request_timeout: float = 120
    """Seconds for one request."""
    deadline: float = 600
    """Seconds for one answer, waiting and asking again included."""


class Settings(Frozen):
    """Everything one run depends on beside its articles."""

    model: ModelSettings = ModelSettings()
    database: Path | None = None
    """The store's file; None is a store in memory."""
    save: bool = True
    """False: compare only, the store is left as it was."""


def prompt(name: str) -> str:
    """Return the text of `prompts/NAME.md`."""
    return (PROMPTS / f"{name}.md").read_text(encoding="utf-8")


def sql(name: str) -> str:
    """Return the text of `verifier/sql/NAME.sql`; `name` may hold a folder ("migrations/0001_articles")."""
    return (_PACKAGE / "sql" / f"{name}.sql").read_text(encoding="utf-8")
