"""Cuts a text into tokens of time; everything else becomes gaps that no rule can bridge."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from verifier.periods import context, english
from verifier.periods.points import Point
from verifier.periods.tokens import CODES, GAP, MARKS, STEPS, Token, Tokens, pieces

Piece = re.Match[str]
_WRAPPED = 55
"""A line at least this long that ends in mid-sentence was broken by a typesetter."""
_PIVOT = 69
"""Two digits from here on are of the twentieth century."""
_NUMERIC = re.compile(r"(?<![0-9/-])([0-9]{1,2})[/-]([0-9]{1,2})[/-][0-9]{4}(?![0-9])")


def _table() -> dict[str, tuple[str, int]]:
    words = {word: (kind, 1) for kind, members in english.CLASSES.items() for word in members.split()}
    words |= {word: ("periodic", STEPS.index(step)) for word, step in english.PERIODIC.items()}
    words |= {word: ("count", value) for word, value in english.COUNTS.items()}
    words |= {word: ("ordinal", rank) for rank, word in enumerate(english.ORDINALS, 1)}
    words |= {word: ("season", number) for word, number in english.SEASONS.items()}
    words |= {word: ("relative_day", offset) for word, offset in english.RELATIVE_DAYS.items()}
    words |= {word: ("decade", 1900 + tens) for word, tens in english.DECADE_WORDS.items()}
    words |= {word: ("month", index) for index, word in enumerate(english.MONTHS, 1)}
    words |= {word: ("month", index) for word, index in english.MONTH_ABBREVIATIONS.items()}
    words |= {word: ("weekday", index) for index, word in enumerate(english.WEEKDAYS)}
    return words | {word: ("weekday", index) for word, index in english.WEEKDAY_ABBREVIATIONS.items()}


_WORDS = _table()
_ABBREVIATIONS = english.MONTH_ABBREVIATIONS.keys() | english.WEEKDAY_ABBREVIATIONS.keys()


def read(text: str, day_first: bool | None = None) -> Tokens:
    """Cut the folded `text`; `day_first` is its habit in numeric dates, where it shows one."""
    items: list[Token] = []
    line_start = 0
    for piece in pieces(text):
        if piece.lastgroup == "newline":
            soft, line_start = _is_wrapped(text, piece, line_start), piece.end()
            if soft:
                continue
        elif _ends_abbreviation(piece, items):
            items[-1] = replace(items[-1], end=piece.end())
            continue
        token = _read_piece(piece, day_first)
        if token.kind != GAP or not items or items[-1].kind != GAP:
            items.append(token)
    return Tokens(text, tuple(items), "".join(CODES[token.kind] for token in items))


def habit(text: str) -> bool | None:
    """Return whether the text's numeric dates put the day first; None where they do not show it."""
    orders = set(_orders(text))
    return orders.pop() if len(orders) == 1 else None


def _orders(text: str) -> Iterator[bool]:
    for match in _NUMERIC.finditer(text):
        first, second = int(match[1]), int(match[2])
        if (first > 12) != (second > 12):
            yield first > 12


def _is_wrapped(text: str, piece: Piece, line_start: int) -> bool:
    end = piece.start()
    return end - line_start >= _WRAPPED and text[end - 1] not in ".:!?|;"


def _ends_abbreviation(piece: Piece, items: list[Token]) -> bool:
    if piece[0] != "." or not items or items[-1].end != piece.start():
        return False
    return piece.string[items[-1].start : piece.start()].lower() in _ABBREVIATIONS


def _read_piece(piece: Piece, day_first: bool | None) -> Token:
    kind = piece.lastgroup or ""
    token = _numeric(piece, day_first) if kind == "numeric" else _READERS[kind](piece)
    return token or _token(piece, GAP)


def _token(piece: Piece, kind: str, value: int = 0, *points: Point) -> Token:
    return Token(kind, piece.start(), piece.end(), value, points)


