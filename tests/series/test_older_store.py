"""A store checked by an older verifier keeps its verdicts when it is brought up to date."""

from contextlib import nullcontext

import pytest

from tests.series import stores
from verifier.store import migrations
from verifier.store.connection import connect


def test_verdicts_on_claims_by_name_become_verdicts_on_claims_by_number(monkeypatch: pytest.MonkeyPatch) -> None:
    connection = connect(None)
    everything = migrations.names()
    monkeypatch.setattr(migrations, "names", lambda: [name for name in everything if name < "0004"])
    migrations.migrate(connection, None, lambda _: nullcontext())
    connection.execute(
        "insert into series_claims values ('late', 1, 9, 1, 1, 0, 7, 1, 5, 6, 4, 7),"
        " ('early', 1, 2, 1, 1, 0, 7, 1, 5, 6, 4, 7)"
    )
    connection.execute("insert into worded_claims values ('in words', 1, 1, 0)")
    connection.execute(
        "insert into verdicts values ('late', 'corroborated', 'agrees'), ('in words', 'unsourced', 'alone'),"
        " ('early', 'unsourced', 'not comparable')"
    )
    monkeypatch.setattr(migrations, "names", lambda: everything)

    migrations.migrate(connection, None, lambda _: nullcontext())

    assert {
        stores.Told("late", "corroborated", "agrees"),
        stores.Told("early", "unsourced", "not comparable"),
        stores.Told("in words", "unsourced", "alone"),
    } == stores.kept(connection)
    numbers = "select claim from series_claims union all select claim from worded_claims order by claim"
    assert [(1,), (2,), (3,)] == connection.execute(numbers).fetchall()
    connection.close()
