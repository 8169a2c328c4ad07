"""Promises of the SQL files: each says which question it answers, and is one statement of plain text."""

from pathlib import Path

import duckdb
import pytest

import verifier
from verifier.shipped import sql
from verifier.store import OwnedStore, migrations
from verifier.store.statements import parsed, text_of

SQL = Path(verifier.__file__).parent / "sql"
STATEMENTS = [
    path.relative_to(SQL).with_suffix("").as_posix()
    for path in sorted(SQL.rglob("*.sql"))
    if path.parent.name != "migrations"
]


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_file_opens_with_the_question_it_answers(name: str) -> None:
    assert sql(name).startswith("-- ")


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_file_holds_one_statement(name: str) -> None:
    with duckdb.connect() as connection:
        assert 1 == len(connection.extract_statements(sql(name)))


def test_migrations_are_numbered_without_gaps() -> None:
    numbers = [int(name.split("_")[0]) for name in migrations.names()]

    assert list(range(1, len(numbers) + 1)) == numbers


def test_a_file_is_parsed_once_for_all_stores() -> None:
    with duckdb.connect() as first, duckdb.connect() as second:
        once = parsed(first, "series/counts")

        assert once is parsed(second, "series/counts")


def test_whoever_holds_a_store_for_long_has_read_every_file_at_the_start() -> None:
    with OwnedStore(None):
        read = text_of.cache_info().misses

        for name in STATEMENTS:
            text_of(name)

    assert read == text_of.cache_info().misses
