"""Starts Spark and ends it, so that neither its log nor its Java errors reach the terminal."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.errors import UsageError, first_line

if TYPE_CHECKING:
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

_SETTINGS = {
    "spark.app.name": "verify crosscheck",
    # Planning these statements takes longer than running them, and half of that went into this.
    "spark.sql.constraintPropagation.enabled": "false",
}
_ON_ONE_MACHINE = {
    "spark.driver.host": "127.0.0.1",  # nobody outside is listened to
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": str(os.cpu_count() or 1),
}


@contextmanager
def session(master: str) -> Iterator[SparkSession]:
    """Yield a session on the Spark at `master`; what fails in it is raised as UsageError, and its log is kept."""
    try:
        from py4j.protocol import Py4JError  # type: ignore[import-untyped]
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ModuleNotFoundError as error:
        raise UsageError(
            'Spark is not installed: run `pip install "pyspark>=4,<5"`, and install Java 17 or newer.'
        ) from error
    logging.getLogger("SQLQueryContextLogger").disabled = True  # it tells the terminal what is raised anyway
    scratch = Path(tempfile.mkdtemp(prefix="verify-spark-"))
    try:
        context = _started(master, scratch)
        try:
            yield SparkSession(context)
        finally:
            context.stop()
    except (PySparkException, Py4JError, ConnectionError) as error:
        said = first_line(getattr(error, "java_exception", error))  # without the trace of where it was said
        raise UsageError(f"Spark stopped: {said} Its log is {scratch / 'log'}.") from error
    shutil.rmtree(scratch, ignore_errors=True)


def _started(master: str, scratch: Path) -> SparkContext:
    """Start Spark with its log in `scratch`. Settings it is not given here are those of SPARK_CONF_DIR."""
    from pyspark import SparkConf, SparkContext
    from pyspark.errors import PySparkRuntimeError
    from pyspark.java_gateway import launch_gateway

    settings = _SETTINGS | {"spark.master": master, "spark.sql.warehouse.dir": (scratch / "warehouse").as_uri()}
    if master.startswith("local"):
        settings |= _ON_ONE_MACHINE
    conf = SparkConf(loadDefaults=False).setAll(list(settings.items()))
    with (scratch / "log").open("wb") as log:
        try:
            gateway = launch_gateway(conf, {"stdout": log, "stderr": log})  # type: ignore[no-untyped-call]
        except (PySparkRuntimeError, OSError) as error:
            raise UsageError(
                f"Spark could not be started at {master}: {scratch / 'log'} says why. It needs Java 17 or newer."
            ) from error
    return SparkContext(conf=conf, gateway=gateway)
