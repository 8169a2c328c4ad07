"""Facts that say how much something rose or fell, and against what."""

from dataclasses import replace
from random import Random

from tests.crosscheck.changed import dates, quantities
from tests.crosscheck.changed.dates import When
from tests.crosscheck.changed.names import Names
from tests.crosscheck.changed.scenes import Scene, Setting
from tests.crosscheck.changed.telling import Fact
from verifier.models import Direction

_VERBS: dict[Direction, tuple[str, ...]] = {
    "up": ("rose", "climbed", "grew", "increased", "went up"),
    "down": ("fell", "dropped", "declined", "shrank", "went down"),
}


def trade(random: Random, names: Names) -> Scene:
    """The tonnage a country exports, against another time."""
    return _scene(
        random,
        Fact("", "", "", item=names.item(), actor=names.country()),
        ("export volume", "volume of exports"),
        (
            "The tonnage of {item} exported by {actor} {moved} {figure} {period} {base}.",
            "{period}, the volume of {item} that {actor} shipped abroad {moved} {figure} {base}.",
            "By weight, exports of {item} from {actor} {moved} {figure} {period} {base}.",
        ),
    )


def production(random: Random, names: Names) -> Scene:
    """What a country makes, against another time."""
    return _scene(
        random,
        Fact("", "", "", item=names.item(), actor=names.country()),
        ("production volume", "volume of production"),
        (
            "The volume of {item} produced in {actor} {moved} {figure} {period} {base}.",
            "{period}, {actor}'s production of {item} {moved} {figure} {base} by weight.",
            "Plants in {actor} saw the tonnage of their {item} change: it {moved} {figure} {period} {base}.",
        ),
    )


def results(random: Random, names: Names) -> Scene:
    """A company's revenue, against another time."""
    return _scene(
        random,
        Fact("", "", "", actor=names.company()),
        ("revenue", "total revenue", "revenues"),
        (
            "Revenue at {actor} {moved} {figure} {period} {base}.",
            "{period}, the revenue of {actor} {moved} {figure} {base}.",
            "{actor} said its revenue {moved} {figure} {period} {base}.",
        ),
    )


SETTINGS: tuple[Setting, ...] = (trade, production, results)


def _scene(random: Random, fact: Fact, measures: tuple[str, ...], wordings: tuple[str, ...]) -> Scene:
    when = dates.drawn(random, "month", "month", "quarter")
    way = random.choice(tuple(_VERBS))
    fact = replace(fact, aspect="change", direction=way, moved=random.choice(_VERBS[way]))
    scene = Scene(fact, quantities.drawn(random, "percent", "4", "47", 1), when, measures, wordings)
    return against(random, scene, random.choice(("year", when.step)))


def against(random: Random, scene: Scene, step: str) -> Scene:
    """Return the change measured against the period one `step` back."""
    return scene.but(fact=scene.fact.but(base=based(random, scene.timed, step)))


def based(random: Random, when: When, step: str) -> str:
    """Return one of the wordings of what `when` is compared with."""
    if step == "year":
        return random.choice(("from a year earlier", "year on year", f"compared with {_named(when.year_before())}"))
    return random.choice((f"{step} on {step}", f"from {_named(when.back())}", f"compared with {_named(when.back())}"))


def turned(random: Random, scene: Scene) -> Scene:
    """Return the same change the other way."""
    way: Direction = "down" if scene.fact.direction == "up" else "up"
    return scene.but(fact=scene.fact.but(direction=way, moved=random.choice(_VERBS[way])))


def _named(when: When) -> str:
    return when.wordings[0].removeprefix("in ")
