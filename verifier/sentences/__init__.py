"""Cuts an article into sentences, so that a claim can be pointed at by number and quoted by its clause."""

from verifier.models import Sentence, Span
from verifier.sentences.clauses import clause
from verifier.sentences.paragraphs import paragraphs
from verifier.sentences.splitting import split

__all__ = ["clause", "find"]


def find(text: str) -> list[Sentence]:
    """Return the sentences of `text` in order; headings, bullets and boilerplate lines are sentences of their own.

    Every character that is not white space stands in exactly one of them, and none begins or ends with white space.
    """
    return [
        Sentence(span=Span(start=start, end=end))
        for paragraph in paragraphs(text)
        for start, end in split(text, paragraph.start, paragraph.end)
    ]
