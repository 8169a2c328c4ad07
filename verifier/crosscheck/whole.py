"""The verdict on every claim of a store at once: by series and their extremes, never claim against claim."""

from typing import NamedTuple

from verifier.crosscheck.series import refresh, tie_all, tie_fresh
from verifier.crosscheck.sums import COUNTRIES, UNLIKE, WORLDWIDE
from verifier.store import Unit


class Count(NamedTuple):
    """How many claims have a verdict by a reason; one row of series/counts.sql."""

    verdict: str
    reason: str
    claims: int


class Stating(NamedTuple):
    """One row of series/stating_articles.sql: an article that states what sums are made of."""

    article_id: str


def check(unit: Unit) -> list[Count]:
    """Work out the verdict on every current claim, keep all of them in the store, and return how many there are.

    The reason is a code: conflicts, agrees, copies only, near, not comparable or alone.
    """
    refresh(unit)
    tie_all(unit)
    judge(unit)
    reckon(unit)
    unit.run("series/forget_verdicts")
    unit.run("series/add_verdicts")
    return unit.rows("series/counts", Count)


def update(unit: Unit) -> None:
    """Work out what the articles stored since the last check change, and keep that: theirs and one edge away.

    The ties of topics none of these articles speaks of are taken as they were: if a person changed those, `check`.
    """
    refresh(unit)
    tie_fresh(unit)
    unit.run("series/asked_series")
    unit.run("series/read_members")
    unit.run("series/some_members")
    unit.run("series/some_words")
    _judge_members(unit)
    reckon(unit)
    unit.run("series/changes")
    unit.run("series/drop_changed")
    unit.run("series/add_changed")


def judge(unit: Unit) -> None:
    """Find the verdict on every claim, sums aside, from the series as they are."""
    unit.run("series/all_members")
    unit.run("series/all_words")
    _judge_members(unit)


def reckon(unit: Unit) -> None:
    """Find what follows from the sums of the articles judged, within them and against each other."""
    names = [stating.article_id for stating in unit.rows("series/stating_articles", Stating)]
    unit.run("crosscheck/shares", articles=names, countries=COUNTRIES, worldwide=WORLDWIDE)
    unit.run("crosscheck/sums", articles=names, unlike=UNLIKE)
    unit.run("crosscheck/arithmetic")
    unit.run("series/reckoned")


def _judge_members(unit: Unit) -> None:
    unit.run("series/kinds")
    unit.run("series/judge")
    unit.run("series/unsettled")
    unit.run("series/settle")
    unit.run("series/lonely")
    unit.run("series/copied")
    unit.run("series/witnessed")
    unit.run("series/independent")
    unit.run("series/words")
    unit.run("series/no_comparisons")
    unit.run("series/reckoned")
    unit.run("series/found")
