"""Gives every sentence, figure and period of an article the number by which the model points at it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from verifier import figures, periods, sentences
from verifier.extract.names import Vocabulary
from verifier.extract.view import unmarked
from verifier.models import Article, Figure, Period, Sentence, Span

LONGEST_SENTENCE = 2_000
"""Characters; what is longer (a page without a full stop) is numbered in pieces, so that windows stay small."""

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
        days = {day.isoformat() for period in self.periods for day in (period.start, period.until) if day}
        published = self.article.published
        return Vocabulary(self.article.text, [*days, published.isoformat()] if published else days)

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence in which `offset` stands, or the last one before it."""
        return max(0, bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start) - 1)

    def figures_of(self, sentence: int) -> range:
        """Return the indices of the figures that begin in a sentence, in text order."""
        return _inside(self.figures, self.sentences[sentence].span)

    def line(self, sentence: int) -> str:
        """Return a sentence as the model sees it: "[s2] Sales fell {f1|3%} in {p1|May}."."""
        return f"[s{sentence + 1}] {self._marked(self.sentences[sentence].span)}"

    def opens_paragraph(self, sentence: int) -> bool:
        """Whether a blank line stands before a sentence."""
        if sentence == 0:
            return False
        before, here = self.sentences[sentence - 1].span, self.sentences[sentence].span
        return _BLANK_LINE.search(self.article.text[before.end : here.start]) is not None

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
    found_figures = figures.find(article.text, found_periods)
    spans = sorted((mention.span for mention in (*found_periods, *found_figures)), key=lambda span: span.start)
    return Numbered(
        article=article,
        sentences=tuple(_short(sentences.find(article.text), article.text, spans)),
        figures=tuple(figure for figure in found_figures if figure.role in _SHOWN),
        periods=tuple(found_periods),
    )


def _inside(mentions: Sequence[Figure | Period], span: Span) -> range:
    return range(
        bisect_left(mentions, span.start, key=lambda mention: mention.span.start),
        bisect_left(mentions, span.end, key=lambda mention: mention.span.start),
    )


def _short(found: Iterable[Sentence], text: str, mentions: Sequence[Span]) -> list[Sentence]:
    return [Sentence(span=piece) for sentence in found for piece in _pieces(sentence.span, text, mentions)]


def _pieces(span: Span, text: str, mentions: Sequence[Span]) -> list[Span]:
    pieces, start = [], span.start
    while span.end - start > LONGEST_SENTENCE:
        cut = _cut(text, start, mentions)
        pieces.append(Span(start=start, end=cut))
        start = cut
    return [*pieces, Span(start=start, end=span.end)]


def _cut(text: str, start: int, mentions: Sequence[Span]) -> int:
    end = start + LONGEST_SENTENCE
    space = text.rfind(" ", start + LONGEST_SENTENCE // 2, end) + 1 or end
    before = bisect_left(mentions, space, key=lambda at: at.start) - 1
    crossed = before >= 0 and mentions[before].start > start and mentions[before].end > space
    return mentions[before].start if crossed else space
