"""Two articles that differ in one thing, and the verdict that has to follow for what each of them says."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Literal, NamedTuple

from tests.crosscheck.changed.dates import When
from tests.crosscheck.changed.names import ASIDES, FILLERS, HEADLINES, Names, day_after
from tests.crosscheck.changed.scenes import Scene, Setting
from tests.crosscheck.changed.telling import Draft, Fact

Said = Literal["same", "narrower", "broader", "overlapping", "unclear"]


class Expected(NamedTuple):
    """A verdict, and how its reason has to begin."""

    verdict: str
    reason: str


AGREE = Expected("corroborated", "1 independent article agrees")
DISJOINT = Expected("conflicting", "the figures contradict each other")
ALONE = Expected("unsourced", "alone")
NEAR = Expected("unsourced", "near")
APART = Expected("unsourced", "not comparable")
COPIES = Expected("unsourced", "copies only")


UNSOURCED = Expected("unsourced", "")


@dataclass(frozen=True)
class Pair:
    """Two articles; what a reader says of their topics, if asked (`first` to `second`; None: different things)."""

    first: Draft
    second: Draft
    said: Said | None = None
    beside: Expected = UNSOURCED
    """What has to follow for all else they claim."""


class Stage:
    """What a pair is made on: chance, names nobody else has, and words around the facts."""

    def __init__(self, random: Random, names: Names) -> None:
        self.random, self.names = random, names

    def scene(self, *settings: Setting) -> Scene:
        """Return a fact of one of the kinds given."""
        return self.random.choice(settings)(self.random, self.names)

    def pair(
        self, first: Fact, second: Fact, *, said: Said | None = None, dated: bool = True, asides: bool = True
    ) -> Pair:
        """Return two articles of two papers with words of their own; not `dated`: nothing else in them has a year."""
        fillers = self.random.sample(FILLERS, len(FILLERS))
        mine, theirs = self.draft(first, fillers[:3], dated=dated), self.draft(second, fillers[3:6], dated=dated)
        if dated and asides and self.random.random() < 0.5:
            mine, theirs = self._with_asides(mine, theirs)
        return Pair(mine, theirs, said)

    def published(self, first: Fact, second: Fact, *days: date | None) -> Pair:
        """Return two articles that came out on these days."""
        pair = self.pair(first, second, dated=False)
        return Pair(pair.first.but(published=days[0]), pair.second.but(published=days[-1]))

    def draft(self, fact: Fact, fillers: list[str], *, dated: bool = True) -> Draft:
        """Return an article with the fact somewhere among its sentences."""
        headline = self.random.choice(HEADLINES).format(fact.actor or fact.event or "the region")
        place = self.random.randint(0, len(fillers))
        published = day_after(self.random, date(2026, 1, 4)) if dated and self.random.random() < 0.6 else None
        return Draft((headline, *fillers[:place], fact, *fillers[place:]), self.names.paper(), published)

    def _with_asides(self, mine: Draft, theirs: Draft) -> tuple[Draft, Draft]:
        one, other = self.random.sample(ASIDES, 2)
        return self._with_aside(mine, *one), self._with_aside(theirs, *other)

    def _with_aside(self, draft: Draft, measure: str, wording: str, figure: str) -> Draft:
        main = draft.facts[0]
        actor = main.actor or self.names.place()
        count = figure.format(f"{self.random.randint(1101, 9899):,}")
        period = When("year", 2024).words(self.random) if "{period}" in wording else None
        return draft.but(paragraphs=(*draft.paragraphs, Fact(wording, measure, count, period, actor=actor)))


Make = Callable[[Stage], Pair]


@dataclass(frozen=True)
class Kind:
    """One thing that is changed, and what has to follow for the first article's claim and for the second's."""

    name: str
    make: Make
    first: Expected
    second: Expected
    copied: bool = False
    """Whether one text may be a copy of the other: of others nobody need ask."""


@dataclass
class Kinds:
    """The kinds of change, by name."""

    found: dict[str, Kind] = field(default_factory=dict)

    def add(self, first: Expected, second: Expected | None = None, *, copied: bool = False) -> Callable[[Make], Make]:
        """Take a function that makes a pair as the kind of its name."""

        def named(make: Make) -> Make:
            name = make.__name__.replace("_", " ")
            assert name not in self.found
            self.found[name] = Kind(name, make, first, second or first, copied)
            return make

        return named
