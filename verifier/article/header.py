"""Reads title, publisher and publication date where an article states them; what it does not state stays unknown."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from verifier.article.author import authors, names
from verifier.article.furniture import Head, foot, head
from verifier.article.publisher import publisher
from verifier.article.title import title
from verifier.periods import read_date

_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?P<fields>[\w-]+:.{0,10000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_FIELD = re.compile(
    r"^(?P<key>title|publisher|date|authors?):[ \t]*(?P<value>\S.*?)[ \t\r]*$", re.MULTILINE | re.IGNORECASE
)
_SEPARATOR = re.compile(r"[|•·]|\s[-–—]\s")
_LABEL = re.compile(r"^(?:first published|published|posted|publication date|date)(?: on)?[ :]\s*", re.IGNORECASE)
_DATE = re.compile(
    r"""
    (?: (?: (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?
          | jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?
          | nov(?:ember)?|dec(?:ember)?
          | \d(?:[\d/.:T+-]*\d)?(?:st|nd|rd|th|Z|[ap]m)?
          | [ap]\.?m|at|of|the|gmt|utc|[cemp][sd]?t|cest|bst|ist
        ) [,.]* (?:\s+|$)
    )+
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:written )?by\b", re.IGNORECASE)


class Header(NamedTuple):
    """What an article states about itself; None is "it does not say"."""

    title: str | None
    publisher: str | None
    published: date | None
    authors: tuple[str, ...]


def header(text: str) -> Header:
    """Return what `text` states about itself, Markdown front matter first."""
    front, body = _front_matter(text)
    top = head(body)
    undated = [line for line in top.lines if not _date(line)]
    return Header(
        title=front.get("title") or title(undated),
        publisher=front.get("publisher") or publisher(undated, foot(body)),
        published=_date(front.get("date", "")) or _published(top),
        authors=names(front.get("author", "") or front.get("authors", "")) or authors((*top.lines, *top.under_deck)),
    )


def _front_matter(text: str) -> tuple[Mapping[str, str], str]:
    if not (front := _FRONT_MATTER.match(text)):
        return {}, text
    fields = {field["key"].lower(): _unquoted(field["value"]) for field in _FIELD.finditer(front["fields"])}
    return fields, text[front.end() :]


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _published(top: Head) -> date | None:
    """Return the date of the only date line above the body; two that differ leave it unknown."""
    dates = {day for line in _date_lines(top) if (day := _date(line))}
    return dates.pop() if len(dates) == 1 else None


def _date_lines(top: Head) -> Iterator[str]:
    """Yield the lines above the body and, if there is a deck, the line under it; a byline may stand between."""
    yield from top.lines
    for line in top.under_deck:
        yield line
        if not _BYLINE.match(line):
            return


def _date(line: str) -> date | None:
    """Return the date of a line that has a part which is nothing but a date: "Oct. 13, 2025 | China"."""
    parts = (_LABEL.sub("", part.strip(), count=1) for part in _SEPARATOR.split(line))
    return next(filter(None, map(read_date, filter(_DATE.fullmatch, parts))), None)
