"""A short name of a product is not read as the longer one that its article names for something else."""

import pytest

from tests.crosscheck.cases import article, claim, extraction
from tests.crosscheck.conftest import Compare
from verifier.models import Topic

ONE, OTHER = article("one", publisher="One Paper"), article("other", publisher="Other Paper")


@pytest.mark.parametrize(
    ("short", "full", "figure", "measure", "actor"),
    [
        ("steel", "stainless steel", "2,100 euros", "price", "India"),
        ("rice", "basmati rice", "30,000 tonnes", "consumption", "Pakistan"),
        ("oil", "olive oil", "1,200,000 tonnes", "production volume", "India"),
    ],
)
@pytest.mark.parametrize("stated", ["900,000 tonnes", "71,000 tonnes"])
def test_what_is_sold_of_all_kinds_says_nothing_of_one_kind(
    compare: Compare, short: str, full: str, figure: str, measure: str, actor: str, stated: str
) -> None:
    sold = claim(ONE, stated, topic=Topic(measure="export volume", item=short, actor="India"))
    beside = claim(ONE, figure, topic=Topic(measure=measure, item=full, actor=actor), place=100)
    kind = claim(OTHER, "71,000 tonnes", topic=Topic(measure="export volume", item=full, actor="India"))

    found = compare(extraction(ONE, sold, beside), extraction(OTHER, kind))

    assert ("unsourced", "unsourced", "nothing") == (
        found.verdict(sold),
        found.verdict(kind),
        found.relation(sold, kind),
    )
