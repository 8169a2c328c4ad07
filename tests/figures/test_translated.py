"""A "billion" of a translated text carries both its readings; no other does."""

from decimal import Decimal

import pytest

from verifier import figures


@pytest.mark.parametrize("words", ["3.2 billion euros", "€3.2bn", "2 trillion yen"])
def test_a_translated_billion_may_be_a_million_millions(words: str) -> None:
    (figure,) = figures.find(f"Translated from the German. The plant cost {words}.")

    assert (Decimal(1), Decimal(1000)) == figure.readings


@pytest.mark.parametrize(
    "text", ["The plant cost 3.2 billion euros.", "Translated from the German. The plant cost 3.2 million euros."]
)
def test_elsewhere_a_billion_is_what_it_says(text: str) -> None:
    (figure,) = figures.find(text)

    assert () == figure.readings
