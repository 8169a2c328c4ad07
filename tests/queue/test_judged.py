"""The queue's own table of claims stays what one check of the whole store would make it, whatever comes and goes."""

from random import Random

import pytest
from duckdb import DuckDBPyConnection

from tests.series import stores
from verifier.crosscheck import history


@pytest.mark.parametrize("seed", range(60, 62))
def test_the_queue_holds_every_verdict_as_the_check_of_the_whole_store_finds_it(seed: int) -> None:
    with stores.empty() as (unit, connection):
        store = stores.Filled(unit, connection, Random(seed), topics=30)  # noqa: S311 - cases, not secrets
        store.add(12)
        history.check(unit)
        history.log(unit)

        for _ in range(3):
            store.add(1)
            store.supersede()
            history.update(unit)
            history.log(unit)

        kept = judged(connection)
        unit.run("history/forget_judged")
        unit.run("history/every_change")
        unit.run("history/add_judged")
        assert len(kept) > 100
        assert kept == judged(connection)


def judged(connection: DuckDBPyConnection) -> list[tuple[object, ...]]:
    return connection.execute("select * from judged_claims order by all").fetchall()
