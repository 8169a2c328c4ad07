"""Promises of what a store says of its cost, and of looking at it without touching it."""

from decimal import Decimal
from pathlib import Path

import pytest

from verifier.errors import StoreError
from verifier.models import Spending, Usage
from verifier.store import Answers, Glance, Spent, Store, spent
from verifier.store.connection import connect
from verifier.store.migrations import names
from verifier.store.statements import text_of


def spending(cost: str | None, article: str | None = "a") -> Spending:
    used = Usage(calls=1, input_tokens=100, cached_tokens=40, output_tokens=20, cost_usd=cost and Decimal(cost))
    return Spending(model="gpt-6-luna", article=article, usage=used)


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {file.name: (file.stat().st_mtime_ns, file.read_bytes()) for file in folder.iterdir()}


def test_what_every_answer_took_is_added_up_also_of_one_request_asked_twice(store: Store) -> None:
    answers = Answers(store)

    answers.keep("r", "extract", "cut off", spending("0.0000195"))
    answers.keep("r", "extract", "whole", spending("0.25"))
    answers.keep("s", "reconcile", "said", spending(None, article=None))

    with store.unit() as unit:
        whole = spent(unit)
    assert whole is not None
    assert (3, 300, 120, 60) == (
        whole.usage.calls,
        whole.usage.input_tokens,
        whole.usage.cached_tokens,
        whole.usage.output_tokens,
    )
    assert (Decimal("0.250019500"), 1) == (whole.usage.cost_usd, whole.unpriced)


def test_an_answer_and_what_it_took_are_kept_together(store: Store) -> None:
    senseless = spending("1").model_copy(update={"usage": Usage(calls=1, input_tokens=-1)})

    with pytest.raises(StoreError):
        Answers(store).keep("r", "extract", "body", senseless)

    assert Answers(store).find("r") is None


def test_an_answer_nobody_paid_for_is_booked_as_nothing(store: Store) -> None:
    Answers(store).keep("r", "extract", "body")

    with store.unit() as unit:
        assert (Usage(cost_usd=Decimal(0)), 0) == spent(unit)


def test_a_glance_finds_what_is_kept_and_leaves_no_trace(store: Store, path: Path) -> None:
    Answers(store).keep("r", "extract", "body", spending("1"))
    before = state(path.parent)
    glance = Glance(path)

    found = Answers(glance, save=False).find("r")
    with glance.unit() as unit:
        whole = spent(unit)

    assert ("body", Decimal(1)) == (found, whole and whole.usage.cost_usd)
    assert before == state(path.parent)


def test_a_glance_at_no_store_makes_none(path: Path) -> None:
    assert Answers(Glance(path), save=False).find("r") is None
    assert [] == list(path.parent.iterdir())


def test_a_glance_needs_no_right_to_write(store: Store, path: Path) -> None:
    Answers(store).keep("r", "extract", "body")
    path.chmod(0o400)
    path.with_name("claims.duckdb.lock").unlink()

    assert "body" == Answers(Glance(path), save=False).find("r")


def test_a_glance_that_misses_what_an_older_store_has_not_got_says_how_to_bring_it_up_to_date(path: Path) -> None:
    with connect(path) as connection:
        for name in names()[:5]:
            connection.execute(text_of(f"migrations/{name}"))
            connection.execute(text_of("store/note_migrations"), {"names": [name]})

    with pytest.raises(StoreError) as refused, Glance(path).unit() as unit:
        unit.rows("store/spent", Spent)

    said = f"The store {path} was made by an older verifier, and may only be read: what this asks for is not in it. "
    assert f"{said}Have somebody who may write to it check an article, or open `verify queue`: " in str(refused.value)
    assert "fault in verifier" not in str(refused.value)


def test_a_glance_waits_for_whoever_writes_and_names_them(store: Store, path: Path) -> None:
    with store.unit(), pytest.raises(StoreError, match=r"is held by another verifier \(process \d+\)"):
        Answers(Glance(path, patience=0.05), save=False).find("r")


def test_a_file_that_is_no_store_is_told(path: Path) -> None:
    path.write_text("a shopping list\n" * 100)

    with pytest.raises(StoreError, match="not a DuckDB"):
        Answers(Glance(path), save=False).find("r")
