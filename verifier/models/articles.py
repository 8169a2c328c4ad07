"""An article and its sentences."""

from array import array
from bisect import bisect_right
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from verifier.models.base import Frozen, Span


class Position(NamedTuple):
    """Where a code point of a text is, both from 1."""

    line: int
    column: int


class Article(Frozen):
    """One text as it was published, unchanged."""

    id: str
    """Hash of text, publisher and date."""
    path: str
    """How the user named it: a file, a URL, or the name given to standard input."""
    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    authors: tuple[str, ...] = ()
    """Who wrote it, as its byline says; empty where it names nobody."""

    def quote(self, span: Span) -> str:
        """Return the article's own words at `span`."""
        return self.text[span.start : span.end]

    def position(self, offset: int) -> Position:
        """Return the place of a code point."""
        starts = _line_starts(self.text)
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def offset(self, line: int, column: int) -> int:
        """Return the code point at a line and column, both from 1; the end of the text for a line it does not have."""
        starts = _line_starts(self.text)
        return starts[line - 1] + column - 1 if 0 < line <= len(starts) else len(self.text)


# Kept beside the articles and not in them: a copy of an article with another text must not inherit its lines.
@lru_cache(maxsize=128)
def _line_starts(text: str) -> "array[int]":
    starts, end = array("L", [0]), text.find("\n")
    while end >= 0:
        starts.append(end + 1)
        end = text.find("\n", end + 1)
    return starts


class Sentence(Frozen):
    """One sentence, heading, bullet or boilerplate line."""

    span: Span
