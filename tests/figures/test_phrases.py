"""Newspaper phrases and how each is read: value, upper end, approximator, unit, dimension."""

from decimal import Decimal

import pytest

from verifier.figures import find
from verifier.models import Approximator, Figure, Interval

# phrase | value | upper end | approximator | unit | dimension
PHRASES = """
€3.2bn | 3200000000 | - | none | EUR | currency
£450m | 450000000 | - | none | GBP | currency
A$1.1bn | 1100000000 | - | none | AUD | currency
$5.5-6 billion | 5500000000 | 6000000000 | between | USD | currency
$5-$6 billion | 5000000000 | 6000000000 | between | USD | currency
5.5-6 billion dollars | 5500000000 | 6000000000 | between | USD | currency
USD 50 million | 50000000 | - | none | USD | currency
Rs. 500 crore | 5000000000 | - | none | INR | currency
12,34,567.89 rupees | 1234567.89 | - | none | INR | currency
34 cents | 34 | - | none | cent | currency
3 dollars 50 cents | 3.5 | - | none | USD | currency
5 million pounds | 5000000 | - | none | GBP | currency
200 pounds | 200 | - | none | lb | mass
10k employees | 10000 | - | none | employee | count
half a million users | 500000 | - | none | user | count
a quarter of a million people | 250000 | - | none | people | count
6 1/2 million | 6500000 | - | none | - | number
two and a half miles | 2.5 | - | none | mi | length
3.2 milliard euros | 3200000000 | - | none | EUR | currency
a year and a half | 1.5 | - | none | year | duration
about an hour and a half | 1.5 | - | about | h | duration
two-and-a-half hours | 2.5 | - | none | h | duration
one of every five | 0.2 | - | none | - | ratio
5'6" | 5.5 | - | none | ft | length
one in five | 0.2 | - | none | - | ratio
nine out of 10 | 0.9 | - | none | - | ratio
two-thirds | 0.666666666667 | - | none | - | ratio
up by a third in a year | 0.333333333333 | - | none | - | ratio
more than a third from June | 0.333333333333 | - | over | - | ratio
a dozen eggs | 12 | - | none | egg | count
dozens of people | - | - | vague | people | count
double-digit | - | - | vague | - | number
15 or 20 people | 15 | 20 | vague | people | count
between 10 and 20 percent | 10 | 20 | between | % | percent
ranged from 5 to 10 percent | 5 | 10 | between | % | percent
8–10 km | 8 | 10 | between | km | length
–0.3% | -0.3 | - | none | % | percent
minus 0.3 percent | -0.3 | - | none | % | percent
18.9 percentage points | 18.9 | - | none | pp | points
25 basis points | 25 | - | none | bp | points
halved | 0.5 | - | none | x | ratio
more than doubled | 2 | - | over | x | ratio
2.4-fold | 2.4 | - | none | x | ratio
three times as many | 3 | - | none | x | ratio
$2.50 a share | 2.5 | - | none | USD/share | currency/count
$70/bbl | 70 | - | none | USD/bbl | currency/volume
500,000 barrels a day | 500000 | - | none | bbl/day | volume/duration
15.2 per 100,000 people | 15.2 | - | none | /100000 person | number/count
200 kilometres per hour | 200 | - | none | km/h | speed
6.0-magnitude | 6 | - | none | magnitude | number
magnitude 6 or more | 6 | - | at least | magnitude | number
5 ft 6 in | 5.5 | - | none | ft | length
6-foot-6 | 6.5 | - | none | ft | length
10-plus years | 10 | - | at least | year | duration
as many as 40 people | 40 | - | at most | people | count
no fewer than 12 | 12 | - | at least | - | number
death toll crosses 2,200 | 2200 | - | over | - | number
1.8m tall | 1.8 | - | none | m | length
39m in diameter | 39 | - | none | m | length
handed over 16 soldiers | 16 | - | none | soldier | count
2.5m people | 2500000 | - | none | people | count
301,338 km² | 301338 | - | none | km2 | area
20C | 20 | - | none | °C | temperature
1.234.567 | 1234567 | - | none | - | number
10 000 dollars | 10000 | - | none | USD | currency
2,75 percent | 2.75 | - | none | % | percent
between -5 and 5 percent | -5 | 5 | between | % | percent
between about 5 and 10 percent | 5 | 10 | between | % | percent
$10-$15 a barrel | 10 | 15 | between | USD/bbl | currency/volume
two-and-a-half years | 2.5 | - | none | year | duration
a million and a half | 1500000 | - | none | - | number
quarter-point | 0.25 | - | none | pp | points
half an hour | 0.5 | - | none | h | duration
8,848m | 8848 | - | none | m | length
11st 7lb | 11.5 | - | none | st | mass
a 7.1 quake | 7.1 | - | none | magnitude | number
c. 300 | 300 | - | about | - | number
for over 10 years | 10 | - | over | year | duration
built over 10 years | 10 | - | none | year | duration
six weeks | 6 | - | none | week | duration
619\u202fmetric tons | 619 | - | none | t | mass
"""


