"""Changes that leave the fact as it was: other words, other units, fewer digits, something left unsaid."""

import re
from decimal import ROUND_HALF_EVEN, Decimal

from tests.crosscheck.changed import moves, quantities, scenes
from tests.crosscheck.changed.dates import When
from tests.crosscheck.changed.names import SOURCES, day_after
from tests.crosscheck.changed.pairs import AGREE, APART, Kinds, Pair, Stage
from tests.crosscheck.changed.quantities import DOWN, UP, Quantity

KINDS = Kinds()

SYNONYMS = (
    ("maize", "corn"), ("rapeseed", "canola"), ("groundnuts", "peanuts"), ("petrol", "gasoline"),
    ("aubergines", "eggplants"), ("courgettes", "zucchini"), ("prawns", "shrimp"), ("spring onions", "scallions"),
)  # fmt: skip
COUNTRIES = (
    ("the United Kingdom", "Britain"), ("the Netherlands", "Holland"), ("the Czech Republic", "Czechia"),
    ("the European Union", "the EU"), ("Turkey", "Türkiye"), ("South Korea", "the Republic of Korea"),
    ("the United States", "the U.S."), ("the United Arab Emirates", "the UAE"), ("Russia", "the Russian Federation"),
)  # fmt: skip
ABOUT = ("about", "roughly", "around", "some", "approximately", "an estimated")
OVER = ("more than", "over", "at least", "upwards of")
UNDER = ("under", "less than")
NEARLY = ("nearly", "almost", "just under", "close to")


@KINDS.add(AGREE, copied=True)
def the_same_in_other_words(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.FIGURES, *scenes.TALLIES)
    return stage.pair(*scene.both(stage.random))


@KINDS.add(AGREE)
def the_same_change_in_other_words(stage: Stage) -> Pair:
    scene = stage.scene(*moves.SETTINGS)
    return stage.pair(*scene.both(stage.random))


@KINDS.add(AGREE)
def base_in_other_words(stage: Stage) -> Pair:
    scene = stage.scene(*moves.SETTINGS)
    step = stage.random.choice(("year", scene.timed.step))
    mine, theirs = (moves.against(stage.random, scene, step).told(stage.random) for _ in range(2))
    return stage.pair(mine, theirs.but(wording=_another(stage, scene.wordings, mine.wording)))


@KINDS.add(AGREE)
def another_unit(stage: Stage) -> Pair:
    scene = stage.scene(
        *scenes.FLOWS, scenes.power, scenes.railway, scenes.fire, scenes.rain, scenes.wind, scenes.results
    )
    amount = scene.quantity.converted(stage.random.choice(scene.quantity.others), stage.random.choice((3, 4)))
    return stage.pair(*scene.both(stage.random, figure=amount.words(stage.random)))


@KINDS.add(AGREE)
def another_form_of_the_unit(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.FIGURES)
    units = quantities.FAMILIES[scene.quantity.family]
    forms = {form for unit in units if unit.size == units[0].size for form in unit.forms}
    figures = [form.format(f"{scene.quantity.value:,f}") for form in stage.random.sample(sorted(forms), len(forms))]
    mine, theirs = scene.both(stage.random)
    return stage.pair(mine.but(figure=figures[0]), theirs.but(figure=figures[-1]))


@KINDS.add(AGREE)
def rounded_to_its_unit(stage: Stage) -> Pair:
    scene = stage.scene(scenes.results, scenes.budget, scenes.rain, scenes.vote, scenes.refining, scenes.railway)
    amount = Quantity(scene.quantity.value.quantize(Decimal(1)), scene.quantity.family)
    return stage.pair(*scene.both(stage.random, figure=amount.words(stage.random)))


@KINDS.add(AGREE)
def rounded_in_a_larger_unit(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production, scenes.generation, scenes.match)
    larger = next(
        place for place in scene.quantity.others if quantities.FAMILIES[scene.quantity.family][place].size >= 1000
    )
    size = quantities.FAMILIES[scene.quantity.family][larger].size
    amount = Quantity(quantities.rounded(scene.quantity.size / size, 3), scene.quantity.family, larger)
    return stage.pair(*scene.both(stage.random, figure=amount.words(stage.random)))


