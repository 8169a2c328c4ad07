"""Keeps the verdicts of the store up to date, and writes down every change of one with what brought it."""

from collections.abc import Sequence
from typing import NamedTuple

from verifier.crosscheck import whole
from verifier.crosscheck.check import compare
from verifier.crosscheck.series import read_again
from verifier.store import Unit

MOST = 500
"""Articles that are held against all others to learn what brought a change; of more, the change is noted alone. As many
are sorted into series anew where their topics were tied; of more, all are."""


class Late(NamedTuple):
    """One row of history/late.sql: ties and answers that came after the verdicts on both their sides."""

    late: int


class Retold(NamedTuple):
    """One row of history/retold.sql: articles whose topics were tied, and answers, since the history was written."""

    articles: int
    accords: int


class Kinds(NamedTuple):
    """One row of history/kinds.sql: verdicts that changed, and those of them on claims that were there before."""

    changed: int
    turned: int


class Named(NamedTuple):
    """One row of history/turned_articles.sql."""

    article_id: str


class MovedClaim(NamedTuple):
    """One row of history/moved_claims.sql."""

    claim_id: str


class Moved(NamedTuple):
    """One row of history/article_names.sql: an article that came, or whose text or reading left."""

    article_id: str
    came: bool


def update(unit: Unit) -> None:
    """Bring the kept verdicts up to date with the articles, ties and answers stored since; `log` is to follow."""
    _begin(unit)
    if unit.rows("history/late", Late)[0].late:
        _check(unit)
    else:
        _update(unit)


def is_late(unit: Unit) -> bool:
    """Return whether something was said of compared topics or claims that no verdict takes into account yet."""
    unit.run("history/arrived")
    return unit.rows("history/late", Late)[0].late > 0 or bool(_moved_claims(unit))


def retie(unit: Unit) -> None:
    """Bring the kept verdicts up to date with what was said of topics, and all else stored since; `log` is to follow.

    The same as `update`, and where few articles speak of these topics without working out every verdict anew.
    """
    _begin(unit)
    unit.run("history/retied")
    (retold,) = unit.rows("history/retold", Retold)
    if retold.accords or retold.articles > MOST:
        _check(unit)
        return
    unit.run("history/read_retied")
    unit.run("history/go_back")
    _update(unit)


def _update(unit: Unit) -> None:
    if whole.update(unit):
        unit.run("history/turning_some")
        unit.run("history/drop_judged")
        unit.run("history/add_judged")
    else:
        unit.run("history/turning_none")


def check(unit: Unit) -> list[whole.Count]:
    """Work out every verdict anew, keep them, and return how many there are of each; `log` is to follow."""
    _begin(unit)
    return _check(unit)


def _begin(unit: Unit) -> None:
    """Find the readings that came since the history was last written, and sort the claims anew that people moved."""
    unit.run("history/arrived")
    read_again(unit, _moved_claims(unit))


def _moved_claims(unit: Unit) -> list[str]:
    return [claim.claim_id for claim in unit.rows("history/moved_claims", MovedClaim)]


def _check(unit: Unit) -> list[whole.Count]:
    counts = whole.check(unit)
    unit.run("history/turning_all")
    unit.run("history/forget_judged")
    unit.run("history/every_change")
    unit.run("history/add_judged")
    return counts


def work_out(unit: Unit) -> int:
    """Work out and write down what a person's word on topics changes; return how many verdicts that are."""
    retie(unit)
    return log(unit)


def log(unit: Unit, compared: Sequence[str] = ()) -> int:
    """Write down the verdicts that changed since `update` or `check` began; return how many did.

    `compared` are the ids of the articles whose comparisons `crosscheck.check` has just left in this unit.
    """
    unit.run("history/changed")
    unit.run("history/departed")
    kinds = unit.rows("history/kinds", Kinds)[0]
    _find_witnesses(unit, compared, kinds.turned > 0)
    unit.run("history/causes")
    unit.run("history/add_moment")
    unit.run("history/add_history")
    return kinds.changed


def _find_witnesses(unit: Unit, compared: Sequence[str], turned: bool) -> None:
    """Find the claims that can have decided a change; of nothing but first verdicts only where they are known."""
    moved = unit.rows("history/article_names", Moved)
    came = [article.article_id for article in moved if article.came]
    unit.run("history/no_witnesses")
    known = bool(compared) and set(came) <= set(compared)
    if not known and turned:
        known = _compare(unit, came or [named.article_id for named in unit.rows("history/turned_articles", Named)])
    if known:
        unit.run("history/came")
    if turned and len(moved) > len(came):
        _ask_those_who_left(unit, [article.article_id for article in moved if not article.came])


def _compare(unit: Unit, articles: Sequence[str]) -> bool:
    """Hold these articles against all others, unless it would take longer than knowing is worth."""
    if len(articles) > MOST:
        return False
    compare(unit, articles)
    return True


def _ask_those_who_left(unit: Unit, articles: Sequence[str]) -> None:
    """Hold what left against all others once more, as the store stood before."""
    unit.run("history/as_before")
    compare(unit, articles)
    unit.run("history/as_it_is")
    unit.run("history/left")
