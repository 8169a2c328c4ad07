"""The only place that knows where the shipped files lie."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_SQL = _PACKAGE / "sql"
# In a wheel the three folders are packed inside the package; in a checkout they sit beside it.
_HOME = _PACKAGE if (_PACKAGE / "prompts").is_dir() else _PACKAGE.parent

PROMPTS = _HOME / "prompts"
SEEDS = _HOME / "seeds"
FIXTURES = _HOME / "fixtures"


def prompt(name: str) -> str:
    """Return the text of `prompts/NAME.md`."""
    return (PROMPTS / f"{name}.md").read_text(encoding="utf-8")


def sql(name: str) -> str:
    """Return the text of `verifier/sql/NAME.sql`; `name` may hold a folder ("migrations/0001_articles")."""
    return (_SQL / f"{name}.sql").read_text(encoding="utf-8")


def statements() -> list[str]:
    """Return the names of all files that `sql` can read."""
    return [path.relative_to(_SQL).with_suffix("").as_posix() for path in _SQL.rglob("*.sql")]