def _word(piece: Piece) -> Token | None:
    word = piece[0]
    kind, value = _WORDS.get(word.lower(), ("", 0))
    if kind == "month" and not context.is_month(piece.string, *piece.span()):
        return None
    if kind == "weekday" and not context.is_weekday(piece.string, *piece.span()):
        return None
    if kind:
        return Token(kind, piece.start(), piece.end(), value, plural=word.lower() in english.PLURALS)
    return _token(piece, "basis", STEPS.index(english.BASES[word])) if word in english.BASES else None


def _slashed(piece: Piece) -> Token | None:
    first, last = piece[0][0].lower(), piece[0][-1].lower()
    return _token(piece, "basis", STEPS.index(english.BASE_LETTERS[first])) if first == last else None


def _mark(piece: Piece) -> Token | None:
    kind = MARKS.get(piece[0])
    return _token(piece, kind) if kind else None


def _number(piece: Piece) -> Token | None:
    digits, where = piece[0], (piece.string, *piece.span())
    if len(digits) > 4 or not digits.isdigit() or not context.is_bare(*where):
        return None
    value = int(digits)
    if len(digits) == 4:
        return _token(piece, "year", value) if context.is_year(*where) else None
    is_day = 1 <= value <= 31 and len(digits) <= 2 and not context.counts_something(*where)
    return _token(piece, "number" if is_day else "count", value)


def _numeric(piece: Piece, day_first: bool | None) -> Token | None:
    first, second, year = (int(part) for part in re.split(r"[/.-]", piece[0]))
    year += 0 if year > 99 else 1900 if year >= _PIVOT else 2000
    readings: tuple[Point, ...] = (Point(year, first, second), Point(year, second, first))
    if piece[0].count(".") or day_first:
        readings = readings[1:]
    elif day_first is not None:
        readings = readings[:1]
    standing = tuple(dict.fromkeys(point for point in readings if _is_sane(point)))
    if not standing:
        return None
    return _token(piece, "date" if len(standing) == 1 else "ambiguous", 0, *standing)


def _is_sane(point: Point) -> bool:
    return point.exists() and 1000 <= (point.year or 0) <= 2199


def _iso(piece: Piece) -> Token | None:
    point = Point(*(int(part) for part in re.split("[-/.]", piece["iso_day"])))
    return _token(piece, "date", 0, point) if _is_sane(point) else None


def _year_month(piece: Piece) -> Token | None:
    year, month = int(piece[0][:4]), int(piece[0][5:])
    if year % 100 < month and len(piece[0]) == 7:
        last = year - year % 100 + month
        return _token(piece, "year_span", 0, Point(year), Point(last)) if _is_sane(Point(year)) else None
    return _token(piece, "date", 0, Point(year, month)) if _is_sane(Point(year, month)) else None


def _month_year(piece: Piece) -> Token | None:
    month, _, year = piece[0].partition("-")
    point = Point(int(year), int(month))
    return _token(piece, "date", 0, point) if _is_sane(point) else None


def _decade(piece: Piece) -> Token:
    digits = piece[0].rstrip("s").strip("'")
    return _token(piece, "decade", int(digits) if len(digits) == 4 else 1900 + int(digits))


def _part_of_year(piece: Piece) -> Token:
    letter, rank = sorted(piece[0].lower(), reverse=True)
    return _token(piece, "quarter_name" if letter == "q" else "half_name", int(rank))


def _fiscal_year(piece: Piece) -> Token:
    year = int(piece[0].lower().strip("fy'"))
    return _token(piece, "fiscal_year", year if year > 99 else 2000 + year)


_READERS: dict[str, Callable[[Piece], Token | None]] = {
    "newline": lambda _: None,
    "word": _word,
    "slashed": _slashed,
    "mark": _mark,
    "number": _number,
    "iso": _iso,
    "year_month": _year_month,
    "month_year": _month_year,
    "decade": _decade,
    "quarter": _part_of_year,
    "fiscal_year": _fiscal_year,
    "ordinal": lambda piece: _token(piece, "ordinal", int(piece[0][:-2])),
    "clock": lambda piece: _token(piece, "clock"),
    "possessive": lambda piece: _token(piece, "possessive"),
}
