"""What an article leaves open may be borne out and never contradicted; what cannot be compared is not."""

from datetime import date
from decimal import Decimal

import pytest

from tests.crosscheck.cases import MAGNETS, article, claim, extraction
from tests.crosscheck.conftest import Compare
from verifier import listing
from verifier.models import Aspect, Topic
from verifier.reconcile.ruling import rule
from verifier.store import Unit

ONE, OTHER = article("one", publisher="One Paper"), article("other", publisher="Other Paper")
EXPORTS = MAGNETS.model_copy(update={"measure": "exports"})
FERRY = Topic(measure="deaths", event="March ferry accident off Palawan")


@pytest.mark.parametrize("aspect", ["change", "share"])
@pytest.mark.parametrize("theirs", [EXPORTS, MAGNETS, MAGNETS.model_copy(update={"measure": "export value"})])
def test_exports_may_be_tons_or_dollars_as_long_as_nobody_says(compare: Compare, aspect: Aspect, theirs: Topic) -> None:
    one = claim(ONE, "12 percent", topic=EXPORTS, aspect=aspect, basis="year", direction="up")
    other = claim(OTHER, "26 percent", topic=theirs, aspect=aspect, basis="year", direction="up")

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert "not comparable" == found.relation(one, other)
    assert "whether volume or value" in found.comparisons(one, other)[0].why


def test_an_agreement_says_that_what_is_counted_is_open(compare: Compare) -> None:
    one = claim(ONE, "12 percent", topic=EXPORTS, aspect="change", basis="year", direction="up")
    other = claim(OTHER, "12 percent", aspect="change", basis="year", direction="up")

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    (comparison,) = found.comparisons(one, other)
    assert "agrees" == comparison.relation
    assert "whether volume or value" in comparison.why


def test_an_amount_of_the_article_settles_what_its_change_counts(compare: Compare) -> None:
    tons = claim(ONE, "6,150 tonnes", topic=EXPORTS)
    one = claim(ONE, "12 percent", topic=EXPORTS, aspect="change", basis="year", direction="up")
    other = claim(OTHER, "26 percent", aspect="change", basis="year", direction="up")

    found = compare(extraction(ONE, tons, one), extraction(OTHER, other))

    assert "conflicts" == found.relation(one, other)


@pytest.mark.parametrize("unsaid", [{"item": None}, {"actor": None}, {"item": None, "actor": None}])
def test_within_one_article_a_topic_with_an_open_field_contradicts_nothing(
    compare: Compare, unsaid: dict[str, None]
) -> None:
    topic = MAGNETS.model_copy(update=unsaid)
    one, other = (claim(ONE, words, topic=topic, place=at) for words, at in (("6,150 tonnes", 0), ("500 tonnes", 90)))

    found = compare(extraction(ONE, one, other))

    assert "unsourced" == found.verdict(one)


@pytest.mark.parametrize("mine", [{"actor": None}, {"actor": None, "item": None}])
@pytest.mark.parametrize("theirs", [{}, {"actor": None}, {"item": None}])
def test_whose_figure_it_is_left_unsaid_contradicts_nothing(
    compare: Compare, mine: dict[str, None], theirs: dict[str, None]
) -> None:
    one = claim(ONE, "6,150 tonnes", topic=MAGNETS.model_copy(update=mine))
    other = claim(OTHER, "500 tonnes", topic=MAGNETS.model_copy(update=theirs))

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert ("unsourced", "unsourced") == (found.verdict(one), found.verdict(other))


TEA = MAGNETS.model_copy(update={"item": "green tea"})
INDIA = MAGNETS.model_copy(update={"actor": "India"})
TRADE = "China and India sell rare earth magnets and green tea abroad."


@pytest.mark.parametrize(("unsaid", "instead"), [({"item": None}, TEA), ({"actor": None}, INDIA)])
def test_a_figure_that_fits_another_item_or_country_contradicts_none(
    compare: Compare, unsaid: dict[str, None], instead: Topic
) -> None:
    detailed, brief = article("detailed", TRADE, publisher="A"), article("brief", f"{TRADE} More?", publisher="B")
    magnets, other = claim(detailed, "6,150 tonnes"), claim(detailed, "500 tonnes", topic=instead, place=90)
    vague = claim(brief, "500 tonnes", topic=MAGNETS.model_copy(update=unsaid))

    found = compare(extraction(detailed, magnets, other), extraction(brief, vague))

    assert ("not comparable", "agrees") == (found.relation(vague, magnets), found.relation(vague, other))
    assert ("not comparable", "agrees") == (found.relation(magnets, vague), found.relation(other, vague))


