"""What two figures of one article make of a third: a sum may contradict and may fit, but bears nothing out."""

from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.crosscheck.cases import MAGNETS, extraction
from tests.crosscheck.conftest import Compare
from tests.crosscheck.sums import NOVEMBER, OCTOBER, ONE, OTHER, THIRD, amount, change
from verifier.crosscheck.rows import topic_keys
from verifier.models import Claim, Direction
from verifier.reconcile.open_pairs import TopicPair, tie_row
from verifier.store import Unit
from verifier.topics import Tie, TopicRelation

SHIPPED = MAGNETS.model_copy(update={"measure": "tonnage sold abroad"})


class Case(NamedTuple):
    """What one article says of November, and another of October."""

    level: str
    change: str
    way: Direction
    base: str


@pytest.mark.parametrize(
    ("case", "relation"),
    [
        (Case("6,150 metric tons", "12%", "up", "5,100 metric tons"), "conflicts"),
        (Case("6,150 metric tons", "12%", "up", "5,600 metric tons"), "conflicts"),
        (Case("6,150 metric tons", "12%", "up", "5,491 metric tons"), "implies"),
        (Case("6,150 metric tons", "12%", "up", "5,473 metric tons"), "implies"),
        (Case("6,150 metric tons", "12%", "up", "5.47 kilotonnes"), "implies"),
        (Case("582 tons", "11%", "down", "654 tons"), "implies"),
        (Case("582 tons", "11%", "down", "524 tons"), "conflicts"),
        (Case("582 tons", "minus 11%", "down", "654 tons"), "implies"),
        (Case("6,150 metric tons", "more than 12%", "up", "5,000 metric tons"), "not comparable"),
        (Case("6,150 metric tons", "more than 12%", "up", "5,600 metric tons"), "conflicts"),
        (Case("roughly 6,150 metric tons", "roughly 10 percent", "up", "5,450 metric tons"), "not comparable"),
        (Case("5,577 metric tons", "nearly 75%", "up", "3,187 metric tons"), "implies"),
        (Case("6,150 metric tons", "100 percent", "down", "5,100 metric tons"), "not comparable"),
        (Case("6,150 metric tons", "nearly 100 percent", "down", "5,100 metric tons"), "not comparable"),
        (Case("61 metric tons", "99 percent", "down", "6,150 metric tons"), "implies"),
        (Case("6,150 metric tons", "doubled", "up", "5,100 metric tons"), "not comparable"),
        (Case("6,150 metric tons", "12 percentage points", "up", "5,100 metric tons"), "not comparable"),
    ],
)
def test_an_amount_and_its_change_imply_the_amount_before(compare: Compare, case: Case, relation: str) -> None:
    level, rise = amount(ONE, case.level), change(ONE, case.change, case.way)
    base = amount(OTHER, case.base, OCTOBER)

    found = compare(extraction(ONE, level, rise), extraction(OTHER, base))

    assert (relation, relation) == (found.relation(base, level), found.relation(level, base))


def test_an_implied_contradiction_conflicts_on_all_three_and_shows_its_sum(compare: Compare) -> None:
    level, rise = amount(ONE, "6,150 metric tons"), change(ONE, "12%")
    base = amount(OTHER, "5,100 tons", OCTOBER)

    found = compare(extraction(ONE, level, rise), extraction(OTHER, base))

    (held,) = found.comparisons(base, level)
    assert {"conflicting"} == {found.verdict(one) for one in (level, rise, base)}
    assert ("6,150 metric tons", "-7.1%") == (held.quote, held.difference)
    assert held.why == (
        "6,150 metric tons / 1.12 (12% up) ≈ 5,491 for October 2025 (5,462 to 5,520 with rounding), "
        "which cannot be 5,100 tons, unless a figure was revised"
    )
    assert [held.why] == [one.why for one in found.comparisons(rise, base)]


def test_an_implied_agreement_is_a_note_and_bears_nothing_out(compare: Compare) -> None:
    level, rise = amount(ONE, "6,150 metric tons"), change(ONE, "12%")
    base = amount(OTHER, "5,473 tons", OCTOBER)

    found = compare(extraction(ONE, level, rise), extraction(OTHER, base))

    (held,) = found.comparisons(level, base)
    assert {"unsourced"} == {found.verdict(one) for one in (level, rise, base)}
    assert held.why == "6,150 metric tons / 1.12 (12% up) ≈ 5,491 for October 2025, which fits the 5,473 tons stated"
    assert ("implies", "-0.3%", 0) == (held.relation, held.difference, found.findings[level.id].more)


