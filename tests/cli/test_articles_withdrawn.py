"""`verify articles --withdraw`: what is withdrawn counts no more, is kept, and is back once it is checked again."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ended
from tests.crosscheck.cases import article, claim, extraction
from tests.history.newsroom import Newsroom, Told
from verifier.cli import articles, main
from verifier.exports.claimreview import fates
from verifier.models import Claim, Extraction
from verifier.queue.decisions import decide
from verifier.queue.record import Seen
from verifier.store import Store

Verify = Callable[..., Ended]


def read(name: str, words: str) -> tuple[Extraction, Claim]:
    source = article(name, publisher=f"Paper of {name}")
    made = claim(source, words)
    return extraction(source, made), made


ONE, FIRST = read("one", "6,150 tonnes")
TWO, SECOND = read("two", "500 tonnes")
THREE, THIRD = read("three", "500 tonnes")


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """The folder of a store with three articles: one contradicts the two others."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(articles, "owner", lambda: "Ana")
    room = Newsroom(tmp_path / "claims.duckdb")
    room.reads(ONE, TWO, THREE)
    return room


@pytest.fixture
def verify(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> Verify:
    def run(*arguments: str) -> Ended:
        code = main(arguments)
        captured = capsys.readouterr()
        return Ended(code, captured.out, captured.err)

    assert newsroom.path.parent == Path.cwd()
    return run


def test_claims_of_a_withdrawn_article_leave_the_comparison_and_what_that_changes_is_told(
    newsroom: Newsroom, verify: Verify
) -> None:
    before = newsroom.kept()

    ended = verify("articles", "--withdraw", "one.txt")

    said = "one.txt is withdrawn: its claims count no more until it is checked again\n"
    assert Ended(0, said, "3 verdicts changed\n") == ended
    assert {"conflicting"} == {told.verdict for told in before.values()}
    assert {made.id: Told("corroborated", "agrees") for made in (SECOND, THIRD)} == newsroom.kept() == newsroom.told()
    assert 0 == newsroom.checks()


def test_what_a_withdrawal_would_change_can_be_tried(newsroom: Newsroom, verify: Verify) -> None:
    before = newsroom.path.read_bytes()

    ended = verify("articles", "--no-save", "--withdraw", "one.txt")

    said = "one.txt would be withdrawn: its claims would count no more until it is checked again\n"
    assert Ended(0, said, "3 verdicts would change; nothing was stored\n") == ended
    assert before == newsroom.path.read_bytes()


def test_the_history_says_who_withdrew_what_and_when(newsroom: Newsroom, verify: Verify) -> None:
    verify("articles", "--withdraw", "one.txt")

    day = newsroom.moments()[-1][:10]
    own, other = verify("claims", "--history", FIRST.id), verify("claims", "--history", SECOND.id)
    assert f"gone          one.txt was withdrawn on {day} by Ana\n" in own.out
    assert f'one.txt, which says "6,150 tonnes", was withdrawn on {day} by Ana; an independent article' in other.out
    assert ("gone", "withdrawn", "one.txt") == newsroom.outline(FIRST)[-1]
    assert ("corroborated", "withdrawn", "one.txt") == newsroom.outline(SECOND)[-1]


def test_lists_show_it_as_withdrawn_by_its_old_names(newsroom: Newsroom, verify: Verify) -> None:
    verify("articles", "--withdraw", "one.txt")

    day = newsroom.moments()[-1][:10]
    assert f"one.txt: withdrawn on {day} by Ana; Paper of one; " in verify("articles").out
    (row,) = json.loads(verify("articles", "--article", "one", "--output-format", "json").out)["articles"]
    (held,) = json.loads(verify("claims", "--article", "one.txt", "--output-format", "json").out)["claims"]
    assert ("withdrawn", 1) == (row["state"], row["claims"])
    assert (FIRST.id, "withdrawn", None) == (held["id"], held["state"], held["verdict"])
    assert {SECOND.id, THIRD.id} == {held.claim.id for held in newsroom.claims().claims}


def test_checked_again_it_counts_as_before(newsroom: Newsroom, verify: Verify) -> None:
    before = newsroom.kept()
    verify("articles", "--withdraw", "one.txt", "two.txt")

    newsroom.reads(ONE)
    newsroom.reads(TWO)

    assert before == newsroom.kept() == newsroom.told()
    assert 3 == verify("articles").out.count(": current;")
    assert ("conflicting", "first", "one.txt") == newsroom.outline(FIRST)[-1]
    assert 0 == newsroom.checks()


def test_another_text_of_its_name_takes_its_place(newsroom: Newsroom, verify: Verify) -> None:
    verify("articles", "--withdraw", "one.txt")
    later = article("one", "Another text.")
    again = claim(later, "500 tonnes")

    newsroom.reads(extraction(later, again))

    assert {"corroborated"} == {told.verdict for told in newsroom.kept().values()}
    assert again.id in {held.claim.id for held in newsroom.claims(article="one.txt").claims}
    assert "superseded; Paper of one" in verify("articles", "--article", ONE.article.id).out
    assert {"superseded"} == {held.state for held in newsroom.claims(article=ONE.article.id).claims}


def test_who_withdraws_it_twice_is_told_and_nothing_changes(newsroom: Newsroom, verify: Verify) -> None:
    verify("articles", "--withdraw", "one.txt")
    moments = newsroom.moments()

    ended = verify("articles", "--withdraw", "one.txt")

    assert Ended(0, f"one.txt was withdrawn before, on {moments[-1][:10]} by Ana: nothing changes\n", "") == ended
    assert moments == newsroom.moments()


def test_every_name_of_a_text_is_withdrawn(newsroom: Newsroom, verify: Verify) -> None:
    newsroom.reads(ONE.model_copy(update={"article": ONE.article.model_copy(update={"path": "copy.txt"})}))

    ended = verify("articles", "--withdraw", "one.txt")

    assert "copy.txt, also called one.txt, is withdrawn" in ended.out
    assert {SECOND.id, THIRD.id} == newsroom.kept().keys()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--withdraw", "one.txt", "nothing.txt"], "there is no article 'nothing.txt' in the store"),
        (
            ["--withdraw", "one.txt", "--publisher", "Paper"],
            "--withdraw lists nothing: leave out --article, --publisher",
        ),
        (["--withdraw"], "--withdraw: expected at least one argument"),
        (["--no-save"], "--no-save is for --withdraw: a list changes nothing."),
    ],
    ids=["unknown", "with a list", "nothing", "a list that is tried"],
)
def test_what_makes_no_sense_withdraws_nothing(
    newsroom: Newsroom, verify: Verify, arguments: list[str], said: str
) -> None:
    before = newsroom.kept()

    ended = verify("articles", *arguments)

    assert (2, "") == (ended.code, ended.out)
    assert said in ended.err
    assert before == newsroom.kept()


