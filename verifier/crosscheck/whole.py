"""The verdict on every claim of a store at once: by series and their extremes, never claim against claim."""

from typing import NamedTuple

from verifier.crosscheck.series import mute_all, mute_some, refresh, tie_all, tie_fresh
from verifier.crosscheck.sums import COUNTRIES, UNLIKE, WORLDWIDE
from verifier.store import Unit

ALL = ("series/all_members", "series/all_kinds", "series/all_extremes", "series/all_edges", "series/all_words")
"""What the deciding statements read when every claim is judged, under the names `members` (series_claims), `kinds`
(series_figures), `extremes` (series_extremes), `edges` (series_edges) and `asked_words` (worded_claims). `update` puts
some of each in their places."""

_SOME = (
    "series/some_members",
    "series/read_edges",
    "series/some_edges",
    "series/read_kinds",
    "series/some_kinds",
    "series/read_extremes",
    "series/some_extremes",
    "series/some_words",
)

_MOVABLE = ("series/near_members", "series/movable_members")

JUDGING = ("series/judge", "series/unsettled", "series/settle", "series/lonely")
SUPPORTING = ("series/copied", "series/witnessed", "series/independent")
SPEAKING = ("series/words",)
FINDING = ("series/reckoned", "series/found")
DECIDING = (*JUDGING, *SUPPORTING, *SPEAKING, *FINDING)
"""The statements that decide the verdicts, in order. Each makes the table or view that its first line of SQL names, of
one SELECT that any SQL database understands; `found` is claim (a number) and reason (1 conflicts, 2 agrees, 3 copies
only, 4 near, 5 not comparable, 6 alone). Beside each other's results they read those of `ALL`, the tables series,
subject_edges, figure_readings, origins, leanings, credits, heeded_accords and worded_claims, and `comparisons`:
what the sums of `reckon` found, or nothing."""


class Count(NamedTuple):
    """How many claims have a verdict by a reason; one row of series/counts.sql."""

    verdict: str
    reason: str
    claims: int


class Stating(NamedTuple):
    """One row of series/stating_articles.sql: an article that states what sums are made of."""

    article_id: str


class Open(NamedTuple):
    """One row of series/open_claims.sql."""

    doubted: int
    crediting: int
    worded: int


class Still(NamedTuple):
    """One row of series/still.sql: what may have taken a verdict back, or has to be reckoned; nought if claims came."""

    stale: int
    retold: int
    stating: int


def check(unit: Unit) -> list[Count]:
    """Work out the verdict on every current claim, keep all of them in the store, and return how many there are.

    The reason is a code: conflicts, agrees, copies only, near, not comparable or alone.
    """
    prepare(unit)
    judge(unit)
    reckon(unit)
    unit.run("series/forget_verdicts")
    unit.run("series/add_verdicts")
    return unit.rows("series/counts", Count)


def prepare(unit: Unit) -> None:
    """Sort what came since the last check into series, and tie them all."""
    refresh(unit)
    tie_all(unit)
    mute_all(unit)
    unit.run("series/go_on")


def update(unit: Unit) -> bool:
    """Work out what the articles stored since the last check change, and keep that: theirs and one edge away.

    Returns whether anything came or left: then `changes` and `left_claims` hold what follows from it.

    The ties of topics none of these articles speaks of are taken as they were: if a person changed those, `check`.
    """
    if not refresh(unit):
        return False
    tie_fresh(unit)
    turned = mute_some(unit)
    unit.run("series/asked_series")
    (still,) = unit.rows("series/still", Still)
    if still.stating:
        unit.run("series/asked_sums")
    if turned:
        unit.run("series/asked_turned")
    for read in ("series/read_members",) if turned or any(still) else _MOVABLE:
        unit.run(read)
    for read in _SOME:
        unit.run(read)
    _decide(unit)
    if still.stating:
        reckon(unit)
    unit.run("series/changes")
    unit.run("series/drop_changed")
    unit.run("series/add_changed")
    unit.run("series/go_on")
    return True


def judge(unit: Unit) -> None:
    """Find the verdict on every claim, sums aside, from the series as they are."""
    for read in ALL:
        unit.run(read)
    _decide(unit)


def reckon(unit: Unit) -> None:
    """Find what follows from the sums of the articles judged, within them and against each other."""
    unit.run("series/no_comparisons")
    names = [stating.article_id for stating in unit.rows("series/stating_articles", Stating)]
    if names:
        unit.run("crosscheck/focus", articles=names)
        unit.run("crosscheck/shares", countries=COUNTRIES, worldwide=WORLDWIDE)
        unit.run("crosscheck/sums", unlike=UNLIKE)
        unit.run("crosscheck/arithmetic")
        unit.run("series/reckoned")


def _decide(unit: Unit) -> None:
    """Run the deciding statements; those that would find nothing give way to one that says so at once."""
    for statement in JUDGING:
        unit.run(statement)
    (still,) = unit.rows("series/open_claims", Open)
    speaking = SPEAKING if still.worded else ("series/none_worded",)
    for statement in (*_supporting(still), *speaking, "series/none_reckoned", "series/found"):
        unit.run(statement)


def _supporting(still: Open) -> tuple[str, ...]:
    copying, witnessing, agreeing = SUPPORTING
    if still.doubted:
        return copying, witnessing if still.crediting else "series/none_witnessed", agreeing
    return (copying, "series/none_agreed") if still.worded else ("series/none_agreed",)
