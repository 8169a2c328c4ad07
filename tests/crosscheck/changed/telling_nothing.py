"""Changes after which the two speak of different things, or one leaves open whether they do."""

from datetime import date
from decimal import Decimal

from tests.crosscheck.changed import moves, quantities, scenes
from tests.crosscheck.changed.contradicting import forecast, planned
from tests.crosscheck.changed.dates import When
from tests.crosscheck.changed.pairs import ALONE, APART, NEAR, Kinds, Pair, Stage

KINDS = Kinds()


def _other(stage: Stage, scene: scenes.Scene) -> str:
    return scene.quantity.other(stage.random).words(stage.random)


def _either(stage: Stage, scene: scenes.Scene) -> str:
    """Return another amount or the same: what is not compared tells nothing, however near it is."""
    return stage.random.choice((_other(stage, scene), scene.quantity.words(stage.random)))


@KINDS.add(APART)
def period(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.NAMED, scenes.refining)
    other = scene.timed.back(stage.random.randint(1, 5)).words(stage.random)
    return stage.pair(*scene.both(stage.random, period=other, figure=_either(stage, scene)))


@KINDS.add(APART)
def value_on_another_day_of_a_happening(stage: Stage) -> Pair:
    scene = stage.scene(scenes.match, scenes.fire, scenes.vote)
    period = scene.timed.back(stage.random.choice((-2, -1, 1, 2))).words(stage.random)
    return stage.pair(*scene.both(stage.random, period=period, figure=_other(stage, scene)))


@KINDS.add(APART)
def value_of_a_happening_on_no_day(stage: Stage) -> Pair:
    scene = stage.scene(scenes.match, scenes.fire, scenes.vote)
    return stage.pair(*scene.both(stage.random, period=None, figure=_other(stage, scene)))


@KINDS.add(APART)
def year(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.NAMED, *moves.SETTINGS[:2])
    other = scene.timed.year_before().words(stage.random)
    return stage.pair(*scene.both(stage.random, period=other, figure=_either(stage, scene)))


@KINDS.add(APART)
def month_against_the_year_so_far(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production)
    scene = scene.but(when=When("month", 2025, stage.random.randint(4, 11)))
    more = scene.quantity.times(Decimal(stage.random.choice(("3.13", "4.87")))).words(stage.random)
    so_far = stage.random.choice(
        (f"from January to {scene.timed.name} 2025", f"in the first {_SO_MANY[scene.timed.number]} months of 2025")
    )
    return stage.pair(*scene.both(stage.random, period=so_far, figure=more))


_SO_MANY = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")


@KINDS.add(APART)
def twelve_months_against_one(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production)
    scene = scene.but(when=When("month", 2025, 6))
    return stage.pair(*scene.both(stage.random, period="in the 12 months to June 2025", figure=_other(stage, scene)))


@KINDS.add(APART)
def fiscal_year(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.budget)
    scene = scene.but(when=When("year", 2024))
    return stage.pair(*scene.both(stage.random, period="in fiscal 2024", figure=_other(stage, scene)))


@KINDS.add(APART)
def basis(stage: Stage) -> Pair:
    scene = stage.scene(*moves.SETTINGS)
    year, step = (moves.based(stage.random, scene.timed, one) for one in ("year", scene.timed.step))
    mine, theirs = scene.both(stage.random, figure=_either(stage, scene))
    return stage.pair(mine.but(base=year), theirs.but(base=step))


@KINDS.add(APART)
def base_period(stage: Stage) -> Pair:
    scene = stage.scene(*moves.SETTINGS)
    one, other = (
        f"compared with {scene.timed.back(back).wordings[0].removeprefix('in ')}"
        for back in stage.random.sample((1, 2, 3), 2)
    )
    mine, theirs = scene.both(stage.random, figure=_either(stage, scene))
    return stage.pair(mine.but(base=one), theirs.but(base=other))


@KINDS.add(ALONE)
def item(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production, scenes.refining)
    return stage.pair(*scene.both(stage.random, item=stage.names.item(), figure=_either(stage, scene)))


