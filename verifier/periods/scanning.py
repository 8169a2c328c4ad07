"""Finds the periods of a text one by one, with the words before them that open, close or blur them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from verifier.models import Span
from verifier.periods import english, lexer
from verifier.periods.grammar import Match, compiled, matches
from verifier.periods.points import Point, Stretch, back
from verifier.periods.reading import PARTS, Kind, Reading, Words
from verifier.periods.tokens import Tokens

_LEFT = 7
"""Tokens before a period that can belong to it."""
_PART = re.compile(compiled("((early|late|mid|earlier|later) (hyphen|in|on|of)* the? | the? (start|end|mid) of the?)$"))
_BOUND = re.compile(compiled("(since|by|until|through|before|after|starting (in|on)?|from) the?$"))
_OPENERS = frozenset({"since", "starting", "after"})
_SPORT_WINDOW = 200
_SANE_YEARS = range(1600, 2200)


@dataclass(frozen=True, slots=True)
class Found:
    """A reading and where it stands, in code points and in tokens."""

    reading: Reading
    span: Span
    first: int
    last: int


def scan(text: str, published: date | None) -> tuple[Tokens, list[Found]]:
    """Return the tokens of the folded `text` and what can be read from them without regard to the rest of it."""
    tokens = lexer.read(text, lexer.habit(text))
    known = published if published and published.year in _SANE_YEARS else None
    found: list[Found] = []
    for match in matches(tokens, lambda start, end: Words(tokens.items[start:end], known)):
        if not _is_game(text, tokens, match):
            found.append(_widened(tokens, match, found[-1].last if found else 0))
    return tokens, found


def _is_game(text: str, tokens: Tokens, match: Match) -> bool:
    """Say whether a half without a year is one of a match."""
    reading = match.reading
    if reading.granularity not in ("half", "quarter") or reading.stretch.first is None or reading.stretch.first.year:
        return False
    start, end = tokens.items[match.start].start, tokens.items[match.end - 1].end
    if english.MATCH_WORDS.intersection(re.findall(r"[a-z]+", text[end : end + 24].lower())[:3]):
        return True
    around = text[max(0, start - _SPORT_WINDOW) : end + _SPORT_WINDOW].lower()
    return len(english.MATCH_WORDS.intersection(re.findall(r"[a-z-]+", around))) > 1


def _widened(tokens: Tokens, match: Match, free_from: int) -> Found:
    reading, first = _with_part(tokens, match, free_from)
    reading, first = _with_bound(tokens, reading, first, match.end, free_from)
    span = Span(start=tokens.items[first].start, end=tokens.items[match.end - 1].end)
    return Found(reading, span, first, match.end)


def _before(tokens: Tokens, pattern: re.Pattern[str], first: int, free_from: int) -> tuple[int, str]:
    """Return (index of the first token of what stands before `first`, the kind that decides), or (first, "")."""
    low = max(free_from, first - _LEFT)
    hit = pattern.search(tokens.codes[low:first])
    if hit is None:
        return first, ""
    start = low + hit.start()
    kinds = [token.kind for token in tokens.items[start:first] if token.kind != "the"]
    return start, kinds[0]


def _with_part(tokens: Tokens, match: Match, free_from: int) -> tuple[Reading, int]:
    reading = match.reading
    if reading.kind in ("basis", "anaphor") or reading.part or reading.granularity in ("day", "week"):
        start = _before(tokens, _PART, match.start, free_from)[0] if reading.granularity == "day" else match.start
        return reading, start if tokens.items[start].kind == "late" else match.start
    start, kind = _before(tokens, _PART, match.start, free_from)
    return (replace(reading, part=PARTS[kind]), start) if kind else (reading, start)


def _with_bound(tokens: Tokens, reading: Reading, first: int, end: int, free_from: int) -> tuple[Reading, int]:
    start, kind = _before(tokens, _BOUND, first, free_from)
    if not kind or reading.kind != "interval" or kind == "from" or reading.edtf:
        return reading, first
    following = tokens.items[end].kind if end < len(tokens.items) else ""
    if kind in ("before", "after") and (
        following in ("possessive", "hyphen") or (reading.granularity == "day" and reading.relative)
    ):
        return reading, first
    stretch = _open_side(reading.stretch, "since" if kind == "after" and reading.part else kind)
    if kind == "since" and reading.part == "early" and reading.granularity == "year":
        return _year_so_far(reading), start
    bounded: Kind = "since" if kind in _OPENERS else "by"
    return replace(reading, kind=bounded, stretch=stretch), start


def _year_so_far(reading: Reading) -> Reading:
    """Return "since the start of the year" as what it is: the year to date."""
    year = reading.stretch.first.year if reading.stretch.first else None
    where = Stretch(Point(year, 1), None)
    return replace(reading, kind="cumulative", granularity="range", part=None, stretch=where)


def _open_side(stretch: Stretch, kind: str) -> Stretch:
    if kind == "after":
        return Stretch(stretch.last and _neighbour(stretch.last, 1), None)
    if kind == "before":
        return Stretch(None, stretch.first and _neighbour(stretch.first, -1))
    return Stretch(stretch.first, None) if kind in _OPENERS else Stretch(None, stretch.last)


def _neighbour(point: Point, step: int) -> Point:
    """Return the next or the previous point of the same size; without a year, its place in the calendar."""
    if point.month is None:
        return replace(point, year=point.year and point.year + step)
    moment = date(point.year or 2001, point.month, min(point.day or 1, 28 if point.year is None else 31))
    moved = moment + timedelta(days=step) if point.day else back(moment, -step)
    return Point(point.year and moved.year, moved.month, point.day and moved.day)


def clauses(text: str, found: Found, width: int) -> Iterator[str]:
    """Yield the words, in small letters, of the clause right before a period, the nearest first."""
    before = text[max(0, found.span.start - width) : found.span.start]
    clause = re.split(r"[.,;:!?()\n]", before)[-1]
    yield from reversed(re.findall(r"[^\W\d_]+\.?", clause.lower()))
