"""Amounts and their changes, of which a third figure follows, as articles state them."""

from tests.crosscheck.cases import MAGNETS, article, claim, period
from verifier.models import Article, Claim, Direction, Modality, Topic

ONE, OTHER, THIRD = (article(name, publisher=f"The {name} paper") for name in ("one", "other", "third"))
NOVEMBER, OCTOBER = "November 2025", "October 2025"
GERMANY = MAGNETS.model_copy(update={"counterparty": "Germany"})


def amount(source: Article, words: str, when: str = NOVEMBER, topic: Topic = MAGNETS, place: int = 0) -> Claim:
    return claim(source, words, when, topic=topic, place=place)


def change(
    source: Article,
    words: str,
    way: Direction = "up",
    *,
    when: str = NOVEMBER,
    base: str | None = OCTOBER,
    basis: str | None = "month",
    topic: Topic = MAGNETS,
    modality: Modality = "fact",
    place: int = 0,
) -> Claim:
    made = claim(
        source, words, when, topic=topic, aspect="change", basis=basis, direction=way, modality=modality, place=place
    )
    return made.model_copy(update={"base": period(base) if base else None})