@KINDS.add(APART)
def narrower_item(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production)
    part = scene.quantity.within(stage.random, "0.8").words(stage.random)
    figure = stage.random.choice((part, scene.quantity.words(stage.random)))
    return stage.pair(*scene.both(stage.random, item=f"organic {scene.fact.item}", figure=figure), said="broader")


@KINDS.add(APART)
def share_of_another_overlapping_market(stage: Stage) -> Pair:
    scene = stage.scene(scenes.refining)
    changes = {"item": f"organic {scene.fact.item}", "figure": _other(stage, scene)}
    return stage.pair(*scene.both(stage.random, **changes), said="overlapping")


@KINDS.add(ALONE)
def counterparty(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade)
    scene = scene.but(fact=scene.fact.but(counterparty=stage.names.country()))
    return stage.pair(*scene.both(stage.random, counterparty=stage.names.country(), figure=_either(stage, scene)))


@KINDS.add(APART)
def part_of_the_whole(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade)
    scene = scene.but(fact=scene.fact.but(counterparty=None))
    part = scene.quantity.within(stage.random, "0.8").words(stage.random)
    return stage.pair(*scene.both(stage.random, counterparty=stage.names.country(), figure=part))


@KINDS.add(ALONE)
def actor(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production, scenes.refining, scenes.generation)
    return stage.pair(*scene.both(stage.random, actor=stage.names.country(), figure=_either(stage, scene)))


@KINDS.add(ALONE)
def region_against_its_country(stage: Stage) -> Pair:
    scene = stage.scene(scenes.production, scenes.generation)
    region = f"{stage.random.choice(('northern', 'eastern', 'central'))} {scene.fact.actor}"
    return stage.pair(*scene.both(stage.random, actor=region, figure=_either(stage, scene)))


@KINDS.add(ALONE)
def volume_against_value(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade)
    money = quantities.drawn(stage.random, "dollars", "12.1", "960", 1).words(stage.random)
    wording = stage.random.choice(
        (
            "{actor} earned {figure} from {item} sold abroad{to} {period}.",
            "Exports of {item} from {actor}{to} were worth {figure} {period}.",
        )
    )
    return stage.pair(*scene.both(stage.random, figure=money, measure="export value", wording=wording))


@KINDS.add(ALONE)
def change_of_volume_against_that_of_value(stage: Stage) -> Pair:
    scene = stage.scene(moves.trade)
    wording = "{period}, the value of {item} that {actor} sold abroad {moved} {figure} {base}."
    changes = {"measure": "export value", "wording": wording, "figure": _either(stage, scene)}
    return stage.pair(*scene.both(stage.random, **changes))


@KINDS.add(APART)
def plan_against_fact(stage: Stage) -> Pair:
    scene = planned(stage)
    wording = "{actor} spent {figure} on {item} {period}, its accounts show."
    return stage.pair(*scene.both(stage.random, modality="fact", wording=wording, figure=_either(stage, scene)))


@KINDS.add(APART)
def forecasts_of_two_forecasters(stage: Stage) -> Pair:
    scene = forecast(stage)
    mine, theirs = scene.both(stage.random, figure=_other(stage, scene))
    return stage.pair(mine.but(attribution=stage.names.company()), theirs.but(attribution=stage.names.company()))


@KINDS.add(ALONE)
def amount_against_change(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production)
    wording = "Compared with the year before, {actor} made or shipped {figure} more of {item}{to} {period}."
    return stage.pair(*scene.both(stage.random, aspect="change", direction="up", wording=wording))


@KINDS.add(ALONE)
def share_against_change(stage: Stage) -> Pair:
    scene = stage.scene(scenes.refining)
    wording = "{period}, sales by {actor} in the market for {item} grew {figure}."
    return stage.pair(*scene.both(stage.random, aspect="change", direction="up", wording=wording))


@KINDS.add(ALONE)
def percent_against_percentage_points(stage: Stage) -> Pair:
    scene = stage.scene(*moves.SETTINGS)
    points = f"{scene.quantity.value} percentage points"
    return stage.pair(*scene.both(stage.random, figure=points))


@KINDS.add(ALONE)
def currency(stage: Stage) -> Pair:
    scene = stage.scene(scenes.results)
    other = "dollars" if scene.quantity.family == "euros" else "euros"
    return stage.pair(
        *scene.both(stage.random, figure=quantities.Quantity(scene.quantity.value, other).words(stage.random))
    )