@KINDS.add(AGREE)
def rounded_with_about(stage: Stage) -> Pair:
    return _hedged(stage, ABOUT, ROUND_HALF_EVEN)


@KINDS.add(AGREE)
def rounded_down_with_more_than(stage: Stage) -> Pair:
    return _hedged(stage, OVER, DOWN)


@KINDS.add(AGREE)
def rounded_up_with_less_than(stage: Stage) -> Pair:
    return _hedged(stage, UNDER, UP)


def _hedged(stage: Stage, hedges: tuple[str, ...], rounding: str) -> Pair:
    scene = stage.scene(*scenes.FIGURES, *scenes.TALLIES)
    amount = scene.quantity.rounded(2, rounding)
    return stage.pair(*scene.both(stage.random, figure=amount.words(stage.random, stage.random.choice(hedges))))


@KINDS.add(AGREE)
def rounded_up_with_nearly(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.FLOWS, scenes.match, scenes.fire, *scenes.TALLIES)
    round_one = scene.quantity.rounded(2, UP)
    short = Decimal(10) ** (round_one.value.adjusted() - 1) * Decimal(stage.random.choice(("0.11", "0.23", "0.42")))
    scene = scene.but(
        quantity=Quantity(round_one.value - max(short.quantize(Decimal(1)), Decimal(1)), round_one.family)
    )
    return stage.pair(*scene.both(stage.random, figure=round_one.words(stage.random, stage.random.choice(NEARLY))))


@KINDS.add(AGREE)
def told_as_a_range(stage: Stage) -> Pair:
    scene = stage.scene(scenes.power, scenes.match, scenes.rain, scenes.vote, *scenes.TALLIES)
    low, high = scene.quantity.rounded(2, DOWN), scene.quantity.rounded(2, UP)
    between = high.words(stage.random).replace(f"{high.value:,f}", f"{low.value:,f} and {high.value:,f}")
    return stage.pair(*scene.both(stage.random, figure=f"between {between}"))


@KINDS.add(AGREE)
def year_left_to_the_day_of_publication(stage: Stage) -> Pair:
    scene = dated(stage, scenes.trade, scenes.production, scenes.rain, scenes.wind)
    mine, theirs = scene.both(stage.random, period=scene.timed.yearless)
    return stage.published(mine, theirs, None, day_after(stage.random, scene.timed.end))


@KINDS.add(AGREE)
def year_open(stage: Stage) -> Pair:
    scene = dated(stage, scenes.trade, scenes.production, scenes.generation)
    return stage.pair(*scene.both(stage.random, period=scene.timed.yearless), dated=False)


@KINDS.add(AGREE)
def year_of_a_day_open(stage: Stage) -> Pair:
    scene = dated(stage, scenes.rain, scenes.wind)
    return stage.pair(*scene.both(stage.random, period=scene.timed.yearless), dated=False)


@KINDS.add(AGREE)
def a_day_in_may(stage: Stage) -> Pair:
    scene = stage.scene(scenes.rain, scenes.wind)
    scene = scene.but(when=When("day", 2025, 5, stage.random.randint(2, 28)))
    mine, theirs = scene.both(stage.random, period=f"on {scene.timed.day} May")
    return stage.published(mine, theirs, None, day_after(stage.random, scene.timed.end))


def dated(stage: Stage, *settings: scenes.Setting) -> scenes.Scene:
    """Return a fact of a day, month or quarter, none of them with a day in May: such a day has a kind of its own."""
    scene = stage.scene(*settings)
    while scene.timed.step == "year" or (scene.timed.step, scene.timed.number) == ("day", 5):
        scene = stage.scene(*settings)
    return scene


@KINDS.add(AGREE)
def base_open(stage: Stage) -> Pair:
    scene = stage.scene(*moves.SETTINGS)
    return stage.pair(*scene.both(stage.random, base=None))


@KINDS.add(AGREE)
def item_open(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production)
    return stage.pair(*scene.both(stage.random, item=None))


@KINDS.add(AGREE)
def actor_named_in_the_headline_only(stage: Stage) -> Pair:
    return without_actor(stage, stage.scene(scenes.trade))


