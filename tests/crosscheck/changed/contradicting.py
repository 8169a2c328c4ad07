"""Changes after which both cannot be right."""

from datetime import date, timedelta
from decimal import Decimal

from tests.crosscheck.changed import moves, quantities, scenes
from tests.crosscheck.changed.bearing_out import (
    COUNTRIES,
    NEARLY,
    SYNONYMS,
    UNDER,
    dated,
    frost,
    other_name,
    so_far,
    without_actor,
)
from tests.crosscheck.changed.dates import When
from tests.crosscheck.changed.names import day_after
from tests.crosscheck.changed.pairs import APART, DISJOINT, Expected, Kinds, Pair, Stage
from tests.crosscheck.changed.quantities import DOWN, UP, Quantity

KINDS = Kinds()

WITHIN = Expected("conflicting", "two passages of this article contradict each other")
REVISED = Expected("conflicting", "a later count is lower")
ABOVE = Expected("conflicting", "a part is above the whole")
BELOW = Expected("conflicting", "the whole is below one of its parts")


def _other(stage: Stage, scene: scenes.Scene) -> str:
    return scene.quantity.other(stage.random).words(stage.random)


@KINDS.add(DISJOINT)
def value(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.FIGURES)
    return stage.pair(*scene.both(stage.random, figure=_other(stage, scene)))


@KINDS.add(DISJOINT)
def value_of_a_change(stage: Stage) -> Pair:
    scene = stage.scene(*moves.SETTINGS)
    return stage.pair(*scene.both(stage.random, figure=_other(stage, scene)))


@KINDS.add(DISJOINT)
def one_digit(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.FLOWS, *scenes.HAPPENINGS, scenes.results, scenes.power, scenes.railway)
    digits = list(scene.quantity.value.as_tuple().digits)
    place = stage.random.randrange(len(digits))
    digits[place] = stage.random.choice([one for one in (1, 2, 3, 4, 6, 7, 8, 9) if abs(one - digits[place]) > 1])
    changed = Decimal((0, tuple(digits), int(scene.quantity.value.as_tuple().exponent)))
    return stage.pair(*scene.both(stage.random, figure=Quantity(changed, scene.quantity.family).words(stage.random)))


@KINDS.add(DISJOINT)
def order_of_magnitude(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.FIGURES)
    powers = ("0.1",) if scene.quantity.family == "percent" else ("0.1", "10", "100", "1000")
    value = scene.quantity.value * Decimal(stage.random.choice(powers))
    return stage.pair(*scene.both(stage.random, figure=Quantity(value, scene.quantity.family).words(stage.random)))


@KINDS.add(DISJOINT)
def unit_with_the_same_number(stage: Stage) -> Pair:
    scene = stage.scene(
        *scenes.FLOWS, scenes.power, scenes.railway, scenes.fire, scenes.rain, scenes.wind, scenes.results
    )
    unit = stage.random.choice(scene.quantity.others)
    amount = Quantity(scene.quantity.value, scene.quantity.family, unit)
    return stage.pair(*scene.both(stage.random, figure=amount.words(stage.random)))


@KINDS.add(DISJOINT)
def direction(stage: Stage) -> Pair:
    scene = stage.scene(*moves.SETTINGS)
    turned = moves.turned(stage.random, scene).fact
    return stage.pair(*scene.both(stage.random, direction=turned.direction, moved=turned.moved))


@KINDS.add(DISJOINT)
def hedge_that_rules_it_out_from_above(stage: Stage) -> Pair:
    return _ruled_out(stage, ("more than", "over", "upwards of", "at least"), UP)


@KINDS.add(DISJOINT)
def hedge_that_rules_it_out_from_below(stage: Stage) -> Pair:
    return _ruled_out(stage, (*UNDER, *NEARLY), DOWN)


def _ruled_out(stage: Stage, hedges: tuple[str, ...], rounding: str) -> Pair:
    scene = stage.scene(*scenes.FIGURES)
    amount = scene.quantity.rounded(2, rounding)
    return stage.pair(*scene.both(stage.random, figure=amount.words(stage.random, stage.random.choice(hedges))))


@KINDS.add(DISJOINT)
def rounded_to_a_wrong_digit(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production, scenes.generation)
    kilo = next(
        place for place in scene.quantity.others if quantities.FAMILIES[scene.quantity.family][place].size >= 1000
    )
    right = quantities.rounded(scene.quantity.size / quantities.FAMILIES[scene.quantity.family][kilo].size, 3)
    wrong = right + Quantity(right, scene.quantity.family, kilo).ulp * stage.random.choice((-3, -2, 2, 3))
    return stage.pair(
        *scene.both(stage.random, figure=Quantity(wrong, scene.quantity.family, kilo).words(stage.random))
    )


