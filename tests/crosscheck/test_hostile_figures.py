"""No figure an article can print stops a run, and none is taken for another that the store cannot tell from it."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import verifier
from tests.crosscheck.cases import MAGNETS, article, claim, extraction
from tests.crosscheck.conftest import Compare
from verifier.crosscheck import explain
from verifier.crosscheck.explain import difference
from verifier.crosscheck.rows import UNBOUNDED, interval_rows
from verifier.models import Claim, Interval

ONE, OTHER = article("one", publisher="One Paper"), article("other", publisher="Other Paper")
SQL = Path(verifier.__file__).parent / "sql" / "crosscheck"
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False) | st.decimals("-1e40", "1e40", places=12)


def sized(source: str, value: str, spread: str = "0", unit: str = "1") -> Claim:
    """Return a claim of `value` units, give or take `spread`."""
    made = claim(ONE if source == "one" else OTHER, "5 tonnes")
    assert made.figure is not None
    ends = Interval(low=Decimal(value) - Decimal(spread), high=Decimal(value) + Decimal(spread))
    figure = made.figure.model_copy(
        update={"value": Decimal(value), "likely": ends, "hard": ends, "factor": Decimal(unit), "readings": ()}
    )
    return made.model_copy(update={"figure": figure})


@pytest.mark.parametrize("value", ["9e20", "1e21", "1e25", "1e300", "-1e25", "1e-10", "1e-30", "-1e-30"])
def test_a_size_the_store_cannot_hold_is_compared_with_nothing(compare: Compare, value: str) -> None:
    one, other = sized("one", value, "0"), sized("other", f"{Decimal(value) * 5}", "0")

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert ("unsourced", "nothing") == (found.verdict(one), found.relation(one, other))


@pytest.mark.parametrize(
    ("value", "verdict"), [("0", "corroborated"), ("8e20", "corroborated"), ("1e-9", "corroborated")]
)
def test_the_largest_and_smallest_the_store_holds_are_compared(compare: Compare, value: str, verdict: str) -> None:
    one, other = sized("one", value), sized("other", value)

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert verdict == found.verdict(one)


@given(NUMBERS, NUMBERS, st.booleans(), st.booleans(), st.sampled_from(["up", "down"]))
def test_stored_intervals_are_in_order_and_in_range(
    one: Decimal, other: Decimal, low_open: bool, high_open: bool, direction: str
) -> None:
    assume(abs(one - other) > Decimal("1e-8"))
    made = sized("one", "1")
    assert made.figure is not None
    ends = Interval(low=min(one, other), high=max(one, other), low_open=low_open, high_open=high_open)
    figure = made.figure.model_copy(update={"likely": ends, "hard": ends, "value": min(one, other)})
    change = made.model_copy(update={"figure": figure, "aspect": "change", "direction": direction})

    for row in interval_rows(change, "reading"):
        low, high = Decimal(str(row["low"])), Decimal(str(row["high"]))
        assert -UNBOUNDED <= low <= high <= UNBOUNDED


@pytest.mark.parametrize(
    ("mine", "theirs", "relation"),
    [
        ("over 6,150 tonnes", "6,150 tonnes", "agrees"),
        ("over 6,150 tonnes", "6,120 tonnes", "conflicts"),
        ("nearly 28,000 tonnes", "28,300 tonnes", "conflicts"),
        ("under 500 tonnes", "500.0 tonnes", "agrees"),
        ("dozens of tonnes", "500 tonnes", "nothing"),
        ("5,000 to 6,000 tonnes", "5,500 tonnes", "agrees"),
        ("5,000 to 6,000 tonnes", "7,123 tonnes", "conflicts"),
    ],
)
def test_figures_with_open_ends_are_compared_by_what_they_exclude(
    compare: Compare, mine: str, theirs: str, relation: str
) -> None:
    one, other = claim(ONE, mine), claim(OTHER, theirs)

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert (relation, relation) == (found.relation(one, other), found.relation(other, one))


@pytest.mark.parametrize(
    ("mine", "theirs", "relation"),
    [
        (("15 percent", "down"), ("minus 15 percent", "down"), "agrees"),
        (("15 percent", "down"), ("15.6 percent", "up"), "conflicts"),
        (("over 15 percent", "down"), ("17.3 percent", "down"), "agrees"),
        (("over 15 percent", "down"), ("12.3 percent", "down"), "conflicts"),
        (("15 percent", "none"), ("15.6 percent", "down"), "not comparable"),
    ],
)
def test_a_fall_is_a_fall_however_it_is_signed(
    compare: Compare, mine: tuple[str, str], theirs: tuple[str, str], relation: str
) -> None:
    one, other = (
        claim(source, words, aspect="change", basis="year").model_copy(update={"direction": way})
        for source, (words, way) in ((ONE, mine), (OTHER, theirs))
    )

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert (relation, relation) == (found.relation(one, other), found.relation(other, one))


@pytest.mark.parametrize(
    ("mine", "theirs", "relation"),
    [
        ("6,150 tons", "5,579.2 tonnes", "compatible"),
        ("6,150 tons", "6,248.7 tonnes", "compatible"),
        ("6,150 metric tons", "5,579.2 tonnes", "conflicts"),
        ("6,150 tons", "5,000.1 tonnes", "conflicts"),
        ("6,150 short tons", "5,579.2 tonnes", "agrees"),
    ],
)
def test_a_ton_contradicts_only_under_every_reading(compare: Compare, mine: str, theirs: str, relation: str) -> None:
    one, other = claim(ONE, mine), claim(OTHER, theirs)

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert (relation, relation) == (found.relation(one, other), found.relation(other, one))


@pytest.mark.parametrize(
    ("mine", "theirs", "told"),
    [
        ("100 tonnes", "112 tonnes", "+12.0%"),
        ("112 tonnes", "100 tonnes", "-10.7%"),
        ("100 tonnes", "100 tonnes", None),
        ("5,577 tonnes", "5,577.1 tonnes", "less than 0.1%"),
        ("12 percent", "21 percent", "+9.0 points"),
        ("12.01 percent", "12.02 percent", "less than 0.1 points"),
        ("38 °C", "41 °C", "+3.0 °C"),
        ("100 °F", "95 °F", "-5.0 °F"),
        ("0 tonnes", "5 tonnes", None),
        ("5 tonnes", "5 percent", None),
        ("2.57 kilotonnes", "2,568.8 tonnes", "less than 0.1%"),
        ("dozens of tonnes", "5 tonnes", None),
    ],
)
def test_a_difference_is_worded_from_this_claim_s_side(mine: str, theirs: str, told: str | None) -> None:
    assert told == difference(claim(ONE, mine), claim(OTHER, theirs))


def test_a_fall_differs_from_a_rise_by_both() -> None:
    fall, rise = (claim(ONE, "12 percent", aspect="change", direction=way) for way in ("down", "up"))

    assert "+24.0 points" == difference(fall, rise)


def test_a_figure_outside_its_citations_is_shown_at_the_first_of_them(compare: Compare) -> None:
    one, other = claim(ONE, "6,150 tonnes"), claim(OTHER, "6,150 tonnes", place=40)

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert 41 == found.comparisons(one, other)[0].column


def causes() -> set[str]:
    """Return every cause a comparing statement can give."""
    found = re.findall(
        r"'(?:conflicts|agrees|compatible|not comparable): ([a-z ]+)'", (SQL / "compare.sql").read_text()
    )
    return {*found, *re.findall(r"'(above its whole|below its part)'", (SQL / "parts.sql").read_text()), "words"}


def test_every_cause_has_words() -> None:
    assert causes() <= explain._CAUSES.keys()
    assert {"figures", "scope", "words"} <= explain._AGREEING.keys()


def test_no_statement_is_prepared_for_nothing(compare: Compare) -> None:
    found = compare(extraction(ONE))

    assert {} == found.findings


def test_a_name_with_quotes_and_ends_of_line_is_only_a_name(compare: Compare) -> None:
    topic = MAGNETS.model_copy(update={"item": "magnets'); drop table claims; --\n\x00\"\\"})
    one, other = claim(ONE, "6,150 tonnes", topic=topic), claim(OTHER, "6,150 tonnes", topic=topic)

    found = compare(extraction(ONE, one), extraction(OTHER, other))

    assert "corroborated" == found.verdict(one)
