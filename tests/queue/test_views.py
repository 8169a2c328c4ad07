"""A view of the queue is kept under a name, counts what is in it now, and is retired and never removed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crosscheck.cases import article, claim, extraction
from tests.history.newsroom import Newsroom
from tests.queue.newsdesk import Desk, desk_on
from tests.store.sql import ask
from verifier.errors import StoreError, UsageError
from verifier.queue import views
from verifier.queue.people import Person
from verifier.queue.view import View
from verifier.store import Store

ANA, EVA = Person("Ana", "reviewer"), Person("Eva", "editor")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "claims.duckdb"
    sources = [article(f"number {n}", f"6,{n}50 tonnes", publisher=f"Paper {n}") for n in range(1, 4)]
    Newsroom(path).reads(*(extraction(source, claim(source, source.text)) for source in sources))
    with desk_on(path) as opened:
        yield opened


def save(desk: Desk, name: str, view: str, status: int = 303, **more: str) -> str:
    return desk.send("/views", status, name=name, view=view, **more)


def shown(desk: Desk, address: str = "/") -> dict[str, str]:
    """The saved views on a page of the queue, by name, with their counts."""
    page = desk.get(address).partition('aria-labelledby="saved"')[2].partition("</section>")[0]
    return dict(re.findall(r'<bdi>([^<]+)</bdi> <span class="count">([\d,…]+)<', page))


def test_a_view_is_kept_under_its_name_and_leads_to_what_it_showed(desk: Desk) -> None:
    where = save(desk, "  Paper  one ", "?publisher=paper+1&sort=newest")

    page = desk.get(where)

    assert "/?publisher=paper+1&sort=newest" == where
    assert '<a href="/?publisher=paper+1&amp;sort=newest" aria-current="true"><bdi>Paper one</bdi>' in page


def test_its_count_is_what_is_in_it_now(desk: Desk) -> None:
    save(desk, "open", "?decision=undecided")
    save(desk, "paper 1", "?publisher=paper+1")
    save(desk, "two words", "?q=6,250")
    before = shown(desk)

    desk.decide(desk.listed("?publisher=paper+1")[0], "conflicting")

    assert {"open": "3", "paper 1": "1", "two words": "1"} == before
    assert {"open": "2", "paper 1": "0", "two words": "1"} == shown(desk) == shown(desk, "/?q=6,250")


def test_mine_means_whoever_looks(desk: Desk) -> None:
    save(desk, "for me", "?assigned=me&decision=all", shared="yes")
    first = desk.listed()[0]

    desk.send(f"/claims/{first}/assignee", 303, assignee="Ana", assigned="0")

    assert {"for me": "1"} == shown(desk)
    assert {"for me": "0"} == shown(desk.be("Ben"))


def test_a_personal_view_is_one_s_own_and_a_shared_one_is_everybody_s(desk: Desk) -> None:
    save(desk, "my own", "?verdict=conflicting")
    save(desk, "for all", "?verdict=conflicting", shared="yes")

    assert {"my own", "for all"} == shown(desk).keys()
    assert {"for all"} == shown(desk.be("Ben")).keys()


def test_a_view_is_renamed_retired_and_brought_back(desk: Desk) -> None:
    save(desk, "old", "?verdict=conflicting")

    desk.send("/views/1/name", 303, name="new")
    renamed = shown(desk)
    desk.send("/views/1/retired", 303, retired="yes")
    retired, listed = shown(desk), desk.get("/views")
    desk.send("/views/1/retired", 303, retired="no")

    assert {"new"} == renamed.keys() == shown(desk).keys()
    assert {} == retired
    assert "Bring back" in listed


def test_only_its_owner_changes_a_view_and_an_editor_one_that_is_for_all(desk: Desk) -> None:
    save(desk, "my own", "")
    save(desk, "for all", "", shared="yes")

    refused = [desk.be("Ben").send(f"/views/{number}/retired", 400, retired="yes") for number in (1, 2, 99)]
    hers = desk.be("Eva", "editor").send("/views/1/name", 400, name="mine")
    desk.send("/views/2/name", 303, name="from the desk")

    assert all("the views you saved" in page for page in (*refused, hers))
    assert {"my own", "from the desk"} == shown(desk.be("Ana")).keys()


@pytest.mark.parametrize("name", ["pay\u202eroll", "\u200b"])
def test_a_name_in_which_something_hides_is_refused(desk: Desk, name: str) -> None:
    assert "that everybody can see" in save(desk, name, "", 400)


def test_a_view_that_cannot_be_read_is_not_saved_as_another(desk: Desk) -> None:
    assert "cannot be read" in save(desk, "mine", "?verdict=zzz", 400)

    assert {} == shown(desk)


@pytest.mark.parametrize("name", [" ", "x" * 101, "TAKEN"])
def test_a_name_that_is_none_or_another_s_is_refused(desk: Desk, name: str) -> None:
    save(desk, "taken", "?verdict=conflicting")

    assert re.search("wants a name|already", save(desk, name, "", 400))


def test_a_view_that_nothing_can_be_found_by_is_shown_without_a_count(desk: Desk) -> None:
    save(desk, "no topic", "?topic=the")

    assert {"no topic": "…"} == shown(desk)
    assert '<span class="count">…<' in desk.get("/?topic=the", 400)


def test_of_many_different_searches_some_are_counted_where_they_are_looked_at(desk: Desk) -> None:
    names = [f"view {number}" for number in range(views.SEARCHES + 1)]
    for number, name in enumerate(names):
        save(desk, name, f"?q={number},")

    counted = shown(desk)
    at_the_last = shown(desk, f"/?q={views.SEARCHES},")

    assert [names[-1]] == [name for name, claims in counted.items() if claims == "…"]
    assert at_the_last[names[-1]] != "…"


def test_nobody_sees_more_views_than_can_be_counted_at_once() -> None:
    with Store(None).unit() as unit:
        for number in range(views.MOST):
            views.save(unit, ANA, f"view {number}", View(), shared=False)

        with pytest.raises(UsageError, match="are the most"):
            views.save(unit, ANA, "one more", View(), shared=False)
        views.retire(unit, ANA, 1)
        views.save(unit, ANA, "one more", View(), shared=False)


def test_a_name_that_was_given_away_meanwhile_cannot_be_brought_back() -> None:
    with Store(None).unit() as unit:
        first = views.save(unit, ANA, "conflicts", View(), shared=False)
        views.retire(unit, ANA, first)
        views.save(unit, ANA, "conflicts", View(), shared=False)

        with pytest.raises(UsageError, match="already"):
            views.retire(unit, ANA, first, retired=False)


@pytest.mark.parametrize("statement", ["update saved_views set name = 'x'", "delete from saved_views"])
def test_the_database_itself_refuses_to_change_or_remove_what_was_saved(tmp_path: Path, statement: str) -> None:
    store = Store(tmp_path / "claims.duckdb")
    with store.unit() as unit:
        views.save(unit, EVA, "kept", View(), shared=True)

    with pytest.raises(StoreError, match="never"), store.unit() as unit:
        ask(unit, statement)

    with store.unit() as unit:
        assert ["kept"] == [one.name for one in views.views_for(unit, ANA)]
