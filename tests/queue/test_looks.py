"""Promises of looks: they stay what they are, and those that nobody asks anything of make room."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from verifier.errors import InputError, StoreError, UsageError
from verifier.queue.looks import IDLE, MOST, Looks
from verifier.store import OwnedStore, Unit

QUESTION: tuple[str, dict[str, object]] = ("store/find_answer", {"request": "r"})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[OwnedStore]:
    with OwnedStore(tmp_path / "claims.duckdb") as opened:
        yield opened


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Have something happen while a question is being answered."""
    answered = Unit.rows

    def happen(what: Callable[[], object]) -> None:
        def rows(*given: Any, **parameters: Any) -> Any:
            what()
            return answered(*given, **parameters)

        monkeypatch.setattr(Unit, "rows", rows)

    return happen


def test_a_look_does_not_see_what_was_kept_since(store: OwnedStore) -> None:
    looks = Looks(store)
    look = looks.begin()
    before = looks.rows(look, *QUESTION)

    with store.unit() as unit:
        unit.run("store/keep_answer", request="r", label="extract", body="b")

    assert before == looks.rows(look, *QUESTION) == []
    assert [{"body": "b"}] == looks.rows(looks.begin(), *QUESTION)
    looks.stop()


def test_a_look_that_has_ended_says_so(store: OwnedStore) -> None:
    looks = Looks(store)
    look = looks.begin()

    looks.end(look)
    looks.end(look)

    with pytest.raises(UsageError, match="Run again"):
        looks.rows(look, *QUESTION)


@pytest.mark.parametrize("value", ["x", 5, True, {"a": 1}])
def test_values_a_statement_cannot_take_are_a_sentence_about_them(store: OwnedStore, value: object) -> None:
    looks = Looks(store)
    look = looks.begin()

    with pytest.raises(InputError, match=r"crosscheck/focus cannot be asked with these values: .* Both should be one"):
        looks.rows(look, "crosscheck/focus", {"articles": value})

    with pytest.raises(UsageError, match="Run again"):
        looks.rows(look, *QUESTION)
    looks.stop()


def test_there_are_only_so_many_and_those_left_alone_make_room(store: OwnedStore) -> None:
    now = [0.0]
    looks = Looks(store, lambda: now[0])
    for _ in range(MOST):
        looks.begin()

    with pytest.raises(StoreError, match="look into the store just now"):
        looks.begin()
    now[0] += 2 * IDLE

    assert looks.begin()
    looks.stop()


def test_a_look_is_not_left_alone_while_its_question_takes_long(
    store: OwnedStore, meanwhile: Callable[[Callable[[], object]], None]
) -> None:
    now = [0.0]
    looks = Looks(store, lambda: now[0])
    look = looks.begin()
    meanwhile(lambda: now.append(now.pop() + 2 * IDLE))
    looks.rows(look, *QUESTION)

    looks.begin()

    assert [] == looks.rows(look, *QUESTION)
    looks.stop()


def test_nobody_waits_for_the_question_of_another(
    store: OwnedStore, meanwhile: Callable[[Callable[[], object]], None]
) -> None:
    now = [0.0]
    looks = Looks(store, lambda: now[0])
    look, is_asked, is_answered = looks.begin(), threading.Event(), threading.Event()

    def wait() -> None:
        is_asked.set()
        is_answered.wait(10)

    meanwhile(wait)
    asking = threading.Thread(target=looks.rows, args=(look, *QUESTION))
    asking.start()
    assert is_asked.wait(10)
    now[0] += 2 * IDLE

    looks.end(looks.begin())

    is_answered.set()
    asking.join()
    assert [] == looks.rows(look, *QUESTION)
    looks.stop()


@pytest.mark.parametrize("parameters", [{"TABLE": "passwords"}, {"table": "people", "TABLE": "webhooks"}, {}])
def test_how_people_are_let_in_is_nobodys_to_read(store: OwnedStore, parameters: dict[str, object]) -> None:
    looks = Looks(store)
    look = looks.begin()

    with pytest.raises(UsageError, match="is not for others to ask"):
        looks.rows(look, "exports/rows", parameters)
    looks.stop()


@pytest.mark.parametrize(
    "parameters", [{}, {"Request": "r"}, {"request": "r", "REQUEST": "r"}, {"into": 1}, {"request": "r", "more": 1}]
)
def test_a_statement_takes_what_it_names_and_the_look_goes_on(store: OwnedStore, parameters: dict[str, object]) -> None:
    looks = Looks(store)
    look = looks.begin()

    with pytest.raises(UsageError, match="store/find_answer takes request, by these names and no others"):
        looks.rows(look, "store/find_answer", parameters)

    assert looks.rows(look, *QUESTION) == []
    looks.stop()
