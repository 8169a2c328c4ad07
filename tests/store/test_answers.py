"""Promises of the kept answers: found again word for word, the last one counts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.store import Answers, Store


def test_an_answer_never_kept_is_not_found(store: Store) -> None:
    assert Answers(store).find("r") is None


def test_of_several_answers_to_a_request_the_last_counts(store: Store) -> None:
    answers = Answers(store)

    answers.keep("r", "extract", "cut off")
    answers.keep("r", "extract", "whole")

    assert "whole" == answers.find("r")


def test_an_answer_given_again_after_another_counts_again(store: Store) -> None:
    answers = Answers(store)

    for body in ("first", "second", "first"):
        answers.keep("r", "extract", body)

    assert "first" == answers.find("r")


def test_without_saving_old_answers_are_found_and_new_ones_held_for_the_run_only(store: Store) -> None:
    Answers(store).keep("old", "extract", "kept")
    answers = Answers(store, save=False)

    answers.keep("new", "extract", "held")

    assert ("kept", "held") == (answers.find("old"), answers.find("new"))
    assert Answers(store).find("new") is None


@settings(deadline=None, max_examples=30)
@given(kept=st.dictionaries(st.text(), st.text(), max_size=3))
def test_whatever_was_answered_is_found_word_for_word(kept: dict[str, str]) -> None:
    with Store(None) as store:
        answers = Answers(store)

        for request, body in kept.items():
            answers.keep(request, "any", body)

        assert kept == {request: answers.find(request) for request in kept}
