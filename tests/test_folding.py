"""Promises of folding: plain characters to read, and every offset where it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.folding import fold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("month‑on‑month", "month-on-month"),
        ("5\u202f577\u00a0tons", "5 577 tons"),
        ("\u221212%", "-12%"),
        ("the country’s “rise”", 'the country\'s "rise"'),
        ("soft\u00adhyphen", "soft-hyphen"),
    ],
)
def test_unusual_spaces_hyphens_minus_signs_and_quotes_become_plain(text: str, expected: str) -> None:
    folded = fold(text)

    assert expected == folded


@pytest.mark.parametrize("text", ["10–12 tons", "a rise — a fall", "line\nline\r\nline", "5,577.5", "𝔸 ½ ²"])
def test_dashes_line_ends_and_digits_stay(text: str) -> None:
    folded = fold(text)

    assert text == folded


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    folded = fold(text)

    assert len(text) == len(folded)
    assert fold(folded) == folded
    assert {other for one, other in zip(text, folded, strict=True) if one != other} <= set(" -'\"")


@given(st.text(alphabet=st.characters(max_codepoint=127, exclude_characters="\t\v\f")))
def test_plain_text_stays_as_it_is(text: str) -> None:
    folded = fold(text)

    assert text == folded