@pytest.mark.parametrize("row", PHRASES.strip().split("\n"))
def test_a_newspaper_phrase_is_one_figure_with_its_value_hedge_and_unit(row: str) -> None:
    phrase, *expected = (cell.strip(" ") for cell in row.split("|"))

    (figure,) = find(phrase, [])

    assert expected == described(figure)


def described(figure: Figure) -> list[str]:
    """Write a figure as the cells of the table."""
    ends = ["-" if end is None else f"{end:f}" for end in (figure.value, figure.upper)]
    return [*ends, str(figure.approx), figure.unit or "-", figure.dimension or "-"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Growth fell from 4.8 to 4.7 percent.", [("4.8", "%"), ("4.7", "%")]),
        ("It rose 5 percent to 60 percent.", [("5", "%"), ("60", "%")]),
        ("Down 11% to 582 tons.", [("11", "%"), ("582", "ton")]),
        ("Magnitudes of 5.2, 4.7 and 4.6.", [("5.2", "magnitude"), ("4.7", "magnitude"), ("4.6", "magnitude")]),
        ("It rose 10, 20 and 30 percent.", [("10", "%"), ("20", "%"), ("30", "%")]),
        ("It rose 15 percent more than 27,000 tons.", [("15", "%"), ("27000", "ton")]),
        ("Of the 45, 12 percent left.", [("45", None), ("12", "%")]),
    ],
)
def test_neighbouring_figures_stay_apart_and_share_a_unit_only_in_a_list(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    figures = find(text, [])

    assert [(Decimal(value), unit) for value, unit in expected] == [(figure.value, figure.unit) for figure in figures]


def test_a_speed_has_one_size_however_its_unit_is_written() -> None:
    sizes = {figure.factor for figure in find("20 kph; 20 km/h; 20 kilometres per hour; 20 kilometers an hour", [])}

    assert 1 == len(sizes)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("20,992 tonnes a day in July 2025", "t/day"),
        ("20,992 tonnes each day on the islands", "t/day"),
        ("$70.4 a barrel in July", "USD/bbl"),
        ("$70.4 a barrel on Monday", "USD/bbl"),
        ("$70.4 a barrel after a long fall", "USD/bbl"),
        ("$70.4 a barrel earlier", "USD/bbl"),
        ("20,992 tonnes a day earlier", "t"),
        ("20,992 tonnes a day after the fire", "t"),
        ("20,992 tonnes a month on from the fire", "t"),
        ("20,992 tonnes a week in, less than hoped", "t"),
    ],
)
def test_a_rate_keeps_its_lower_part_before_a_time_or_place_and_a_word_that_says_when_takes_it(
    text: str, unit: str
) -> None:
    figure = find(text)[0]

    assert unit == figure.unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("20,992 tonnes daily", "t/day"),
        ("20,992 tonnes daily in July 2025", "t/day"),
        ("20,992 tonnes hourly.", "t/h"),
        ("20,992 tonnes weekly, as planned", "t/week"),
        ("20,992 tonnes monthly (as planned)", "t"),
        ("20,992 tonnes quarterly since 2020", "t/quarter"),
        ("20,992 barrels yearly from the field", "bbl/year"),
        ("$400 million annually through 2030", "USD/year"),
        ("5,000 passengers daily at the port", "passenger/day"),
        ("20,992 tonnes monthly exports", "t"),
        ("20,992 tonnes daily, weekly and monthly", "t"),
        ("20,992 tonnes daily and weekly exports", "t"),
        ("20,992 tonnes of daily exports in July", "t"),
        ("a daily 20,992 tonnes in July", "t"),
        ("up 5 percent annually in July", "%"),
        ("20,992 daily in July", None),
        ("20 km/h daily in July", "km/h"),
        ("$5 a barrel daily in July", "USD/bbl"),
    ],
)
def test_a_word_such_as_daily_makes_a_rate_only_where_it_goes_with_the_unit_before_it(
    text: str, unit: str | None
) -> None:
    figure = find(text)[0]

    assert unit == figure.unit