@KINDS.add(DISJOINT)
def value_with_the_item_open(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production)
    pair = stage.pair(*scene.both(stage.random, item=None, figure=_other(stage, scene)))
    return Pair(
        pair.first, pair.second.but(paragraphs=(*pair.second.paragraphs, f"Buyers of {scene.fact.item} took note."))
    )


@KINDS.add(DISJOINT)
def value_with_the_actor_in_the_headline_only(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade)
    return without_actor(stage, scene, figure=_other(stage, scene))


@KINDS.add(DISJOINT)
def value_under_another_name_of_the_item(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production)
    one, other = stage.random.sample(stage.random.choice(SYNONYMS), 2)
    scene = scene.but(fact=scene.fact.but(item=one))
    return stage.pair(*scene.both(stage.random, item=other, figure=_other(stage, scene)), said="same")


@KINDS.add(DISJOINT)
def value_under_another_name_of_the_country(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production)
    one, other = stage.random.sample(stage.random.choice(COUNTRIES), 2)
    scene = scene.but(fact=scene.fact.but(actor=one, counterparty=None))
    return stage.pair(*scene.both(stage.random, actor=other, figure=_other(stage, scene)), asides=False)


@KINDS.add(DISJOINT)
def value_under_a_shorter_name_of_the_company(stage: Stage) -> Pair:
    scene = stage.scene(scenes.results)
    changes = {"actor": str(scene.fact.actor).split()[0], "figure": _other(stage, scene)}
    return stage.pair(*scene.both(stage.random, **changes), said="same", asides=False)


@KINDS.add(DISJOINT)
def value_in_tons(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production)
    return stage.pair(*scene.both(stage.random, figure=f"{scene.quantity.other(stage.random).value:,f} tons"))


@KINDS.add(DISJOINT)
def value_with_the_year_left_to_the_day_of_publication(stage: Stage) -> Pair:
    scene = dated(stage, scenes.trade, scenes.rain, scenes.wind)
    mine, theirs = scene.both(stage.random, period=scene.timed.yearless, figure=_other(stage, scene))
    return stage.published(mine, theirs, None, day_after(stage.random, scene.timed.end))


@KINDS.add(DISJOINT)
def value_on_a_day_in_may(stage: Stage) -> Pair:
    scene = stage.scene(scenes.rain, scenes.wind)
    scene = scene.but(when=When("day", 2025, 5, stage.random.randint(2, 28)))
    period = f"on {scene.timed.day} May"
    mine, theirs = scene.both(stage.random, period=period, figure=_other(stage, scene))
    return stage.published(mine, theirs, None, day_after(stage.random, scene.timed.end))


@KINDS.add(DISJOINT)
def count_of_the_same_day(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.TALLIES)
    return stage.pair(*scene.both(stage.random, figure=_other(stage, scene)))


@KINDS.add(REVISED)
def later_and_lower_count(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.TALLIES)
    lower = scene.quantity.within(stage.random, "0.8").words(stage.random)
    later = scene.timed.back(-stage.random.randint(1, 4)).words(stage.random)
    return stage.pair(*scene.both(stage.random, figure=lower, period=later))


@KINDS.add(REVISED)
def later_and_lower_count_by_the_day_of_publication(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.TALLIES)
    lower = scene.quantity.within(stage.random, "0.8").words(stage.random)
    mine, theirs = (fact.but(period=None) for fact in scene.both(stage.random, figure=lower))
    day = date(2025, stage.random.randint(1, 12), 7)
    return stage.published(mine, theirs, day, day + timedelta(days=stage.random.randint(1, 9)))


@KINDS.add(BELOW, ABOVE)
def part_above_its_whole_by_counterparty(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade)
    scene = scene.but(fact=scene.fact.but(counterparty=None))
    more = scene.quantity.times(Decimal(stage.random.choice(("1.31", "1.87", "2.42")))).words(stage.random)
    return stage.pair(*scene.both(stage.random, counterparty=stage.names.country(), figure=more))


@KINDS.add(BELOW, ABOVE)
def part_above_its_whole_by_time(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production, scenes.budget)
    scene = scene.but(when=When("year", 2025))
    more = scene.quantity.times(Decimal(stage.random.choice(("1.31", "1.87", "2.42")))).words(stage.random)
    part = stage.random.choice((When("month", 2025, 4), When("quarter", 2025, 3)))
    return stage.pair(*scene.both(stage.random, period=part.words(stage.random), figure=more))


