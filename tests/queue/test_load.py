"""Promises of a full newsroom: whatever was acknowledged is kept, once, however many decide and whatever dies."""

import shutil
import threading
from pathlib import Path

import pytest

from tests.queue.reviewing import Team, doubled, lost, stored
from tests.queue.serving import Ended, serving, verify, with_seeds
from tests.seeds import all_seeds, recorded
from verifier.pipeline import verify as checked

LAST = "november-second-highest.txt"


@pytest.fixture(scope="module")
def checked_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the shipped articles but for one."""
    path = tmp_path_factory.mktemp("checked") / "claims.duckdb"
    checked([article for article in all_seeds() if not article.path.endswith(LAST)], recorded(path))
    return path


@pytest.fixture
def newsroom(checked_once: Path, tmp_path: Path) -> Path:
    """A folder with that store, and with all of the articles."""
    shutil.copy(checked_once, tmp_path / "claims.duckdb")
    return with_seeds(tmp_path)


def test_no_decision_is_lost_or_doubled_while_many_decide_and_an_article_comes_in(newsroom: Path) -> None:
    team, runs = Team(newsroom / "claims.duckdb", 8), list[Ended]()
    with serving(newsroom) as server:
        run = threading.Thread(target=lambda: runs.append(verify(newsroom, "seeds")))
        run.start()

        team.work(server, 1)

        run.join()
        found = stored(server)
    assert [] == team.wrong
    assert 8 == len(team.acknowledged) + team.late
    assert found == sorted(team.acknowledged)
    assert [] == doubled(found)
    assert [1] == [ended.code for ended in runs]
    assert "5 articles, 89 claims" in runs[0].err


def test_what_was_acknowledged_outlives_the_server_that_is_killed(newsroom: Path) -> None:
    team = Team(newsroom / "claims.duckdb", 3)
    for acknowledgements in (1, 2, 3):
        with serving(newsroom) as server:
            team.work(server, 20, until=acknowledgements)

    with serving(newsroom) as server:
        found = stored(server)

    assert [] == team.wrong
    assert 1 + 2 + 3 <= len(team.acknowledged)
    assert [] == lost(team.acknowledged, found)
    assert [] == doubled(found)
