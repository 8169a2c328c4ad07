"""A store filled by the first version is brought up to today's tables and keeps what was stored and decided."""

import shutil
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest

from tests.older import FACTS, copy_from
from tests.seeds import all_seeds, finding, recorded
from tests.store.sql import ask
from verifier import listing
from verifier.crosscheck import whole
from verifier.listing import Wanted
from verifier.llm.question import Question
from verifier.llm.recordings import Recordings
from verifier.models import Report, Verdict
from verifier.pipeline import verify
from verifier.settings import ModelSettings, Settings
from verifier.shipped import sql
from verifier.store import Store

STEPS = ("0001_articles", "0002_claims", "0003_series")
"""What the first version made."""
DERIVED = (
    "verdicts",
    "origins",
    "attributions",
    "credits",
    "series",
    "series_claims",
    "figure_readings",
    "worded_claims",
    "series_extractions",
)
COUNTING = "select first_topic, second_topic, relation, why, said from current_ties order by all"
SECOND, LICENCES = "november-second-highest", "general-licences"

Rows = dict[str, list[tuple[object, ...]]]


class Old(NamedTuple):
    """A store of the first version, and what it held."""

    path: Path
    held: Rows


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Old:
    """The seeds as they were read, every answer kept, and a person who says that exports are not magnets' exports."""
    folder, asked = tmp_path_factory.mktemp("old"), list[tuple[str, str]]()
    new, path = folder / "new.duckdb", folder / "claims.duckdb"

    def find(self: Recordings, question: Question) -> str | None:
        body = plain(self, question)
        asked.append((question.request, body or ""))
        return body

    plain = Recordings.find
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Recordings, "find", find)
        verify(all_seeds(), recorded(new))
    with Store(new) as store, store.unit() as unit:
        ask(unit, _PERSON)
        whole.check(unit)
    with duckdb.connect(path) as connection:
        for step in STEPS:
            connection.execute(sql(f"migrations/{step}"))
            connection.execute(sql("store/note_migrations"), {"names": [step]})
        copy_from(new, connection, (*FACTS, *DERIVED))
        connection.executemany("insert into answers (request, seq, label, body) values (?, 1, 'seeds', ?)", asked)
        return Old(path, _held(connection))


_PERSON = """
insert into ties (first_topic, second_topic, relation, why, said_by)
select first_topic, second_topic, 'other', 'customs count all goods', 'person' from ties where relation = 'unclear'
"""


def _held(connection: duckdb.DuckDBPyConnection) -> Rows:
    """Return the rows as text: what reads moments into Python is no part of a plain installation."""
    rows = {table: connection.table(table).select("columns(*)::varchar") for table in FACTS}
    return {table: sorted(relation.fetchall(), key=str) for table, relation in rows.items()}


@pytest.fixture
def old(made: Old, tmp_path: Path) -> Old:
    """A copy of it that may be changed."""
    return Old(Path(shutil.copy(made.path, tmp_path)), made.held)


def rerun(old: Old) -> Report:
    """Run over the same articles, where nothing can be asked: only what the store keeps is an answer."""
    return verify(all_seeds(), Settings(model=ModelSettings(answers="replay"), database=old.path))


def test_every_row_is_there_as_it_was(old: Old) -> None:
    with Store(old.path).unit():
        pass

    with duckdb.connect(old.path) as connection:
        today = _held(connection)
    assert {} == {
        table: (len(rows), len(today[table]))
        for table, rows in old.held.items()
        if rows != [row[: len(rows[0])] for row in today[table]]
    }


def test_what_was_decided_still_counts(old: Old) -> None:
    with duckdb.connect(old.path) as connection:
        before = connection.execute(COUNTING).fetchall()

    with Store(old.path).unit():
        pass

    with duckdb.connect(old.path) as connection:
        assert before == connection.execute(COUNTING).fetchall()


def test_nothing_is_asked_again_and_the_person_s_word_rules(old: Old) -> None:
    report = rerun(old)

    assert ((), ()) == (report.unchecked, report.refused)
    assert 0 == report.usage.calls
    assert Verdict.UNSOURCED == finding(report, SECOND, "6,150 metric tons").verdict
    assert () == report.conflicting


def test_the_other_verdicts_are_those_of_a_new_store(old: Old, tmp_path: Path) -> None:
    fresh = {one.claim.id: one.verdict for one in verify(all_seeds(), recorded(tmp_path / "fresh.duckdb")).findings}

    report = rerun(old)

    expected = {claim: Verdict.UNSOURCED if verdict == "conflicting" else verdict for claim, verdict in fresh.items()}
    assert expected == {one.claim.id: one.verdict for one in report.findings}


def test_the_verdicts_it_kept_begin_its_history_and_the_next_run_changes_none(old: Old) -> None:
    report = rerun(old)

    claim = finding(report, LICENCES, "5,493.9 tons").claim
    with Store(old.path) as store, store.unit(keep=False) as unit:
        changes = listing.story_of(unit, claim.id).changes
        kept = ask(unit, "select count(distinct claim_id), count(*), max(seq) from history")[0]
    assert [("unsourced", "first")] == [(one.verdict, one.cause) for one in changes]
    assert (len(report.findings), len(report.findings), 1) == kept


def test_it_can_be_listed_before_anything_is_checked_anew_and_stays_as_it_was(old: Old) -> None:
    before = old.path.read_bytes()

    with Store(old.path) as store, store.unit(keep=False) as unit:
        page = listing.list_claims(unit, Wanted(most=3))
        ties = listing.list_ties(unit, unclear=True)

    assert (len(old.held["claims"]), 3, []) == (page.in_all, len(page.claims), ties)
    assert before == old.path.read_bytes()
