"""Promises of a unit of work: all of it or nothing, and nothing an article says can leave it."""

import threading
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest
from pydantic import BaseModel

from verifier.errors import StoreError
from verifier.shipped import sql
from verifier.store import Answers, Store, migrations, statements
from verifier.store.connection import connect


class Body(NamedTuple):
    body: str


class Checked(BaseModel):
    body: int


def test_what_a_unit_kept_is_there_in_the_next(store: Store) -> None:
    with store.unit() as unit:
        unit.run("store/keep_answer", request="r", label="l", body="b")

    with store.unit() as unit:
        assert [Body("b")] == unit.rows("store/find_answer", Body, request="r")


def test_rows_become_checked_models_too(store: Store) -> None:
    with store.unit() as unit:
        unit.run("store/keep_answer", request="r", label="l", body="17")

        assert [Checked(body=17)] == unit.rows("store/find_answer", Checked, request="r")


@pytest.mark.parametrize("in_memory", [True, False])
def test_a_unit_in_which_something_fails_leaves_nothing(path: Path, in_memory: bool) -> None:
    store = Store(None if in_memory else path)

    with pytest.raises(KeyboardInterrupt), store.unit() as unit:
        unit.run("store/keep_answer", request="r", label="l", body="b")
        raise KeyboardInterrupt

    assert Answers(store).find("r") is None


@pytest.mark.parametrize("in_memory", [True, False])
def test_a_unit_that_is_not_kept_sees_its_own_work_and_leaves_nothing(path: Path, in_memory: bool) -> None:
    store = Store(None if in_memory else path)

    with store.unit(keep=False) as unit:
        unit.run("store/keep_answer", request="r", label="l", body="b")
        seen = unit.rows("store/find_answer", Body, request="r")

    assert [Body("b")] == seen
    assert Answers(store).find("r") is None


def test_a_unit_that_is_not_kept_makes_no_file(path: Path, store: Store) -> None:
    with store.unit(keep=False) as unit:
        unit.run("store/keep_answer", request="r", label="l", body="b")

    assert [] == list(path.parent.iterdir())


def test_a_unit_that_is_not_kept_leaves_the_file_as_it_was(path: Path, store: Store) -> None:
    Answers(store).keep("before", "l", "b")
    before = path.read_bytes()

    with store.unit(keep=False) as unit:
        unit.run("store/keep_answer", request="r", label="l", body="b" * 100_000)

    assert before == path.read_bytes()


def test_a_store_in_memory_forgets_when_it_is_closed() -> None:
    with Store(None) as store:
        Answers(store).keep("r", "l", "b")

    assert Answers(store).find("r") is None


def test_a_unit_inside_a_unit_is_a_mistake_and_said_at_once(store: Store) -> None:
    with store.unit(), pytest.raises(RuntimeError, match="already open in this thread"), store.unit():
        pass


def test_threads_that_share_a_store_wait_for_each_other(store: Store) -> None:
    answers = Answers(store)
    threads = [threading.Thread(target=answers.keep, args=(str(number), "l", "b")) for number in range(8)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=600)

    assert ["b"] * 8 == [answers.find(str(number)) for number in range(8)]


def test_a_thread_that_waited_in_vain_hears_it_in_a_sentence(path: Path) -> None:
    store = Store(path, patience=0.05)
    heard: list[str] = []

    def wait() -> None:
        with pytest.raises(StoreError) as refusal, store.unit():
            pass
        heard.append(str(refusal.value))

    with store.unit():
        thread = threading.Thread(target=wait)
        thread.start()
        thread.join(timeout=600)

    assert [f"The store {path} is held by this very program. Run again."] == heard


def test_a_mistake_in_a_statement_is_a_sentence_with_its_cause(store: Store) -> None:
    with pytest.raises(StoreError, match=r"could not carry out store/keep_answer.*fault in verifier") as refusal:  # noqa: SIM117
        with store.unit() as unit:
            unit.run("store/keep_answer", request="r", label=None, body="b")

    assert isinstance(refusal.value.__cause__, duckdb.ConstraintException)


def test_rows_that_are_no_text_are_refused_in_a_sentence(store: Store) -> None:
    with pytest.raises(StoreError, match="could not carry out"), store.unit() as unit:
        unit.insert("store/keep_answer", [{"body": "half a character: \ud800"}])


@pytest.mark.parametrize(
    "statement",
    [
        "select * from read_text('/etc/hostname')",
        "copy (select 1) to 'leak.csv'",
        "attach 'other.duckdb'",
        "install httpfs",
        "set enable_external_access = true",
        "set memory_limit = '1TB'",
    ],
)
def test_no_statement_reaches_a_file_the_network_or_the_settings(path: Path, statement: str) -> None:
    connection = connect(path)

    with connection, pytest.raises(duckdb.Error, match=r"disabled|locked"):
        connection.execute(statement)


def test_moments_are_those_of_greenwich(path: Path) -> None:
    with connect(path) as connection:
        assert ("UTC",) == connection.execute("select current_setting('TimeZone')").fetchone()


def test_a_store_that_cannot_be_brought_up_to_date_is_left_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = migrations.names()
    with monkeypatch.context() as patch, Store(path) as store:
        patch.setattr(migrations, "names", lambda: known[:-2])
        with store.unit():
            pass
    broken = "create table half_done (name varchar); insert into no_such_table values (1)"
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "names", lambda: [*known, "9998_broken"])
        patch.setattr(statements, "text_of", lambda name: broken if "broken" in name else sql(name))
        with pytest.raises(StoreError, match="no_such_table"), Store(path).unit():
            pass

    before = _applied(path)
    with Store(path).unit():
        pass

    assert known[:-2] == before
    assert known == _applied(path)
    with connect(path) as connection:
        assert "main.half_done" not in {table for table, _ in connection.execute(sql("store/columns")).fetchall()}


def _applied(path: Path) -> list[str]:
    with connect(path) as connection:
        return [name for (name,) in connection.execute(sql("store/applied_migrations")).fetchall()]
