"""A point before three digits may part thousands where nothing in the article shows that it is one of decimals."""

from decimal import Decimal

import pytest

from verifier.figures import find

BOTH = (Decimal(1000), Decimal(1000000))
"""Kilograms in a tonne, and in a thousand of them."""


@pytest.mark.parametrize(
    "text", ["Malta sold 12.400 tonnes.", "From 12.400 to 13.500 tonnes.", "Some 12.400 tonnes, up 5 percent."]
)
def test_a_point_before_three_digits_has_two_readings(text: str) -> None:
    readings = [figure.readings for figure in find(text) if figure.unit == "t"]

    assert [BOTH] == readings


def test_each_reading_of_a_ton_has_both() -> None:
    (figure,) = find("They sold 12.400 tons.")

    assert sorted(figure.readings) == [
        Decimal(size) for size in ("907.18474", "1000", "1016.0469088", "907184.74", "1000000", "1016046.9088")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It rose 5.493 percent.",
        "It is 3.141.",
        "It weighs 0.125 tonnes.",
        "It sold 12.40 tonnes.",
        "It costs $1.299 a gallon.",
        "It made 1.234 billion euros.",
        "Malta sold 12.400 tonnes and 3.5 tonnes.",
        "Malta sold 12.400 tonnes, not 13,500.",
        "Between 2.500 and 3 tonnes.",
        "Malta sold 1.240.000 tonnes.",
    ],
)
def test_a_point_that_can_only_be_one_thing_has_one_reading(text: str) -> None:
    readings = {figure.readings for figure in find(text)}

    assert {()} == readings
