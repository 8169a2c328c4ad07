"""What people decide is added and never changed; the last word counts, and nobody overwrites a word unseen."""

from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.crosscheck.cases import article, claim, extraction
from tests.history.newsroom import Newsroom
from tests.store.sql import ask
from verifier.errors import StoreError, UsageError
from verifier.models import Claim, Extraction
from verifier.queue import decisions, record, undoing
from verifier.queue.record import Kind, Seen, Stale
from verifier.queue.undoing import Step
from verifier.store import Store, Unit, migrations
from verifier.store.connection import connect

UNSEEN = Seen(0, "unsourced")


def read(name: str, words: str = "6,150 tonnes") -> tuple[Extraction, Claim]:
    source = article(name, publisher=f"Paper of {name}")
    made = claim(source, words)
    return extraction(source, made), made


@pytest.fixture
def desk(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path / "claims.duckdb")


@pytest.fixture
def store() -> Store:
    return Store(None)


def kinds(unit: Unit) -> list[tuple[str, str | None]]:
    return [(row.kind, row.verdict) for row in record.decisions_on(unit, "c")]


def test_a_decision_stands_beside_the_machine_s_verdict(desk: Newsroom) -> None:
    reading, made = read("a")
    desk.reads(reading)

    with Store(desk.path).unit() as unit:
        decisions.decide(unit, made.id, "Ana", "corroborated", UNSEEN)
        now = record.standing(unit, made.id)

    assert ("corroborated", "unsourced", False) == (now.verdict, now.machine, now.reopened)
    assert "unsourced" == desk.kept()[made.id].verdict


def test_the_last_decision_counts_and_the_earlier_ones_stay(store: Store) -> None:
    with store.unit() as unit:
        first = decisions.decide(unit, "c", "Ana", "conflicting", UNSEEN)
        decisions.decide(unit, "c", "Ben", "cannot be checked", Seen(first, "unsourced"), note="no figures")

        now = record.standing(unit, "c")

        assert "cannot be checked" == now.verdict
        assert [("decide", "conflicting"), ("decide", "cannot be checked")] == kinds(unit)


def test_whoever_has_not_seen_the_last_decision_is_refused_and_told_of_it(store: Store) -> None:
    with store.unit() as unit:
        decisions.decide(unit, "c", "Ana", "conflicting", UNSEEN)

        with pytest.raises(Stale) as refused:
            decisions.decide(unit, "c", "Ben", "corroborated", UNSEEN)

        assert [("Ana", "conflicting")] == [(row.person, row.verdict) for row in refused.value.since]
        assert [("decide", "conflicting")] == kinds(unit)


def test_a_note_changes_nothing_and_makes_nobody_s_page_old(store: Store) -> None:
    with store.unit() as unit:
        decisions.add_note(unit, "c", "Ana", " see the customs table ")

        decisions.decide(unit, "c", "Ben", "corroborated", UNSEEN)

        assert "see the customs table" == record.decisions_on(unit, "c")[0].note
        assert "corroborated" == record.standing(unit, "c").verdict


def test_undo_brings_back_what_stood_before_and_redo_what_was_taken_back(store: Store) -> None:
    with store.unit() as unit:
        first = decisions.decide(unit, "c", "Ana", "conflicting", UNSEEN)
        second = decisions.decide(unit, "c", "Ana", "unsourced", Seen(first, "unsourced"))

        undoing.undo(unit, second, "Ana")
        after_undo = record.standing(unit, "c").verdict
        undoing.redo(unit, second, "Ana")

        assert ("conflicting", "unsourced") == (after_undo, record.standing(unit, "c").verdict)
        assert ["decide", "decide", "undo", "redo"] == [kind for kind, _ in kinds(unit)]


def test_undoing_the_first_decision_leaves_the_claim_undecided(store: Store) -> None:
    with store.unit() as unit:
        first = decisions.decide(unit, "c", "Ana", "skipped", UNSEEN)

        undoing.undo(unit, first, "Ana")

        assert (0, None) == record.standing(unit, "c")[2:4]


def test_nobody_takes_back_what_another_decided(store: Store) -> None:
    with store.unit() as unit:
        first = decisions.decide(unit, "c", "Ana", "conflicting", UNSEEN)

        with pytest.raises(UsageError, match="yourself"):
            undoing.undo(unit, first, "Ben")

        assert "conflicting" == record.standing(unit, "c").verdict


def test_an_undo_after_somebody_else_s_decision_is_refused_and_says_whose(store: Store) -> None:
    with store.unit() as unit:
        first = decisions.decide(unit, "c", "Ana", "conflicting", UNSEEN)
        decisions.decide(unit, "c", "Ben", "corroborated", Seen(first, "unsourced"))

        with pytest.raises(Stale) as refused:
            undoing.undo(unit, first, "Ana").number()

        assert ["Ben"] == [row.person for row in refused.value.since]
        assert "corroborated" == record.standing(unit, "c").verdict


@pytest.mark.parametrize("number", [1, 99])
def test_what_was_taken_back_is_not_taken_back_again(store: Store, number: int) -> None:
    with store.unit() as unit:
        undoing.undo(unit, decisions.decide(unit, "c", "Ana", "conflicting", UNSEEN), "Ana")

        with pytest.raises(UsageError):
            undoing.undo(unit, number, "Ana")


