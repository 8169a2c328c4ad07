"""What goes between those who hand work over and the server: one JSON document there, a line of JSON at a time back."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import Field, JsonValue

from verifier import errors
from verifier.errors import VerifierError
from verifier.models import Article, Frozen, Report, Usage

CHECKS = "/api/checks"
LOOKS = "/api/looks"
EXPORTS = "/api/exports"
REMARKS = "Verifier-Remarks"
"""The header of an exported file: what is to be known of it, as a JSON list of sentences."""


class Text(Frozen):
    """An article as whoever handed it over has read it."""

    path: str
    source: str
    """What a later text has to share to supersede it."""
    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None


class Job(Frozen):
    """Articles to be checked."""

    articles: tuple[Text, ...]
    save: bool = True
    offline: bool = False
    """Ask no model: stored and recorded answers only."""
    max_cost: Decimal | None = Field(default=None, ge=0, allow_inf_nan=False)
    """US dollars; a lower limit of the server's own stays in force."""


class Stand(Frozen):
    """How far a run has come; see `pipeline.Standing`."""

    read: int
    articles: int
    usage: Usage


class Fault(Frozen):
    """An error that ended the work, or the refusal to begin it."""

    error: str
    kind: str = "VerifierError"
    """The class in verifier.errors."""

    def raised(self) -> VerifierError:
        """Return the error as it would have been raised here."""
        kind = getattr(errors, self.kind, VerifierError)
        known = isinstance(kind, type) and issubclass(kind, VerifierError)
        return (kind if known else VerifierError)(self.error)


class Line(Frozen):
    """One piece of news of a job; one with nothing in it says that the server is there."""

    words: str | None = None
    stand: Stand | None = None
    fault: Fault | None = None
    report: Report | None = None


class Look(Frozen):
    """A unit of work that may look and not touch, by its name."""

    look: str


class Question(Frozen):
    """A statement by its name, as `Unit.rows` takes it."""

    statement: str = Field(pattern=r"^[a-z]+/[a-z_]+$")
    parameters: dict[str, JsonValue] = Field(default_factory=dict)


def fault(error: Exception) -> Fault:
    """Return what to say of an error."""
    if isinstance(error, VerifierError):
        return Fault(error=str(error), kind=type(error).__name__)
    return Fault(error=f"The server met a fault of its own ({type(error).__name__}). Please report it.")


def job(texts: Iterable[tuple[str, Article]], **options: Any) -> Job:
    """Return the articles, each behind its source, as a job."""
    fields = {"path", "text", "title", "publisher", "published"}
    handed = (Text(source=source, **text.model_dump(include=fields)) for source, text in texts)
    return Job(articles=tuple(handed), **options)
