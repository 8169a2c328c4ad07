"""What the generated articles are about: true facts of a dozen kinds, and how newspapers word each of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from tests.crosscheck.changed import dates, quantities
from tests.crosscheck.changed.dates import When
from tests.crosscheck.changed.names import Names
from tests.crosscheck.changed.quantities import Quantity
from tests.crosscheck.changed.telling import Fact


@dataclass(frozen=True)
class Scene:
    """One true fact; each paper words it in its own way."""

    fact: Fact
    """Names and aspect; the words for figure, period and sentence come when it is told."""
    quantity: Quantity
    when: When | None
    measures: tuple[str, ...]
    """What a reader may call it; all of them fold to one."""
    wordings: tuple[str, ...]
    unnamed: tuple[str, ...] = ()
    """Sentences that leave the item unsaid."""

    def but(self, **changes: Any) -> "Scene":
        """Return the fact with one thing changed."""
        return replace(self, **changes)

    @property
    def timed(self) -> When:
        """When it was, of a fact that has a time."""
        assert self.when is not None
        return self.when

    def told(self, random: Random, **changes: Any) -> Fact:
        """Return the fact as one paper words it; `changes` are fields of the fact, its words included."""
        wordings = self.wordings if changes.get("item", self.fact.item) or not self.unnamed else self.unnamed
        words: dict[str, Any] = {
            "wording": random.choice(wordings),
            "measure": random.choice(self.measures),
            "figure": self.quantity.words(random),
            "period": self.when.words(random) if self.when else None,
        }
        return self.fact.but(**{**words, **changes})

    def both(self, random: Random, **theirs: Any) -> tuple[Fact, Fact]:
        """Return it as two papers have it, in different words; `theirs` is how the second one differs."""
        mine, other = self.told(random), self.told(random, **theirs)
        wordings = self.wordings if other.item or not self.unnamed else self.unnamed
        rest = [wording for wording in wordings if wording != mine.wording]
        return mine, other if "wording" in theirs else other.but(wording=random.choice(rest))


Setting = Callable[[Random, Names], Scene]


def trade(random: Random, names: Names) -> Scene:
    """Tonnes of a good that a country exports, sometimes to another."""
    other = names.country() if random.random() < 0.3 else None
    return Scene(
        Fact("", "", "", item=names.item(), actor=names.country(), counterparty=other),
        quantities.drawn(random, "mass", "2000", "98000"),
        dates.drawn(random, "month", "month", "quarter", "year"),
        ("export volume", "volume of exports", "exports", "exports volume"),
        (
            "{actor} shipped {figure} of {item}{to} {period}.",
            "Shipments of {item} from {actor}{to} came to {figure} {period}.",
            "{period}, traders in {actor} sold {figure} of {item}{to} abroad.",
            "A total of {figure} of {item} left {actor}{to} {period}.",
            "{actor}'s exports of {item}{to} stood at {figure} {period}.",
        ),
        (
            "{actor} exported {figure}{to} {period}.",
            "Exports from {actor}{to} came to {figure} {period}.",
            "{period}, {actor} sold {figure} abroad{to}.",
        ),
    )


def production(random: Random, names: Names) -> Scene:
    """Tonnes of a good that a country makes."""
    return Scene(
        Fact("", "", "", item=names.item(), actor=names.country()),
        quantities.drawn(random, "mass", "12000", "890000"),
        dates.drawn(random, "month", "quarter", "year"),
        ("production volume", "production", "volume of production"),
        (
            "{actor} produced {figure} of {item} {period}.",
            "Production of {item} in {actor} reached {figure} {period}.",
            "{period}, plants in {actor} turned out {figure} of {item}.",
            "Makers of {item} across {actor} delivered {figure} {period}.",
        ),
        (
            "Production in {actor} amounted to {figure} {period}.",
            "{period}, plants in {actor} turned out {figure}.",
            "{actor} produced {figure} {period}.",
        ),
    )


def results(random: Random, names: Names) -> Scene:
    """The revenue of a company."""
    return Scene(
        Fact("", "", "", actor=names.company()),
        quantities.drawn(random, random.choice(("euros", "dollars")), "12.1", "960", 1),
        dates.drawn(random, "quarter", "year"),
        ("revenue", "total revenue", "revenues"),
        (
            "{actor} reported revenue of {figure} {period}.",
            "Revenue at {actor} reached {figure} {period}.",
            "{period}, {actor} took in {figure}, its accounts show.",
            "Turnover of {figure} was booked by {actor} {period}.",
        ),
    )


def budget(random: Random, names: Names) -> Scene:
    """What a town spends on something."""
    purpose = random.choice(("road repairs", "school meals", "flood walls", "public libraries", "street lighting"))
    return Scene(
        Fact("", "", "", actor=names.place(), item=purpose),
        quantities.drawn(random, "euros", "1.1", "88", 1),
        dates.drawn(random, "year"),
        ("spending", "total spending"),
        (
            "{actor} spent {figure} on {item} {period}.",
            "Spending on {item} in {actor} came to {figure} {period}.",
            "{period}, the council of {actor} paid {figure} for {item}.",
        ),
    )


def power(random: Random, names: Names) -> Scene:
    """Megawatts installed, which simply hold."""
    return Scene(
        Fact("", "", "", actor=names.country(), item=random.choice(("solar panels", "wind turbines"))),
        quantities.drawn(random, "power", "120", "980"),
        None,
        ("installed capacity", "capacity installed"),
        (
            "{actor} has {figure} of {item}.",
            "The {item} of {actor} have a capacity of {figure}.",
            "Engineers put the capacity of the {item} in {actor} at {figure}.",
        ),
    )


def generation(random: Random, names: Names) -> Scene:
    """Electricity generated."""
    return Scene(
        Fact("", "", "", actor=names.country(), item=random.choice(("hydro stations", "tidal plants"))),
        quantities.drawn(random, "energy", "140", "9800"),
        dates.drawn(random, "month", "quarter", "year"),
        ("electricity generation", "generation of electricity"),
        (
            "The {item} of {actor} fed {figure} into the grid {period}.",
            "{period}, the grid of {actor} took {figure} from {item}.",
            "Electricity from {item} in {actor} amounted to {figure} {period}.",
        ),
    )


def rain(random: Random, names: Names) -> Scene:
    """Rain on one day at one place."""
    return Scene(
        Fact("", "", "", actor=names.place(), item="rain"),
        quantities.drawn(random, "rain", "31", "190", 1),
        dates.drawn(random, "day"),
        ("rainfall", "total rainfall"),
        (
            "{figure} of {item} fell on {actor} {period}.",
            "Gauges in {actor} caught {figure} of {item} {period}.",
            "{period}, {actor} measured {figure} of {item}.",
        ),
    )


def wind(random: Random, names: Names) -> Scene:
    """The strongest gust of one day at one place."""
    return Scene(
        Fact("", "", "", actor=names.place(), item="gusts"),
        quantities.drawn(random, "speed", "71", "168"),
        dates.drawn(random, "day"),
        ("wind speed", "speed of wind"),
        (
            "{item} of {figure} were felt at {actor} {period}.",
            "{period}, {item} at {actor} reached {figure}.",
            "The mast at {actor} recorded {item} of {figure} {period}.",
        ),
    )


def railway(random: Random, names: Names) -> Scene:
    """The length of a line, which simply holds."""
    return Scene(
        Fact("", "", "", actor=names.place(), item=random.choice(("tram line", "coastal railway", "ring road"))),
        quantities.drawn(random, "length", "11.1", "240", 1),
        None,
        ("length", "total length"),
        (
            "The {item} of {actor} runs for {figure}.",
            "At {figure}, the {item} in {actor} is a landmark of the district.",
            "Planners give the length of the {item} at {actor} as {figure}.",
        ),
    )


def match(random: Random, names: Names) -> Scene:
    """Those who watched a match: a happening, whatever the day."""
    event = f"{random.choice(('cup final', 'opening match', 'play-off'))} between {names.place()} and {names.place()}"
    return Scene(
        Fact("", "", "", event=event),
        quantities.drawn(random, "spectators", "8100", "71000"),
        dates.drawn(random, "day"),
        ("attendance", "total attendance"),
        (
            "{figure} watched the {event} {period}.",
            "The {event} {period} drew {figure}.",
            "{period}, {figure} came to the {event}.",
        ),
    )


def fire(random: Random, names: Names) -> Scene:
    """The ground a fire burnt: a happening."""
    event = f"{random.choice(('hillside', 'moorland', 'forest'))} fire near {names.place()}"
    return Scene(
        Fact("", "", "", event=event),
        quantities.drawn(random, "area", "310", "9800"),
        dates.drawn(random, "day"),
        ("area burnt", "total area burnt"),
        (
            "The {event} consumed {figure} before crews contained it {period}.",
            "{period}, crews said the {event} had blackened {figure}.",
            "{figure} were lost to the {event}, which was out {period}.",
        ),
    )


def vote(random: Random, names: Names) -> Scene:
    """A party's share of the votes."""
    event = f"council election in {names.place()}"
    party = f"{names.place()} {random.choice(('Harbour', 'Meadow', 'Civic', 'Orchard'))} Party"
    return Scene(
        Fact("", "", "", event=event, actor=party, item="votes", aspect="share"),
        quantities.drawn(random, "percent", "12", "58", 1),
        dates.drawn(random, "day"),
        ("votes", "share of votes"),
        (
            "The {actor} took {figure} of the {item} in the {event} {period}.",
            "{period}, the {actor} won {figure} of {item} cast in the {event}.",
            "With {figure} of the {item}, the {actor} left the {event} content {period}.",
        ),
    )


