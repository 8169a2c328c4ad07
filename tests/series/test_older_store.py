"""A store checked by an older verifier keeps its verdicts when it is brought up to date."""

from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from tests.older import copy_from
from tests.series import stores
from verifier.crosscheck import whole
from verifier.store import Unit, migrations
from verifier.store.connection import connect


def test_verdicts_on_claims_by_name_become_verdicts_on_claims_by_number(monkeypatch: pytest.MonkeyPatch) -> None:
    connection = connect(None)
    everything = migrations.names()
    monkeypatch.setattr(migrations, "names", lambda: [name for name in everything if name < "0004"])
    migrations.migrate(connection, migrations.missing(connection, None))
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

    migrations.migrate(connection, migrations.missing(connection, None))

    assert {
        stores.Told("late", "corroborated", "agrees"),
        stores.Told("early", "unsourced", "not comparable"),
        stores.Told("in words", "unsourced", "alone"),
    } == stores.kept(connection)
    numbers = "select claim from series_claims union all select claim from worded_claims order by claim"
    assert [(1,), (2,), (3,)] == connection.execute(numbers).fetchall()
    connection.close()


def test_series_of_an_older_verifier_are_worked_out_anew_and_verdicts_stand_until_then(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    new = tmp_path / "new.duckdb"
    with closing(connect(new)) as connection:
        migrations.migrate(connection, migrations.missing(connection, None))
        articles = stores.fill(Unit(connection), connection, 70, 120, 20)
    connection, everything = duckdb.connect(), migrations.names()
    monkeypatch.setattr(migrations, "names", lambda: [name for name in everything if name < "0015"])
    migrations.migrate(connection, migrations.missing(connection, None))
    copy_from(new, connection)
    unit = Unit(connection)
    for statement in _CHECKED:
        connection.execute(statement)
    before = stores.kept(connection)
    monkeypatch.setattr(migrations, "names", lambda: everything)

    migrations.migrate(connection, migrations.missing(connection, None))
    migrated = stores.kept(connection)
    whole.update(unit)

    assert before
    assert before == migrated
    assert stores.kept(connection) == stores.pairwise(unit, articles)
    connection.close()


_CHECKED = (
    """
    insert into origins
    select article_id, row_number() over (order by article_id), row_number() over (order by article_id),
           row_number() over (order by article_id), lower(coalesce(publisher, ''))
    from articles
    """,
    "insert into series_extractions select extraction_id, article_id from current_extractions",
    """
    insert into worded_claims
    select row_number() over (order by claim_id), claim_id, origins.article, origins.origin, 0
    from live_claims
    join origins using (article_id)
    """,
    "insert into outcomes select claim, 6 from worded_claims",
    """
    update progress
    set extractions = (select count(*) from extractions), sources = (select count(*) from sources),
        ties = (select count(*) from ties)
    """,
)
"""What a check leaves behind, in short: every claim stands alone."""
