"""Where a claim's figure stands in its article's words, and which of the words about it are its own."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from verifier.folding import fold
from verifier.models import Citation, Claim, Figure
from verifier.periods.english import MONTH_ABBREVIATIONS, MONTHS

_MONTHS = (*MONTHS, *MONTH_ABBREVIATIONS, *(f"{month}." for month in MONTH_ABBREVIATIONS))
_NUMBER = re.compile(
    rf"(?<!per )(?<!every )(?<!constant )(?<![\d.,]){''.join(rf'(?<!{re.escape(month)} )' for month in _MONTHS)}"
    rf"(?!(?:19|20)\d\d\b|[0-3]?\d(?:st|nd|rd|th)? (?:of )?(?:{'|'.join(map(re.escape, _MONTHS))})(?!\w))\d",
    re.IGNORECASE,
)
"""Where another figure begins; a year is none, and neither is the day of a month."""
_CONVERTED = re.compile(r"(?<![\d.,])\d[\d.,]*[^,;()\d]{0,25}\( *$")
"""What the figure in brackets says again: "99 km/h (61.5 mph)"."""
_PARTING = re.compile(r"[,;:()]|\b(?:and|but|or|to|while)\b")
_OPENING = re.compile(r"[^,\d]{1,60},")
_AFTERTHOUGHT = re.compile(r"\s*[,(]\s*((?:[^\s,;()]+ ){0,5}[^\s,;()]+)(?:[,;.)]|$)")
"""What follows the clause between commas: "…, adjusted for inflation, …"."""
_REACH = 300
"""Further from its figure, in characters, nothing says how it is reckoned, however long the sentence."""


class Place(NamedTuple):
    """One mention of a figure, with the words about it; all folded."""

    quote: str
    before: str
    """The clause up to the figure."""
    figure: str
    after: str
    """The clause behind the figure."""
    afterthought: str
    """The few words behind the clause that still are about it, or ""."""

    @property
    def is_first(self) -> bool:
        """Whether no other figure stands before it in its clause."""
        return _NUMBER.search(self._said_before) is None

    @property
    def behind(self) -> str:
        """The words behind the figure, as far as the next one."""
        number = _NUMBER.search(self.after)
        return self.after[: number.start()] if number else f"{self.after} {self.afterthought}"

    @property
    def beside(self) -> str:
        """The words on both sides that belong to this figure and not to its neighbours."""
        number = _NUMBER.search(self.after)
        return f"{self._lead} | {_PARTING.split(self.behind)[0] if number else self.behind}"

    @property
    def around(self) -> str:
        """All that may say of this figure how it is reckoned: where it is the first, also how its sentence opens."""
        opening = _OPENING.match(self.before)
        return f"{self._lead if self.is_first else opening[0] if opening else ''} | {self.behind}"

    @property
    def _lead(self) -> str:
        if self.is_first:
            return self._said_before
        *_, last = _NUMBER.finditer(self._said_before)
        return "".join(_PARTING.split(self._said_before[last.end() :])[1:])

    @property
    def _said_before(self) -> str:
        return _CONVERTED.sub("", self.before)


def places(claim: Claim) -> Iterator[Place]:
    """Yield each mention of the figure of `claim` that can be found in the words it is cited with."""
    figure = claim.figure
    for citation in claim.citations if figure else ():
        quote = fold(citation.quote)
        start = _start(citation, quote, figure) if figure else -1
        if figure and start >= 0:
            end = start + len(figure.text)
            before, after = quote[max(start - _REACH, 0) : start], quote[end : end + _REACH]
            yield Place(quote, before, quote[start:end], after, _afterthought(claim, quote))


def _start(citation: Citation, quote: str, figure: Figure) -> int:
    words, start = fold(figure.text), figure.span.start - citation.start
    return start if start >= 0 and quote.startswith(words, start) else quote.find(words)


def _afterthought(claim: Claim, quote: str) -> str:
    _, found, rest = fold(claim.sentence).partition(quote)
    said = _AFTERTHOUGHT.match(rest) if found else None
    return said[1] if said else ""
