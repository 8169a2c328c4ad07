"""Gives every sentence, figure and period of an article the number by which the model points at it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from verifier import figures, periods, sentences
from verifier.article import hidden
from verifier.extract.names import Vocabulary
from verifier.models import Article, Figure, Period, Sentence, Span
from verifier.plaintext import unmarked

_SHOWN = ("quantity", "rank", "unparsed")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True)
class Numbered:
    """An article with everything the model can point at: s1 is `sentences[0]`, f1 `figures[0]`, p1 `periods[0]`."""

    article: Article
    sentences: tuple[Sentence, ...]
    figures: tuple[Figure, ...]
    """Quantities, ranks and what could not be read; identifiers and furniture are not numbered."""
    periods: tuple[Period, ...]
    """As found, in the order they were found in: an anaphor's `anchor` counts on it."""

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words and numbers by which the model's words are checked; the years code found are among them."""
        days = [self.article.published, *(period.start for period in self.periods)]
        return Vocabulary(self.article.text, [day for day in days if day])

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence in which `offset` stands, or the last one before it."""
        return max(0, bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start) - 1)

    def sentence_of(self, figure: int) -> Span:
        """Return the sentence in which a figure begins."""
        return self.sentences[self.sentence_at(self.figures[figure].span.start)].span

    def figures_of(self, sentence: int) -> range:
        """Return the indices of the figures that begin in a sentence, in text order."""
        return _inside(self.figures, self.sentences[sentence].span)

    def line(self, sentence: int) -> str:
        """Return a sentence as the model sees it: "[s2] Sales fell {f1|3%} in {p1|May}."."""
        return self._lines[sentence]

    def opens_paragraph(self, sentence: int) -> bool:
        """Whether a blank line stands before a sentence."""
        if sentence == 0:
            return False
        before, here = self.sentences[sentence - 1].span, self.sentences[sentence].span
        return _BLANK_LINE.search(self.article.text[before.end : here.start]) is not None

    @cached_property
    def _lines(self) -> tuple[str, ...]:
        # Each is needed twice at least: to measure the windows, and in one of them.
        return tuple(f"[s{place}] {self._marked(sentence.span)}" for place, sentence in enumerate(self.sentences, 1))

    def _marked(self, span: Span) -> str:
        figure_marks = [(self.figures[index].span, f"f{index + 1}") for index in _inside(self.figures, span)]
        period_marks = [(self.periods[index].span, f"p{index + 1}") for index in _inside(self.periods, span)]
        pieces, position = [], span.start
        for at, name in sorted(figure_marks + period_marks, key=lambda mark: (mark[0].start, mark[1])):
            if at.start < position:  # two marks cannot overlap; the earlier one stands
                continue
            end = min(at.end, span.end)
            words = unmarked(self.article.text[at.start : end]).strip()
            pieces += [unmarked(self.article.text[position : at.start]), f"{{{name}|{words}}}"]
            position = end
        return "".join([*pieces, unmarked(self.article.text[position : span.end])]).strip()


def number(article: Article) -> Numbered:
    """Find and number the sentences, figures and periods of an article; no model is asked."""
    found_periods = periods.find(article.text, published=article.published)
    found_figures = [figure for figure in figures.find(article.text, found_periods) if figure.role in _SHOWN]
    return Numbered(
        article=article,
        sentences=tuple(sentences.find(article.text)),
        figures=tuple(_unread(found_figures, hidden.obscured(article.text))),
        periods=tuple(found_periods),
    )


def _unread(found: Sequence[Figure], obscured: Sequence[tuple[int, int]]) -> Iterator[Figure]:
    """Yield the figures, those that a reader sees otherwise than they are written as figures without a value."""
    hiding = sorted(obscured)
    for figure in found:
        at = bisect_left(hiding, figure.span.end, key=lambda stretch: stretch[0])
        if any(end > figure.span.start for _, end in hiding[max(0, at - 2) : at]):
            yield Figure(span=figure.span, text=figure.text, role="unparsed")
        else:
            yield figure


def _inside(mentions: Sequence[Figure | Period], span: Span) -> range:
    return range(
        bisect_left(mentions, span.start, key=lambda mention: mention.span.start),
        bisect_left(mentions, span.end, key=lambda mention: mention.span.start),
    )
