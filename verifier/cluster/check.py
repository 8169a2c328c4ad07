"""Runs the statements that judge a store in DuckDB over the Parquet files of an export, unchanged, in Spark."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.cluster.session import session
from verifier.crosscheck.export import TABLES, VERDICTS, file_name
from verifier.crosscheck.whole import ALL, DECIDING, Count
from verifier.errors import UsageError
from verifier.shipped import sql

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_HEAD = re.compile(r"^create or replace temp (?P<kind>table|view) (?P<name>\w+) as$", re.MULTILINE)
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:/")
_PATTERN = re.compile(r"([{}\[\]*?\\])")
"""What Spark would take for a pattern of names."""


def check(folder: str, master: str, progress: Callable[[str], None]) -> list[Count]:
    """Find the verdict on every claim of the export in `folder`, and return how many there are of each.

    The verdicts are left in its folder `verdicts`. `folder` is a path, or a URL that Spark knows (s3a://, hdfs://);
    `master` says where Spark runs ("local[*]", "spark://host:7077", "yarn"). `progress` is told, in a few words, what
    comes next. Raises UsageError.
    """
    place = folder.rstrip("/") if _URL.match(folder) else _local(Path(folder))
    progress("Spark is starting")
    with session(master) as spark:
        _read(spark, place)
        statements = (*ALL, *DECIDING)
        for done, statement in enumerate(statements):
            progress(f"{done} of {len(statements)} steps are done")
            _run(spark, statement)
        progress("the verdicts are being written")
        spark.table("found").createOrReplaceTempView("outcomes")
        spark.sql(sql("parquet/verdicts")).write.mode("overwrite").parquet(f"{place}/{VERDICTS}")
        return [Count(**row.asDict()) for row in spark.sql(sql("series/counts")).collect()]


def _local(folder: Path) -> str:
    """Return what Spark calls a folder on this machine; raises UsageError for one that is no export."""
    missing = [name for name in map(file_name, TABLES) if not (folder / name).is_file()]
    if missing:
        raise UsageError(
            f"{folder} is no export: it has no {missing[0]}; `verify export --parquet {folder}` makes one."
        )
    return f"file:{folder.resolve()}"


def _read(spark: SparkSession, place: str) -> None:
    literal = _PATTERN.sub(r"\\\1", place)
    for table in TABLES:
        name = file_name(table)
        spark.read.parquet(f"{literal}/{name}").createOrReplaceTempView(name.removesuffix(".parquet"))
    spark.table("accords").createOrReplaceTempView("heeded_accords")  # an export holds no others


def _run(spark: SparkSession, statement: str) -> None:
    text = sql(statement)
    head = _HEAD.search(text)
    if head is None:
        raise ValueError(f"{statement} does not say in a line of its own which table it makes")
    made = spark.sql(_HEAD.sub("", text, count=1))
    # Were tables not kept, each plan would hold all plans before it, and planning would never end.
    kept = made.localCheckpoint() if head["kind"] == "table" else made
    kept.createOrReplaceTempView(head["name"])
