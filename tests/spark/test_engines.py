"""Spark comes to the verdicts that DuckDB comes to, by the same statements."""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest

from tests.benchmarks import crowd
from tests.cli.conftest import environment
from tests.series import stores
from verifier.store import Store, Unit
from verifier.store.connection import connect

CLAIMS = 200_000
ODD = "it's an *export* [1] of 100% “news”"
# It starts once for a minute: what compiles little and collects simply is done sooner than what would run faster.
HASTY = {"JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC", "SPARK_DRIVER_MEMORY": "3g"}


class Checked(NamedTuple):
    """What a check in Spark left and printed, and what one in DuckDB printed of the same store."""

    folder: Path
    spark: subprocess.CompletedProcess[str]
    duckdb: subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """A crowd of claims, and among them some that differ in all a comparison looks at, checked by both."""
    place = tmp_path_factory.mktemp("spark")
    _fill(place / "claims.duckdb")
    _verify(place, "export", "--parquet", ODD)
    in_duckdb = _verify(place, "crosscheck", "--no-save")
    in_spark = _verify(place, "crosscheck", "--engine", "spark", "--parquet", ODD, "--master", "local[2]")
    return Checked(place / ODD, in_spark, in_duckdb)


def test_spark_and_duckdb_come_to_the_same_verdicts(checked: Checked) -> None:
    with duckdb.connect() as connection:
        connection.read_parquet(str(checked.folder / "claims.parquet")).create("theirs")
        files = [str(file) for file in (checked.folder / "verdicts").glob("*.parquet")]
        connection.read_parquet(files).create("ours")
        missing = connection.execute(
            "select claim_id, verdict, reason_code from theirs except all from ours limit 9"
        ).fetchall()
        added = connection.execute(
            "from ours except all select claim_id, verdict, reason_code from theirs limit 9"
        ).fetchall()
        (claims,) = connection.execute("select count(*) from ours").fetchone() or (0,)

    assert ([], []) == (missing, added)
    assert CLAIMS < claims


def test_they_print_the_same_table_and_end_alike(checked: Checked) -> None:
    assert checked.duckdb.stdout == checked.spark.stdout
    assert (1, 1) == (checked.duckdb.returncode, checked.spark.returncode)


def test_every_reason_is_among_what_was_compared(checked: Checked) -> None:
    words = ("conflicting", "corroborated", "copies only", "near", "not comparable", "alone")

    assert [] == [word for word in words if word not in checked.spark.stdout]


def test_what_spark_and_java_have_to_say_stays_out_of_sight(checked: Checked) -> None:
    assert "" == checked.spark.stderr


def _fill(path: Path) -> None:
    with Store(path).unit():  # an empty store
        pass
    connection = connect(path)
    crowd.fill(connection, CLAIMS, hot=0)
    connection.begin()
    stores.fill(Unit(connection), connection, seed=20, claims=3_000, topics=200)
    connection.commit()
    connection.close()


def _verify(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "verifier.cli", *arguments]
    return subprocess.run(command, cwd=place, env=environment(**HASTY), capture_output=True, text=True, timeout=600)
