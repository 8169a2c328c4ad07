"""Changes after which one of the two leaves open whether they speak of the same, or how near they are."""

from datetime import date
from decimal import Decimal

from tests.crosscheck.changed import moves, quantities, scenes
from tests.crosscheck.changed.bearing_out import dated, without_actor
from tests.crosscheck.changed.dates import When
from tests.crosscheck.changed.pairs import AGREE, APART, NEAR, Kinds, Pair, Stage
from tests.crosscheck.changed.telling import Fact

KINDS = Kinds()


def _other(stage: Stage, scene: scenes.Scene) -> str:
    return scene.quantity.other(stage.random).words(stage.random)


@KINDS.add(APART)
def value_with_the_year_open(stage: Stage) -> Pair:
    scene = dated(stage, scenes.rain, scenes.wind, scenes.trade)
    changes = {"period": scene.timed.yearless, "figure": _other(stage, scene)}
    return stage.pair(*scene.both(stage.random, **changes), dated=False)


@KINDS.add(APART)
def value_with_no_period(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production, scenes.budget)
    return stage.pair(*scene.both(stage.random, period=None, figure=_other(stage, scene)))


@KINDS.add(APART)
def part_of_a_month(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production)
    scene = scene.but(when=When("month", 2025, stage.random.randint(1, 12)))
    early = f"in {stage.random.choice(('early', 'mid', 'late'))} {scene.timed.name} 2025"
    return stage.pair(*scene.both(stage.random, period=early.replace("mid ", "mid-"), figure=_other(stage, scene)))


@KINDS.add(APART)
def value_with_the_base_open(stage: Stage) -> Pair:
    scene = stage.scene(*moves.SETTINGS)
    return stage.pair(*scene.both(stage.random, base=None, figure=_other(stage, scene)))


@KINDS.add(APART)
def item_that_may_be_the_same(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production)
    changes = {"item": stage.names.item(), "figure": _other(stage, scene)}
    return stage.pair(*scene.both(stage.random, **changes), said="unclear")


@KINDS.add(APART)
def item_open_in_an_article_that_never_speaks_of_it(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production)
    return stage.pair(*scene.both(stage.random, item=None, figure=_other(stage, scene)))


@KINDS.add(APART)
def value_with_the_actor_open(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade)
    scene = scene.but(fact=scene.fact.but(counterparty=None))
    pair = without_actor(stage, scene, headline=False, figure=_other(stage, scene))
    return Pair(pair.first, pair.second.but(paragraphs=tuple(one for one in pair.second.paragraphs if not _aside(one))))


def _aside(paragraph: str | Fact) -> bool:
    return isinstance(paragraph, Fact) and paragraph.actor is not None


@KINDS.add(APART)
def change_of_exports_nobody_says_of_what(stage: Stage) -> Pair:
    scene = stage.scene(moves.trade)
    scene = scene.but(
        measures=("exports",),
        wordings=(
            "Exports of {item} from {actor} {moved} {figure} {period} {base}.",
            "{period}, {actor}'s exports of {item} {moved} {figure} {base}.",
        ),
    )
    return stage.pair(*scene.both(stage.random, figure=_other(stage, scene)))


@KINDS.add(NEAR)
def price(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade)
    scene = scene.but(
        fact=scene.fact.but(counterparty=None),
        quantity=quantities.drawn(stage.random, "dollars", "1.1", "9", 1),
        measures=("price",),
        wordings=(
            "{period}, a shipload of {item} from {actor} cost {figure}.",
            "Dealers paid {figure} {period} for a shipload of {item} from {actor}.",
        ),
    )
    return stage.pair(*scene.both(stage.random, figure=_other(stage, scene)))


@KINDS.add(NEAR)
def rounded_without_a_hedge(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production, scenes.match, scenes.fire)
    return stage.pair(*scene.both(stage.random, figure=scene.quantity.rounded(2).words(stage.random)))


@KINDS.add(NEAR)
def one_more_or_less_where_heads_are_counted(stage: Stage) -> Pair:
    scene = stage.scene(scenes.match, *scenes.TALLIES)
    amount = scene.quantity
    nearly = quantities.Quantity(amount.value + stage.random.choice((-1, 1)), amount.family)
    return stage.pair(*scene.both(stage.random, figure=nearly.words(stage.random)))


@KINDS.add(NEAR)
def a_ton_that_may_be_short(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade, scenes.production)
    metric = scene.quantity.times(Decimal("0.90718474")).words(stage.random)
    mine, theirs = scene.both(stage.random, figure=metric)
    return stage.pair(mine.but(figure=f"{scene.quantity.value:,f} tons"), theirs)


@KINDS.add(NEAR)
def counts_of_one_day_of_publication(stage: Stage) -> Pair:
    return _counts(stage, date(2025, stage.random.randint(1, 12), 7))


@KINDS.add(APART)
def counts_of_unknown_days(stage: Stage) -> Pair:
    return _counts(stage, None)


def _counts(stage: Stage, day: date | None) -> Pair:
    scene = stage.scene(*scenes.TALLIES)
    mine, theirs = (fact.but(period=None) for fact in scene.both(stage.random, figure=_other(stage, scene)))
    return stage.published(mine, theirs, day)


@KINDS.add(NEAR)
def far_above_a_lower_bound(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.FLOWS, *scenes.TALLIES, scenes.match)
    bound = (
        scene.quantity.times(Decimal("0.31")).rounded(2).words(stage.random, stage.random.choice(("more than", "over")))
    )
    return stage.pair(*scene.both(stage.random, figure=bound))


@KINDS.add(NEAR)
def far_below_an_upper_bound(stage: Stage) -> Pair:
    scene = stage.scene(*scenes.FLOWS, *scenes.TALLIES, scenes.match)
    bound = (
        scene.quantity.times(Decimal("3.13")).rounded(2).words(stage.random, stage.random.choice(("up to", "at most")))
    )
    return stage.pair(*scene.both(stage.random, figure=bound))


@KINDS.add(APART, AGREE)
def value_open_in_item_that_fits_another_item(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade)
    second, figure = stage.names.item(), scene.quantity.other(stage.random).words(stage.random)
    pair = stage.pair(*scene.both(stage.random, item=None, figure=figure), asides=False)
    other = scene.told(stage.random, item=second, figure=figure)
    both = f"Dealers in {scene.fact.item} and {second} took note."
    first = pair.first.but(paragraphs=(*pair.first.paragraphs, other))
    return Pair(first, pair.second.but(paragraphs=(*pair.second.paragraphs, both)), beside=AGREE)


@KINDS.add(APART)
def value_with_another_country_in_passing(stage: Stage) -> Pair:
    scene = stage.scene(scenes.trade)
    scene = scene.but(fact=scene.fact.but(counterparty=None))
    pair = without_actor(stage, scene, headline=False, figure=_other(stage, scene))
    home = stage.random.choice(("Venezuela", "Iraq", "Israel", "Taiwan", "the Philippines"))
    words = (f"New numbers from {home}", f"Its exports are small beside those of {scene.fact.actor}.")
    rest = tuple(one for one in pair.second.paragraphs[1:] if not _aside(one))
    return Pair(pair.first, pair.second.but(paragraphs=(*words, *rest)))
