"""Promises of the clause that is quoted for a figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.models import Span
from verifier.sentences import clause, find

US = "The United States took 619 tons, a 75.5 percent month‑on‑month gain and almost 5 percent more than a year ago."
GERMANY = "Germany again bought the most: 1,116 tons in July, 46 percent above June."
TO_DATE = "For the year to date the count is nearly 27,900 tons — a smaller shortfall than the 18.9 percent of June."
KOREA = "Second came South Korea with 854 tons, up 84.5%, and third Vietnam with 456 tons, up 18.3%."


def quoted(sentence: str, at: str) -> str:
    text = f"Before.\n{sentence}\nAfter."
    start = text.index(at)
    span = clause(
        text,
        Span(start=len("Before.\n"), end=len("Before.\n") + len(sentence)),
        Span(start=start, end=start + len(at)),
    )
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("sentence", "at", "expected"),
    [
        (US, "619 tons", "The United States took 619 tons"),
        (US, "75.5 percent", "a 75.5 percent month‑on‑month gain and almost 5 percent more than a year ago"),
        (US, "almost 5 percent", "a 75.5 percent month‑on‑month gain and almost 5 percent more than a year ago"),
        (TO_DATE, "27,900", "For the year to date the count is nearly 27,900 tons"),
        (TO_DATE, "18.9 percent", "a smaller shortfall than the 18.9 percent of June"),
        ("It ran 10 – 12 km, then stopped for good.", "10", "It ran 10 – 12 km"),
        ("- November exports, all destinations: 5 t (up 12% from October).", "12%", "up 12% from October"),
        ("- China shipped 6,150 metric tons; Japan 5.", "6,150", "China shipped 6,150 metric tons"),
        ("China (its third largest producer by far) sold 5 tons.", "China", "China"),
        ("It lies 17 miles (28 km) east of Jalalabad.", "17 miles", "It lies 17 miles (28 km) east of Jalalabad"),
        ("It lies 17 miles (28 km) east of Jalalabad.", "28 km", "It lies 17 miles (28 km) east of Jalalabad"),
        ("Then came Korea (854 t, +8%) and Peru (4 t).", "854 t", "Then came Korea (854 t, +8%) and Peru (4 t)"),
        ("It fell 11 percent in the U.S.", "11", "It fell 11 percent in the U.S."),
        ("“It rose 5 percent since last May,” he said.", "5 percent", "It rose 5 percent since last May"),
    ],
)
def test_a_clause_ends_where_the_next_begins(sentence: str, at: str, expected: str) -> None:
    found = quoted(sentence, at)

    assert expected == found


@pytest.mark.parametrize(
    ("sentence", "at", "expected"),
    [
        (GERMANY, "1,116 tons", "Germany again bought the most: 1,116 tons in July"),
        (GERMANY, "46 percent", "Germany again bought the most: 1,116 tons in July, 46 percent above June"),
        (KOREA, "854 tons", "Second came South Korea with 854 tons"),
        (KOREA, "84.5%", "Second came South Korea with 854 tons, up 84.5%"),
        (KOREA, "456 tons", "third Vietnam with 456 tons"),
        ("Germany, the biggest customer, took 1,288 tons.", "1,288", "Germany, the biggest customer, took 1,288 tons"),
        ("In July 2025, China sold 5,577 metric tons.", "5,577", "In July 2025, China sold 5,577 metric tons"),
        ("On October 13, 2025, China sold 5 tons.", "5 tons", "On October 13, 2025, China sold 5 tons"),
        ("Kabul: A quake of magnitude 6.3 hit Kunar.", "6.3", "Kabul: A quake of magnitude 6.3 hit Kunar"),
        ("The toll, which rose again, stands at 5.", "5", "The toll, which rose again, stands at 5"),
    ],
)
def test_a_clause_that_says_nothing_alone_takes_along_what_stands_before_it(
    sentence: str, at: str, expected: str
) -> None:
    found = quoted(sentence, at)

    assert expected == found


@given(st.text(alphabet=" ,.;:()[]—–-\"'“”aAtoup5%\u202f\n", min_size=1, max_size=200), st.data())
def test_a_clause_holds_its_point_and_stays_in_its_sentence(text: str, data: st.DataObject) -> None:
    sentences = [sentence.span for sentence in find(text)] or [Span(start=0, end=len(text))]
    sentence = data.draw(st.sampled_from(sentences))
    start = data.draw(st.integers(sentence.start, sentence.end - 1))
    at = Span(start=start, end=data.draw(st.integers(start + 1, sentence.end)))

    found = clause(text, sentence, at)

    assert sentence.start <= found.start <= at.start
    assert at.end <= found.end <= sentence.end
