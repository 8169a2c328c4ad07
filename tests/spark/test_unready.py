"""`verify crosscheck --engine spark` says what is missing, before it starts anything."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run, run
from verifier.crosscheck.export import TABLES, file_name

__all__ = ["run"]


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """A folder that has the files of an export, though nothing is in them."""
    for table in TABLES:
        (tmp_path / file_name(table)).touch()
    return str(tmp_path)


def test_without_pyspark_it_says_what_to_install(run: Run, folder: str, tmp_path: Path) -> None:
    (tmp_path / "pyspark.py").write_text("raise ModuleNotFoundError('not here')")

    ended = run("crosscheck", "--engine", "spark", "--parquet", folder, PYTHONPATH=str(tmp_path))

    said = 'Spark is not installed: run `pip install "pyspark>=4,<5"`, and install Java 17 or newer.'
    assert (2, f"verify: {said}\n") == (ended.code, ended.err)


def test_without_java_it_says_what_to_install(run: Run, folder: str, tmp_path: Path) -> None:
    java = {"JAVA_HOME": str(tmp_path / "none"), "TMPDIR": str(tmp_path)}

    ended = run("crosscheck", "--engine", "spark", "--parquet", folder, **java)

    assert 2 == ended.code
    assert ended.err.startswith("verify: Spark could not be started at local[*]: ")
    assert ended.err.endswith(" It needs Java 17 or newer.\n")


def test_a_folder_that_is_no_export_is_named(run: Run) -> None:
    ended = run("crosscheck", "--engine", "spark", "--parquet", "nothing")

    assert 2 == ended.code
    assert "nothing is no export: it has no series_claims.parquet" in ended.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--engine", "spark"), "name it with --parquet"),
        (("--parquet", "x"), "--parquet goes with --engine spark"),
        (("--master", "yarn"), "--master goes with --engine spark"),
        (("--engine", "flink"), "--engine takes one of duckdb, spark: not 'flink'"),
    ],
)
def test_options_that_do_not_go_together_are_named(run: Run, arguments: tuple[str, ...], said: str) -> None:
    ended = run("crosscheck", *arguments)

    assert 2 == ended.code
    assert said in ended.err
