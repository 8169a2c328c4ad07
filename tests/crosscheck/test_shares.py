"""Shares of one whole cannot add up to more than all of it."""

import pytest

from tests.crosscheck.cases import article, claim, extraction
from tests.crosscheck.conftest import Compare
from verifier.models import Article, Claim, Topic

ONE, OTHER = (article(name, publisher=f"The {name} paper") for name in ("one", "other"))
REFINING = Topic(measure="global refining capacity", item="rare earths")


def shares(source: Article, of: Topic = REFINING, *, when: str | None = None, **held: str) -> list[Claim]:
    return [
        claim(source, words, when, topic=of.model_copy(update={"actor": actor.replace("_", " ")}), aspect="share")
        for actor, words in held.items()
    ]


def test_shares_of_the_world_above_all_of_it_conflict_within_the_article(compare: Compare) -> None:
    chinas, malaysias = shares(ONE, China="60 percent", Malaysia="45 percent")

    found = compare(extraction(ONE, chinas, malaysias))

    (held,) = found.comparisons(chinas, malaysias)
    assert ("conflicting", "conflicting") == (found.verdict(chinas), found.verdict(malaysias))
    assert held.why == "the shares add up to more than the whole; China 60 percent + Malaysia 45 percent"


@pytest.mark.parametrize(
    ("words", "verdict"),
    [("{} of the world's refining", "conflicting"), ("{} of its power, above the world average", "unsourced")],
)
def test_the_whole_is_the_worlds_only_if_the_words_say_so(compare: Compare, words: str, verdict: str) -> None:
    held = shares(ONE, Topic(measure="refining", item="rare earths"), China="60 percent", Malaysia="45 percent")
    quoted = [
        one.model_copy(
            update={"citations": (one.citations[0].model_copy(update={"quote": words.format(one.sentence)}),)}
        )
        for one in held
    ]

    found = compare(extraction(ONE, *quoted))

    assert {verdict} == {found.verdict(one) for one in quoted}


@pytest.mark.parametrize(
    "held",
    [
        shares(ONE, China="60 percent", Malaysia="40 percent"),
        shares(ONE, China="60 percent", Malaysia="41 percent"),
        shares(ONE, China="60 percent", European_Union="30 percent", Germany="20 percent"),
        shares(ONE, China="60 percent", Lynas="45 percent"),
        shares(ONE, China="up to 60 percent", Malaysia="45 percent"),
        shares(ONE, Topic(measure="power", item="renewables"), Spain="70 percent", Germany="60 percent"),
        shares(ONE, China="60 percent") + shares(ONE, when="2010", Malaysia="45 percent"),
        shares(ONE, China="60 percent") + shares(ONE, Topic(measure="world mining", item="tin"), Peru="45 percent"),
        shares(ONE, China="60 percent") + shares(OTHER, Malaysia="45 percent"),
    ],
    ids=range(9),
)
def test_shares_that_may_go_together_do_not_conflict(compare: Compare, held: list[Claim]) -> None:
    readings = [extraction(source, *(one for one in held if one.article == source.id)) for source in (ONE, OTHER)]

    found = compare(*readings)

    assert {"unsourced"} == {found.verdict(one) for one in held}
