"""Builds the claims the comparison cases are made of, from words as an article would have them."""

import hashlib
from datetime import date

from verifier import figures, periods
from verifier.models import (
    Article,
    Aspect,
    Citation,
    Claim,
    Direction,
    Extraction,
    Figure,
    Figures,
    Modality,
    Period,
    Topic,
)

MAGNETS = Topic(measure="export volume", item="rare earth magnets", actor="China")


def article(
    name: str,
    text: str = "",
    *,
    publisher: str | None = None,
    published: date | None = None,
    authors: tuple[str, ...] = (),
) -> Article:
    """Return an article whose text is its name unless told otherwise."""
    words = text or f"The article called {name}."
    identity = hashlib.sha256(f"{words}|{publisher}|{published}".encode()).hexdigest()[:16]
    return Article(
        id=identity, path=f"{name}.txt", text=words, publisher=publisher, published=published, authors=authors
    )


def figure(words: str) -> Figure:
    """Return the one quantity in `words`."""
    found = [one for one in figures.find(words) if one.role == "quantity"]
    assert len(found) == 1, (words, found)
    return found[0]


def period(words: str, published: date | None = None) -> Period:
    """Return the first period in `words`."""
    return periods.find(words, published)[0]


def claim(
    source: Article,
    words: str,
    when: str | None = "July 2025",
    *,
    topic: Topic = MAGNETS,
    aspect: Aspect = "amount",
    basis: str | None = None,
    direction: Direction = "none",
    modality: Modality = "fact",
    attribution: str | None = None,
    place: int = 0,
) -> Claim:
    """Return a claim of `source` about the figure in `words`; `place` tells two with the same words apart."""
    return Claim(
        id=hashlib.sha256(f"{source.id}|{words}|{topic}|{when}|{place}".encode()).hexdigest()[:16],
        article=source.id,
        statement=f"{topic.measure}: {words}",
        topic=topic,
        aspect=aspect,
        modality=modality,
        direction=direction,
        figure=figure(words),
        period=period(when, source.published) if when else None,
        basis=basis,
        attribution=attribution,
        sentence=words,
        citations=(Citation(quote=words, start=place, end=place + len(words), line=1, column=place + 1),),
    )


def statement(source: Article, words: str, *, topic: Topic, when: str | None = None, aspect: Aspect = "event") -> Claim:
    """Return a claim of `source` made in words."""
    return Claim(
        id=hashlib.sha256(f"{source.id}|{words}".encode()).hexdigest()[:16],
        article=source.id,
        statement=words,
        topic=topic,
        aspect=aspect,
        period=period(when, source.published) if when else None,
        sentence=words,
        citations=(Citation(quote=words, start=0, end=len(words), line=1, column=1),),
    )


def extraction(source: Article, *claims: Claim) -> Extraction:
    """Return the reading of `source` that found these claims."""
    return Extraction(article=source, claims=claims, figures=Figures(total=len(claims), claimed=len(claims)))
