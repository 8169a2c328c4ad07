"""Cuts an article into lines of tokens, so that the rules read words and numerals and never rescan the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from verifier.models import Period

Kind = Literal["number", "word", "mark", "name", "period", "end"]


class Token(NamedTuple):
    """One word, numeral, mark, address or period of the text."""

    kind: Kind
    text: str
    low: str
    start: int
    end: int
    glued: bool
    """It touches the token before it."""


END = Token("end", "", "", -1, -1, False)


@dataclass(slots=True)
class Line:
    """The tokens of a stretch that no figure reaches across; outside of it is END."""

    text: str
    tokens: list[Token] = field(default_factory=list)
    comma_decimals: bool = False
    """Its numbers are written with a comma before the decimals."""
    sterling: bool = False
    """It speaks of British money elsewhere, so "pounds" are money."""

    def __getitem__(self, index: int) -> Token:
        if index < 0:
            return END
        try:
            return self.tokens[index]
        except IndexError:
            return END

    def glued(self, index: int) -> bool:
        """Tell whether the token at `index` exists and touches the one before it."""
        return self[index].glued

    def words(self, first: int, last: int) -> str:
        """Return tokens first..last (exclusive) in lower case, joined by single spaces; "" beyond the line's end."""
        if last > len(self.tokens):
            return ""
        return " ".join(token.low for token in self.tokens[max(first, 0) : last])


_TOKEN = re.compile(
    r"(?P<name>(?:https?://|www\.)\S+)"
    r"|(?P<number>(?<![\w.,])\d{1,3}(?:[ ']\d{3})+(?![\d,'\w])(?:\.\d+)?"
    r"|\d+(?:[.,]\d+)*|(?<![\w.])\.\d+|[¼½¾⅐-⅞])"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|(?:(?![¼½¾⅐-⅞])[^\W\d_])+(?:'[^\W\d_]+)?)"
    r"|(?P<mark>\S)"
)
_BREAK = re.compile(r"\n(?![^\S\n]*[a-z])")
_DIGITS = r"\d{1,3}"
_SHAPES = (
    rf"{_DIGITS}(?:,\d{{3}})+(?:\.\d+)?",
    r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?",
    r"\d*(?:\.\d+)?",
    rf"{_DIGITS}(?:[ ']\d{{3}})+(?:\.\d+)?",
)
_WESTERN = re.compile("|".join(_SHAPES))
_COMMA = re.compile(rf"\d+,\d+|{_DIGITS}(?:\.\d{{3}})+(?:,\d+)?")
_POINTS_ONLY = re.compile(r"\d+(?:\.\d+){2,}")
_CONTINENTAL = re.compile(rf"{_DIGITS}(?:\.\d{{3}}){{2,}}(?:,\d+)?")
_COMMA_HABIT = re.compile(r"(?<![\d.,])\d+,\d{1,2}(?![\d.,]*\d)")
_POINT_HABIT = re.compile(r"(?<![\d.,])\d+(?:,\d{3})*\.\d{1,2}(?![\d.,]*\d)|(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?!\d)")


def lines(text: str, periods: Sequence[Period], original: str) -> Iterator[Line]:
    """Yield the lines of folded `text` with their tokens; a period is one token whatever stands in it."""
    low = _lower(text)
    commas = has_decimal_commas(text)
    sterling = any(word in low for word in ("£", "sterling", "pence"))
    spans = iter(sorted((period.span.start, period.span.end) for period in periods))
    pending = next(spans, None)
    for start, end in _stretches(text):
        line = Line(text, comma_decimals=commas, sterling=sterling)
        position = start
        while pending is not None and pending[0] < end:
            _cut(line, low, original, position, max(position, pending[0]))
            position = _add_period(line, position, pending)
            pending = next(spans, None)
        _cut(line, low, original, position, end)
        if line.tokens:
            yield line


def has_decimal_commas(text: str) -> bool:
    """Tell whether the text's own numbers show a comma before decimals ("2,75") and never a point."""
    return bool(_COMMA_HABIT.search(text)) and not _POINT_HABIT.search(text)


def _lower(text: str) -> str:
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _add_period(line: Line, position: int, span: tuple[int, int]) -> int:
    start, end = max(position, span[0]), max(position, span[1])
    if end > start:
        line.tokens.append(Token("period", "", "", start, end, False))
    return end


def _cut(line: Line, low: str, original: str, start: int, end: int) -> None:
    tokens, text = line.tokens, line.text
    before = tokens[-1].end if tokens else -1
    for match in _TOKEN.finditer(text, start, end):
        kind, at, until = match.lastgroup, match.start(), match.end()
        if kind == "number":
            for token in _numerals(line, original, at, until, before):
                tokens.append(token)
        else:
            tokens.append(Token(kind, text[at:until], low[at:until], at, until, at == before))  # type: ignore[arg-type]
        before = until


def _numerals(line: Line, original: str, start: int, end: int, before: int) -> Iterator[Token]:
    blob = line.text[start:end]
    if _readable(blob, line.comma_decimals) and not _is_row(original[start:end], blob):
        yield Token("number", blob, blob, start, end, start == before)
        return
    if _POINTS_ONLY.fullmatch(blob):
        yield Token("name", blob, blob, start, end, start == before)
        return
    for match in re.finditer(r"\d+(?:\.\d+)*|[^\d\s]", blob):
        at, until = start + match.start(), start + match.end()
        kind: Kind = "mark" if not match[0][0].isdecimal() else "name" if match[0].count(".") > 1 else "number"
        yield Token(kind, match[0], match[0], at, until, at == before)
        before = until


def _readable(blob: str, commas: bool) -> bool:
    if commas and ("," in blob or "." in blob):
        return bool(_COMMA.fullmatch(blob))
    return blob in _VULGAR or bool(_WESTERN.fullmatch(blob) or _CONTINENTAL.fullmatch(blob))


def _is_row(original: str, blob: str) -> bool:
    """Tell three-digit numbers in a row ("100 200 300") from one number grouped by plain spaces."""
    if " " not in original:
        return False
    first, *rest = blob.split(" ")
    return len(first) == 3 and not any(group.startswith("000") for group in rest)


_VULGAR = frozenset("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
