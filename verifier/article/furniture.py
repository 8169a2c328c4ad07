"""Parts an article's furniture from its prose: what stands above the first paragraph, and what stands last."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

_HEAD_LINES, _HEAD_REACH = 12, 20_000
_FOOT_LINES, _FOOT_REACH = 15, 5_000
_PROSE_WORDS, _PROSE_LENGTH = 8, 200
_ARTICLE_PER_DECK = 10
_FULL_STOP = re.compile(r"[.…][\"'”’)]*$")
_OTHER_ARTICLES = re.compile(
    r"(?:related|recommended|read (?:more|also|next)|more (?:from|on|stories)|see also)\b", re.I
)


class Head(NamedTuple):
    """What stands at the top of an article, without blank lines and without the white space round the others."""

    lines: tuple[str, ...]
    """Above the first line of prose."""
    under_deck: tuple[str, ...]
    """The two lines under that prose, if it is a deck and no paragraph."""


def head(text: str) -> Head:
    """Return what stands at the top of `text`."""
    lines = list(islice(_lines(text[:_HEAD_REACH]), _HEAD_LINES))
    end = next((index for index, line in enumerate(lines) if is_prose(line) or _OTHER_ARTICLES.match(line)), len(lines))
    deck = lines[end] if end < len(lines) else ""
    # A deck is a small part of its article; a first paragraph need not be.
    small = len(deck) * _ARTICLE_PER_DECK <= len(text)
    return Head(tuple(lines[:end]), tuple(lines[end + 1 : end + 3]) if small and is_prose(deck) else ())


def foot(text: str) -> list[str]:
    """Return the last lines of `text`, without blank ones and without the white space round them."""
    return list(_lines(text[-_FOOT_REACH:]))[-_FOOT_LINES:]


def is_prose(line: str) -> bool:
    """Say whether `line` is a sentence or more, and not a heading, a date or a name."""
    return len(line) > _PROSE_LENGTH or (len(line.split()) >= _PROSE_WORDS and _FULL_STOP.search(line) is not None)


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if line.strip())
