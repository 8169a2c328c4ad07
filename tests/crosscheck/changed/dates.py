"""Periods as articles word them, each in several wordings that mean the same days."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Literal

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_QUARTERS = ("first", "second", "third", "fourth")


@dataclass(frozen=True)
class When:
    """A day, month, quarter or year; `number` is the month or quarter."""

    step: Literal["day", "month", "quarter", "year"]
    year: int
    number: int = 1
    day: int = 1

    @property
    def wordings(self) -> tuple[str, ...]:
        """The ways to name it in full, with a preposition."""
        if self.step == "day":
            return f"on {self.day} {self.name} {self.year}", f"on {self.name} {self.day}, {self.year}"
        if self.step == "month":
            return (
                f"in {self.name} {self.year}",
                f"during {self.name} {self.year}",
                f"in the month of {self.name} {self.year}",
            )
        if self.step == "year":
            return f"in {self.year}", f"during {self.year}", f"in the year {self.year}"
        first, last = MONTHS[self.number * 3 - 3], MONTHS[self.number * 3 - 1]
        quarter = _QUARTERS[self.number - 1]
        return (
            f"in the {quarter} quarter of {self.year}", f"in Q{self.number} {self.year}",
            f"from {first} to {last} {self.year}", f"between {first} and {last} {self.year}",
        )  # fmt: skip

    @property
    def name(self) -> str:
        """The name of its month."""
        return MONTHS[self.number - 1]

    @property
    def yearless(self) -> str:
        """Its wording without a year."""
        if self.step == "day":
            return f"on {self.day} {self.name}"
        return f"in {self.name}" if self.step == "month" else f"in the {_QUARTERS[self.number - 1]} quarter"

    @property
    def end(self) -> date:
        """Its last day."""
        if self.step == "day":
            return date(self.year, self.number, self.day)
        month = {"month": self.number, "quarter": self.number * 3, "year": 12}[self.step]
        return date(self.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)

    def words(self, random: Random) -> str:
        """Return one of its wordings."""
        return random.choice(self.wordings)

    def back(self, steps: int = 1) -> "When":
        """Return the one before it, or so many before it."""
        per_year = {"day": 365, "month": 12, "quarter": 4, "year": 1}[self.step]
        if self.step == "day":
            earlier = self.end - timedelta(days=steps)
            return When("day", earlier.year, earlier.month, earlier.day)
        place = self.year * per_year + self.number - 1 - steps
        return When(self.step, place // per_year, place % per_year + 1)

    def year_before(self) -> "When":
        """Return the same days a year before."""
        return When(self.step, self.year - 1, self.number, self.day)


def drawn(random: Random, *steps: Literal["day", "month", "quarter", "year"]) -> When:
    """Return some time of the kinds given."""
    step = random.choice(steps)
    number = random.randint(1, {"day": 12, "month": 12, "quarter": 4, "year": 1}[step])
    return When(step, random.choice((2023, 2024, 2025)), number, random.randint(2, 27) if step == "day" else 1)