def refining(random: Random, names: Names) -> Scene:
    """A country's share of what the world makes of a good."""
    return Scene(
        Fact("", "", "", actor=names.country(), item=names.item(), aspect="share"),
        quantities.drawn(random, "percent", "31", "72", 1),
        dates.drawn(random, "year"),
        ("market", "share of market"),
        (
            "{actor} held {figure} of the market for {item} {period}.",
            "{period}, {figure} of the market for {item} belonged to {actor}.",
            "The part of {actor} in the market for {item} was {figure} {period}.",
        ),
    )


def toll(random: Random, names: Names) -> Scene:
    """The dead of one happening, as counted on a day."""
    happened = random.choice(("ferry accident off", "landslide above", "mine collapse at", "rail crash near"))
    event = f"{happened} {names.place()}"
    return Scene(
        Fact("", "", "", event=event, aspect="tally"),
        quantities.drawn(random, "people", "112", "980"),
        dates.drawn(random, "day"),
        ("deaths", "death toll", "people killed", "number of deaths"),
        (
            "{figure} died in the {event}, officials said {period}.",
            "The {event} killed {figure}, rescuers said {period}.",
            "{period}, the count of the dead of the {event} stood at {figure}.",
        ),
    )


def destroyed(random: Random, names: Names) -> Scene:
    """The homes one happening destroyed, as counted on a day."""
    event = f"{random.choice(('earthquake near', 'flood in', 'cyclone over'))} {names.place()}"
    return Scene(
        Fact("", "", "", event=event, aspect="tally"),
        quantities.drawn(random, "homes", "212", "7900"),
        dates.drawn(random, "day"),
        ("homes destroyed", "number of homes destroyed"),
        (
            "The {event} destroyed {figure}, surveyors said {period}.",
            "{period}, {figure} were listed as lost to the {event}.",
            "{figure} fell in the {event}, the province said {period}.",
        ),
    )


FLOWS: tuple[Setting, ...] = (trade, production, generation)
NAMED: tuple[Setting, ...] = (*FLOWS, budget, rain, wind)
DATED: tuple[Setting, ...] = (*NAMED, results, refining)
STANDING: tuple[Setting, ...] = (power, railway)
HAPPENINGS: tuple[Setting, ...] = (match, fire, vote)
TALLIES: tuple[Setting, ...] = (toll, destroyed)
FIGURES: tuple[Setting, ...] = (*DATED, *STANDING, *HAPPENINGS)
