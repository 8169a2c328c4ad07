"""Promises of a store that cannot be used: a sentence that names it, and what was there stays as it was."""

import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import duckdb
import pytest

from verifier.errors import StoreError
from verifier.store import Answers, Store
from verifier.store.connection import connect
from verifier.store.failures import store_doorstep

NOBODY = 65534
FORBIDDEN = "may not be read and written by you, which --no-save needs too. Change that, or name another store."


def refusal(path: Path, keep: bool = True) -> str:
    with pytest.raises(StoreError) as refused, Store(path, patience=0.05).unit(keep=keep):
        pass
    return str(refused.value)


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Root may read and write everything; tests that run as root are somebody else for a moment."""
    user = os.geteuid()
    os.seteuid(user or NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("content", [b"An article.", b"An article.\n" * 2000, bytes(20_000)])
def test_a_file_that_is_not_duckdb_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    said = refusal(path)

    assert f"The store {path} is not a DuckDB file. Name another file for the store." == said
    assert content == path.read_bytes()


def test_a_database_of_sqlite_is_refused_and_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("create table claims (words text)")
    content = path.read_bytes()

    said = refusal(path)

    assert f"The store {path} is not a DuckDB file. Name another file for the store." == said
    assert content == path.read_bytes()


@pytest.mark.parametrize(
    "theirs",
    [
        "create table recipes (name varchar)",
        "create view recipes as select 1 as name",
        "create schema kitchen; create table kitchen.migrations (name varchar, applied_at timestamptz)",
        "create table migrations (id integer, migration varchar, batch integer)",
        "create table migrations (name varchar, applied_at timestamptz)",
        "create table migrations (name varchar, applied_at timestamptz); insert into migrations values ('0001', null)",
        "create table migrations (name integer, applied_at timestamptz); insert into migrations values (1, null)",
    ],
)
def test_a_database_of_something_else_is_refused_and_left_alone(path: Path, theirs: str) -> None:
    with duckdb.connect(path) as connection:
        connection.execute(theirs)
    before = path.read_bytes()

    said = refusal(path)

    assert f"The store {path} is a DuckDB database, but not a verifier store. Name another file for it." == said
    assert before == path.read_bytes()


@pytest.mark.parametrize("keep", [True, False])
def test_a_store_of_a_newer_verifier_is_refused(path: Path, store: Store, keep: bool) -> None:
    with store.unit():
        pass
    with connect(path) as connection:
        connection.execute("insert into migrations (name) values ('9999_tomorrow')")

    with pytest.raises(StoreError, match=f"{path} was made by a newer verifier \\(9999_tomorrow\\)"):  # noqa: SIM117
        with store.unit(keep=keep):
            pass


def test_a_damaged_store_is_refused_and_left_alone(path: Path, store: Store) -> None:
    Answers(store).keep("r", "l", "b" * 300_000)
    damaged = path.read_bytes()[: path.stat().st_size // 2]
    path.write_bytes(damaged)

    said = refusal(path)

    assert f"The store {path} is damaged: its end is missing. Restore a backup, or name another store." == said
    assert damaged == path.read_bytes()


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    assert f"The store {tmp_path} is a folder. Name a file in it." == refusal(tmp_path)


def test_a_pipe_is_no_store(path: Path) -> None:
    os.mkfifo(path)

    assert f"The store {path} is a pipe or a device. Name a file." == refusal(path)


def test_a_device_is_no_store() -> None:
    assert "The store /dev/null is a pipe or a device. Name a file." == refusal(Path("/dev/null"))


def test_an_empty_file_becomes_a_store_with_its_permissions(path: Path) -> None:
    path.touch(mode=0o600)

    Answers(Store(path)).keep("r", "l", "b")

    assert ("b", 0o600) == (Answers(Store(path)).find("r"), path.stat().st_mode & 0o777)
    assert ["claims.duckdb", "claims.duckdb.lock"] == sorted(file.name for file in path.parent.iterdir())


def test_an_empty_file_stays_empty_where_nothing_is_kept(path: Path, store: Store) -> None:
    path.touch()

    with store.unit(keep=False) as unit:
        unit.run("store/keep_answer", request="r", label="l", body="b")

    assert [(path.name, 0)] == [(file.name, file.stat().st_size) for file in path.parent.iterdir()]


def test_without_locks_a_store_in_a_file_says_where_verifier_runs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)

    said = refusal(path)

    assert said.startswith("A store in a file needs a POSIX system, such as Linux, macOS or WSL on Windows.")


def test_a_store_needs_a_folder_to_stand_in(tmp_path: Path) -> None:
    missing = tmp_path / "missing"

    said = refusal(missing / "claims.duckdb")

    assert (
        f"The store {missing / 'claims.duckdb'} cannot be made: {missing} is no folder. Make it, or name another."
        == said
    )


@pytest.fixture
def shared() -> Iterator[Path]:
    """A store everybody may write, in a folder everybody may write in."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder).resolve() / "claims.duckdb"
        Answers(Store(path)).keep("r", "l", "b")
        for file in (path.parent, path, lock_of(path)):
            file.chmod(0o777)
        yield path
        path.parent.chmod(0o777)


def lock_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.lock")