def without_actor(stage: Stage, scene: scenes.Scene, *, headline: bool = True, **changes: str) -> Pair:
    """Return a pair whose second article says at most in its headline whose exports they are."""
    mine = scene.told(stage.random)
    wording = stage.random.choice(
        ("Exports of {item}{to} came to {figure} {period}.", "{period}, {figure} of {item} were shipped abroad{to}.")
    )
    pair = stage.pair(mine, scene.told(stage.random, actor=None, wording=wording, **changes))
    words = scene.fact.actor if headline else "the region"
    return Pair(pair.first, pair.second.but(paragraphs=(f"New numbers from {words}", *pair.second.paragraphs[1:])))


@KINDS.add(AGREE)
def country_under_another_name(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production)
    one, other = stage.random.sample(stage.random.choice(COUNTRIES), 2)
    scene = scene.but(fact=scene.fact.but(actor=one, counterparty=None))
    return stage.pair(*scene.both(stage.random, actor=other), asides=False)


@KINDS.add(AGREE)
def item_in_another_spelling(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production)
    item = str(scene.fact.item)
    one = item.removesuffix("s") if not item.endswith("ss") else item
    other = stage.random.choice((item.title(), item.replace(" ", "-"), one))
    return stage.pair(*scene.both(stage.random, item=other))


@KINDS.add(AGREE)
def item_under_another_name(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production)
    one, other = stage.random.sample(stage.random.choice(SYNONYMS), 2)
    scene = scene.but(fact=scene.fact.but(item=one))
    return stage.pair(*scene.both(stage.random, item=other), said="same")


@KINDS.add(AGREE)
def company_under_a_shorter_name(stage: Stage) -> Pair:
    scene = stage.scene(scenes.results)
    return stage.pair(*scene.both(stage.random, actor=str(scene.fact.actor).split()[0]), said="same", asides=False)


@KINDS.add(AGREE)
def happening_under_another_name(stage: Stage) -> Pair:
    scene = stage.scene(scenes.toll)
    return stage.pair(*scene.both(stage.random, event=other_name(scene)), said="same")


def other_name(scene: scenes.Scene) -> str:
    """Return another name of the happening, with the same place."""
    place = re.split(" (?:off|above|at|near) ", str(scene.fact.event))[1]
    return f"disaster of {place}"


@KINDS.add(AGREE)
def a_ton_that_may_be_metric(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production)
    return stage.pair(*scene.both(stage.random, figure=f"{scene.quantity.value:,f} tons"))


@KINDS.add(AGREE)
def one_primary_source(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.FIGURES)
    source = stage.random.choice(SOURCES)
    mine, theirs = scene.both(stage.random)
    return stage.pair(mine.but(attribution=source), theirs.but(attribution=source))


@KINDS.add(AGREE)
def credited_to_a_paper_that_is_not_at_hand(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.FIGURES)
    return stage.pair(*scene.both(stage.random, attribution=stage.names.paper()))


@KINDS.add(AGREE)
def share_of_a_narrower_market(stage: Stage) -> Pair:
    scene = stage.scene(scenes.refining)
    return stage.pair(*scene.both(stage.random, item=f"organic {scene.fact.item}"), said="broader")


@KINDS.add(AGREE)
def happening_on_another_day(stage: Stage) -> Pair:
    scene = stage.scene(scenes.match, scenes.fire)
    return stage.pair(*scene.both(stage.random, period=scene.timed.back().words(stage.random)))


@KINDS.add(AGREE)
def last_month(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production).but(when=When("month", 2025, stage.random.randint(1, 12)))
    return stage.published(
        *scene.both(stage.random, period="last month"), None, day_after(stage.random, scene.timed.end)
    )


@KINDS.add(AGREE)
def conversion_in_brackets(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.FLOWS, scenes.railway, scenes.fire, scenes.rain, scenes.wind)
    amount = scene.quantity.converted(stage.random.choice(scene.quantity.others), 3)
    both = f"{scene.quantity.words(stage.random)} ({amount.words(stage.random)})"
    mine, theirs = scene.both(stage.random, figure=amount.words(stage.random))
    return stage.pair(mine.but(figure=both), theirs)


