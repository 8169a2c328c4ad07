"""A word on two topics is stored at once; what it changes is worked out in the background, and the page says so."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crosscheck.cases import article, claim, extraction
from tests.history.newsroom import Newsroom
from tests.queue.newsdesk import Desk, desk_on
from tests.store.sql import ask
from verifier.crosscheck import history
from verifier.errors import StoreError
from verifier.models import Topic
from verifier.queue.rechecks import Rechecks
from verifier.reconcile.ruling import rule
from verifier.store import Unit

SAID = (("6,150 tonnes", "magnets"), ("5,577 tonnes", "permanent magnets"), ("6,150 tonnes", "rare earth magnets"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "claims.duckdb"
    sources = [article(f"number {n}", words, publisher=f"Paper {n}") for n, (words, _) in enumerate(SAID)]
    about = [Topic(measure="exports", item=item, actor="China") for _, item in SAID]
    claims = [claim(source, source.text, topic=topic) for source, topic in zip(sources, about, strict=True)]
    Newsroom(path).reads(*map(extraction, sources, claims))
    with desk_on(path) as made:
        yield made.be("Edda", "editor")


def topic_of(desk: Desk, figure: str) -> str:
    claim_id = desk.listed(f"?decision=all&q={figure}")[0]
    (topic,) = set(re.findall(r'href="/topics/([\w-]+)"', desk.get(f"/claims/{claim_id}")))
    return str(topic)


def tie(desk: Desk, relation: str = "same") -> str:
    """Return where the word on two topics whose figures differ leads."""
    other = topic_of(desk, "5,577")
    return desk.send(f"/topics/{topic_of(desk, '6,150')}/ties", other=other, relation=relation, why="so they say")


def test_a_tie_is_answered_before_it_is_checked_and_the_page_says_when_it_is(desk: Desk) -> None:
    with desk.before_checks():
        led = tie(desk)
        before = desk.get(led)
    after = desk.get(led)

    assert "is being worked out; this line says when it is done" in before and "data-live" in before
    assert '<noscript><meta http-equiv="refresh"' in before
    assert "Stored. 2 verdicts changed." in after and "refresh" not in after and "data-live" not in after
    assert 2 == len(desk.listed("?verdict=conflicting"))


def test_others_are_told_that_verdicts_may_change_and_their_page_is_not_fetched_again(desk: Desk) -> None:
    with desk.before_checks():
        path = tie(desk).partition("?")[0]
        page = desk.be("Ben").get(path)

    assert "Somebody has tied topics or moved claims." in page and "http-equiv" not in page


def test_what_cannot_be_worked_out_is_said_and_is_worked_out_with_the_next(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Unit) -> None:
        raise StoreError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(history, "retie", broken)
        led = tie(desk)
        desk.wait()
        page = desk.get(led)
    rechecks = Rechecks(desk.store)
    rechecks.resume()
    rechecks.stop()

    assert "could not be worked out: The disk is full." in page
    assert 2 == len(desk.listed("?verdict=conflicting"))


@pytest.mark.parametrize("relation", ["same", "unclear", "narrower", "other"])
def test_few_verdicts_are_worked_out_as_all_would_be(desk: Desk, relation: str) -> None:
    first, second = topic_of(desk, "6,150"), topic_of(desk, "5,577")

    with desk.store.unit() as unit:
        rule(unit, first, second, relation, "so they say", person="Edda")
        history.retie(unit)
        history.log(unit)
        few = verdicts(unit)
        history.check(unit)

        assert verdicts(unit) == few


def verdicts(unit: Unit) -> list[tuple[str, ...]]:
    return ask(unit, "select claim_id, verdict, reason from verdicts order by all")