@KINDS.add(APART)
def later_and_higher_count(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.TALLIES)
    higher = scene.quantity.times(Decimal(stage.random.choice(("1.31", "1.87", "2.42")))).words(stage.random)
    later = scene.timed.back(-stage.random.randint(1, 4)).words(stage.random)
    return stage.pair(*scene.both(stage.random, figure=higher, period=later))


@KINDS.add(ALONE)
def dead_against_injured(stage: Stage) -> Pair:
    scene = stage.scene(scenes.toll)
    wording = "{period}, hospitals had {figure} hurt in the {event} in their care."
    return stage.pair(*scene.both(stage.random, measure="injured", wording=wording, figure=_either(stage, scene)))


@KINDS.add(ALONE)
def dozens(stage: Stage) -> Pair:
    scene = stage.scene(scenes.toll, scenes.match)
    vague = "dozens of people" if scene.quantity.family == "people" else "thousands of spectators"
    return stage.pair(*scene.both(stage.random, figure=vague))


@KINDS.add(ALONE)
def happening(stage: Stage) -> Pair:
    scene, other = (stage.scene(scenes.match) for _ in range(2))
    return stage.pair(scene.told(stage.random), other.told(stage.random, period=scene.told(stage.random).period))


@KINDS.add(APART)
def happening_of_another_year(stage: Stage) -> Pair:
    scene = stage.scene(scenes.match, scenes.fire)
    before = scene.timed.year_before().words(stage.random)
    return stage.pair(*scene.both(stage.random, period=before, figure=_other(stage, scene)))


@KINDS.add(ALONE)
def rate_against_total(stage: Stage) -> Pair:
    scene = stage.scene(scenes.production)
    return stage.pair(*scene.both(stage.random, figure=f"{scene.quantity.value / 25:,.0f} tonnes per day"))


@KINDS.add(ALONE)
def rate_in_plain_words_against_total(stage: Stage) -> Pair:
    scene = stage.scene(scenes.production)
    daily = stage.random.choice(("{} tonnes a day", "{} tonnes daily", "{} tonnes each day"))
    wording = "Production of {item} in {actor} ran at {figure} {period}."
    changes = {"figure": daily.format(f"{scene.quantity.value / 25:,.0f}"), "wording": wording}
    return stage.pair(*scene.both(stage.random, **changes))


@KINDS.add(NEAR)
def price_of_a_barrel(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade)
    scene = scene.but(
        fact=scene.fact.but(counterparty=None, item=stage.random.choice(("light crude", "heavy crude"))),
        quantity=quantities.drawn(stage.random, "barrel", "41", "97", 1),
        measures=("price",),
        wordings=("{actor} sold {item} for {figure} {period}.", "{item} from {actor} fetched {figure} {period}."),
    )
    mine, theirs = scene.both(stage.random, figure=_other(stage, scene).replace(" a ", " per "))
    return stage.pair(mine, theirs)


@KINDS.add(APART)
def last_month_of_two_days_of_publication(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production)
    mine, theirs = (fact.but(period="last month") for fact in scene.both(stage.random, figure=_either(stage, scene)))
    return stage.published(mine, theirs, date(2025, stage.random.randint(1, 6), 9), date(2025, 9, 9))


@KINDS.add(APART)
def total_since_a_year(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production).but(when=When("year", 2021))
    return stage.pair(*scene.both(stage.random, period="since 2021", figure=_other(stage, scene)))


@KINDS.add(APART)
def part_of_a_happening(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.TALLIES)
    wording = "{period}, among the {item} alone the {event} had hit {figure}."
    part = scene.quantity.within(stage.random, "0.8").words(stage.random)
    item = stage.random.choice(("northern villages", "islanders", "hill farms"))
    return stage.pair(*scene.both(stage.random, item=item, wording=wording, figure=part), said="broader")


@KINDS.add(ALONE)
def average_of_months(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade).but(when=When("year", 2024))
    wording = "On average, {actor} shipped {figure} of {item}{to} a month {period}."
    changes = {"measure": "average monthly export volume", "figure": _either(stage, scene), "wording": wording}
    return stage.pair(*scene.both(stage.random, **changes))
