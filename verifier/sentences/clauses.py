"""Cuts the clause round a figure out of its sentence: short enough to quote, long enough to be understood."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from verifier.folding import fold
from verifier.models import Span

# Fewer words than this say nothing alone: "to 582 tons".
_ENOUGH_WORDS = 4
_LONGEST_LEAD = 8

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_BORDER = re.compile(
    r"""
      (?<!\d) [,;:] ["']? (?=\s)
    | (?<=\d) , ["']? (?=\s) (?!\s(?:19|20)\d\d\b)    # but "October 13, 2025" is one date
    | (?<=\d) [;:] (?=\s)
    | (?<!\d) \s+ (?:--?|[–—]) \s+                    # but "10 – 12" is one range
    | (?<=\d) \s+ (?:--?|[–—]) \s+ (?!\d)
    | —
    """,
    re.VERBOSE,
)
# What begins so goes on with what stands before it: "46 percent above June", "down 11%", "was worst hit".
_LEANS = re.compile(
    r"""
    (?:(?:and|or|from|in|for)\s)?
    (?:(?:about|almost|around|approximately|just|less|more|nearly|only|over|roughly|some|than|under)\s)* [\d$€£¥]
    | (?:against|at|by|compared|down|including|of|or|than|to|up|versus|with
        |are|came|fell|had|has|have|is|reached|rose|said|sold|stood|took|was|were|will|would) \b
    """,
    re.VERBOSE,
)
_LEADS_IN = re.compile(r"(?:after|as of|before|by|during|for|from|in|last|on|over|since|this|through|until)\b", re.I)
_FIGURE = re.compile(r"(?<!\d)(?!(?:19|20)\d\d\b)\d")
_LARGE_FIGURE = re.compile(r"(?<!\d)(?!(?:19|20)\d\d\b)\d{3}|\d[.,]\d|\d\s?(?:%|per\s?cent)|[$€£¥]\s?\d")
_BEFORE = re.compile(r"(?:[\s,;:)\]–—-]|[*•·+]\s|(?:and|but|or|so|yet)\s)*")
_BETWEEN_CLAUSES = " ,;:([–—-"
_CLOSING = "\"')"
_FULL_STOPS = ".!?…"
_INITIALS = re.compile(r"\.\w\.$")


class _Stretch(NamedTuple):
    """Part of a sentence; offsets count from the sentence's start, half-open."""

    start: int
    end: int

    def holds(self, other: "_Stretch") -> bool:
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "_Stretch") -> bool:
        return self.start < other.end and other.start < self.end


def clause(text: str, sentence: Span, at: Span) -> Span:
    """Return the clause of `sentence` that holds `at`; never shorter than `at`.

    Commas, semicolons, colons, dashes and brackets part clauses, unless they stand inside a number, a date or `at`
    itself; a clause that could not be understood alone takes along what stands before it.
    """
    words = fold(text[sentence.start : sentence.end])
    point = _Stretch(at.start - sentence.start, at.end - sentence.start)
    start, end = _trimmed(words, _clause(words, point))
    return Span(start=sentence.start + min(start, point.start), end=sentence.start + max(end, point.end))


def _clause(words: str, at: _Stretch) -> _Stretch:
    around, brackets = _Stretch(0, len(words)), []
    for bracket in map(_Stretch._make, (match.span() for match in _BRACKETS.finditer(words))):
        if bracket.holds(at) and _is_long(words, bracket):
            around = _Stretch(bracket.start + 1, bracket.end - 1)
        else:
            brackets.append(bracket)
    parts = list(_parts(around, sorted(_borders(words, at, brackets))))
    last = next((index for index, part in enumerate(parts) if part.end >= at.end), len(parts) - 1)
    first = last
    while first > 0 and _needs_more(words, parts[: first + 1], parts[last].end):
        first -= 1
    return _Stretch(parts[first].start, parts[last].end)


def _borders(words: str, at: _Stretch, brackets: list[_Stretch]) -> Iterator[_Stretch]:
    """Yield what parts the clauses: a bracket parts them if it is long and stands after `at`, else it is read over."""
    for border in map(_Stretch._make, (match.span() for match in _BORDER.finditer(words))):
        if not border.meets(at) and not any(bracket.holds(border) for bracket in brackets):
            yield border
    for bracket in brackets:
        if bracket.start >= at.end and _is_long(words, bracket):
            yield bracket


def _parts(around: _Stretch, borders: list[_Stretch]) -> Iterator[_Stretch]:
    start = around.start
    for border in borders:
        if around.holds(border):
            yield _Stretch(start, border.start)
            start = border.end
    yield _Stretch(start, around.end)


def _needs_more(words: str, parts: list[_Stretch], end: int) -> bool:
    """Say whether the words from the last of `parts` to `end` need the part before it."""
    *_, before, part = parts
    return (
        _count(words[part.start : end]) < _ENOUGH_WORDS
        or _LEANS.match(words[part.start : end].lstrip()) is not None
        or _leads_in(words[before.start : before.end].strip(), opens=len(parts) == 2)
    )


def _leads_in(words: str, *, opens: bool) -> bool:
    """Say whether `words` only name who or when, as in "In July 2025, ..." and "Germany, the main buyer, ..."."""
    if _count(words) < _ENOUGH_WORDS and not _FIGURE.search(words):
        return True
    return (
        opens
        and _LEADS_IN.match(words) is not None
        and _count(words) <= _LONGEST_LEAD
        and not _LARGE_FIGURE.search(words)
    )


def _is_long(words: str, stretch: _Stretch) -> bool:
    return _count(words[stretch.start : stretch.end]) >= _ENOUGH_WORDS


def _count(words: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in words.split())


def _trimmed(words: str, stretch: _Stretch) -> _Stretch:
    """Leave out the marks and conjunctions at either end, and a quotation mark whose partner is not inside."""
    start = match.end() if (match := _BEFORE.match(words, *stretch)) else stretch.start
    quote = words[start : stretch.end].rstrip(_BETWEEN_CLAUSES)
    ended = quote.rstrip(_CLOSING).rstrip(_FULL_STOPS)
    if len(ended) < len(quote.rstrip(_CLOSING)) and not _INITIALS.search(quote):
        quote = ended
    if quote.count('"') % 2 and quote.startswith('"'):
        return _Stretch(start + 1, start + len(quote))
    if quote.count('"') % 2 and quote.endswith('"'):
        return _Stretch(start, start + len(quote) - 1)
    return _Stretch(start, start + len(quote))
