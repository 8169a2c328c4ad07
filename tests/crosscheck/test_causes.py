"""Every cause a comparison can have is reached, and is told in words."""

from datetime import date
from typing import Any

import pytest

from tests.crosscheck.cases import MAGNETS, article, claim, extraction
from tests.crosscheck.conftest import Compare
from verifier.crosscheck import explain
from verifier.models import Topic

FERRY = Topic(measure="deaths", event="March ferry accident off Palawan")
UP: dict[str, Any] = {"aspect": "change", "direction": "up"}
DEAD: dict[str, Any] = {"aspect": "tally", "topic": FERRY}


def of(words: str, when: str | None = "July 2025", published: date | None = None, **fields: Any) -> dict[str, Any]:
    return {"words": words, "when": when, "published": published, **fields}


CASES = {
    "figures": (of("6,150 tonnes"), of("500 tonnes")),
    "revised": (
        of("40 people", None, date(2025, 3, 4), **DEAD),
        of("12 people", None, date(2025, 3, 5), **DEAD),
    ),
    "update": (
        of("12 people", None, date(2025, 3, 4), **DEAD),
        of("40 people", None, date(2025, 3, 5), **DEAD),
    ),
    "same day": (
        of("12 people", None, date(2025, 3, 4), **DEAD),
        of("40 people", None, date(2025, 3, 4), **DEAD),
    ),
    "day": (of("12 people", None, **DEAD), of("40 people", None, date(2025, 3, 4), **DEAD)),
    "rounding": (of("6,150 tonnes"), of("6,146 tonnes")),
    "unit": (of("6,150 tons"), of("5,579.2 tonnes")),
    "modality": (of("6,150 tonnes"), of("500 tonnes", modality="target")),
    "forecasts": (of("6,150 tonnes", modality="forecast"), of("500 tonnes", modality="forecast")),
    "basis": (of("12 percent", basis="month", **UP), of("26 percent", basis="year", **UP)),
    "basis open": (of("12 percent", basis="month", **UP), of("26 percent", **UP)),
    "period": (of("6,150 tonnes"), of("500 tonnes", "June 2025")),
    "period open": (of("6,150 tonnes"), of("500 tonnes", None)),
    "counted open": (
        of("12 percent", basis="year", **UP),
        of("26 percent", basis="year", topic=MAGNETS.model_copy(update={"measure": "exports"}), **UP),
    ),
    "topic open": (of("6,150 tonnes"), of("500 tonnes", topic=MAGNETS.model_copy(update={"actor": None}))),
    "scope": (of("6,150 tonnes"), of("500 tonnes", topic=MAGNETS.model_copy(update={"counterparty": "EU"}))),
    "above its whole": (
        of("6,150 tonnes", topic=MAGNETS.model_copy(update={"counterparty": "EU"})),
        of("500 tonnes"),
    ),
    "below its part": (
        of("500 tonnes"),
        of("6,150 tonnes", topic=MAGNETS.model_copy(update={"counterparty": "EU"})),
    ),
}


@pytest.mark.parametrize("cause", CASES)
def test_a_pair_is_explained_by_its_cause(compare: Compare, cause: str) -> None:
    mine, theirs = (dict(side) for side in CASES[cause])
    sources = [
        article(name, publisher=name, published=side.pop("published")) for name, side in (("a", mine), ("b", theirs))
    ]
    one, other = (
        claim(source, side.pop("words"), side.pop("when"), **side)
        for source, side in zip(sources, (mine, theirs), strict=True)
    )

    found = compare(extraction(sources[0], one), extraction(sources[1], other))

    (comparison,) = found.comparisons(one, other)
    assert comparison.why.startswith(explain._CAUSES[cause])


def test_two_passages_of_one_article_are_told_as_such(compare: Compare) -> None:
    source = article("a")
    one, other = claim(source, "6,150 tonnes"), claim(source, "500 tonnes", place=90)

    found = compare(extraction(source, one, other))

    assert explain._CAUSES["within the article"] == found.comparisons(one, other)[0].why


def test_a_counterpart_is_told_with_its_sentence_its_source_and_whom_it_credits(compare: Compare) -> None:
    day = date(2025, 8, 9)
    source = article("b", publisher="Quay Post", published=day).model_copy(update={"title": "Ships"})
    one = claim(article("a"), "6,150 tonnes")
    other = claim(source, "some 500 tonnes were sent", attribution="customs", modality="plan")

    found = compare(extraction(article("a"), one), extraction(source, other))

    (told,) = found.comparisons(one, other)
    assert ("Ships", "Quay Post", day) == (told.title, told.publisher, told.published)
    assert ("some 500 tonnes were sent", 0, "customs") == (told.sentence, told.offset, told.attribution)
    assert "export volume of rare earth magnets, China, July 2025; a plan, not a fact" == told.about


def test_the_words_for_causes_are_all_of_use() -> None:
    elsewhere = {"within the article", "words"}

    assert explain._CAUSES.keys() >= CASES.keys() | elsewhere
