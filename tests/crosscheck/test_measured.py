"""Fractions and multiples are held against percentages, and degrees against degrees, where both say one thing."""

from decimal import Decimal
from itertools import product

import pytest

from tests.crosscheck.cases import article, claim, extraction
from tests.crosscheck.conftest import Compare
from verifier.crosscheck.measured import measured
from verifier.crosscheck.rows import Row, interval_rows
from verifier.models import Article, Aspect, Claim, Direction, Topic

ONE, OTHER = (article(name, publisher=f"The {name} paper") for name in ("one", "other"))
TEA = Topic(measure="sales volume", item="tea", actor="Malta")


def told(source: Article, words: str, aspect: Aspect, direction: Direction) -> Claim:
    basis = "year" if aspect == "change" else None
    return claim(source, words, topic=TEA, aspect=aspect, direction=direction, basis=basis)


def relation(words: str, others: str, aspect: Aspect, direction: Direction = "none") -> str:
    """Return how two claims stand by what is stored of them, as `crosscheck/compare.sql` has it."""
    one, other = (told(source, said, aspect, direction) for source, said in ((ONE, words), (OTHER, others)))
    figures = [measured(held).figure for held in (one, other)]
    if len({figure.compared_as for figure in figures if figure}) > 1:
        return "nothing"
    pairs = list(product(interval_rows(one, "one"), interval_rows(other, "other")))
    if not any(meet(mine, theirs, "hard_low", "hard_high") for mine, theirs in pairs):
        return "conflicts"
    usual = ((mine, theirs) for mine, theirs in pairs if mine["usual"] and theirs["usual"])
    return "agrees" if any(meet(mine, theirs, "low", "high") for mine, theirs in usual) else "compatible"


def meet(one: Row, other: Row, low: str, high: str) -> bool:
    ends = [Decimal(str(row[end])) for row, end in ((one, low), (other, high), (other, low), (one, high))]
    return ends[0] <= ends[1] and ends[2] <= ends[3]


@pytest.mark.parametrize(
    ("words", "percent", "expected"),
    [
        ("one in five adults", "20 percent", "agrees"),
        ("one in five adults", "19 percent", "agrees"),
        ("one in five adults", "21 percent", "agrees"),
        ("one in five adults", "23 percent", "compatible"),
        ("one in five adults", "31 percent", "conflicts"),
        ("two thirds of adults", "66 percent", "agrees"),
        ("two thirds of adults", "67 percent", "agrees"),
        ("two thirds of adults", "66.7 percent", "agrees"),
        ("two thirds of adults", "60 percent", "compatible"),
        ("two thirds of adults", "52 percent", "conflicts"),
        ("a third of adults", "61 percent", "conflicts"),
        ("two out of three adults", "67 percent", "agrees"),
        ("fewer than one in ten adults", "8 percent", "agrees"),
        ("fewer than one in ten adults", "12 percent", "conflicts"),
        ("nearly half of adults", "48 percent", "agrees"),
        ("nearly half of adults", "52 percent", "conflicts"),
        ("more than a third of adults", "36 percent", "agrees"),
        ("more than a third of adults", "31 percent", "conflicts"),
        ("one in 1,000 adults", "1.5 percent", "conflicts"),
        ("a third of adults", "33 percentage points", "nothing"),
    ],
)
def test_a_fraction_of_a_whole_is_held_against_a_percentage(words: str, percent: str, expected: str) -> None:
    found = relation(words, percent, "share")

    assert expected == found


@pytest.mark.parametrize(
    ("words", "percent", "expected"),
    [
        ("sales tripled", "200 percent", "agrees"),
        ("sales tripled", "220 percent", "compatible"),
        ("sales tripled", "300 percent", "conflicts"),
        ("sales quadrupled", "300 percent", "agrees"),
        ("sales doubled", "83 percent", "compatible"),
        ("sales more than tripled", "230 percent", "agrees"),
        ("sales more than tripled", "150 percent", "conflicts"),
        ("sales nearly doubled", "95 percent", "agrees"),
        ("sales nearly doubled", "130 percent", "conflicts"),
        ("they sold three times as many", "200 percent", "agrees"),
        ("they sold three times as many", "300 percent", "conflicts"),
        ("they sold three times more", "200 percent", "agrees"),
        ("they sold three times more", "300 percent", "compatible"),
        ("sales rose threefold", "300 percent", "compatible"),
        ("sales rose threefold", "90 percent", "conflicts"),
        ("sales rose by a third in Malta", "33 percent", "agrees"),
        ("sales rose by a third in Malta", "50 percent", "conflicts"),
        ("sales were up almost a quarter", "24 percent", "agrees"),
        ("sales rose to two thirds", "10 percent", "nothing"),
        ("tea made up a third in Malta", "10 percent", "nothing"),
        ("growth in sales doubled", "10 percent", "nothing"),
        ("sales grew at double the rate", "10 percent", "nothing"),
        ("the gap to exports rose by a third in Malta", "10 percent", "nothing"),
        ("sales doubled every month", "10 percent", "nothing"),
        ("sales doubled", "2 percentage points", "nothing"),
        ("sales were at 150 percent of what they were", "50 percent", "nothing"),
        ("sales rose to 12 percent of output", "50 percent", "nothing"),
        ("sales rose to 12 percent of output", "sales grew to 12 percent of output", "agrees"),
    ],
)
def test_a_rise_in_words_is_held_against_one_in_percent(words: str, percent: str, expected: str) -> None:
    found = relation(words, percent, "change", "up")

    assert expected == found


