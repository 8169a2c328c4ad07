"""A long article is read in windows that overlap, miss nothing and cost no more than its length."""

from tests.extract.scripted import Page
from verifier.extract.windows import OVERLAP, WINDOW, windows

LONG = "Steel mills face a hard year.\n\n" + "".join(
    f"Mill number {place} made {1_000 + place:,} tonnes of steel, which is what it always makes in a year.\n"
    for place in range(600)
)


def test_an_article_of_ordinary_length_is_one_window() -> None:
    page = Page("Output fell 12%. It rose 3% later.")

    (window,) = windows(page.numbered)

    assert (window.first, window.end) == (0, len(page.numbered.sentences))


def test_an_empty_article_has_no_window() -> None:
    assert windows(Page(" \n").numbered) == []


def test_every_sentence_is_new_in_exactly_one_window() -> None:
    page = Page(LONG)

    new = [sentence for window in windows(page.numbered) for sentence in window.new]

    assert new == list(range(len(page.numbered.sentences)))


def test_every_figure_is_accounted_for_by_exactly_one_window() -> None:
    page = Page(LONG)

    figures = [figure for window in windows(page.numbered) for figure in window.figures(page.numbered)]

    assert figures == list(range(len(page.numbered.figures)))


def test_a_later_window_repeats_the_date_line_the_headline_and_two_sentences() -> None:
    page = Page(LONG)

    second = windows(page.numbered)[1]
    lines = second.text(page.numbered).splitlines()

    assert lines[0] == "date line: unknown"
    assert lines[2] == "[s1] Steel mills face a hard year."
    assert second.fresh - second.first == OVERLAP


def test_the_windows_together_are_little_longer_than_the_article() -> None:
    page = Page(LONG)

    texts = [window.text(page.numbered) for window in windows(page.numbered)]
    whole = sum(len(page.numbered.line(sentence)) for sentence in range(len(page.numbered.sentences)))

    assert len(texts) > 3
    assert max(map(len, texts)) < WINDOW * 1.1
    assert sum(map(len, texts)) < whole * 1.1