def test_two_amounts_of_one_article_imply_the_change_another_states(compare: Compare) -> None:
    level, base = amount(ONE, "6,150 metric tons"), amount(ONE, "5,100 metric tons", OCTOBER)
    rise = change(OTHER, "12%")

    found = compare(extraction(ONE, level, base), extraction(OTHER, rise))

    (held,) = found.comparisons(rise, level)
    assert {"conflicting"} == {found.verdict(one) for one in (level, rise, base)}
    assert ("6,150 metric tons", "-8.6 points") == (held.quote, held.difference)
    assert held.why == (
        "6,150 metric tons / 5,100 metric tons ≈ +20.6% (+19.3 to +21.9 with rounding), which cannot be 12% up, "
        "unless a figure was revised"
    )


def test_an_amount_before_and_its_change_imply_the_amount_another_states(compare: Compare) -> None:
    rise, base = change(ONE, "12%"), amount(ONE, "5,100 metric tons", OCTOBER)
    level = amount(OTHER, "6,150 metric tons")

    found = compare(extraction(ONE, rise, base), extraction(OTHER, level))

    (held,) = found.comparisons(level, base)
    assert ("conflicts", "+7.7%") == (held.relation, held.difference)
    assert held.why.startswith("5,100 metric tons × 1.12 (12% up) ≈ 5,712 for November 2025")


@pytest.mark.parametrize(("before", "verdict"), [("5,100 tons", "conflicting"), ("5,473 tons", "unsourced")])
def test_a_percentage_is_held_against_its_own_two_amounts(compare: Compare, before: str, verdict: str) -> None:
    level, rise, base = amount(ONE, "6,150 tons"), change(ONE, "12%"), amount(ONE, before, OCTOBER)

    found = compare(extraction(ONE, level, rise, base))

    (held,) = found.comparisons(rise, level)
    assert {verdict} == {found.verdict(one) for one in (level, rise, base)}
    assert not held.independent
    assert held.why.startswith(f"within this article: 6,150 tons / {before} ≈ ")


def test_what_an_article_states_is_not_worked_out(compare: Compare) -> None:
    level, rise, base = amount(ONE, "6,150 tons"), change(ONE, "12%"), amount(ONE, "5,473 tons", OCTOBER)
    stated = amount(OTHER, "5,100 tons", OCTOBER)

    found = compare(extraction(ONE, level, rise, base), extraction(OTHER, stated))

    assert ("conflicts", "not comparable") == (found.relation(stated, base), found.relation(stated, level))
    assert ("unsourced", "unsourced") == (found.verdict(level), found.verdict(rise))


def test_a_figure_given_twice_contradicts_only_if_neither_fits(compare: Compare) -> None:
    level = amount(ONE, "6,150 tons")
    head, body = change(ONE, "12%"), change(ONE, "21%", place=90)
    base = amount(OTHER, "5,100 tons", OCTOBER)

    found = compare(extraction(ONE, level, head, body), extraction(OTHER, base))

    assert ("unsourced", "implies") == (found.verdict(base), found.relation(base, level))


def test_three_articles_make_no_sum(compare: Compare) -> None:
    level, rise, base = amount(ONE, "6,150 tons"), change(OTHER, "12%"), amount(THIRD, "5,100 tons", OCTOBER)

    found = compare(extraction(ONE, level), extraction(OTHER, rise), extraction(THIRD, base))

    assert {"unsourced"} == {found.verdict(one) for one in (level, rise, base)}


def test_two_implied_numbers_are_not_held_against_each_other(compare: Compare) -> None:
    pairs = [(amount(source, words), change(source, rise)) for source, words, rise in ((ONE, "6,150 tons", "12%"),)] + [
        (amount(OTHER, "4,000 tons", "September 2025"), change(OTHER, "3%", when=OCTOBER, base="September 2025"))
    ]

    found = compare(extraction(ONE, *pairs[0]), extraction(OTHER, *pairs[1]))

    assert {"unsourced"} == {found.verdict(one) for pair in pairs for one in pair}


