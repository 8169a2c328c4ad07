"""Keeps the series up to date: which claims are in which, who stands behind them, and which are held against which."""

from collections.abc import Iterable
from typing import NamedTuple

from verifier.store import Unit
from verifier.topics.words import FLOWS


class Kin(NamedTuple):
    """One row of series/kin.sql: two groups of articles that a copy joins."""

    first_kin: int
    second_kin: int


def refresh(unit: Unit) -> None:
    """Bring the series up to what the store holds: readings that came are added, superseded ones leave."""
    unit.run("series/stale_readings")
    unit.run("series/fresh_readings")
    unit.run("series/left_series")
    unit.run("series/left_words")
    for left in ("series/forget_stale", "series/drop_claims", "series/drop_worded", "series/drop_readings"):
        unit.run(left)
    unit.run("series/add_origins")
    _join_kin(unit)
    unit.run("series/fresh_claims")
    _add_fresh(unit)


def tie_all(unit: Unit) -> None:
    """Work out which series are held against which, from the ties between all topics."""
    unit.run("series/every_topic")
    _tie_topics(unit)


def tie_fresh(unit: Unit) -> None:
    """Work out the same for the topics of what `refresh` added."""
    unit.run("series/fresh_topics")
    _tie_topics(unit)


def _add_fresh(unit: Unit) -> None:
    unit.run("series/add_series")
    unit.run("series/add_attributions")
    unit.run("series/add_credits")
    unit.run("series/add_figures")
    unit.run("series/add_claims")
    unit.run("series/add_worded")
    unit.run("series/joined_series")
    unit.run("series/name_credits")
    unit.run("series/name_worded")
    unit.run("series/add_readings")


def _join_kin(unit: Unit) -> None:
    joined = _components(unit.rows("series/kin", Kin))
    rows = [{"kin": kin, "joined": first} for kin, first in joined.items()]
    unit.insert("series/join_kin", rows)
    unit.insert("series/join_claims", rows)


def _components(pairs: Iterable[Kin]) -> dict[int, int]:
    """Return the smallest of those that hang together, for each that is not the smallest itself."""
    smaller: dict[int, int] = {}

    def first(kin: int) -> int:
        while kin in smaller:
            kin = smaller[kin]
        return kin

    for pair in pairs:
        low, high = sorted((first(pair.first_kin), first(pair.second_kin)))
        if low != high:
            smaller[high] = low
    return {kin: first(kin) for kin in smaller}


def _tie_topics(unit: Unit) -> None:
    unit.run("series/drop_edges")
    unit.run("series/drop_subject_edges")
    unit.run("series/topic_edges")
    unit.run("series/tied_subjects")
    unit.run("series/add_subject_edges")
    unit.run("series/add_edges")
    unit.run("series/add_part_edges", flows=sorted(FLOWS))
    unit.run("series/add_self_edges")
