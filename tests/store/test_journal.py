"""Promises of what is written down beside the store: an answer waits for nobody, and ends in the store once."""

import errno
import fcntl
import logging
import os
import shutil
from collections.abc import Callable
from decimal import Decimal
from io import FileIO
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.cli import main
from verifier.errors import StoreError
from verifier.models import Spending, Usage
from verifier.store import Answers, Glance, OwnedStore, Store, lock, spent
from verifier.store.journal import Arrived

PAID = Spending(model="m", article="a", usage=Usage(calls=1, input_tokens=10, output_tokens=2, cost_usd=Decimal("0.5")))


class _Answer(NamedTuple):
    body: str


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store in which nothing is."""
    path = tmp_path_factory.mktemp("made") / "claims.duckdb"
    with Store(path).unit():
        pass
    return path


@pytest.fixture
def answers(made: Path, store: Store, path: Path) -> Answers:
    """Answers of a store that is there."""
    shutil.copy(made, path)
    return Answers(store)


def journal(path: Path) -> Path:
    return path.with_name(f"{path.name}.answers")


def moving(path: Path) -> Path:
    return path.with_name(f"{path.name}.answers.moving")


def refused(path: Path) -> Path:
    return path.with_name(f"{path.name}.answers.refused")


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
    assert [said_of(path, 1)] == caplog.messages
    assert refused(path).read_bytes().startswith(b'{"request":"s"')


def said_of(path: Path, count: int) -> str:
    what = f"Answers beside the store {path} that cannot be read and are asked again: {count}."
    return f"{what} They are kept in {refused(path)}."


@pytest.mark.parametrize(
    "line",
    [
        '{"request": "r"}',
        '{"request":"r","label":"l","body":"\\ud800","spending":null,"at":"2026-01-01T00:00:00Z"}',
        '{"request":"r","label":"l","body":"b","spending":{"model":"m","usage":{"input_tokens":-1}},'
        '"at":"2026-01-01T00:00:00Z"}',
        '{"request":"r","label":"l","body":"b","spending":{"model":"m","usage":{"cost_usd":"1e30"}},'
        '"at":"2026-01-01T00:00:00Z"}',
        '{"request":"r","label":"l","body":"b","spending":{"model":"m","usage":{"cost_usd":"999999999.9999999999"}},'
        '"at":"2026-01-01T00:00:00Z"}',
        "[" * 100_000,
        "What I meant to buy.",
    ],
    ids=["half", "half a character", "senseless counts", "senseless cost", "rounded", "depth", "somebody's own"],
)
def test_no_line_keeps_the_store_from_being_opened_and_none_is_lost(path: Path, answers: Answers, line: str) -> None:
    journal(path).write_text(f"{line}\n")

    found = answers.find("r")

    assert (None, False) == (found, moving(path).exists())
    assert f"{line}\n" == refused(path).read_text()


def test_what_the_store_itself_refuses_costs_that_answer_alone(
    path: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    dear = PAID.model_copy(update={"usage": Usage(calls=1, cost_usd=Decimal("1e30"))})
    monkeypatch.setattr(Arrived, "is_sound", True)
    for request, spending in (("r", PAID), ("s", dear), ("t", PAID)):
        answers.keep(request, "extract", "body", spending)

    assert ["body", None, "body"] == [answers.find(request) for request in "rst"]
    assert 1 == refused(path).read_text().count("1E+30")


def test_what_a_newer_verifier_says_besides_is_passed_over(path: Path, answers: Answers) -> None:
    answers.keep("r", "extract", "body", PAID)
    written = journal(path).read_text()
    journal(path).write_text(written.replace('"model":', '"mood":"good","model":').replace('"at":', '"by":"x","at":'))

    assert "body" == answers.find("r")


def test_what_waited_for_a_store_that_is_gone_is_kept_out_of_the_next_of_its_name(
    path: Path, answers: Answers, caplog: pytest.LogCaptureFixture
) -> None:
    answers.keep("r", "extract", "moving", PAID)
    journal(path).rename(moving(path))
    answers.keep("s", "extract", "written", PAID)
    path.unlink()

    found = [Answers(Store(path)).find(request) for request in "rs"]

    assert ([None, None], 0) == (found, calls(Store(path)))
    assert 2 == refused(path).read_text().count('"request"')
    assert 2 == sum(str(refused(path)) in said for said in caplog.messages)


def test_a_process_that_waited_writes_to_no_file_that_is_being_moved(
    path: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers.keep("r", "extract", "one")
    before = journal(path).read_bytes()
    while_waiting(monkeypatch, lambda: journal(path).rename(moving(path)))

    answers.keep("s", "extract", "two")

    assert before == moving(path).read_bytes()
    assert ["one", "two"] == [answers.find(request) for request in "rs"]


def while_waiting(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], object]) -> None:
    """Let something happen once between the opening of a file and its lock."""
    wait, once = lock.wait, [happens]

    def waited(file: FileIO, path: Path, patience: float) -> None:
        while once:
            once.pop()()
        wait(file, path, patience)

    monkeypatch.setattr(lock, "wait", waited)


def test_a_line_that_is_being_written_is_read_whole(
    path: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    answers.keep("r", "extract", "body")
    written = journal(path).read_bytes()
    journal(path).write_bytes(written[:-20])
    while_waiting(monkeypatch, lambda: journal(path).write_bytes(written))

    found = Answers(Store(path), save=False).find("r")

    assert ("body", []) == (found, caplog.messages)


def test_what_waits_is_in_what_was_spent_once(path: Path, answers: Answers) -> None:
    answers.keep("r", "extract", "body", PAID)
    left = journal(path).read_bytes()
    answers.find("r")
    answers.keep("s", "extract", "body", PAID)
    moving(path).write_bytes(left)  # as a process leaves it that is killed before it has removed the file

    with Glance(path).unit() as unit:
        whole = spent(unit, path)

    assert whole is not None
    assert (2, 20, Decimal(1)) == (whole.usage.calls, whole.usage.input_tokens, whole.usage.cost_usd)


def test_what_waits_is_in_an_export_of_everything(path: Path, answers: Answers) -> None:
    answers.keep("r", "extract", "what waits", PAID)

    ended = main(["export", "--jsonl", str(path.with_name("all.jsonl")), "--database", str(path)])

    assert 0 == ended
    assert 1 == path.with_name("all.jsonl").read_text().count("what waits")


@settings(deadline=None, max_examples=10)
@given(bodies=st.lists(st.text(), max_size=20))
def test_whatever_an_answer_says_is_moved_word_for_word(
    made: Path, tmp_path_factory: pytest.TempPathFactory, bodies: list[str]
) -> None:
    store = Store(Path(shutil.copy(made, tmp_path_factory.mktemp("store"))))
    answers = Answers(store)

    for number, body in enumerate(bodies):
        answers.keep(str(number), "extract", f"{body}\n\u2028\x00")

    with store.unit() as unit:
        found = [unit.rows("store/find_answer", _Answer, request=str(number)) for number in range(len(bodies))]
    assert [[(f"{body}\n\u2028\x00",)] for body in bodies] == found


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


def test_whoever_shares_the_store_shares_it(path: Path, answers: Answers) -> None:
    group = 54_321 if os.geteuid() == 0 else [os.getgid(), *os.getgroups()][-1]
    path.chmod(0o660)
    os.chown(path, -1, group)

    answers.keep("r", "extract", "body")

    assert (group, 0o660) == (journal(path).stat().st_gid, journal(path).stat().st_mode & 0o777)


def test_where_it_cannot_be_given_to_the_group_of_the_store_no_other_group_has_it(
    path: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    path.chmod(0o660)
    os.chown(path, -1, 54_321 if os.geteuid() == 0 else [os.getgid(), *os.getgroups()][-1])
    monkeypatch.setattr(os, "fchown", refuse)

    answers.keep("r", "extract", "body")

    held = journal(path).stat()
    assert (held.st_gid == path.stat().st_gid) == bool(held.st_mode & 0o070)


def test_half_a_character_is_refused_in_a_sentence(answers: Answers) -> None:
    with pytest.raises(StoreError, match="surrogate"):
        answers.keep("r", "extract", "\ud800")


@pytest.mark.parametrize("name", [journal, moving])
@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo, lambda link: link.symlink_to(link.with_name("diary.txt"))])
def test_what_stands_in_its_place_is_told_and_left_alone(
    path: Path,
    answers: Answers,
    name: Callable[[Path], Path],
    make: Callable[[Path], None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    path.with_name("diary.txt").write_text("mine\n")
    make(name(path))
    before = name(path).lstat().st_mode

    for _ in range(2):
        answers.keep("r", "extract", "body", PAID)
        with Store(path).unit():
            pass

    assert (before, "mine\n") == (name(path).lstat().st_mode, path.with_name("diary.txt").read_text())
    (said,) = caplog.messages
    assert f"in {name(path)} cannot be had" in said and "left alone" in said


def test_an_answer_that_cannot_be_written_beside_the_store_is_kept_in_it(path: Path, answers: Answers) -> None:
    journal(path).mkdir()

    answers.keep("r", "extract", "body", PAID)

    assert ("body", 1) == (answers.find("r"), calls(Store(path)))


def test_where_no_file_can_be_locked_it_says_so(path: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)

    with pytest.raises(StoreError) as refused:
        answers.keep("r", "extract", "body")

    said = f"The store {path} cannot be used (No locks available). Repair that, or name another store. "
    assert str(refused.value).startswith(said)
