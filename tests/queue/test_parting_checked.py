"""What a person says of claims is stored at once, and what it changes is worked out in the background."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.queue.newsdesk import Desk, desk_on, desk_on_copy
from tests.queue.parting import OWN, apart, changed, lines_of, odd_one, said, topic_of
from verifier.crosscheck import history


@pytest.fixture
def desk(contradicted: Path, tmp_path: Path) -> Iterator[Desk]:
    with desk_on_copy(contradicted, tmp_path) as opened:
        yield opened.be("Edda", "editor")


def test_it_is_answered_before_it_is_checked_and_the_page_says_when_it_is(desk: Desk) -> None:
    odd = odd_one(desk)

    with desk.before_checks():
        led = said(desk, topic_of(desk, odd), "apart", odd)
        before, listed = desk.get(led), desk.listed("?verdict=conflicting")

    assert "is being worked out; this line says when it is done" in before and "data-live" in before
    assert odd in listed and 3 == len(listed) and f'href="/claims/{odd}"' in before
    assert "3" == changed(desk, led) and [] == desk.listed("?verdict=conflicting")


@pytest.mark.parametrize(("step", "conflicting"), [("apart", 0), ("joined", 3)])
def test_what_is_said_while_the_server_stops_is_worked_out_when_it_is_started_again(
    desk: Desk, tmp_path: Path, step: str, conflicting: int
) -> None:
    odd = odd_one(desk)
    topic = topic_of(desk, odd)
    if step == "joined":
        topic = apart(desk, topic, odd).partition("?")[0]
    desk.rechecks.stop()

    told = said(desk, topic, step, odd, status=503)
    before = len(desk.listed("?verdict=conflicting"))
    desk.store.close()
    with desk_on(tmp_path / "claims.duckdb") as started:
        started.rechecks.resume()
        started.wait()

        assert "What was said is stored" in told and 3 - conflicting == before
        assert conflicting == len(started.listed("?verdict=conflicting"))
        with started.store.unit(keep=False) as unit:
            assert not history.is_late(unit)


def test_of_words_that_are_worked_out_together_each_claim_tells_its_own_and_the_others_the_last(desk: Desk) -> None:
    odd, (one, other) = odd_one(desk), desk.listed("?decision=all&q=6,150")
    topic = topic_of(desk, odd)

    with desk.before_checks():
        said(desk, topic, "apart", odd)
        said(desk, topic, "apart", one, called="ores", why="ores as well")

    told = {claim: [*lines_of(desk, claim)][-1] for claim in (odd, one, other)}
    assert f'Edda set it apart as "{OWN}"' in told[odd] and 'Edda set it apart as "ores"' in told[one]
    assert 'Edda set claims of its topic apart as "ores": ores as well' in told[other]


def test_a_tie_that_was_said_after_a_parting_and_checked_with_it_is_what_the_history_tells(desk: Desk) -> None:
    odd, (one, other) = odd_one(desk), desk.listed("?decision=all&q=6,150")
    topic = topic_of(desk, odd)
    own = apart(desk, topic, odd).partition("?")[0]

    with desk.before_checks():
        ores = said(desk, topic, "apart", one, called="ores", why="ores").partition("?")[0]
        desk.send(f"{own}/ties", other=ores.rpartition("/")[2], relation="same", why="these are ores")

    for claim in (odd, one):
        told = [*lines_of(desk, claim)][-1]
        assert "Edda said on 20" in told and ": these are ores; another passage contradicts it" in told
    assert 'Edda set claims of its topic apart as "ores"' in [*lines_of(desk, other)][-1]