@KINDS.add(AGREE)
def fall_told_with_a_minus(stage: Stage) -> Pair:
    scene = stage.scene(moves.production, moves.results)
    while scene.fact.direction != "down":
        scene = stage.scene(moves.production, moves.results)
    minus = f"{stage.random.choice(('-', '−', 'minus '))}{scene.quantity.words(stage.random)}"
    return stage.pair(*scene.both(stage.random, figure=minus, moved="changed by"))


@KINDS.add(AGREE)
def frost_in_other_words(stage: Stage) -> Pair:
    scene = frost(stage)
    return stage.pair(*scene.both(stage.random, figure=f"minus {abs(scene.quantity.value)} degrees Celsius"))


def heat(stage: Stage) -> scenes.Scene:
    """Return the warmest hour of one day at one place."""
    scene = stage.scene(scenes.rain)
    return scene.but(
        fact=scene.fact.but(item="air"),
        quantity=quantities.drawn(stage.random, "celsius", "24.1", "41", 1),
        measures=("temperature", "maximum temperature")[:1],
        wordings=(
            "{period}, the {item} in {actor} warmed to {figure}.",
            "The {item} in {actor} reached {figure} {period}.",
        ),
    )


@KINDS.add(AGREE)
def degrees_of_the_other_kind(stage: Stage) -> Pair:
    scene = heat(stage)
    value = (scene.quantity.value * 9 / 5 + 32).quantize(Decimal("0.1"))
    return stage.pair(*scene.both(stage.random, figure=f"{value} {stage.random.choice(('°F', 'degrees Fahrenheit'))}"))


def frost(stage: Stage) -> scenes.Scene:
    """Return the coldest hour of one day at one place."""
    scene = stage.scene(scenes.rain)
    cold = quantities.drawn(stage.random, "celsius", "4.1", "31", 1)
    return scene.but(
        fact=scene.fact.but(item="air"),
        quantity=Quantity(-cold.value, cold.family),
        measures=("temperature", "air temperature")[:1],
        wordings=(
            "{period}, the {item} in {actor} was measured at {figure}.",
            "The {item} in {actor} stood at {figure} {period}.",
        ),
    )


@KINDS.add(AGREE)
def year_so_far_that_ends_with_its_latest_month(stage: Stage) -> Pair:
    return so_far(stage)


def so_far(stage: Stage, factor: str = "1") -> Pair:
    """Return a running total beside its latest month, and the same total with its months named."""
    scene = stage.scene(scenes.trade, scenes.production)
    month = When("month", 2025, stage.random.randint(3, 11))
    total = scene.quantity.times(Decimal("6.13"))
    mine = scene.told(stage.random, period="in the year to date", figure=total.words(stage.random))
    named = f"from January to {month.name} 2025"
    theirs = scene.told(stage.random, period=named, figure=total.times(Decimal(factor)).words(stage.random))
    theirs = theirs.but(wording=_another(stage, scene.wordings, mine.wording))
    published = stage.random.choice((None, day_after(stage.random, month.end)))
    pair = stage.published(mine, theirs, published)
    latest = scene.told(stage.random, period=month.words(stage.random))
    return Pair(pair.first.but(paragraphs=(*pair.first.paragraphs, latest)), pair.second, beside=APART)


@KINDS.add(AGREE)
def dollar_sign(stage: Stage) -> Pair:
    scene = stage.scene(scenes.results)
    scene = scene.but(quantity=Quantity(scene.quantity.value, "dollars"))
    return stage.pair(*scene.both(stage.random, figure=f"${scene.quantity.value} million"))


@KINDS.add(AGREE)
def country_as_an_adjective(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade)
    country, adjective = stage.random.choice(
        (("Chile", "Chilean"), ("Peru", "Peruvian"), ("Kenya", "Kenyan"), ("Norway", "Norwegian"))
    )
    scene = scene.but(fact=scene.fact.but(actor=country))
    wording = "{period}, {actor} exports of {item}{to} amounted to {figure}."
    return stage.pair(*scene.both(stage.random, actor=adjective, wording=wording), asides=False)


def _another(stage: Stage, wordings: tuple[str, ...], wording: str) -> str:
    return stage.random.choice([one for one in wordings if one != wording])