@pytest.mark.parametrize("keep", [True, False])
@pytest.mark.parametrize("mode", [0o444, 0o000])
def test_a_store_somebody_may_not_write_is_refused(shared: Path, mode: int, keep: bool) -> None:
    shared.chmod(mode)

    with ordinary_user():
        said = refusal(shared, keep)

    assert f"The store {shared} {FORBIDDEN}" == said


@pytest.mark.parametrize("keep", [True, False])
def test_a_lock_somebody_may_not_write_is_named(shared: Path, keep: bool) -> None:
    lock_of(shared).chmod(0o444)

    with ordinary_user():
        said = refusal(shared, keep)

    assert f"The store {shared} cannot be used: the file {lock_of(shared)} {FORBIDDEN}" == said


@pytest.mark.parametrize("keep", [True, False])
def test_a_folder_in_which_there_can_be_no_lock_is_named(shared: Path, keep: bool) -> None:
    lock_of(shared).unlink()
    shared.parent.chmod(0o555)

    with ordinary_user():
        said = refusal(shared, keep)

    assert f"The store {shared} cannot be used: the folder {shared.parent} {FORBIDDEN}" == said


@pytest.mark.parametrize("mode", [0o555, 0o000])
def test_a_folder_in_which_there_can_be_no_store_is_named(shared: Path, mode: int) -> None:
    shared.unlink()
    shared.parent.chmod(mode)

    with ordinary_user():
        said = refusal(shared)

    assert f"The store {shared} cannot be used: the folder {shared.parent} {FORBIDDEN}" == said


def test_a_folder_in_which_nothing_can_be_written_down_on_the_way_is_named(shared: Path) -> None:
    shared.parent.chmod(0o555)

    with ordinary_user(), pytest.raises(StoreError) as refused:
        Answers(Store(shared)).keep("new", "l", "b")

    said = f"The store {shared} cannot be used: the folder {shared.parent} {FORBIDDEN}"
    assert str(refused.value).startswith(said)


def test_where_no_store_is_and_none_is_made_nothing_has_to_be_written(shared: Path) -> None:
    shared.unlink()
    lock_of(shared).unlink()
    shared.parent.chmod(0o555)

    with ordinary_user(), Store(shared).unit(keep=False) as unit:
        unit.run("store/keep_answer", request="r", label="l", body="b")


def test_a_name_no_file_can_have_is_refused(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 300)

    assert f"The store {path} cannot be used (File name too long). Repair that, or name another store." == refusal(path)


def test_without_room_nothing_of_the_unit_is_stored_and_all_before_it_stays(path: Path, store: Store) -> None:
    answers = Answers(store)
    answers.keep("before", "l", "b")

    with largest_file(60_000), pytest.raises(StoreError) as refused:
        answers.keep("after", "l", os.urandom(500_000).hex())

    expected = "has reached the largest file size allowed here. Nothing of this step was stored"
    assert str(refused.value).startswith(f"The store {path} {expected}")
    assert ("b", None) == (answers.find("before"), answers.find("after"))


def test_without_room_a_store_can_still_be_read(store: Store) -> None:
    answers = Answers(store)
    answers.keep("before", "l", "b")

    with largest_file(0):
        found = answers.find("before")

    assert "b" == found


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        ("Could not write file: No space left on device", "has no room left on its disk"),
        ("Could not write file: Disk quota exceeded", "has no room left in your disk quota"),
        ("Cannot open file: Read-only file system", "stands on a file system that cannot be written"),
        ("Trying to read a database file with storage version number 99", "was written by a newer DuckDB"),
        ("file was written with a storage version greater than the latest", "was written by a newer DuckDB"),
        ("Corrupt database file: computed checksum 1", "is damaged"),
        ("Out of Memory Error: could not allocate block", "needs more memory"),
        ("A failure nobody has seen yet\nwith a second line", "failed: A failure nobody has seen yet"),
    ],
)
def test_every_failure_of_a_file_is_a_sentence_about_it(path: Path, failure: str, said: str) -> None:
    with pytest.raises(StoreError, match=f"^The store {path} {said}") as refused, store_doorstep(path):
        raise duckdb.IOException(failure)

    assert "second line" not in str(refused.value)


def test_whoever_waits_in_vain_hears_which_process_holds_the_store(path: Path, store: Store) -> None:
    with store.unit():
        said = refusal(path)

    holder = f"another verifier (process {os.getpid()})"
    assert f"The store {path} is held by {holder}. Run again when that is done, or name another store." == said


def test_two_names_of_one_store_share_its_lock(path: Path, store: Store) -> None:
    other = path.with_name("link.duckdb")
    other.symlink_to(path)

    with store.unit():
        said = refusal(other)

    assert said.startswith(f"The store {path} is held by another verifier")


def test_a_program_that_knows_nothing_of_the_lock_is_named(path: Path, store: Store) -> None:
    Answers(store).keep("r", "l", "b")
    script = "import duckdb, sys; held = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", script, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as stranger:
        assert stranger.stdout is not None
        assert "open\n" == stranger.stdout.readline()

        said = refusal(path)
        stranger.communicate(timeout=600)

    assert f"The store {path} is held by another program" in said
    assert f"process {stranger.pid}). Close it and run again, or name another store." in said
