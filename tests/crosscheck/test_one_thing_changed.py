"""Pairs of articles that say the same but for one thing: each has the verdict it must have, whichever came first."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.crosscheck.changed.running import KINDS, Outcome, batches, filled, names, outcomes, read, run
from tests.series.stores import kept
from verifier.crosscheck import check, check_claim, whole


def of_kind(name: str) -> list[Outcome]:
    return [outcome for outcome in outcomes() if outcome.case.kind.name == name]


@pytest.mark.parametrize("name", sorted(KINDS))
def test_one_thing_changed_has_the_verdict_it_must_have(name: str) -> None:
    found = of_kind(name)

    assert [] == [
        (one.case.name, one.side, one.fact.figure, one.expected, one.found) for one in found if not one.is_right
    ]
    assert {"a", "b"} == {one.side for one in found}


@given(st.integers(min_value=0))
@settings(max_examples=3, deadline=None)
def test_it_has_that_verdict_whatever_is_drawn(seed: int) -> None:
    kinds = ("value", "another unit", "direction", "period", "reprint cut to a third")
    drawn = [case for batch in batches(seed, len(KINDS)) for case in batch if case.kind.name in kinds]

    found = run(drawn)

    assert [] == [(one.case.name, one.side, one.text, one.expected, one.found) for one in found if not one.is_right]


def test_a_conflict_seen_from_one_side_is_seen_from_the_other() -> None:
    seen = {
        (one.finding.claim.id, other.claim)
        for one in outcomes()
        if one.finding
        for other in one.finding.comparisons
        if other.relation == "conflicts"
    }

    assert set() == {(one, other) for one, other in seen if (other, one) not in seen}
    assert seen


def test_the_whole_store_is_judged_as_its_articles_are() -> None:
    batch = asyncio.run(read(next(batches())[:30]))

    with filled(batch) as (unit, connection):
        one_by_one = {(found.claim.id, str(found.verdict)) for found in check(unit, names(batch))}
        whole.check(unit)

        assert one_by_one == {(told.claim_id, told.verdict) for told in kept(connection)}


def test_a_claim_asked_for_by_itself_is_told_as_among_all_of_its_article() -> None:
    batch = asyncio.run(read(next(batches())[:30]))

    with filled(batch) as (unit, _):
        together = {found.claim.id: found for found in check(unit, names(batch))}

        for claim in sorted(together)[::6]:
            assert together[claim] == check_claim(unit, claim)
        assert check_claim(unit, "no such claim") is None


def test_the_cases_are_many_and_no_copies_of_each_other() -> None:
    texts = {outcome.text for outcome in outcomes()}
    cases = {outcome.case.name for outcome in outcomes()}

    assert len(cases) >= 400
    assert len(texts) >= 2 * len(cases) - sum(kind.copied for kind in KINDS.values())
