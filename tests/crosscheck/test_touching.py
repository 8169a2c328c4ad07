"""Figures that only touch bear each other out where they are finely rounded, and are near each other elsewhere."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.crosscheck.cases import MAGNETS, article, claim, extraction
from tests.crosscheck.conftest import Compare
from verifier.crosscheck import whole
from verifier.crosscheck.rows import interval_rows
from verifier.models import Claim
from verifier.store import Unit

ONE, OTHER = article("one", publisher="One Paper"), article("other", publisher="Other Paper")
PLACES = st.integers(min_value=0, max_value=3)


def ends(made: Claim) -> dict[str, Decimal]:
    """Return what is stored of a claim's interval."""
    (row,) = interval_rows(made, "reading")
    return {name: Decimal(str(row[name])) for name in ("low", "high", "hard_low", "hard_high")}


def meet(one: Claim, other: Claim, prefix: str = "") -> bool:
    """Tell whether the stored intervals of two claims meet."""
    mine, theirs = ends(one), ends(other)
    return mine[f"{prefix}low"] <= theirs[f"{prefix}high"] and theirs[f"{prefix}low"] <= mine[f"{prefix}high"]


def _relations(compare: Compare, mine: str, theirs: str) -> tuple[str, str]:
    one, other = claim(ONE, mine), claim(OTHER, theirs)
    found = compare(extraction(ONE, one), extraction(OTHER, other))
    return found.relation(one, other), found.relation(other, one)


@pytest.mark.parametrize(
    ("mine", "theirs", "relation"),
    [
        ("27.9 tonnes", "27.8 tonnes", "agrees"),
        ("5,774 tonnes", "5,773 tonnes", "agrees"),
        ("4.25 %", "4.26 %", "agrees"),
        ("3.1 %", "3.2 %", "compatible"),
        ("1 %", "2 %", "compatible"),
        ("minus 1 %", "minus 2 %", "compatible"),
        ("4 billion euros", "5 billion euros", "compatible"),
        ("roughly 4 billion euros", "roughly 5 billion euros", "compatible"),
        ("1 million people", "2 million people", "compatible"),
        ("4 to 5 tonnes", "6 tonnes", "compatible"),
        ("4 tons", "5 tons", "compatible"),
        ("1.2 billion euros", "1 billion euros", "agrees"),
        ("about 75 %", "77 %", "agrees"),
        ("1 %", "3 %", "conflicts"),
    ],
)
def test_a_coarse_step_lies_between_figures_that_say_the_same(
    compare: Compare, mine: str, theirs: str, relation: str
) -> None:
    assert (relation, relation) == _relations(compare, mine, theirs)


@pytest.mark.parametrize(
    ("mine", "theirs", "relation"),
    [
        ("fewer than 1,000 people", "three people", "compatible"),
        ("fewer than 1,000 people", "960 people", "agrees"),
        ("fewer than 1,000 people", "1,040 people", "conflicts"),
        ("up to 50 %", "2 %", "compatible"),
        ("up to 50 %", "47 %", "agrees"),
        ("at least 100 people", "250 people", "compatible"),
    ],
)
def test_a_bound_is_borne_out_by_what_lies_close_to_it(compare: Compare, mine: str, theirs: str, relation: str) -> None:
    assert (relation, relation) == _relations(compare, mine, theirs)


@pytest.mark.parametrize(("mine", "theirs", "reason"), [("1 %", "2 %", "near"), ("27.9 %", "27.8 %", "agrees")])
def test_a_whole_store_tells_touching_from_agreeing_as_two_articles_do(
    compare: Compare, unit: Unit, mine: str, theirs: str, reason: str
) -> None:
    one, other = claim(ONE, mine), claim(OTHER, theirs)
    found = compare(extraction(ONE, one), extraction(OTHER, other))

    counts = whole.check(unit)

    assert [(found.verdict(one), reason, 2)] == [(str(count.verdict), count.reason, count.claims) for count in counts]


@given(st.integers(min_value=-1800, max_value=1800), PLACES)
def test_neighbours_never_conflict_and_agree_only_where_a_step_is_a_trifle(number: int, places: int) -> None:
    step = Decimal(1).scaleb(-places)
    mine, theirs = (f"{number + more:d}" for more in (0, 1))
    words = [f"{'minus ' * text.startswith('-')}{abs(Decimal(text) * step):f} %" for text in (mine, theirs)]
    one, other = claim(ONE, words[0], topic=MAGNETS), claim(OTHER, words[1], topic=MAGNETS)

    assert meet(one, other, "hard_")
    assert meet(one, other) == (abs(number * 2 + 1) >= 400)
