"""What holds of any text: no digit lost, no digit twice, intervals in order, nothing raised."""

import random
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from tests.effort import growth
from verifier.figures import find
from verifier.models import Approximator, Figure
from verifier.periods import find as find_periods

PIECES = st.sampled_from(
    "one two three twenty hundred thousand million half third quarter dozen dozens and a of to from between or in out "
    "about nearly over under percent % $ € £ tons people km m per day - – — . , / : ( ) [ ] + × ^ 0 1 5 10 27,897 "
    "6.0 1.5 2025 3rd 5G S&P 500 No. pm July bn k \n \u202f \u2011 ½ ² first second times fold magnitude".split(" ")
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES).map("".join))
EXCLUDING = {Approximator.NEARLY, Approximator.OVER, Approximator.UNDER}


@given(TEXTS)
@settings(max_examples=300)
def test_every_digit_is_in_exactly_one_period_or_figure(text: str) -> None:
    periods = find_periods(text)

    figures = find(text, periods)

    spans = [period.span for period in periods] + [figure.span for figure in figures]
    for at, character in enumerate(text):
        if character.isdecimal():
            assert 1 == sum(span.start <= at < span.end for span in spans), (at, text)


@given(TEXTS)
@settings(max_examples=300)
def test_figures_come_in_text_order_without_overlap_and_quote_the_text(text: str) -> None:
    figures = find(text, [])

    ends = [0, *(figure.span.end for figure in figures)]
    assert all(end <= figure.span.start for end, figure in zip(ends, figures, strict=False))
    assert [figure.text for figure in figures] == [text[figure.span.start : figure.span.end] for figure in figures]


@given(TEXTS)
@settings(max_examples=300)
def test_likely_lies_within_hard_and_the_value_within_likely_unless_the_hedge_excludes_it(text: str) -> None:
    for figure in find(text, []):
        if figure.likely is not None and figure.hard is not None:
            assert lower(figure.hard.low) <= lower(figure.likely.low)
            assert upper(figure.likely.high) <= upper(figure.hard.high)
            assert contains(figure) is (figure.approx not in EXCLUDING)


def lower(end: Decimal | None) -> Decimal:
    """Return a lower end as a number."""
    return Decimal("-Infinity") if end is None else end


def upper(end: Decimal | None) -> Decimal:
    """Return an upper end as a number."""
    return Decimal("Infinity") if end is None else end


def contains(figure: Figure) -> bool:
    """Tell whether a figure's value lies in its likely interval."""
    interval, value = figure.likely, figure.value
    assert interval is not None and value is not None
    above = lower(interval.low) < value or (lower(interval.low) == value and not interval.low_open)
    return above and (value < upper(interval.high) or (value == upper(interval.high) and not interval.high_open))


@given(st.integers(min_value=2, max_value=10**12))
@settings(max_examples=300)
def test_a_number_written_out_comes_back(number: int) -> None:
    words = num2words(number)

    (figure,) = find(f"{words} people", [])

    assert Decimal(number) == figure.value


@given(st.integers(min_value=2, max_value=10**12))
@settings(max_examples=100)
def test_a_number_written_out_comes_back_without_its_commas_and_ands(number: int) -> None:
    words = num2words(number).replace(",", "").replace(" and ", " ").replace("-", " ")

    (figure,) = find(f"{words} people", [])

    assert Decimal(number) == figure.value


@given(st.integers(min_value=0, max_value=10**12), st.integers(min_value=0, max_value=3))
@settings(max_examples=200)
def test_digits_with_thousands_separators_come_back(number: int, decimals: int) -> None:
    value = Decimal(number).scaleb(-decimals)

    (figure,) = find(f"{value:,f} tonnes", [])

    assert (value, "t") == (figure.value, figure.unit)


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "1,",
        "111,",
        "1-",
        "one hundred and ",
        "between 1 and ",
        "nearly ",
        "a1",
        "1/",
        "(",
        "http://1",
        "a@1",
        "1.",
    ],
)
def test_work_grows_with_the_length_of_hostile_text_and_no_faster(piece: str) -> None:
    assert growth(lambda text: find(text, []), piece * 300, piece * 2_400) < 8 * 2


def test_work_grows_with_the_length_of_news_and_no_faster() -> None:
    words = "exports rose nearly 75 percent to 5,577 metric tons in the port , said people who ship magnets .".split()
    shuffled = " ".join(random.Random(7).choices(words, k=20_000))  # noqa: S311

    assert growth(lambda text: find(text, []), shuffled[:10_000], shuffled[:80_000]) < 8 * 2
