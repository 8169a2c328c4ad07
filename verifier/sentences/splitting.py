"""Cuts a paragraph into sentences with `sentencex`, and takes back the cuts that abbreviations provoke."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sentencex import get_sentence_boundaries

# A longer sentence is no sentence (a table, a list of names, an endless quotation): it is cut at white space.
_LONGEST = 2_000
# The segmenter needs quadratic time where quotations are never closed, so it never sees more than this at once.
_WINDOW = 2 * _LONGEST

# Lone surrogates have no UTF-8 form; the segmenter reads them as spaces.
_SPACE = re.compile(r"[\s\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
_NUMBERING = re.compile(r"\s*\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]\s*")
_EXPECTS_A_NUMBER = re.compile(r"\b(?:approx|avg|ca|cf|est|excl|incl|max|min|nos|pp|vs)\.\s*$", re.IGNORECASE)
_NUMBER = re.compile(r"[\d$€£¥~]")


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence in `text[start:end]`, without surrounding white space."""
    while start < end:
        until = min(start + _WINDOW, end)
        cuts = [start + cut for cut in _cuts(text[start:until])]
        if until < end:
            # The window may stop in mid-sentence: its last sentence waits for the next window.
            cuts = cuts[:-1] or [_last_space(text, start)]
        for first, last in pairwise([start, *cuts]):
            yield from _pieces(text, first, last)
        start = cuts[-1]


def _cuts(window: str) -> list[int]:
    """Return where the sentences of `window` end, its own end last."""
    plain = _SPACE.sub(" ", window)
    cuts = [0]
    for boundary in get_sentence_boundaries("en", plain)[1:]:
        if not _reads_on(plain, cuts[-1], boundary["start_index"]):
            cuts.append(boundary["start_index"])
    return [*cuts[1:], len(window)]


def _reads_on(plain: str, start: int, cut: int) -> bool:
    """Say whether what follows `cut` still belongs to the sentence that began at `start`."""
    following = plain[cut : cut + 2].lstrip()[:1]
    if following.islower() or not following:
        return True
    if _NUMBERING.fullmatch(plain, start, cut):
        return True
    return bool(_NUMBER.match(following) and _EXPECTS_A_NUMBER.search(plain[max(start, cut - 10) : cut]))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        cut = _last_space(text, start)
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _last_space(text: str, start: int) -> int:
    """Return where to cut a sentence that would grow too long: after its last space in reach, if it has one."""
    spaces = [space.end() for space in _SPACES.finditer(text, start + 1, start + _LONGEST)]
    return spaces[-1] if spaces else start + _LONGEST


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end].strip()
    if words:
        first = end - len(text[start:end].lstrip())
        yield first, first + len(words)