@pytest.mark.parametrize(
    ("text", "unit", "dimension"),
    [
        ("61.5 million pounds of coffee", "lb", "mass"),
        ("61.5 million pounds of washed green coffee in July", "lb", "mass"),
        ("£3 was paid for each of 200 pounds of the cheese", "lb", "mass"),
        ("61.5 million pounds of debt", "GBP", "currency"),
        ("61.5 million pounds of its foreign aid", "GBP", "currency"),
        ("61.5 million pounds of taxpayers' money", "GBP", "currency"),
        ("200 pounds of debt", "GBP", "currency"),
        ("61.5 million pounds of coffee sales", "pound", "pound"),
        ("61.5 million pounds of widgets", "pound", "pound"),
        ("61.5 million pounds of it", "pound", "pound"),
        ("61.5 million pounds of cocaine", "pound", "pound"),
        ("200 pounds of widgets", "lb", "mass"),
        ("61.5 million pounds for coffee", "GBP", "currency"),
        ("61.5 million pounds sterling of coffee", "GBP", "currency"),
    ],
)
def test_what_pounds_are_of_tells_money_from_weight_and_a_thing_unknown_leaves_both_open(
    text: str, unit: str, dimension: str
) -> None:
    figure = find(text)[-1]

    assert (unit, dimension) == (figure.unit, figure.dimension)


def test_a_conversion_in_brackets_inherits_the_hedge() -> None:
    kilometres, miles = find("more than 100 kilometers (60 miles)", [])

    assert (Approximator.OVER, Approximator.OVER) == (kilometres.approx, miles.approx)
    assert miles.hard == Interval(low=Decimal(60), high=None, low_open=True)


@pytest.mark.parametrize(
    ("role", "phrases"),
    [
        (
            "identifier",
            "S&P 500|5G|Type 2|category 4|1080p|Article 50|G7|COVID-19|F-35|Boeing 737-800|iPhone 15|9/11|24/7|6.0-series|http://a.b/12",
        ),
        (
            "furniture",
            "8:01:37 PM|1917 GMT|6pm|7.30pm|(202) 555-0199|+1 202-555-0173|12/23/2025|no one|one of them|© 2019",
        ),
        ("rank", "second-highest|third|by a third party|in a third in|21st|No. 1|number one|top 10|seven-month high"),
        ("unparsed", "1" * 40),
    ],
)
def test_numbers_that_are_no_quantities_have_their_own_class(role: str, phrases: str) -> None:
    for phrase in phrases.split("|"):
        assert [role] == [figure.role for figure in find(phrase, [])], phrase


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was jailed for more than a year in prison.", ("more than a year", Decimal(1), "year")),
        ("She got a month in jail.", ("a month", Decimal(1), "month")),
        ("She won in 2:05:39 on the day.", ("2:05:39", Decimal(7539), "s")),
        ("Her time: a record 2:05:39.5, again.", ("2:05:39.5", Decimal("7539.5"), "s")),
    ],
)
def test_a_sentence_and_a_race_time_are_durations(text: str, expected: tuple[str, Decimal, str]) -> None:
    (figure,) = find(text, [])

    assert expected == (figure.text, figure.value, figure.unit)


def test_a_duration_needs_its_words() -> None:
    assert {"furniture"} == {figure.role for figure in find("At 2:05:39 it shook, and in 2:05:39 pm again.")}
    assert [] == find("A book and a half, a year in Paris, life in prison.")


def test_digits_of_a_period_yield_no_figure() -> None:
    figures = find("In July 2025 it sold 5,577 tons.")

    assert ["5,577 tons"] == [figure.text for figure in figures]


def test_a_page_counter_alone_on_its_line_is_furniture() -> None:
    figures = find("Exports rose.\n0 Comments\n3 min read", [])

    assert ["furniture", "furniture"] == [figure.role for figure in figures]


@pytest.mark.parametrize(
    ("phrase", "likely", "hard"),
    [
        ("6,150 tons", "[6149.5, 6150.5]", "[6145, 6155]"),
        ("58,000 tons", "[57999.5, 58000.5]", "[57500, 58500]"),
        ("exactly 58,000 tons", "[57999.5, 58000.5]", "[57999.5, 58000.5]"),
        ("about 6,150 tons", "[6125, 6175]", "[6100, 6200]"),
        ("nearly 5 tons", "[4.5, 5)", "[4, 5)"),
        ("over 90 percent", "(90, 100]", "(90, -]"),
        ("under 90 percent", "[80, 90)", "[-, 90)"),
        ("between 10 and 20 percent", "[9.5, 20.5]", "[9.5, 20.5]"),
        ("80 people", "[79.5, 80.5]", "[79.5, 80.5]"),
        ("minus 20 percent", "[-20.5, -19.5]", "[-20.5, -19.5]"),
        ("10 km", "[9.5, 10.5]", "[8, 12]"),
    ],
)
def test_the_intervals_follow_roundness_and_hedge(phrase: str, likely: str, hard: str) -> None:
    (figure,) = find(phrase, [])

    assert (likely, hard) == (written(figure.likely), written(figure.hard))


def written(interval: Interval | None) -> str:
    """Write an interval in the mathematicians' way, a dash for no end."""
    assert interval is not None
    low, high = ("-" if end is None else f"{end.normalize():f}" for end in (interval.low, interval.high))
    return f"{'(' if interval.low_open else '['}{low}, {high}{')' if interval.high_open else ']'}"
