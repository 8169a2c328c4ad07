"""A process killed at any step leaves everything as if the step had been done, or had not been begun."""

import signal
from collections import Counter
from pathlib import Path

import pytest

from tests.batches import killed
from tests.batches.conftest import KEY, NOTHING, Verify
from tests.llm.batching import BatchServer, Body, completion
from tests.resume import runs

STEEL = "The mill made 5,000 tonnes of steel.\n"
DISMISSED = '{"claims": [], "dismissed": [{"figure": "f1", "reason": "none"}]}'


def answered(body: Body) -> Body:
    """Leave the figure out at first."""
    return completion(NOTHING if len(body["messages"]) == 2 else DISMISSED)


def die(server: BatchServer, folder: Path, place: str, *arguments: str) -> None:
    settings = {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": KEY}
    process = runs.PROCESSES.Process(target=killed.verify, args=(folder, settings, place, arguments))
    process.start()
    process.join()
    assert -signal.SIGKILL == process.exitcode, (folder / killed.SAID).read_text()


def finish(verify: Verify, server: BatchServer) -> str:
    """Come back until there is a report, and return its summary."""
    for _ in range(4):
        server.finish_all()
        ended = verify("--batch-collect")
        if ended.code == 0:
            return ended.err
    raise AssertionError(ended.err)


SUBMITTING = ["a batch was planned", "its file was uploaded", "it was made", "its id was noted"]
COLLECTING = [
    "an answer was kept",
    "all answers were kept",
    "its end was noted",
    "a batch was planned",
    "it was made",
    "its id was noted",
]
REPORTING = ["its end was noted", "the articles were stored", "the report was handed over"]


@pytest.fixture
def mill(tmp_path: Path, server: BatchServer) -> Path:
    (tmp_path / "steel.txt").write_text(STEEL)
    (tmp_path / "port.txt").write_text("The port is open.\n")
    server.answer = answered
    return tmp_path


def check_nothing_lost_or_doubled(server: BatchServer, summary: str) -> None:
    handed_in = Counter(request for batch in server.batches for request in server.requests(batch))
    assert {1} == set(handed_in.values())
    assert (2, 3, []) == (len(server.batches), len(handed_in), server.live)
    assert "2 articles, 0 claims" in summary and "3 answers from the model" in summary
    assert "1 figure, 1 unclaimed; 0 answers refused; 0 passages unchecked" in summary


@pytest.mark.parametrize("place", SUBMITTING)
def test_killed_when(place: str, verify: Verify, server: BatchServer, mill: Path) -> None:
    die(server, mill, place, "--batch", "steel.txt", "port.txt")

    again = verify("--batch", "steel.txt", "port.txt")
    summary = finish(verify, server)

    assert 0 == again.code
    check_nothing_lost_or_doubled(server, summary)


@pytest.mark.parametrize("place", ["a batch was planned", "it was made"])
def test_killed_when_and_collected_without_handing_in_again(
    place: str, verify: Verify, server: BatchServer, mill: Path
) -> None:
    die(server, mill, place, "--batch", "steel.txt", "port.txt")

    summary = finish(verify, server)

    check_nothing_lost_or_doubled(server, summary)


@pytest.mark.parametrize("place", COLLECTING)
def test_killed_in_the_first_round_when(place: str, verify: Verify, server: BatchServer, mill: Path) -> None:
    verify("--batch", "steel.txt", "port.txt")
    server.finish_all()
    die(server, mill, place, "--batch-collect")

    summary = finish(verify, server)

    check_nothing_lost_or_doubled(server, summary)


@pytest.mark.parametrize("place", REPORTING)
def test_killed_in_the_last_round_when(place: str, verify: Verify, server: BatchServer, mill: Path) -> None:
    verify("--batch", "steel.txt", "port.txt")
    server.finish_all()
    verify("--batch-collect")
    server.finish_all()
    die(server, mill, place, "--batch-collect")

    summary = finish(verify, server)

    check_nothing_lost_or_doubled(server, summary)
