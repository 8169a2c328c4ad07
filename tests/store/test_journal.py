"""Promises of what is written down beside the store: an answer waits for nobody, and ends in the store once."""

import logging
import os
import threading
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.errors import StoreError
from verifier.models import Spending, Usage
from verifier.store import Answers, Glance, OwnedStore, Store, spent
from verifier.store.connection import connect

PAID = Spending(model="m", article="a", usage=Usage(calls=1, input_tokens=10, output_tokens=2, cost_usd=Decimal("0.5")))


@pytest.fixture
def answers(store: Store) -> Answers:
    """Answers of a store that is there."""
    with store.unit():
        pass
    return Answers(store)


def journal(path: Path) -> Path:
    return path.with_name(f"{path.name}.answers")


def moving(path: Path) -> Path:
    return path.with_name(f"{path.name}.answers.moving")


def calls(store: Store) -> int:
    with store.unit() as unit:
        whole = spent(unit)
    return whole.usage.calls if whole else 0


def test_an_answer_is_kept_while_another_process_holds_the_store(path: Path, answers: Answers) -> None:
    with OwnedStore(path):
        answers.keep("r", "extract", "body", PAID)
        held = journal(path).read_bytes()

    assert b'"body":"body"' in held
    assert "body" == answers.find("r")
    assert ["claims.duckdb", "claims.duckdb.lock"] == sorted(file.name for file in path.parent.iterdir())


def test_it_is_in_the_store_once_and_paid_for_once_however_often_it_is_moved(store: Store, answers: Answers) -> None:
    assert store.path is not None
    for body in ("first", "second", "first"):
        answers.keep("r", "extract", body, PAID)
    left = journal(store.path).read_bytes()
    with store.unit():
        pass

    moving(store.path).write_bytes(left)  # as a process leaves it that is killed before it has removed the file
    journal(store.path).write_bytes(left)

    assert ("first", 3) == (answers.find("r"), calls(store))


def test_what_one_that_was_killed_was_moving_is_moved_with_what_came_since(path: Path, answers: Answers) -> None:
    answers.keep("r", "extract", "before")
    journal(path).rename(moving(path))
    answers.keep("s", "extract", "since")

    assert ("before", "since") == (answers.find("r"), answers.find("s"))
    assert not moving(path).exists()


def test_a_line_that_was_cut_off_costs_that_answer_alone_and_is_told(
    path: Path, answers: Answers, caplog: pytest.LogCaptureFixture
) -> None:
    answers.keep("r", "extract", "whole")
    answers.keep("s", "extract", "cut off")
    journal(path).write_bytes(journal(path).read_bytes()[:-20])
    answers.keep("t", "extract", "after")

    with caplog.at_level(logging.WARNING):
        found = [answers.find(request) for request in "rst"]

    assert ["whole", None, "after"] == found
    said = f"Answers beside the store {path} that were not written whole and are asked again: 1."
    assert [said] == caplog.messages


@pytest.mark.parametrize(
    "line",
    [
        '{"request": "r"}',
        '{"request":"r","label":"l","body":"\\ud800","spending":null,"at":"2026-01-01T00:00:00Z"}',
        '{"request":"r","label":"l","body":"b","spending":{"model":"m","usage":{"input_tokens":-1}},'
        '"at":"2026-01-01T00:00:00Z"}',
        '{"request":"r","label":"l","body":"b","spending":{"model":"m","usage":{"cost_usd":"1e30"}},'
        '"at":"2026-01-01T00:00:00Z"}',
        "[" * 100_000,
    ],
    ids=["half", "half a character", "senseless counts", "senseless cost", "depth"],
)
def test_no_line_keeps_the_store_from_being_opened(path: Path, answers: Answers, line: str) -> None:
    journal(path).write_text(f"{line}\n")

    assert (None, False) == (answers.find("r"), moving(path).exists())


def test_a_process_that_waited_writes_to_no_file_that_is_being_moved(answers: Answers) -> None:
    answers.keep("r", "extract", "one")
    others = [threading.Thread(target=answers.keep, args=(str(n), "extract", "body")) for n in range(8)]

    for thread in others:
        thread.start()
        answers.find("r")
    for thread in others:
        thread.join(timeout=600)

    assert ["body"] * 8 == [answers.find(str(number)) for number in range(8)]


@settings(deadline=None, max_examples=20)
@given(bodies=st.lists(st.text(), max_size=4))
def test_whatever_an_answer_says_is_moved_word_for_word(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[str]
) -> None:
    path = tmp_path_factory.mktemp("store") / "claims.duckdb"
    connect(path).close()
    answers = Answers(Store(path))

    for number, body in enumerate(bodies):
        answers.keep(str(number), "extract", f"{body}\n\u2028\x00")

    assert [f"{body}\n\u2028\x00" for body in bodies] == [answers.find(str(n)) for n in range(len(bodies))]


@pytest.mark.parametrize("look", [Store, Glance])
def test_whoever_keeps_nothing_finds_it_and_leaves_it(path: Path, answers: Answers, look: Callable[..., Store]) -> None:
    answers.keep("r", "extract", "body")
    before = journal(path).read_bytes()

    found = Answers(look(path), save=False).find("r")

    assert ("body", before) == (found, journal(path).read_bytes())


def test_a_server_takes_in_what_it_finds_and_what_its_own_articles_are_answered(path: Path, answers: Answers) -> None:
    answers.keep("r", "extract", "found")

    with OwnedStore(path) as owned:
        lent = Answers(owned.lent())
        lent.keep("s", "extract", "own")

        assert ("found", "own") == (lent.find("r"), lent.find("s"))
    assert not journal(path).exists()


def test_nobody_may_read_it_who_may_not_read_the_store(path: Path, answers: Answers) -> None:
    path.chmod(0o640)

    answers.keep("r", "extract", "body")

    assert 0o640 == journal(path).stat().st_mode & 0o777


@pytest.mark.parametrize("place", ["a link", "a folder", "a pipe"])
def test_what_stands_in_its_place_is_told_and_left_alone(path: Path, answers: Answers, place: str) -> None:
    other = path.with_name("diary.txt")
    other.write_text("mine\n")
    made = {"a link": lambda: journal(path).symlink_to(other), "a folder": journal(path).mkdir}
    made.get(place, lambda: os.mkfifo(journal(path)))()

    with pytest.raises(StoreError, match=r"The store .*claims\.duckdb cannot be used"):
        answers.keep("r", "extract", "body")

    assert "mine\n" == other.read_text()
