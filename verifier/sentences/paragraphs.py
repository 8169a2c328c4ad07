"""Tells a line that was broken for want of room, as in mail, from a line that ends because it is complete."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_OPENS_ITS_OWN = re.compile(r"[-*+•·]\s|\d{1,2}[.)]\s|[#|>]")
_COMPLETE = (".", "!", "?", ":", ";")

# Mail and terminals wrap between these; a shorter line is a heading, a longer one was never wrapped.
_NARROWEST, _WIDEST = 40, 100


class Paragraph(NamedTuple):
    """A stretch of text that reads on without a break; code points, half-open, no surrounding white space."""

    start: int
    end: int


class _Line(NamedTuple):
    """A line that holds more than white space; `start` and `end` leave surrounding white space out."""

    start: int
    end: int
    width: int
    """With its indentation."""
    first_word: int
    """Length of its first word."""
    lower: bool
    """It begins with a small letter."""
    continues: bool
    """No blank line stands before it, and it opens no item, heading or table row."""


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of `text`: each line is one, unless the text is hard-wrapped and the line reads on."""
    lines = list(_lines(text))
    width = _wrap_width(text, lines)
    start = 0
    for index, line in enumerate(lines):
        if index == 0 or not _reads_on(lines[index - 1], line, width):
            start = line.start
        if index + 1 == len(lines) or not _reads_on(line, lines[index + 1], width):
            yield Paragraph(start, line.end)


def _lines(text: str) -> Iterator[_Line]:
    previous = 0
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if words:
            start = match.end() - len(match.group().lstrip())
            gap = text[previous : match.start()].replace("\r\n", "\n")
            yield _Line(
                start=start,
                end=start + len(words),
                width=start + len(words) - match.start(),
                first_word=len(words.split(maxsplit=1)[0]),
                lower=words[0].islower(),
                continues=len(gap) == 1 and not _OPENS_ITS_OWN.match(words),
            )
            previous = match.end()


def _wrap_width(text: str, lines: list[_Line]) -> int:
    """Return the width `text` is wrapped at, 0 if it is not wrapped."""
    return max((_width(block) for block in _blocks(lines) if _is_wrapped(text, block)), default=0)


def _blocks(lines: list[_Line]) -> Iterator[list[_Line]]:
    block: list[_Line] = []
    for line in lines:
        if block and not line.continues:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_wrapped(text: str, block: list[_Line]) -> bool:
    """Look for a line that stops in mid-sentence just where the next word would have stuck out."""
    width = _width(block)
    return _NARROWEST <= width <= _WIDEST and any(
        following.lower and not text.endswith(_COMPLETE, line.start, line.end) and _lacks_room(line, following, width)
        for line, following in pairwise(block)
    )


def _width(block: list[_Line]) -> int:
    return max(line.width for line in block)


def _reads_on(line: _Line, following: _Line, width: int) -> bool:
    return following.continues and line.width <= width and _lacks_room(line, following, width)


def _lacks_room(line: _Line, following: _Line, width: int) -> bool:
    return line.width + 1 + following.first_word > width
