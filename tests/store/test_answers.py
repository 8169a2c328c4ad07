"""Promises of the kept answers: found again word for word, the last one counts."""

import threading
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.errors import StoreError
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


class Looking:
    """Threads that each look for one request; what they found, or why not, is in `found`."""

    def __init__(self, answers: Answers, requests: list[str]) -> None:
        self.found: dict[str, str | None] = {}
        self._answers = answers
        self._threads = [threading.Thread(target=self._find, args=(request,)) for request in requests]
        for thread in self._threads:
            thread.start()

    def wait(self) -> None:
        for thread in self._threads:
            thread.join(timeout=600)

    def _find(self, request: str) -> None:
        try:
            self.found[request] = self._answers.find(request)
        except StoreError as error:
            self.found[request] = f"failed: {error}"


def test_threads_that_look_at_once_each_find_their_own(store: Store) -> None:
    answers = Answers(store)
    for number in range(5):
        answers.keep(str(number), "extract", f"answer {number}")

    looking = Looking(answers, [str(number) for number in range(8)])
    looking.wait()

    assert {str(number): f"answer {number}" if number < 5 else None for number in range(8)} == looking.found


def test_threads_that_look_at_once_share_one_failure_and_wait_no_longer_for_it(path: Path) -> None:
    with Store(path).unit():
        looking = Looking(Answers(Store(path, patience=1)), [str(number) for number in range(50)])
        looking.wait()

    assert 50 == len(looking.found)
    assert all((found or "").startswith(f"failed: The store {path} is held by") for found in looking.found.values())


@settings(deadline=None, max_examples=30)
@given(kept=st.dictionaries(st.text(), st.text(), max_size=3))
def test_whatever_was_answered_is_found_word_for_word(kept: dict[str, str]) -> None:
    with Store(None) as store:
        answers = Answers(store)

        for request, body in kept.items():
            answers.keep(request, "any", body)

        assert kept == {request: answers.find(request) for request in kept}