@KINDS.add(WITHIN, APART)
def value_within_one_article(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.NAMED)
    before = scene.timed.year_before().words(stage.random)
    mine, theirs = scene.both(stage.random, period=before)
    pair = stage.pair(mine, theirs, asides=False)
    again = scene.told(stage.random, figure=_other(stage, scene), wording=theirs.wording)
    return Pair(pair.first.but(paragraphs=(*pair.first.paragraphs, again)), pair.second, beside=WITHIN)


@KINDS.add(DISJOINT, copied=True)
def value_in_a_reprint(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.FIGURES)
    pair = stage.pair(*scene.both(stage.random))
    mine = pair.first.facts[0]
    paragraphs = tuple(mine.but(figure=_other(stage, scene)) if one is mine else one for one in pair.first.paragraphs)
    return Pair(pair.first, pair.second.but(paragraphs=paragraphs))


@KINDS.add(DISJOINT)
def value_of_one_publisher(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.FIGURES)
    pair = stage.pair(*scene.both(stage.random, figure=_other(stage, scene)))
    return Pair(pair.first, pair.second.but(publisher=pair.first.publisher))


@KINDS.add(DISJOINT)
def hedges_that_exclude_each_other(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.FIGURES)
    round_one = scene.quantity.rounded(2)
    below, above = stage.random.choice((*UNDER, *NEARLY)), stage.random.choice(("more than", "over", "upwards of"))
    mine, theirs = scene.both(stage.random, figure=round_one.words(stage.random, below))
    return stage.pair(mine.but(figure=round_one.words(stage.random, above)), theirs)


@KINDS.add(DISJOINT)
def range_that_excludes_it(stage: Stage) -> Pair:
    scene = stage.scene(scenes.power, scenes.match, scenes.rain, scenes.vote, *scenes.TALLIES)
    low, high = (scene.quantity.times(Decimal(factor)).rounded(2) for factor in ("1.25", "1.47"))
    between = high.words(stage.random).replace(f"{high.value:,f}", f"{low.value:,f} and {high.value:,f}")
    return stage.pair(*scene.both(stage.random, figure=f"between {between}"))


@KINDS.add(DISJOINT)
def frost_against_warmth(stage: Stage) -> Pair:
    scene = frost(stage)
    return stage.pair(*scene.both(stage.random, figure=f"{abs(scene.quantity.value)} °C"))


@KINDS.add(DISJOINT)
def value_of_a_happening_under_another_name(stage: Stage) -> Pair:
    scene = stage.scene(scenes.toll)
    changes = {"event": other_name(scene), "figure": _other(stage, scene)}
    return stage.pair(*scene.both(stage.random, **changes), said="same")


@KINDS.add(DISJOINT)
def value_of_last_month(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production).but(when=When("month", 2025, stage.random.randint(1, 12)))
    mine, theirs = scene.both(stage.random, period="last month", figure=_other(stage, scene))
    return stage.published(mine, theirs, None, day_after(stage.random, scene.timed.end))


@KINDS.add(DISJOINT)
def value_of_the_year_so_far(stage: Stage) -> Pair:
    return so_far(stage, stage.random.choice(("0.72", "1.38")))


@KINDS.add(DISJOINT)
def value_of_a_plan(stage: Stage) -> Pair:
    scene = planned(stage)
    return stage.pair(*scene.both(stage.random, figure=_other(stage, scene)))


@KINDS.add(DISJOINT)
def value_of_one_forecaster(stage: Stage) -> Pair:
    scene = forecast(stage)
    source, day = stage.names.company(), date(2025, stage.random.randint(1, 12), stage.random.randint(1, 28))
    mine, theirs = scene.both(stage.random, figure=_other(stage, scene))
    return stage.published(mine.but(attribution=source), theirs.but(attribution=source), day)


def planned(stage: Stage) -> scenes.Scene:
    """Return what a town means to spend."""
    scene = stage.scene(scenes.budget)
    return scene.but(
        fact=scene.fact.but(modality="plan"),
        when=When("year", 2027),
        wordings=(
            "{actor} plans to spend {figure} on {item} {period}.",
            "{period}, {actor} is to pay {figure} for {item}.",
        ),
    )


def forecast(stage: Stage) -> scenes.Scene:
    """Return what a country is expected to make."""
    scene = stage.scene(scenes.production)
    return scene.but(
        fact=scene.fact.but(modality="forecast"),
        when=When("year", 2027),
        wordings=(
            "{actor} is expected to produce {figure} of {item} {period}.",
            "{period}, production of {item} in {actor} will probably reach {figure}.",
        ),
    )
