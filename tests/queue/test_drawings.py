"""Promises of the drawings: round numbers on the axes, figures where they lie, and words that say the same."""

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.crosscheck.cases import article, claim, extraction, period
from tests.history.newsroom import Newsroom
from tests.queue.newsdesk import desk_on
from verifier.models import Claim
from verifier.queue.levels import MOST, levels, plain, short, spread
from verifier.queue.plots import BOTTOM, LEFT, RIGHT, TOP, Point, plots
from verifier.queue.scales import WIDTH, scale

NUMBERS = st.decimals(-(10**12), 10**12, allow_nan=False, places=3)


def said(words: str, when: str = "July 2025") -> Claim:
    source = article(words, f"It was {words}.")
    return claim(source, source.text, when)


# ------------------------------------------------------------------------------------------------- axes


@given(NUMBERS, NUMBERS)
def test_the_levels_of_an_axis_are_few_evenly_apart_and_hold_all_that_is_drawn(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))

    steps = levels(low, high)

    assert steps[0] <= low <= high <= steps[-1]
    assert 2 <= len(steps) <= MOST + 2
    assert 1 == len({second - first for first, second in pairwise(steps)})


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("11.5", "26.55", "10 15 20 25 30"),
        ("5493.85", "6155", "5,400 5,600 5,800 6,000 6,200"),
        ("3", "3", "3 3.1"),
        ("0", "0", "0 0.5"),
        ("-5", "12", "−5 0 5 10 15"),
    ],
)
def test_the_levels_are_round(low: str, high: str, expected: str) -> None:
    assert expected == " ".join(map(plain, levels(Decimal(low), Decimal(high))))


@pytest.mark.parametrize(
    ("number", "words"), [("1200000000", "1.2 bn"), ("-2500000", "−2.5 m"), ("5400", "5,400"), ("0.50", "0.5")]
)
def test_a_number_on_an_axis_is_short(number: str, words: str) -> None:
    assert words == short(Decimal(number))


@given(st.integers(1, 500), st.integers(2, 9))
def test_of_many_times_the_first_and_the_last_are_named_and_no_more_than_fit(count: int, most: int) -> None:
    named = [*spread(count, most)]

    assert (0, count - 1) == (named[0], named[-1])
    assert len(named) <= most
    assert sorted(set(named)) == named


# ----------------------------------------------------------------------------------------------- scales


@pytest.mark.parametrize(
    ("own", "other", "meets"),
    [
        ("6,150 tonnes", "5,493.9 tonnes", "cannot meet: even at their closest, 651 tonnes apart"),
        ("12%", "26.5%", "cannot meet: even at their closest, 14 points apart"),
        ("$5 billion", "$7 billion", "cannot meet: even at their closest, $1,000,000,000 apart"),
        ("412,000", "398,500", "cannot meet: even at their closest, 13,000 apart"),
        ("75.5%", "nearly 76%", "can be the same number, as both read"),
        ("5,577 tonnes", "5,600 tonnes", "can be the same number, if rounded or worded loosely"),
        ("2 kilograms", "2,000 grams", "can be the same number, as both read"),
    ],
)
def test_the_words_beside_a_scale_say_what_the_eye_sees(own: str, other: str, meets: str) -> None:
    drawn = scale([said(own), said(other)])

    assert drawn is not None
    assert ["", meets] == [bar and bar.meets for bar in drawn.bars]


def test_every_bar_is_drawn_within_the_scale_and_wide_enough_to_be_seen() -> None:
    drawn = scale([said("over 7,000 tonnes"), said("exactly 12 tonnes"), said("about 900 tonnes")])

    assert drawn is not None
    for bar in filter(None, drawn.bars):
        for part in (bar.likely, bar.hard):
            assert 0 <= part.x and part.x + part.width <= WIDTH
            assert part.width >= 8


def test_figures_of_different_dimensions_share_no_scale() -> None:
    assert scale([said("7 tonnes"), said("7%")]) is None
    assert scale([said("7 tonnes")]) is None


# ------------------------------------------------------------------------------------------------ plots


def test_a_plot_needs_two_times_and_keeps_dots_that_would_hide_each_other_apart() -> None:
    points = [said("10 tonnes", "June 2025"), said("12 tonnes"), said("12 tonnes")]

    (plot,) = plots(Point(one, "unsourced") for one in points)

    assert [] == plots([Point(points[0], "unsourced")])
    assert 3 == len({(dot.x, dot.y) for dot in plot.dots})
    assert ["Jun 2025", "Jul 2025"] == [tick.words for tick in plot.days]
    for dot in plot.dots:
        assert LEFT <= dot.x <= RIGHT
        assert TOP <= dot.top <= dot.y <= dot.bottom <= BOTTOM


# ------------------------------------------------------------------------------------------------- sums


def test_where_a_sum_contradicts_it_is_shown_and_figures_of_two_months_are_not_said_to_meet_or_not(
    tmp_path: Path,
) -> None:
    one, other = article("one", publisher="The one paper"), article("other", publisher="The other paper")
    level, base = claim(one, "6,150 tonnes", "November 2025"), claim(other, "5,100 tonnes", "October 2025")
    rise = claim(one, "12%", "November 2025", aspect="change", basis="month", direction="up")
    rise = rise.model_copy(update={"base": period("October 2025")})
    Newsroom(tmp_path / "claims.duckdb").reads(extraction(one, level, rise), extraction(other, base))

    with desk_on(tmp_path / "claims.duckdb") as desk:
        page = desk.get(f"/claims/{base.id}")

    assert "6,150 tonnes / 1.12 (12% up) ≈ 5,491 for October 2025" in page
    assert "of another time: see the sum below" in page
    assert "cannot meet" not in page