def test_a_claim_opened_again_waits_and_the_decision_can_be_restored(store: Store) -> None:
    with store.unit() as unit:
        first = decisions.decide(unit, "c", "Ana", "conflicting", UNSEEN)
        opened = decisions.reopen(unit, "c", "Ana", Seen(first, "unsourced"), note="new table out")
        waiting = record.standing(unit, "c").verdict

        undoing.undo(unit, opened, "Ana")

        assert (None, "conflicting") == (waiting, record.standing(unit, "c").verdict)


def test_there_is_nothing_to_open_where_nothing_was_decided(store: Store) -> None:
    with store.unit() as unit, pytest.raises(UsageError, match="nothing is decided"):
        decisions.reopen(unit, "c", "Ana", UNSEEN)


@pytest.mark.parametrize("verdict", ["", "true", "Conflicting", "gone"])
def test_only_what_can_be_decided_is_stored(store: Store, verdict: str) -> None:
    with store.unit() as unit:
        with pytest.raises(UsageError):
            decisions.decide(unit, "c", "Ana", verdict, UNSEEN)

        assert [] == kinds(unit)


def test_a_new_article_that_changes_the_machine_s_verdict_opens_the_decision_again(desk: Newsroom) -> None:
    (old, made), (new, _) = read("a"), read("b", "500 tonnes")
    desk.reads(old)
    with Store(desk.path).unit() as unit:
        decisions.decide(unit, made.id, "Ana", "unsourced", UNSEEN)

    desk.reads(new)

    with Store(desk.path).unit() as unit:
        now = record.standing(unit, made.id)
    assert (True, "unsourced", "conflicting") == (now.reopened, now.verdict, now.machine)


@pytest.mark.parametrize("statement", ["update decisions set verdict = 'corroborated'", "delete from decisions"])
def test_the_database_itself_refuses_to_change_or_remove_a_decision(tmp_path: Path, statement: str) -> None:
    store = Store(tmp_path / "claims.duckdb")
    with store.unit() as unit:
        decisions.decide(unit, "c", "Ana", "conflicting", UNSEEN)

    with pytest.raises(StoreError, match="a decision is never"), store.unit() as unit:
        ask(unit, statement)

    with store.unit() as unit:
        assert [("decide", "conflicting")] == kinds(unit)


def test_the_trail_tells_of_all_claims_the_newest_first(store: Store) -> None:
    with store.unit() as unit:
        for claim_id in ("a", "b", "c"):
            decisions.decide(unit, claim_id, "Ana", "skipped", UNSEEN)

        assert ["c", "b"] == [row.claim_id for row in record.trail(unit, record.Wanted(), most=2)]
        assert ["a"] == [row.claim_id for row in record.trail(unit, record.Wanted(before=2))]


OLD = """insert into decisions values
    (1, 'c', 'Ana', 'decide', 'conflicting', 'at customs', 'unsourced', 0, 0, 0, 1, null, '2026-11-01 08:00+00'),
    (2, 'c', 'Ben', 'note', null, 'no', 'unsourced', 0, 0, 1, 1, null, '2026-11-01 09:00+00'),
    (3, 'd', 'Ana', 'decide', 'skipped', '', '', 0, 0, 0, 3, null, '2026-11-02 08:00+00'),
    (4, 'd', 'Ana', 'undo', null, '', '', 3, 3, 3, 0, null, '2026-11-02 08:01+00'),
    (5, 'c', 'Ana', 'reopen', null, '', 'unsourced', 1, 0, 1, 0, null, '2026-11-03 08:00+00')
"""
SAID = """
    select decision, claim_id, person, kind, verdict, note, machine, seen, about, stood, stands, said_at::varchar
    from decisions
    order by decision
"""


def test_what_was_decided_before_several_could_work_together_stays_word_for_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    connection = connect(None)
    everything = migrations.names()
    monkeypatch.setattr(migrations, "names", lambda: [name for name in everything if name < "0012"])
    migrations.migrate(connection, migrations.missing(connection, None))
    connection.execute(OLD)
    before = connection.execute(SAID).fetchall()
    monkeypatch.setattr(migrations, "names", lambda: everything)

    migrations.migrate(connection, migrations.missing(connection, None))

    unit = Unit(connection)
    assert before == connection.execute(SAID).fetchall()
    assert [(5, None), (4, None)] == [record.standing(unit, claim_id)[1:4:2] for claim_id in "cd"]
    assert [1, 5] == [step.decision for step in undoing.stacks_of(unit, "Ana").done]
    undoing.undo(unit, 5, "Ana").number()
    assert "conflicting" == record.standing(unit, "c").verdict
    connection.close()


MOVES = st.lists(st.sampled_from(["decide", "undo", "redo"]), max_size=30)


@given(MOVES)
def test_undo_and_redo_walk_through_a_person_s_decisions_as_through_pages(moves: list[str]) -> None:
    rows: list[Step] = []
    back: list[int] = []
    forth: list[int] = []

    for number, move in enumerate(moves, 1):
        source = {"decide": [number], "undo": back, "redo": forth}[move]
        if not source:
            continue
        about = source.pop()
        forth = [] if move == "decide" else forth
        (forth if move == "undo" else back).append(about)
        rows.append(Step(number, "c", cast(Kind, move), None, None, about, 1))

    found = undoing.stacks(rows)
    assert (back, forth) == ([row.decision for row in found.done], [row.decision for row in found.undone])
