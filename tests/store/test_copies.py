"""Promises of copy detection: cut, framed and lightly edited texts are found; a shared quotation is no copy."""

from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import pytest

from tests.store.conftest import MakeArticle
from tests.store.held import copies
from verifier.models import Article
from verifier.store import Store, Unit, articles
from verifier.store.connection import connect


@pytest.fixture
def unit() -> Iterator[Unit]:
    with Store(None) as store, store.unit() as unit:
        yield unit


def prose(seed: int, length: int) -> list[str]:
    """Words without sense, the same for the same seed."""
    return [f"word{crc32(f'{seed} {place}'.encode()) % 20_000}" for place in range(length)]


def are_copies(unit: Unit, first: Article, second: Article) -> bool:
    articles.add(unit, first, first.id)
    articles.add(unit, second, second.id)
    return [(second.id, first.id)] == copies(unit)


ORIGINAL = prose(1, 467)

# Texts stored one by one would take the test seconds; they say nothing of their own but a word.
HUNDREDS_OF_TEXTS = "insert into articles (article_id, text) select range, $footer || ' w' || range from range(201)"
THEIR_SKETCHES = """
insert into sketches
select article_id, 1, shingle
from shingles_of((select list(article_id) from articles where length(article_id) < 4))
"""
THEIR_COPIES = """
insert into copies
select range, articles.article_id, 1 from range(201), articles where length(articles.article_id) > 4
"""


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(ORIGINAL, id="word for word"),
        pytest.param(prose(2, 15) + ORIGINAL + prose(3, 30), id="framed by a byline and a footer"),
        pytest.param(ORIGINAL[:150], id="cut to a third"),
        pytest.param(ORIGINAL[:40], id="cut to forty words"),
        pytest.param(
            ["other" if place % 20 == 0 else word for place, word in enumerate(ORIGINAL)],
            id="one word in twenty edited",
        ),
        pytest.param(ORIGINAL[240:] + ORIGINAL[:240], id="reordered"),
        pytest.param([word.upper() + "," for word in ORIGINAL], id="other case and punctuation"),
    ],
)
@pytest.mark.parametrize("copy_first", [True, False])
def test_a_copy_is_found_whichever_came_first(
    unit: Unit, article: MakeArticle, copy: list[str], copy_first: bool
) -> None:
    pair = [article(" ".join(ORIGINAL), publisher="A"), article(" ".join(copy), publisher="B")]

    assert are_copies(unit, *(reversed(pair) if copy_first else pair))


@pytest.mark.parametrize("length", [40, 60])
def test_a_short_copy_of_a_short_text_is_found(unit: Unit, article: MakeArticle, length: int) -> None:
    text = " ".join(prose(1, length))

    assert are_copies(unit, article(text, publisher="A"), article(f"By our reporter. {text}", publisher="B"))


@pytest.mark.parametrize("length", [60, 120, 467, 1500])
def test_texts_that_share_a_quotation_are_no_copies(unit: Unit, article: MakeArticle, length: int) -> None:
    quotation = prose(9, 30)
    first, second = (prose(seed, length // 2) + quotation + prose(seed + 100, length // 2) for seed in (1, 2))

    assert not are_copies(unit, article(" ".join(first)), article(" ".join(second)))


def test_texts_in_other_scripts_are_compared_too(unit: Unit, article: MakeArticle) -> None:
    text = " ".join(word.replace("word", "слово") for word in prose(1, 100))

    assert are_copies(unit, article(text, publisher="A"), article(text, publisher="B"))


def test_what_stands_in_hundreds_of_texts_belongs_to_nobody(path: Path, article: MakeArticle) -> None:
    footer = " ".join(prose(9, 120))
    first, second = (article(f"{' '.join(prose(seed, 30))} {footer}", publisher=str(seed)) for seed in (1, 2))
    with Store(path).unit():
        pass
    with connect(path) as connection:
        connection.execute(HUNDREDS_OF_TEXTS, {"footer": footer})
        connection.execute(THEIR_SKETCHES)

    with Store(path).unit() as unit:
        assert not are_copies(unit, first, second)


def test_an_agency_text_that_hundreds_print_is_still_found(path: Path, article: MakeArticle) -> None:
    agency = " ".join(ORIGINAL)
    with Store(path).unit() as unit:
        articles.add(unit, article(agency, publisher="first"), "first")
    with connect(path) as connection:
        connection.execute(HUNDREDS_OF_TEXTS, {"footer": agency})
        connection.execute(THEIR_SKETCHES)
        connection.execute(THEIR_COPIES)

    with Store(path).unit() as unit:
        articles.add(unit, article(agency, publisher="last"), "last")

        assert 1 == len(copies(unit))


def test_a_superseded_copy_is_no_copy_any_more(unit: Unit, article: MakeArticle) -> None:
    original, copy = article(" ".join(ORIGINAL), publisher="A"), article(" ".join(ORIGINAL), publisher="B")
    assert are_copies(unit, original, copy)

    articles.add(unit, article("Withdrawn."), copy.id)

    assert [] == copies(unit)
