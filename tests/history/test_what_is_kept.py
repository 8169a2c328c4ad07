"""The verdicts that are kept are those a report shows, and the history ends with them, whatever came before."""

from pathlib import Path
from random import Random

import pytest

from tests.history.newsroom import Newsroom, Told
from tests.history.test_what_changed_a_verdict import TEA, read
from tests.seeds import all_seeds, recorded, seed
from tests.series import stores
from verifier.crosscheck import history
from verifier.models import Report
from verifier.pipeline import verify
from verifier.settings import Settings

SECOND, LICENCES = "november-second-highest", "general-licences"


def shown(report: Report) -> dict[str, str]:
    return {finding.claim.id: str(finding.verdict) for finding in report.findings}


def verdicts(told: dict[str, Told]) -> dict[str, str]:
    return {claim: verdict for claim, (verdict, _) in told.items()}


def test_the_report_on_all_seeds_shows_what_is_kept_and_told(newsroom: Newsroom) -> None:
    report = verify(all_seeds(), recorded(newsroom.path))

    assert shown(report) == verdicts(newsroom.kept())
    assert newsroom.kept() == newsroom.told()


def test_seeds_that_come_one_by_one_are_kept_as_each_report_shows_them(newsroom: Newsroom) -> None:
    for article in all_seeds():
        report = verify([article], recorded(newsroom.path))

        kept = newsroom.kept()
        assert shown(report).items() <= verdicts(kept).items()
        assert kept == newsroom.told()


def test_after_all_of_it_the_verdicts_are_those_of_one_run_and_a_full_check_finds_nothing(newsroom: Newsroom) -> None:
    for article in all_seeds():
        verify([article], recorded(newsroom.path))

    report = verify(all_seeds(), recorded(newsroom.path))

    assert shown(report) == verdicts(newsroom.kept())
    assert 0 == newsroom.checks()


def test_november_turns_conflicting_when_the_other_newsroom_s_article_comes(newsroom: Newsroom) -> None:
    report = verify([seed(LICENCES)], recorded(newsroom.path))
    claim = next(one.claim for one in report.findings if one.claim.figure and "5,493.9" in one.claim.figure.text)

    verify([seed(SECOND)], recorded(newsroom.path))

    first, turned = newsroom.story(claim)
    assert ("unsourced", f"seeds/{LICENCES}.txt") == (first.verdict, first.path)
    assert ("conflicting", f"seeds/{SECOND}.txt") == (turned.verdict, turned.path)
    assert turned.other and (2, 17) == turned.other.article.position(turned.other.claim.figure.span.start)  # type: ignore[union-attr]


@pytest.mark.parametrize("seed", range(60, 63))
def test_whatever_comes_goes_and_is_tied_the_history_ends_with_what_is_kept(seed: int) -> None:
    with stores.empty() as (unit, connection):
        store = stores.Filled(unit, connection, Random(seed), topics=40)  # noqa: S311 - cases, not secrets
        for _ in range(4):
            store.add(5)
            store.supersede() if len(store.current()) > 1 else None
            history.update(unit)
            history.log(unit)

            told = connection.execute(
                "select claim_id, arg_max(verdict, seq) as verdict, arg_max(reason, seq) as reason from history"
                " group by claim_id having arg_max(verdict, seq) <> 'gone'"
            ).fetchall()
            assert stores.kept(connection) == {stores.Told(*row) for row in told}


def test_a_run_that_changes_nothing_is_no_change(newsroom: Newsroom) -> None:
    reading, _ = read("a")
    newsroom.reads(reading)
    before = newsroom.count("history")

    newsroom.reads(reading)

    assert (1, before) == (newsroom.count("history"), newsroom.count("history"))


def test_a_run_that_does_not_save_shows_the_same_and_leaves_no_trace(newsroom: Newsroom) -> None:
    saved = verify(all_seeds(), recorded(newsroom.path))
    before = newsroom.count("history"), newsroom.count("moments")

    report = verify(all_seeds(), recorded(newsroom.path).model_copy(update={"save": False}))
    fresh = verify(all_seeds(), recorded(newsroom.path.with_name("none")).model_copy(update={"save": False}))

    assert shown(saved) == shown(report) == shown(fresh)
    assert before == (newsroom.count("history"), newsroom.count("moments"))
    assert not newsroom.path.with_name("none").exists()


def test_a_store_in_memory_shows_the_same(tmp_path: Path) -> None:
    kept = verify(all_seeds(), recorded(tmp_path / "claims.duckdb"))

    assert shown(kept) == shown(verify(all_seeds(), Settings(model=recorded().model)))


# ----------------------------------------------------------------------------------------------- as of


def test_at_any_past_moment_the_claims_stand_as_they_stood(newsroom: Newsroom) -> None:
    (first, gone), (other, made) = read("a", "500 tonnes", text="The first draft."), read("b")
    second, instead = read("a", "7 tonnes", topic=TEA, text="The second draft.")
    for reading in (first, other, second):
        newsroom.reads(reading)
    moments = newsroom.moments()

    stood = [
        {held.claim.id: (held.verdict, held.article.id) for held in newsroom.claims(moment=moment).claims}
        for moment in moments
    ]

    assert [
        {gone.id: ("unsourced", first.article.id)},
        {gone.id: ("conflicting", first.article.id), made.id: ("conflicting", other.article.id)},
        {instead.id: ("unsourced", second.article.id), made.id: ("unsourced", other.article.id)},
    ] == stood


def test_before_the_history_begins_nothing_is_known(newsroom: Newsroom) -> None:
    newsroom.reads(read("a")[0])

    assert () == newsroom.claims(moment="2001-01-01T00:00:00+00:00").claims