@pytest.mark.parametrize(
    ("base", "basis", "when", "before"),
    [
        ("month-on-month", "month", NOVEMBER, OCTOBER),
        ("year-on-year", "year", NOVEMBER, "November 2024"),
        ("year-on-year", "year", "January to July 2025", "January to July 2024"),
        ("quarter-on-quarter", "quarter", "the third quarter of 2025", "the second quarter of 2025"),
    ],
)
def test_a_step_back_in_the_calendar_names_the_amount_before(
    compare: Compare, base: str, basis: str, when: str, before: str
) -> None:
    level, rise = amount(ONE, "6,150 tons", when), change(ONE, "12%", when=when, base=base, basis=basis)
    stated = amount(OTHER, "5,100 tons", before)

    found = compare(extraction(ONE, level, rise), extraction(OTHER, stated))

    assert ("conflicting", "conflicts") == (found.verdict(rise), found.relation(stated, level))


@pytest.mark.parametrize(
    ("level", "base", "relation"),
    [
        ("6,150 metric tons", "6,053 tons", "not comparable"),
        ("6,150 tons", "5,579 tonnes", "not comparable"),
        ("6,150 tons", "4,982 metric tons", "not comparable"),
        ("6,150 tons", "4,700 metric tons", "conflicts"),
        ("6,150 tonnes", "5,473 tons", "implies"),
    ],
)
def test_a_ton_contradicts_only_if_no_ton_fits(compare: Compare, level: str, base: str, relation: str) -> None:
    after, rise, before = amount(ONE, level), change(ONE, "12%"), amount(OTHER, base, OCTOBER)

    found = compare(extraction(ONE, after, rise), extraction(OTHER, before))

    assert relation == found.relation(before, after)


@pytest.mark.parametrize(("relation", "verdict"), [("same", "conflicting"), ("unclear", "unsourced")])
def test_another_wording_counts_only_if_it_was_found_to_be_the_same(
    compare: Compare, unit: Unit, relation: TopicRelation, verdict: str
) -> None:
    level, rise = amount(ONE, "6,150 tons"), change(ONE, "12%")
    base = amount(OTHER, "5,100 tons", OCTOBER, SHIPPED)
    readings = extraction(ONE, level, rise), extraction(OTHER, base)
    names = sorted(key.identity(ONE.id) for key in topic_keys([level, base]))
    unit.insert("reconcile/add_ties", [tie_row(TopicPair(*names), Tie(relation, "as a reader finds"), "model")])

    found = compare(*readings)

    assert (verdict, verdict) == (found.verdict(base), found.verdict(level))


class Three(NamedTuple):
    """An amount before, its change in percent, and an amount after that need not be what they make."""

    before: Decimal
    growth: Decimal
    after: Decimal

    def claims(self, place: int, unit: str, after: Decimal) -> tuple[Claim, Claim, Claim]:
        """Return the level, the change and the base, of a topic no other three are about."""
        topic = MAGNETS.model_copy(update={"counterparty": f"Port {place}"})
        way: Direction = "down" if self.growth < 0 else "up"
        rise = change(ONE, f"{abs(self.growth)} percent", way, topic=topic)
        return amount(ONE, f"{after} {unit}", topic=topic), rise, amount(OTHER, f"{self.before} {unit}", OCTOBER, topic)


FIGURES = st.decimals(min_value=1, max_value=9999, places=1)
THREES = st.lists(st.builds(Three, FIGURES, st.decimals(min_value=-95, max_value=400, places=1), FIGURES), min_size=9)
RULES = settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def relations(compare: Compare, held: list[tuple[Claim, Claim, Claim]]) -> list[str]:
    """Return how each base, stated by another article, stands to its level."""
    stated = [one for level, rise, _ in held for one in (level, rise)]
    found = compare(extraction(ONE, *stated), extraction(OTHER, *(base for _, _, base in held)))
    return [found.relation(base, level) for level, _, base in held]


@RULES
@given(threes=THREES)
def test_what_was_worked_out_exactly_never_conflicts(compare: Compare, threes: list[Three]) -> None:
    exact = [round(three.before * (1 + three.growth / 100), 4) for three in threes]
    held = [three.claims(place, "tonnes", exact[place]) for place, three in enumerate(threes)]

    found = relations(compare, held)

    assert ["implies"] * len(threes) == found


@RULES
@given(threes=THREES)
def test_the_size_of_the_amounts_does_not_matter(compare: Compare, threes: list[Three]) -> None:
    sizes = ("kg", "tonnes", "kilotonnes")

    found = [
        relations(compare, [three.claims(place, unit, three.after) for place, three in enumerate(threes)])
        for unit in sizes
    ]

    assert [found[0]] * len(sizes) == found
