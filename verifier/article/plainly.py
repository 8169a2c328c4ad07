"""Undoes what keeps words from being recognised: invisible characters, accents, other alphabets' forms of a letter."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

_RUN = re.compile(r"[^\x00-\x7f]+")


class _Folding(dict[int, str]):
    """Each character as the plainest one that reads alike, or as nothing where it is not drawn; filled as needed."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        return folded


class Plain(NamedTuple):
    """A text made plain; `dropped` says where characters were left out: (place in `text`, how many up to there)."""

    text: str
    dropped: Sequence[tuple[int, int]]

    def offset(self, place: int) -> int:
        """Return where in the article the character at `place` stands."""
        at = bisect_right(self.dropped, place, key=lambda drop: drop[0])
        return place + (self.dropped[at - 1][1] if at else 0)


def plainly(text: str) -> Plain:
    """Return `text` with every character that is drawn as its plainest form, and without those that are not."""
    pieces: list[str] = []
    dropped: list[tuple[int, int]] = []
    position = length = 0
    for run in _RUN.finditer(text):
        drawn = run[0].translate(_FOLDING)
        length += run.start() - position
        if len(drawn) < len(run[0]):
            dropped += _drops(run[0], length, run.start())
        pieces += [text[position : run.start()], drawn]
        position, length = run.end(), length + len(drawn)
    return Plain("".join([*pieces, text[position:]]), dropped)


def _drops(run: str, place: int, start: int) -> list[tuple[int, int]]:
    """Return where characters of a run are left out; it begins at `place` of the plain text, `start` of the other."""
    found: list[tuple[int, int]] = []
    for at, character in enumerate(run, start + 1):
        if _FOLDING[ord(character)]:
            place += 1
        elif found and found[-1][0] == place:
            found[-1] = (place, at - place)
        else:
            found.append((place, at - place))
    return found


def _folded(character: str) -> str:
    if unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return ""
    letters = [part for part in unicodedata.normalize("NFKD", character) if not unicodedata.combining(part)]
    return letters[0] if len(letters) == 1 else character


_FOLDING = _Folding()
