"""Promises of cutting an article into sentences."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.effort import growth
from verifier import shipped
from verifier.sentences import find


def sentences(text: str) -> list[str]:
    return [text[sentence.span.start : sentence.span.end] for sentence in find(text)]


def seed(name: str) -> list[str]:
    return sentences((shipped.SEEDS / f"{name}.txt").read_text(encoding="utf-8"))


WRAPPED = """\
Chinese exports of rare earth magnets leapt by nearly 75 percent in
July to 5,577 metric tons. Germany again bought the most, and the
United States took 619 tons, which is a good deal more than it took
a year ago.

What it means
The dependence has not gone away, whatever the trade may say in the
Netherlands.
- Item one
- Item two reads on, as it is too long to stand in the room of its
  line
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose. It fell.", ["It rose.", "It fell."]),
        ("The U.S. sold 5 tons. The U.S. Treasury bought.", ["The U.S. sold 5 tons.", "The U.S. Treasury bought."]),
        ("On Oct. 13 it rose. No. 5 fell.", ["On Oct. 13 it rose.", "No. 5 fell."]),
        ("Zhong Ke Ltd. said so. Next.", ["Zhong Ke Ltd. said so.", "Next."]),
        ("It cost $5.5 bn. in May. Next.", ["It cost $5.5 bn. in May.", "Next."]),
        ("It rose approx. 5 percent vs. 3 percent. Next.", ["It rose approx. 5 percent vs. 3 percent.", "Next."]),
        ("1. First item. 2. Second item.", ["1. First item.", "2. Second item."]),
        ("At 5 p.m. on Monday it rose 5%.The rest fell.", ["At 5 p.m. on Monday it rose 5%.", "The rest fell."]),
        ("“It rose,” he said. “It fell.”", ["“It rose,” he said.", "“It fell.”"]),
        ("𝔸𝔹 sold 5 tons. 😀 It rose.", ["𝔸𝔹 sold 5 tons.", "😀 It rose."]),
        ("On Oct.\u00a013 it rose.\u202fNext.", ["On Oct.\u00a013 it rose.", "Next."]),
        ("Heading\r\nIt rose.\r\n\r\n- item", ["Heading", "It rose.", "- item"]),
        ("", []),
        (" \n\t\u00a0", []),
    ],
)
def test_a_full_stop_ends_a_sentence_only_where_a_reader_would_stop(text: str, expected: list[str]) -> None:
    found = sentences(text)

    assert expected == found


def test_headings_bullets_and_boilerplate_lines_are_sentences_of_their_own() -> None:
    found = seed("november-second-highest")

    assert "Highlights" in found
    assert "- Access to these magnets remains conditional." in found
    assert "Key Details:" in found
    assert "0 Comments" in found
    assert "The figures come from The Standard (opens in a new tab), which cites Reuters." in found


def test_the_seeds_are_cut_where_a_reader_would_cut_them() -> None:
    expected = {"eu-magnets-november": 20, "general-licences": 29, "july-rebound": 18}

    counts = {name: len(seed(name)) for name in expected}

    assert expected == counts


def test_a_hard_wrapped_paragraph_is_not_cut_at_its_line_ends() -> None:
    expected = [
        "Chinese exports of rare earth magnets leapt by nearly 75 percent in\nJuly to 5,577 metric tons.",
        "Germany again bought the most, and the\nUnited States took 619 tons, which is a good deal more than it took\n"
        "a year ago.",
        "What it means",
        "The dependence has not gone away, whatever the trade may say in the\nNetherlands.",
        "- Item one",
        "- Item two reads on, as it is too long to stand in the room of its\n  line",
    ]

    found = sentences(WRAPPED)

    assert expected == found


def test_line_ends_of_carriage_returns_wrap_alike() -> None:
    found = sentences(WRAPPED.replace("\n", "\r\n"))

    assert sentences(WRAPPED) == [sentence.replace("\r\n", "\n") for sentence in found]


def test_a_headline_as_wide_as_the_byline_under_it_is_not_taken_for_wrapped_text() -> None:
    text = "Magnet exports from China leap by three quarters in July\nBy John Smith\nBeijing\nThey rose again."

    assert text.split("\n") == sentences(text)


@given(st.text() | st.text(alphabet=' \n\r\t.!?"“”()-,;:aAé5𝔸US\u00a0\u2028\ud800'))
@example("\ud800. A")
def test_every_character_but_white_space_is_in_exactly_one_sentence(text: str) -> None:
    spans = [sentence.span for sentence in find(text)]

    covered = "".join(text[span.start : span.end] for span in spans)
    assert re.sub(r"\s", "", text) == re.sub(r"\s", "", covered)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(text[span.start : span.end] == text[span.start : span.end].strip() != "" for span in spans)


UNITS = ["word ", "x", "China sold 5 tons. ", "“a b. ", "(", '"', "U.S. ", "! ", "1.2.3 "]


@pytest.mark.parametrize("unit", UNITS)
def test_a_line_without_end_is_cut_at_two_thousand_characters(unit: str) -> None:
    text = (unit * 200_000)[:200_000]

    found = sentences(text)

    assert max(map(len, found)) <= 2_000
    assert re.sub(r"\s", "", text) == re.sub(r"\s", "", "".join(found))


@pytest.mark.parametrize("unit", UNITS)
def test_work_grows_with_the_length_and_no_faster(unit: str) -> None:
    text = (unit * 80_000)[:80_000]

    assert growth(find, text[:10_000], text) < 8 * 2


def test_a_sentence_that_spans_two_windows_stays_whole() -> None:
    sentence = (
        "China sold 5,577 metric tons of magnets abroad in July, which is more than it sold in June of that year."
    )
    text = " ".join([sentence] * 200)

    assert {sentence} == set(sentences(text))