def test_a_figure_that_fits_the_item_under_another_name_still_contradicts_it(unit: Unit, compare: Compare) -> None:
    one, other, brief = (article(name, f"{TRADE} {name}", publisher=name) for name in ("A", "B", "C"))
    mine, theirs = claim(one, "6,150 tonnes"), claim(other, "500 tonnes", topic=TEA)
    vague = claim(brief, "500 tonnes", topic=MAGNETS.model_copy(update={"item": None}))
    readings = [extraction(one, mine), extraction(other, theirs), extraction(brief, vague)]
    compare(*readings)
    topics = {held.claim.id: held.topic for held in listing.list_claims(unit, listing.Wanted()).claims}

    rule(unit, topics[mine.id], topics[theirs.id], "same", "one thing under two names", person="Ana")

    assert "conflicts" == compare(*readings).relation(mine, vague)


@pytest.mark.parametrize("actor", ["China", "Kessmar"])
def test_beside_another_country_nobody_knows_whose_figure_it_is(compare: Compare, actor: str) -> None:
    topic = MAGNETS.model_copy(update={"actor": actor})
    aside = article("aside", f"News from Iraq: {actor} sells more rare earth magnets.", publisher="Aside")
    unsaid = topic.model_copy(update={"actor": None})
    named, vague = claim(ONE, "6,150 tonnes", topic=topic), claim(aside, "500 tonnes", topic=unsaid)

    found = compare(extraction(ONE, named), extraction(aside, vague))

    assert "not comparable" == found.relation(named, vague)


def test_cars_are_not_electric_cars_where_one_article_counts_both(compare: Compare) -> None:
    cars, electric = (Topic(measure="sales", item=item, actor="Japan") for item in ("cars", "electric cars"))
    one, other = claim(ONE, "412,000 cars", topic=cars), claim(ONE, "9,000 cars", topic=electric, place=90)

    found = compare(extraction(ONE, one, other))

    assert "unsourced" == found.verdict(one)


@pytest.mark.parametrize(
    ("mine", "theirs", "when", "relation"),
    [
        ("monthly export volume", "export volume", "2024", "nothing"),
        ("daily export volume", "export volume", "July 2025", "nothing"),
        ("monthly export volume", "export volume", "July 2025", "conflicts"),
        ("annual export volume", "export volume", "2024", "conflicts"),
    ],
)
def test_a_monthly_figure_is_that_of_a_month_only(
    compare: Compare, mine: str, theirs: str, when: str, relation: str
) -> None:
    one = claim(ONE, "400 tonnes", when, topic=MAGNETS.model_copy(update={"measure": mine}))
    other = claim(OTHER, "5,500 tonnes", when, topic=MAGNETS.model_copy(update={"measure": theirs}))

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert relation == found.relation(one, other)


@pytest.mark.parametrize(
    ("mine", "theirs", "relation"),
    [
        (None, None, "not comparable"),
        ("One Bank", "Other Bank", "not comparable"),
        ("One Bank", None, "not comparable"),
        ("One Bank", "one bank", "conflicts"),
    ],
)
def test_everybody_forecasts_for_himself(compare: Compare, mine: str | None, theirs: str | None, relation: str) -> None:
    one = claim(ONE, "6,150 tonnes", modality="forecast", attribution=mine)
    other = claim(OTHER, "5,500 tonnes", modality="forecast", attribution=theirs)

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert relation == found.relation(one, other)


@pytest.mark.parametrize("measure", ["number of employees", "stock value", "reserves"])
def test_what_does_not_add_up_over_time_is_no_part_of_its_year(compare: Compare, measure: str) -> None:
    topic = MAGNETS.model_copy(update={"measure": measure})
    month = claim(ONE, "2,568.8 tonnes", "July 2025", topic=topic)
    year = claim(OTHER, "2,000 tonnes", "2025", topic=topic)

    found = compare(extraction(ONE, month), extraction(OTHER, year))

    assert ("unsourced", "unsourced") == (found.verdict(month), found.verdict(year))


def test_a_part_of_a_part_over_time_is_no_part(compare: Compare) -> None:
    to_eu = MAGNETS.model_copy(update={"counterparty": "EU"})
    month = claim(ONE, "2,568.8 tonnes", "July 2025", topic=to_eu)
    year = claim(OTHER, "2,000 tonnes", "2025")

    found = compare(extraction(ONE, month), extraction(OTHER, year))

    assert "unsourced" == found.verdict(month)


def test_a_part_above_its_whole_is_told_once(compare: Compare) -> None:
    whole = claim(ONE, "2,000 tonnes")
    part = claim(OTHER, "2,568.8 tonnes", topic=MAGNETS.model_copy(update={"counterparty": "EU"}))

    found = compare(extraction(ONE, whole), extraction(OTHER, part))

    (comparison,) = found.comparisons(part, whole)
    assert "a part is above the whole it belongs to" == comparison.why


