"""Keeps the series up to date: which claims are in which, who stands behind them, and which are held against which."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from verifier.store import Unit
from verifier.topics.words import FLOWS

_MOVED = (
    "series/moved",
    "series/current_readings",
    "series/stale_readings",
    "series/fresh_readings",
    "series/left_claims",
    "series/left_series",
    "series/left_words",
)
_MUTE = ("series/drop_misfits", "series/add_misfits", "series/turned_edges", "series/turn_edges")
_RESTATE = (
    "series/drop_series_figures",
    "series/add_series_figures",
    "series/drop_series_extremes",
    "series/add_series_extremes",
)
_LEAVE = ("series/forget_stale", "series/drop_claims", "series/drop_worded", "series/drop_readings")


class Kin(NamedTuple):
    """One row of series/kin.sql: two groups of articles that a copy joins."""

    first_kin: int
    second_kin: int


class News(NamedTuple):
    """One row of series/news.sql: how many readings have left the comparisons, and how many have come."""

    stale: int
    fresh: int


class Told(NamedTuple):
    """One row of series/told.sql: how much of each kind there is among what came; nought means a step less."""

    worded: int
    ambiguous: int
    series: int
    names: int


class Linking(NamedTuple):
    """One row of series/linking.sql: topics whose series have to be tied, and misfits, whose ties stay mute."""

    topics: int
    retied: int
    misfits: int


class Doubts(NamedTuple):
    """One row of series/doubts.sql: how often it is open whether a series means what it is held against."""

    doubts: int


class Turned(NamedTuple):
    """One row of series/turned.sql: along how many edges something may conflict that could not before, or no more."""

    edges: int


def refresh(unit: Unit) -> bool:
    """Bring the series up to what the store holds: readings that came are added, superseded ones leave.

    Returns whether any did. `tie_all` or `tie_fresh` is to follow, and at last `series/go_on`.
    """
    for find in _MOVED:
        unit.run(find)
    (news,) = unit.rows("series/news", News)
    if news.stale:
        for leave in _LEAVE:
            unit.run(leave)
    joined = False
    if news.fresh:
        unit.run("series/add_origins")
        joined = _join_kin(unit)
    unit.run("series/fresh_claims")
    unit.run("series/new_series")
    renamed = news.fresh > 0 and _add_fresh(unit)
    if any(news):
        unit.run("series/stated_figures" if news.stale or joined or renamed else "series/widened_figures")
        for step in _RESTATE:
            unit.run(step)
    return any(news)


def read_again(unit: Unit, claims: Sequence[str]) -> None:
    """Have the next `refresh` sort the articles anew that make these claims: they stand on other topics than before."""
    if claims:
        unit.run("series/read_again", claims=claims)
        unit.run("series/go_back", claims=claims)


def mute_all(unit: Unit) -> None:
    """Find out between which series nothing can conflict: one side is nobody knows what, and fits another."""
    unit.run("series/all_shaken")
    _mute(unit)


def mute_some(unit: Unit) -> bool:
    """Find out the same of the series `refresh` has gone through; return whether it is otherwise than before."""
    unit.run("series/some_shaken")
    return _mute(unit) and unit.rows("series/turned", Turned)[0].edges > 0


def tie_all(unit: Unit) -> None:
    """Work out which series are held against which, from the ties between all topics."""
    unit.run("series/every_topic")
    _tie_topics(unit)


def tie_fresh(unit: Unit) -> None:
    """Work out the same for the topics of which `refresh` added series or which were tied since."""
    unit.run("series/fresh_topics")
    (linking,) = unit.rows("series/linking", Linking)
    if linking.topics:
        _tie_topics(unit)
    if linking.retied:
        unit.run("series/retied_series")
    if linking.topics and linking.misfits:
        unit.run("series/mute_again")


def _mute(unit: Unit) -> bool:
    """Return whether it is open of any series what it means."""
    unit.run("series/doubtful")
    if not unit.rows("series/doubts", Doubts)[0].doubts:
        return False
    for step in _MUTE:
        unit.run(step)
    return True


def _add_fresh(unit: Unit) -> bool:
    """Return whether somebody is credited or publishes under a name that is new."""
    (told,) = unit.rows("series/told", Told)
    if told.series:
        unit.run("series/add_series")
        unit.run("series/add_subjects")
    if told.names:
        unit.run("series/add_attributions")
        unit.run("series/new_credits")
        unit.run("series/add_credits")
    if told.ambiguous:
        unit.run("series/add_figures")
    unit.run("series/numbered_claims")
    unit.run("series/add_claims")
    unit.run("series/joined_series")
    if told.worded:
        unit.run("series/add_worded")
    if told.names:
        unit.run("series/credit_series")
        unit.run("series/credit_words")
        unit.run("series/name_credits")
        unit.run("series/name_worded")
    unit.run("series/add_readings")
    return told.names > 0


def _join_kin(unit: Unit) -> bool:
    """Return whether any kin were joined."""
    joined = _components(unit.rows("series/kin", Kin))
    rows = [{"kin": kin, "joined": first} for kin, first in joined.items()]
    unit.insert("series/kin_series", rows)
    unit.insert("series/join_kin", rows)
    unit.insert("series/join_claims", rows)
    return bool(rows)


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
    unit.run("series/linked")
    unit.run("series/drop_edges")
    unit.run("series/drop_subject_edges")
    unit.run("series/topic_edges")
    unit.run("series/tied_subjects")
    unit.run("series/add_subject_edges")
    unit.run("series/add_edges")
    unit.run("series/add_part_edges", flows=sorted(FLOWS))
    unit.run("series/add_self_edges")
