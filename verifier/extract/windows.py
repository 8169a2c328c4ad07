"""Cuts a long article into overlapping windows, so that the cost of an article grows with its length and no faster."""

import re
from dataclasses import dataclass

from verifier.extract.numbering import Numbered
from verifier.models import Span

WINDOW = 12_000
"""Characters of numbered text in one request; an article of up to this length is one window."""
OVERLAP = 2
"""Sentences of the window before that are shown again, so that "it" and "the total" can be read."""


_ID = re.compile(r"(?:\[|\{)([sfp][0-9]+)")


@dataclass(frozen=True)
class Window:
    """Consecutive sentences of an article that are asked about in one request; indices, half-open."""

    first: int
    fresh: int
    """Index of the first sentence that no earlier window holds; the ones before it are there to be understood."""
    end: int

    @property
    def new(self) -> range:
        """The sentences whose figures this window has to account for."""
        return range(self.fresh, self.end)

    def span(self, numbered: Numbered) -> Span:
        """Return the passage that only this window reads."""
        sentences = numbered.sentences
        return Span(start=sentences[self.fresh].span.start, end=sentences[self.end - 1].span.end)

    def figures(self, numbered: Numbered) -> list[int]:
        """Return the indices of the figures it has to account for."""
        return [figure for sentence in self.new for figure in numbered.figures_of(sentence)]

    def text(self, numbered: Numbered) -> str:
        """Return the user message: date line, headline, then the sentences, one a line."""
        headline = [] if self.first == 0 else ["", numbered.line(0)]
        lines = [line for sentence in range(self.first, self.end) for line in self._lines(numbered, sentence)]
        return "\n".join([f"date line: {numbered.article.published or 'unknown'}", *headline, *lines]) + "\n"

    def _lines(self, numbered: Numbered, sentence: int) -> list[str]:
        apart = sentence == self.first or numbered.opens_paragraph(sentence)
        return [*([""] if apart else []), numbered.line(sentence)]


def ids(text: str) -> frozenset[str]:
    """Return every id a numbered text shows, such as "s3", "f1", "p12"; the article's own brackets are not in it."""
    return frozenset(_ID.findall(text))


def windows(numbered: Numbered) -> list[Window]:
    """Return the windows of an article, in order; every sentence is new in exactly one of them."""
    sizes = [len(numbered.line(sentence)) for sentence in range(len(numbered.sentences))]
    found: list[Window] = []
    fresh = 0
    while fresh < len(sizes):
        first = max(0, fresh - OVERLAP)
        end = _end(sizes, first, fresh)
        found.append(Window(first=first, fresh=fresh, end=end))
        fresh = end
    return found


def _end(sizes: list[int], first: int, fresh: int) -> int:
    end, room = fresh + 1, WINDOW - sum(sizes[first : fresh + 1])
    while end < len(sizes) and sizes[end] <= room:
        room -= sizes[end]
        end += 1
    return end