@pytest.mark.parametrize("field", ["item", "actor"])
def test_the_children_among_the_dead_are_not_the_dead(compare: Compare, field: str) -> None:
    children = claim(
        ONE, "12 people", "4 March 2025", topic=FERRY.model_copy(update={field: "children"}), aspect="tally"
    )
    everybody = claim(OTHER, "40 people", "4 March 2025", topic=FERRY, aspect="tally")

    found = compare(extraction(ONE, children), extraction(OTHER, everybody))

    assert ("unsourced", "unsourced") == (found.verdict(children), found.verdict(everybody))


def test_one_name_of_a_happening_years_apart_is_two_happenings(compare: Compare) -> None:
    strength = FERRY.model_copy(update={"measure": "number of boats"})
    one = claim(ONE, "3 boats", "4 March 2025", topic=strength)
    other = claim(OTHER, "5 boats", "6 March 2023", topic=strength)

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert "not comparable" == found.relation(one, other)


def test_a_count_without_a_happening_is_of_its_own_period(compare: Compare) -> None:
    hurt = Topic(measure="injured", item="workers", actor="Chile")
    one = claim(ONE, "30 workers", "1 March 2025", topic=hurt, aspect="tally")
    other = claim(OTHER, "12 workers", "9 September 2025", topic=hurt, aspect="tally")

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert "unsourced" == found.verdict(one)


@pytest.mark.parametrize(("fahrenheit", "relation"), [("100 °F", "agrees"), ("86 °F", "conflicts")])
def test_degrees_of_one_kind_are_those_of_another(compare: Compare, fahrenheit: str, relation: str) -> None:
    heat = Topic(measure="temperature", item="air", actor="Seville")
    one, other = claim(ONE, "38 °C", topic=heat), claim(OTHER, fahrenheit, topic=heat)

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert relation == found.relation(one, other)


def test_a_target_by_a_year_bears_out_one_of_that_year(compare: Compare) -> None:
    one = claim(ONE, "65 percent", "by 2030", aspect="share", modality="target")
    other = claim(OTHER, "65 percent", "by 2030", aspect="share", modality="target")

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert "agrees" == found.relation(one, other)


def test_a_count_of_a_happening_that_may_be_another_does_not_contradict(compare: Compare) -> None:
    early, late = (article(name, publisher=name, published=date(2025, 9, day)) for name, day in (("a", 1), ("b", 4)))
    quake = Topic(measure="deaths", event="earthquake")
    one = claim(early, "1,411 people", None, topic=quake, aspect="tally")
    other = claim(late, "812 people", None, topic=quake, aspect="tally")

    found = compare(extraction(early, one), extraction(late, other))

    assert "nothing" == found.relation(one, other)


@pytest.mark.parametrize("when", ["July 2025", "3 July 2025"])
def test_a_price_moves(compare: Compare, when: str) -> None:
    oil = Topic(measure="price", item="crude oil", actor="OPEC")
    one, other = claim(ONE, "US$70", when, topic=oil), claim(OTHER, "US$82", when, topic=oil)

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert "compatible" == found.relation(one, other)


def test_one_article_may_tell_of_one_happening_day_by_day(compare: Compare) -> None:
    rain = Topic(measure="rainfall", event="June flood of Palawan")
    monday = claim(ONE, "80 mm", "2 June 2025", topic=rain)
    tuesday = claim(ONE, "120 mm", "3 June 2025", topic=rain, place=40)

    found = compare(extraction(ONE, monday, tuesday))

    assert ("unsourced", "unsourced") == (found.verdict(monday), found.verdict(tuesday))


def test_what_is_sold_in_one_region_is_not_all_that_is_sold(compare: Compare) -> None:
    words = "Revenue grew in Europe and in North America."
    sales = Topic(measure="sales revenue", actor="Kessmar")
    regional = sales.model_copy(update={"item": "North America"})
    detailed, brief = article("detailed", words, publisher="A"), article("brief", words + " So it goes.", publisher="B")
    whole = claim(detailed, "4 billion euros", topic=sales)
    part = claim(detailed, "1 billion euros", topic=regional, place=40)
    other = claim(brief, "4 billion euros", topic=sales)

    found = compare(extraction(detailed, whole, part), extraction(brief, other))

    assert ("agrees", "not comparable") == (found.relation(other, whole), found.relation(other, part))


def test_a_billion_of_a_translated_text_may_be_a_thousand_times_as_much(compare: Compare) -> None:
    bill = MAGNETS.model_copy(update={"measure": "export value"})
    translated = claim(ONE, "4 billion euros", topic=bill)
    assert translated.figure is not None
    both = translated.figure.model_copy(update={"readings": (Decimal(1), Decimal(1000))})
    translated = translated.model_copy(update={"figure": both})
    other = claim(OTHER, "4,000 billion euros", topic=bill)

    found = compare(extraction(ONE, translated), extraction(OTHER, other))

    assert "compatible" == found.relation(translated, other)
