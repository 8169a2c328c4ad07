"""Nothing hidden reaches a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.report.visible import clipped, clipped_left, is_hidden, visible, visible_lines, width

ANYTHING = st.text(st.characters(), max_size=80)
HIDING = st.text(
    st.sampled_from("a \x00\x07\x1b\x7f\x85\x9b\r\n\t\u00ad\u200b\u200d\u202e\u2066\u2028\ufeff\U000e0041\ud800")
)


@given(ANYTHING | HIDING)
def test_no_control_character_and_nothing_hidden_is_left(text: str) -> None:
    shown = visible(text)

    assert [] == [character for character in shown if is_hidden(character)]
    assert {"Cc", "Cf", "Cs"}.isdisjoint(map(unicodedata.category, shown))


@given(ANYTHING | HIDING)
def test_what_is_visible_stays_as_it_is_when_made_visible_again(text: str) -> None:
    once = visible(text)

    assert once == visible(once)


@given(st.text(st.characters(categories=["L", "N", "P"], exclude_characters="\u3164\uffa0\u115f\u1160\u17b4\u17b5")))
def test_letters_digits_and_punctuation_are_left_alone(text: str) -> None:
    assert text == visible(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\r\n\tb", "a b"),
        ("a\u2028b", "a b"),
        ("tons\u202esnot", "tons<U+202E>snot"),
        ("6\u200b150", "6<U+200B>150"),
        ("\x9b2J", "<U+009B>2J"),
        ("del\x7f", "del␡"),
        ("file\udcff.txt", "file<U+DCFF>.txt"),
        ("tag\U000e0041", "tag<U+E0041>"),
        ("5\u202f577 t\u00a0in July", "5\u202f577 t\u00a0in July"),
        ("warning ⚠\ufe0f", "warning ⚠\ufe0f"),
        ("e\u0301\u0323", "e\u0301\u0323"),
        ("e" + "\u0301" * 40, "e\u0301\u0301\u0301\u0301<+36 marks>"),
    ],
)
def test_hidden_characters_are_spelled_out_and_breaks_folded(text: str, shown: str) -> None:
    assert shown == visible(text)


def test_lines_of_a_message_stay_apart_and_cannot_pass_for_messages_of_their_own() -> None:
    assert "first\n  second␛" == visible_lines("first\nsecond\x1b")


@given(st.text(max_size=30), st.integers(min_value=1, max_value=20))
def test_cut_text_is_never_longer_than_asked_for(text: str, limit: int) -> None:
    assert len(clipped(text, limit)) <= limit
    assert len(clipped_left(text, limit)) <= limit


def test_wide_letters_take_two_columns_and_marks_none() -> None:
    assert [4, 1, 5] == [width("東京"), width("e\u0301"), width("tons.")]


def test_what_is_cut_ends_in_one_ellipsis_also_where_the_text_has_one_there() -> None:
    assert ("abc…", "…def") == (clipped("abc…ef", 5), clipped_left("ab…def", 5))