@pytest.mark.parametrize("tried", [(), ("--no-save",)])
def test_where_a_server_holds_the_store_nothing_is_withdrawn_and_nothing_tried(
    verify: Verify, monkeypatch: pytest.MonkeyPatch, tried: tuple[str, ...]
) -> None:
    monkeypatch.setenv("VERIFIER_SERVER", "http://127.0.0.1:9")
    monkeypatch.setenv("VERIFIER_TOKEN", "secret")

    ended = verify("articles", *tried, "--withdraw", "one.txt")

    assert (2, "") == (ended.code, ended.out)
    assert "the server at http://127.0.0.1:9 holds the store, and from here it is only read" in ended.err


def test_a_text_that_was_replaced_has_no_place_to_be_withdrawn_from(newsroom: Newsroom, verify: Verify) -> None:
    later = article("one", "Another text.")
    newsroom.reads(extraction(later, claim(later, "500 tonnes")))

    ended = verify("articles", "--withdraw", ONE.article.id)

    assert (2, "") == (ended.code, ended.out)
    assert "holds no place any more: another took it." in ended.err


def test_decisions_on_its_claims_are_kept_and_exported_once_it_is_back(newsroom: Newsroom, verify: Verify) -> None:
    with Store(newsroom.path) as store, store.unit() as unit:
        decide(unit, FIRST.id, "Ana", "conflicting", Seen(0, "conflicting"))

    verify("articles", "--withdraw", "one.txt")

    with Store(newsroom.path) as store, store.unit() as unit:
        withdrawn = fates(unit)
    newsroom.reads(ONE)
    with Store(newsroom.path) as store, store.unit() as unit:
        back = fates(unit)
    assert (0, 1) == (withdrawn["held"], withdrawn["withdrawn"])
    assert (1, 0) == (back["held"], back["withdrawn"])
