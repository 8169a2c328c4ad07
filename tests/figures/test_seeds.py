"""Every figure of the five articles that ship with the product is read as a person reads it."""

from decimal import Decimal
from pathlib import Path

import pytest

from verifier.figures import find
from verifier.models import Figure

SEEDS = Path(__file__).parents[2] / "seeds"

# text | value | unit | approximator | likely interval
EXPECTED = {
    "eu-magnets-november.txt": """
        2,568.8 tonnes | 2568.8 | t | none | [2568.75, 2568.85]
        nearly 60 percent | 60 | % | nearly | [55, 60)
        more than 60 percent | 60 | % | over | (60, 70]
        about 106.85 million US dollars | 106850000 | USD | about | [106825000, 106875000]
        almost 25 percent | 25 | % | nearly | [22.5, 25)
    """,
    "general-licences.txt": """
        26.5% | 26.5 | % | none | [26.45, 26.55]
        5,493.9 tons | 5493.9 | ton | none | [5493.85, 5493.95]
        exceeded 58,000 metric tons | 58000 | t | over | (58000, 59000]
        11.6% | 11.6 | % | none | [11.55, 11.65]
        first | 1 | - | none | [1, 1]
        first | 1 | - | none | [1, 1]
        roughly 90% | 90 | % | about | [85, 95]
        25 magnetic materials | 25 | material | none | [24.5, 25.5]
        $75M | 75000000 | USD | none | [74500000, 75500000]
    """,
    "july-analysis.txt": """
        5,577 metric tons | 5577 | t | none | [5576.5, 5577.5]
        nearly 75% | 75 | % | nearly | [72.5, 75)
        half a year | 0.5 | year | none | [0.49, 0.51]
        27,897 metric tons | 27897 | t | none | [27896.5, 27897.5]
        15% | 15 | % | none | [14.5, 15.5]
        1,116 tons | 1116 | ton | none | [1115.5, 1116.5]
        46% | 46 | % | none | [45.5, 46.5]
        75.5% | 75.5 | % | none | [75.45, 75.55]
        619 tons | 619 | ton | none | [618.5, 619.5]
        seven rare earths | 7 | earth | none | [6.5, 7.5]
        over 35% | 35 | % | over | (35, 40]
        zero | 0 | - | none | [-0.5, 0.5]
        at or below 65% | 65 | % | at most | [60, 65]
    """,
    "july-rebound.txt": """
        nearly 75 percent | 75 | % | nearly | [72.5, 75)
        5,577 metric tons | 5577 | t | none | [5576.5, 5577.5]
        approximately 5.7 percent | 5.7 | % | about | [5.6, 5.8]
        1,116 tons | 1116 | ton | none | [1115.5, 1116.5]
        46 percent | 46 | % | none | [45.5, 46.5]
        619 tons | 619 | ton | none | [618.5, 619.5]
        75.5 percent | 75.5 | % | none | [75.45, 75.55]
        almost 5 percent | 5 | % | nearly | [4.5, 5)
        nearly 27,900 tons | 27900 | ton | nearly | [27850, 27900)
        roughly 15 percent | 15 | % | about | [13.5, 16.5]
        18.9 percent | 18.9 | % | none | [18.85, 18.95]
        Over 90 percent | 90 | % | over | (90, 100]
        1,200 leaders | 1200 | leader | none | [1199.5, 1200.5]
        40 countries | 40 | country | none | [39.5, 40.5]
    """,
    "november-second-highest.txt": """
        6,150 metric tons | 6150 | t | none | [6149.5, 6150.5]
        second-highest | 2 | highest | none | [2, 2]
        12% | 12 | % | none | [11.5, 12.5]
        11% | 11 | % | none | [10.5, 11.5]
        582 tons | 582 | ton | none | [581.5, 582.5]
        second-highest | 2 | highest | none | [2, 2]
        roughly 6,150 metric tons | 6150 | t | about | [6125, 6175]
        6,150 metric tons | 6150 | t | none | [6149.5, 6150.5]
        12% | 12 | % | none | [11.5, 12.5]
        11% | 11 | % | none | [10.5, 11.5]
        582 tons | 582 | ton | none | [581.5, 582.5]
        6,150 metric tons | 6150 | t | none | [6149.5, 6150.5]
        12% | 12 | % | none | [11.5, 12.5]
        582 tons | 582 | ton | none | [581.5, 582.5]
        11% | 11 | % | none | [10.5, 11.5]
        200,450 | 200450 | - | none | [200449.5, 200450.5]
    """,
}


def described(figure: Figure) -> str:
    """Write a figure as a line of the table."""
    assert figure.likely is not None
    low = f"{'(' if figure.likely.low_open else '['}{plain(figure.likely.low)}"
    high = f"{plain(figure.likely.high)}{')' if figure.likely.high_open else ']'}"
    text = " ".join(figure.text.split())
    return f"{text} | {plain(figure.value)} | {figure.unit or '-'} | {figure.approx} | {low}, {high}"


def plain(value: Decimal | None) -> str:
    """Write a decimal without exponent and without trailing zeros."""
    assert value is not None
    return f"{value.normalize():f}"


@pytest.mark.parametrize("name", EXPECTED)
def test_every_figure_of_the_article_is_read_with_value_unit_hedge_and_interval(name: str) -> None:
    text = (SEEDS / name).read_text(encoding="utf-8")

    figures = [figure for figure in find(text) if figure.role in ("quantity", "rank")]

    expected = [line.strip() for line in EXPECTED[name].strip().splitlines()]
    assert expected == [described(figure) for figure in figures]


def test_the_five_articles_hold_fifty_seven_figures() -> None:
    lines = [line for table in EXPECTED.values() for line in table.strip().splitlines()]

    assert 57 == len(lines)


@pytest.mark.parametrize("name", EXPECTED)
def test_no_figure_of_the_articles_is_left_unparsed(name: str) -> None:
    text = (SEEDS / name).read_text(encoding="utf-8")

    unparsed = [figure.text for figure in find(text) if figure.role == "unparsed"]

    assert [] == unparsed


def test_a_bare_ton_carries_its_three_readings_and_a_metric_ton_one() -> None:
    bare, metric = find("It sold 1,116 tons, or 1,116 metric tons.", [])

    assert (Decimal("907.18474"), Decimal(1000), Decimal("1016.0469088")) == bare.readings
    assert (Decimal(1000), ()) == (metric.factor, metric.readings)


def test_a_bare_dollar_sign_carries_every_currency_it_may_stand_for() -> None:
    bare, certain = find("It raised $75M, then US$5m.", [])

    assert "USD" == bare.currencies[0] and len(bare.currencies) > 1
    assert ("USD",) == certain.currencies
