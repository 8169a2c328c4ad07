"""What a rule made of the words it matched, before the article round them has had its say."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from verifier.models import Period, Span, Step
from verifier.periods.points import Point, Stretch
from verifier.periods.tokens import STEPS, Token

Kind = Literal["interval", "cumulative", "basis", "since", "by", "rolling", "anaphor", "fiscal"]
Granularity = Literal["day", "week", "month", "quarter", "half", "year", "decade", "season", "range"]
Part = Literal["early", "mid", "late"]
YearState = Literal["stated", "inherited", "inferred", "unknown"]

UNITS: dict[str, Step] = {
    "days": "day",
    "weeks": "week",
    "months": "month",
    "quarters": "quarter",
    "halves": "half",
    "years": "year",
}
"""Kinds of token that name a length of time."""
MONTHS_IN: dict[Step, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
DAYS_IN: dict[Step, int] = {"day": 1, "week": 7}
PARTS: dict[str, Part] = {"early": "early", "earlier": "early", "start": "early", "mid": "mid"}
PARTS |= {"late": "late", "later": "late", "end": "late"}
NOWHERE = Stretch(None, None)


@dataclass(frozen=True, slots=True)
class Reading:
    """A period in the making; `relative` ones need the day of publication, not just a year."""

    granularity: Granularity
    stretch: Stretch = NOWHERE
    kind: Kind = "interval"
    relative: bool = False
    part: Part | None = None
    step: Step | None = None
    edtf: str = ""
    """Where the dates cannot say it: seasons, fiscal years, either of two days."""
    year: int | None = None
    """Of an anaphor that names it: "the same months of 2024"."""

    def period(self, text: str, span: Span) -> Period:
        """Return it as a noun of the house; `text` is the article's."""
        first_month, months = self.stretch.position()
        start, until = self.stretch.dates()
        return Period(
            span=span,
            text=text[span.start : span.end],
            kind=self.kind,
            granularity=self.granularity,
            start=start,
            until=until,
            edtf=self.edtf or self.stretch.edtf(),
            year=self._state(),
            first_month=first_month,
            months=months,
            part=self.part,
            step=self.step,
        )

    def _state(self) -> YearState:
        if self.edtf:
            return "unknown" if "XXXX" in self.edtf else "inferred" if self.relative else "stated"
        if self.stretch == NOWHERE or self.stretch.year_unknown:
            return "stated" if self.year else "unknown"
        return "inferred" if self.relative else "stated"


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens one rule matched, and the day the article came out, where known."""

    items: tuple[Token, ...]
    published: date | None

    def has(self, *kinds: str) -> bool:
        """Say whether a token of one of these kinds is among them."""
        return any(token.kind in kinds for token in self.items)

    def values(self, *kinds: str) -> list[int]:
        """Return what the tokens of these kinds count, in order."""
        return [token.value for token in self.items if token.kind in kinds]

    def points(self) -> list[Point]:
        """Return the points that numeric dates name."""
        return [point for token in self.items for point in token.points]

    def unit(self) -> Step:
        """Return the last unit of time named."""
        return next(UNITS[token.kind] for token in reversed(self.items) if token.kind in UNITS)

    def units(self) -> list[Step]:
        """Return all units of time named, in order."""
        return [UNITS[token.kind] for token in self.items if token.kind in UNITS]

    def basis(self) -> Step:
        """Return the step that "y/y" names."""
        return STEPS[self.values("basis", "periodic")[0]]

    def part(self) -> Part | None:
        """Return the part of a period that its words name: its start, its middle, its end."""
        return next((PARTS[token.kind] for token in self.items if token.kind in PARTS), None)

    def count(self, otherwise: int = 1) -> int:
        """Return the first plain number."""
        return next(iter(self.values("count", "number")), otherwise)

    def split(self, *kinds: str) -> Iterator["Words"]:
        """Yield what stands before and after the one separator of these kinds that has words on both sides."""
        for index, token in enumerate(self.items):
            if token.kind in kinds and 0 < index < len(self.items) - 1:
                yield Words(self.items[:index], self.published)
                yield Words(self.items[index + 1 :], self.published)
                return

    def year(self) -> tuple[int | None, bool]:
        """Return (year, whether it was told by the day of publication): "2024", "last year"."""
        if stated := self.values("year"):
            return stated[-1], False
        if not self.has("years") or not self.has("this", "last", "next", "previous"):
            return None, False
        if self.published is None or self.has("previous"):
            return None, True
        return self.published.year + self.offset(), True

    def offset(self) -> int:
        """Return -1 for last, 0 for this, 1 for next."""
        return -1 if self.has("last", "past", "previous", "latest") else int(self.has("next", "following"))
