"""The check of a whole store comes to what holding every claim against every other comes to."""

from random import Random

import pytest

from tests.crosscheck.cases import MAGNETS, article, claim, extraction, period
from tests.series import stores
from verifier.crosscheck import keep, whole
from verifier.models import Extraction
from verifier.reconcile import open_pairs
from verifier.store.articles import add


@pytest.mark.parametrize(("claims", "topics", "seed"), [*((300, 12, seed) for seed in range(5)), (300, 60, 8)])
def test_every_verdict_and_reason_is_that_of_the_pairs(claims: int, topics: int, seed: int) -> None:
    with stores.empty() as (unit, connection):
        articles = stores.fill(unit, connection, seed, claims, topics)
        expected = stores.pairwise(unit, articles)

        whole.check(unit)

        assert expected == stores.kept(connection)


def test_thousands_of_claims_are_judged_as_their_pairs_would_be() -> None:
    with stores.empty() as (unit, connection):
        articles = stores.fill(unit, connection, 20, 3_000, 200)
        expected = stores.pairwise(unit, articles)

        counts = whole.check(unit)

        assert expected == stores.kept(connection)
        assert len(expected) == sum(count.claims for count in counts)
        assert {"conflicts", "agrees", "copies only", "near", "not comparable", "alone"} == {
            count.reason for count in counts
        }


def test_checking_again_changes_nothing() -> None:
    with stores.empty() as (unit, connection):
        stores.fill(unit, connection, 30, 300, 30)
        whole.check(unit)
        before = stores.kept(connection)

        whole.check(unit)

        assert before == stores.kept(connection)


@pytest.mark.parametrize("seed", range(40, 43))
def test_an_update_comes_to_what_a_full_check_comes_to(seed: int) -> None:
    with stores.empty() as (unit, connection):
        store = stores.Filled(unit, connection, Random(seed), topics=40)  # noqa: S311 - cases, not secrets
        store.add(20)
        whole.check(unit)

        for _ in range(3):
            store.add(2)
            store.tie_again()
            store.supersede()
            whole.update(unit)

        updated = stores.kept(connection)
        whole.check(unit)
        assert updated == stores.kept(connection)
        assert updated == stores.pairwise(unit, store.current())


@pytest.mark.parametrize("seed", range(50, 53))
def test_claims_that_only_come_change_what_a_full_check_would(seed: int) -> None:
    with stores.empty() as (unit, connection):
        store = stores.Filled(unit, connection, Random(seed), topics=30, sums=False)  # noqa: S311 - cases, not secrets
        store.add(20)
        whole.check(unit)

        for _ in range(4):
            store.add(1)
            store.tie_again()
            whole.update(unit)

        assert stores.kept(connection) == stores.pairwise(unit, store.current())


@pytest.mark.parametrize("seed", range(60, 62))
def test_claims_set_apart_and_joined_again_are_judged_as_their_pairs_are(seed: int) -> None:
    with stores.empty() as (unit, connection):
        store = stores.Filled(unit, connection, Random(seed), topics=8)  # noqa: S311 - cases, not secrets
        store.add(20)
        whole.check(unit)

        for work_out in (whole.check, whole.update, whole.update):
            store.part()
            store.add(1)
            work_out(unit)

            assert stores.kept(connection) == stores.pairwise(unit, store.current())


def test_an_empty_store_has_no_verdicts() -> None:
    with stores.empty() as (unit, _):
        assert [] == whole.check(unit)


def test_a_sum_that_cannot_be_outweighs_what_figures_say() -> None:
    one, other = article("one", publisher="One Paper"), article("other", publisher="Other Paper")
    level = claim(one, "6,150 tonnes")
    change = claim(one, "12 percent", aspect="change", basis="month", direction="up")
    change = change.model_copy(update={"base": period("June 2025")})
    base = claim(other, "5,600 tonnes", "June 2025")
    with stores.empty() as (unit, connection):
        for source in (one, other):
            add(unit, source, source.path)
        keep(unit, extraction(one, level, change), extraction(other, base))
        expected = stores.pairwise(unit, [one.id, other.id])

        whole.check(unit)

        assert expected == stores.kept(connection)
        assert {"conflicting"} == {told.verdict for told in expected if told.claim_id in (level.id, base.id)}


def sum_in_three() -> list[Extraction]:
    """An article with an amount and its change, one with another amount before, and one with the amount after."""
    one, before, after = (article(name, publisher=f"Paper of {name}") for name in ("one", "before", "after"))
    level, base = claim(one, "6,150 tonnes"), claim(before, "5,600 tonnes", "June 2025")
    change = claim(one, "12 percent", aspect="change", basis="month", direction="up")
    change = change.model_copy(update={"base": period("June 2025")})
    again = claim(after, "6,150 tonnes", topic=MAGNETS.model_copy(update={"item": "rare-earth magnet"}))
    return [extraction(one, level, change), extraction(before, base), extraction(after, again)]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 0, 2)])
def test_the_parts_of_a_sum_are_judged_in_whatever_order_they_come(order: tuple[int, ...]) -> None:
    readings = sum_in_three()
    with stores.empty() as (unit, connection):
        for reading in (readings[place] for place in order):
            add(unit, reading.article, reading.article.path)
            keep(unit, reading)
            open_pairs(unit, [reading.article.id])
            whole.update(unit)

        updated = stores.kept(connection)
        assert updated == stores.pairwise(unit, [reading.article.id for reading in readings])
        assert ["conflicting"] * 3 + ["corroborated"] == sorted(told.verdict for told in updated)


@pytest.mark.parametrize("unsaid", [{"item": None}, {"actor": None}])
def test_nothing_open_conflicts_within_one_article_on_either_side(unsaid: dict[str, None]) -> None:
    one = article("one", publisher="One Paper")
    named = claim(one, "6,150 tonnes")
    vague = claim(one, "500 tonnes", topic=MAGNETS.model_copy(update=unsaid), place=90)
    with stores.empty() as (unit, connection):
        add(unit, one, one.path)
        keep(unit, extraction(one, named, vague))
        topics = [name for (name,) in connection.execute("select topic_id from topics order by topic_id").fetchall()]
        tie = {"first_topic": topics[0], "second_topic": topics[1], "relation": "same", "why": "", "said_by": "person"}
        unit.insert("reconcile/add_ties", [tie])

        whole.check(unit)

        assert {("unsourced", "alone")} == {(told.verdict, told.reason) for told in stores.kept(connection)}
        assert stores.kept(connection) == stores.pairwise(unit, [one.id])
