"""Promises of the places in an article: exact, and found without reading the article again for each."""

from hypothesis import given
from hypothesis import strategies as st

from verifier.models import Article
from verifier.models.articles import _line_starts

TEXTS = st.text(st.sampled_from("a\n\r\u2028東"), max_size=60)


def article(text: str) -> Article:
    return Article(id="a", path="a.txt", text=text)


@given(TEXTS)
def test_a_place_is_the_lines_above_it_and_the_characters_before_it(text: str) -> None:
    lines = text.split("\n")

    expected = [(number, column) for number, line in enumerate(lines, 1) for column in range(1, len(line) + 2)]

    assert expected == [article(text).position(offset) for offset in range(len(text) + 1)]


@given(TEXTS)
def test_a_line_and_a_column_lead_back_to_their_place(text: str) -> None:
    places = range(len(text) + 1)

    assert [*places] == [article(text).offset(*article(text).position(place)) for place in places]


def test_a_line_the_article_does_not_have_is_its_end() -> None:
    two = article("one\ntwo")

    assert (7, 7) == (two.offset(3, 1), two.offset(0, 1))


def test_a_copy_with_another_text_has_lines_of_its_own() -> None:
    first = article("one\ntwo")

    before = first.position(4)
    copy = first.model_copy(update={"text": "one two"})

    assert ((2, 1), (1, 5)) == (before, copy.position(4))


def test_the_lines_are_looked_for_once_however_many_places_are_asked_for() -> None:
    long = article("word\n" * 5_000)
    looked_before = _line_starts.cache_info().misses

    places = [long.position(offset) for offset in range(0, 25_000, 5)]
    back = [long.offset(line, column) for line, column in places]

    assert [*range(0, 25_000, 5)] == back
    assert 1 == _line_starts.cache_info().misses - looked_before