@pytest.mark.parametrize(
    ("words", "percent", "expected"),
    [
        ("sales halved", "50 percent", "agrees"),
        ("sales more than halved", "55 percent", "agrees"),
        ("sales more than halved", "40 percent", "conflicts"),
        ("sales nearly halved", "47 percent", "agrees"),
        ("sales fell by two thirds", "66 percent", "agrees"),
        ("sales fell by half", "25 percent", "conflicts"),
        ("sales fell to a third of that", "25 percent", "nothing"),
        ("the rise in sales halved", "10 percent", "nothing"),
        ("the loss doubled", "10 percent", "nothing"),
    ],
)
def test_a_fall_in_words_is_held_against_one_in_percent(words: str, percent: str, expected: str) -> None:
    found = relation(words, percent, "change", "down")

    assert expected == found


@pytest.mark.parametrize(
    ("words", "celsius", "aspect", "expected"),
    [
        ("104F", "40C", "amount", "agrees"),
        ("104F", "45C", "amount", "conflicts"),
        ("54F", "12C", "amount", "agrees"),
        ("9 degrees Fahrenheit", "5 degrees Celsius", "change", "agrees"),
        ("9 degrees Fahrenheit", "13 degrees Celsius", "change", "conflicts"),
    ],
)
def test_degrees_of_both_kinds_are_held_against_each_other(
    words: str, celsius: str, aspect: Aspect, expected: str
) -> None:
    found = relation(words, celsius, aspect, "up" if aspect == "change" else "none")

    assert expected == found


@pytest.mark.parametrize("words", ["doubled", "rose by a third in Malta"])
def test_a_multiple_of_a_rate_is_not_held_against_what_may_be_points(words: str) -> None:
    rate = told(ONE, f"the unemployment rate {words}", "change", "up")

    found = measured(rate.model_copy(update={"topic": Topic(measure="unemployment rate")})).figure

    assert found is not None
    assert "ratio" == found.dimension


@pytest.mark.parametrize(("percent", "expected"), [("200 percent", "corroborated"), ("300 percent", "conflicting")])
def test_a_multiple_and_a_percentage_bear_each_other_out_or_contradict(
    compare: Compare, percent: str, expected: str
) -> None:
    multiple, other = told(ONE, "sales tripled", "change", "up"), told(OTHER, percent, "change", "up")

    found = compare(extraction(ONE, multiple), extraction(OTHER, other))

    assert (expected, expected) == (found.verdict(multiple), found.verdict(other))


def test_a_difference_is_told_in_the_measure_both_are_compared_in(compare: Compare) -> None:
    held, other = told(ONE, "sales tripled", "change", "up"), told(OTHER, "300 percent", "change", "up")

    (found,) = compare(extraction(ONE, held), extraction(OTHER, other)).comparisons(held, other)

    assert "+100.0 points" == found.difference


@pytest.mark.parametrize(
    ("words", "other", "expected"),
    [
        ("12.400 tonnes", "12,400 tonnes", "compatible"),
        ("12.400 tonnes", "12.4 tonnes", "agrees"),
        ("12.400 tonnes", "900 tonnes", "conflicts"),
    ],
)
def test_a_point_that_may_part_thousands_conflicts_with_neither_reading(words: str, other: str, expected: str) -> None:
    found = relation(words, other, "amount")

    assert expected == found


@pytest.mark.parametrize(
    ("words", "other", "expected"),
    [
        ("34 cents, not dollars, a share", "$0.34", "agrees"),
        ("34 cents, not dollars", "$0.43", "conflicts"),
        ("34 cents, not euros", "$0.43", "nothing"),
        ("34 cents, not euros", "0.34 euros", "agrees"),
        ("34 cents", "$0.43", "nothing"),
        ("34 US cents", "$0.34", "agrees"),
        ("34 cents a share, not euros", "0.34 euros a share", "agrees"),
        ("34 cents a share, not euros", "0.43 euros a share", "conflicts"),
        ("60 pence", "£0.60", "agrees"),
    ],
)
def test_cents_are_held_against_the_money_they_are_parts_of(words: str, other: str, expected: str) -> None:
    found = relation(words, other, "amount")

    assert expected == found
