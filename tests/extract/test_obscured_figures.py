"""A figure that a reader sees otherwise than it is written is numbered, but has no value."""

import pytest

from tests.extract.scripted import Page


@pytest.mark.parametrize(
    "text",
    [
        "Output was 6,1\u200b50 tons.",
        "Output was 6,\u2060150 tons.",
        "Output was 6\u0336,\u03361\u03365\u03360\u0336 tons.",
        "Output was \u202e5,016\u202c tons.",
        "Output was 6\ufe0f150 tons.",
    ],
)
def test_a_figure_with_something_hidden_in_it_is_not_read(text: str) -> None:
    page = Page(text)

    assert page.numbered.figures
    assert {"unparsed"} == {figure.role for figure in page.numbered.figures}
    assert {None} == {figure.value for figure in page.numbered.figures}


@pytest.mark.parametrize(
    "text",
    [
        "Output was 6,150\u00a0tons.",
        "Output was 6,150\u200b tons.",
        "\u200fהתפוקה 6,150 tons\u200f.",
        "6,150 tons 🏴\U000e0067\U000e007f",
    ],
)
def test_what_stands_beside_a_figure_does_not_obscure_it(text: str) -> None:
    (figure,) = Page(text).numbered.figures

    assert 6150 == figure.value
