"""What the model writes is looked up in the article word by word and number by number."""

from datetime import date

import pytest

from verifier.extract.names import Vocabulary

TEXT = (
    "Chinese exporters of rare‑earth magnets sold less to the U.S. in May, the General Administration of Customs’ data "
    "show: 5,493.9 tons and 12 ships on seven days. It tells us little. Prices rose 106 850 times."
)


@pytest.mark.parametrize(
    "name",
    [
        "China",
        "China's exporters",
        "rare earth magnet",
        "the United States",
        "American exporters",
        "General Administration of Customs",
        "RARE-EARTH MAGNETS",
        "exporters in China",
    ],
)
def test_a_name_stands_in_the_article_under_its_usual_forms(name: str) -> None:
    assert Vocabulary(TEXT).missing_words(name) == []


@pytest.mark.parametrize(
    ("name", "missing"),
    [("Japan", ["japan"]), ("Ministry of Customs", ["ministry"]), ("gallium magnets", ["gallium"])],
)
def test_a_word_that_does_not_stand_there_is_named(name: str, missing: list[str]) -> None:
    assert Vocabulary(TEXT).missing_words(name) == missing


def test_the_word_us_is_not_the_country() -> None:
    assert Vocabulary("It tells us little.").missing_words("US") == ["united", "state"]


@pytest.mark.parametrize(
    "statement", ["It was 5493.9 tons.", "12 ships.", "Twelve ships.", "7 days.", "106,850 times."]
)
def test_a_number_may_be_written_another_way(statement: str) -> None:
    assert Vocabulary(TEXT).missing_numbers(statement) == []


@pytest.mark.parametrize(
    ("statement", "missing"),
    [("It was 5,493 tons.", ["5493"]), ("Eight ships.", ["eight"]), ("A million tons.", ["million"])],
)
def test_a_number_of_the_models_own_is_named(statement: str, missing: list[str]) -> None:
    assert Vocabulary(TEXT).missing_numbers(statement) == missing


def test_days_that_belong_to_the_article_may_be_named() -> None:
    vocabulary = Vocabulary("Nothing.", [date(2025, 12, 3)])

    assert vocabulary.missing_numbers("On 3 December 2025.") == []
    assert vocabulary.missing_words("December 2025") == []
    assert vocabulary.missing_words("November 2024") == ["november", "2024"]


def test_a_place_and_its_people_are_one_name() -> None:
    assert Vocabulary("European buyers and Asia.").missing_words("Europe, Asian") == []


def test_a_capitalised_word_of_a_statement_must_stand_in_the_article() -> None:
    assert Vocabulary(TEXT).missing_names("Exporters told Reuters that China sold less.") == ["Reuters"]
