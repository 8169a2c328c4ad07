"""Promises of the handover: with a server and without one, `verify` prints the same and ends the same."""

import signal
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.queue.serving import PATIENCE, Ended, Serving, endpoint, serving, verify, waiting, with_seeds

FORM = "application/x-www-form-urlencoded"
RUNS = (
    ("seeds", "--all"),
    ("seeds/july-rebound.txt", "--output-format", "json"),
    ("--no-save", "seeds/july-rebound.txt", "--output-format", "sarif"),
    ("claims", "--limit", "7"),
    ("claims", "--verdict", "conflicting", "--output-format", "json"),
    ("articles",),
    ("ties", "--unclear"),
    ("missing.txt",),
    ("empty.txt", "seeds/july-rebound.txt", "--output-format", "concise"),
)


def runs(folder: Path) -> list[Ended]:
    """Run all; how several articles come along is told in the order it happens, which is never the same twice."""
    ended = [verify(folder, *arguments) for arguments in RUNS]
    return [run._replace(err="".join(sorted(run.err.splitlines(keepends=True)))) for run in ended]


def test_everything_is_as_without_a_server_to_the_byte(tmp_path: Path) -> None:
    alone, beside = with_seeds(tmp_path / "alone"), with_seeds(tmp_path / "beside")
    for folder in (alone, beside):
        (folder / "empty.txt").touch()
    expected = runs(alone)

    with serving(beside):
        found = runs(beside)

    assert expected == found
    assert {0, 1, 2} == {run.code for run in found}


def test_when_the_server_has_stopped_the_command_line_works_alone_again(tmp_path: Path) -> None:
    with_seeds(tmp_path)
    with serving(tmp_path) as server:
        first = verify(tmp_path, "seeds/july-rebound.txt", "--output-format", "json")
        server.stop()

    again = verify(tmp_path, "seeds/july-rebound.txt", "--output-format", "json")

    assert first == again


def test_a_server_may_be_named_with_its_token_and_serves_folders_that_have_no_store(tmp_path: Path) -> None:
    here, there = with_seeds(tmp_path / "here"), with_seeds(tmp_path / "there")
    expected = verify(there, "seeds", "--output-format", "json")

    with serving(there, VERIFIER_TOKEN="said between two") as server:  # noqa: S106
        named = {"VERIFIER_SERVER": server.url, "VERIFIER_TOKEN": "said between two"}
        found = verify(here, "seeds", "--output-format", "json", **named)
        stranger = verify(here, "seeds", **(named | {"VERIFIER_TOKEN": "a guess"}))

    assert expected[:2] == found[:2]
    assert ["seeds"] == [path.name for path in here.iterdir()]
    assert 2 == stranger.code
    assert f"verify: The server at {server.url} does not know the token. Check VERIFIER_TOKEN.\n" == stranger.err


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ({"VERIFIER_SERVER": "http://127.0.0.1:9"}, "wants a token: set VERIFIER_TOKEN"),
        ({"VERIFIER_SERVER": "http://factcheck.example", "VERIFIER_TOKEN": "t"}, "it should begin with https://"),
        ({"VERIFIER_SERVER": "factcheck.example", "VERIFIER_TOKEN": "t"}, "it should be an address such as"),
    ],
)
def test_a_server_that_cannot_be_used_is_refused_before_anything_is_sent(
    tmp_path: Path, named: dict[str, str], said: str
) -> None:
    (tmp_path / "a.txt").write_text("The port is open.\n")

    ended = verify(tmp_path, "a.txt", **named)

    assert (2, "") == ended[:2]
    assert said in ended.err


def test_a_server_that_does_not_answer_is_one_sentence_and_nothing_was_checked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The port is open.\n")

    ended = verify(tmp_path, "a.txt", VERIFIER_SERVER="http://127.0.0.1:9", VERIFIER_TOKEN="t")  # noqa: S106

    assert (3, "") == ended[:2]
    assert ended.err.startswith("verify: The server at http://127.0.0.1:9 does not answer.")


def test_what_needs_the_store_to_itself_says_so_at_once(tmp_path: Path) -> None:
    with_seeds(tmp_path)
    with serving(tmp_path) as server:
        ended = [
            verify(tmp_path, *arguments)
            for arguments in (("crosscheck",), ("export", "--parquet", "out"), ("--batch", "seeds"))
        ]

    assert {2} == {run.code for run in ended}
    assert all(f"the server at {server.url} holds it: stop that first." in run.err for run in ended)


@contextmanager
def somebody_waiting(folder: Path) -> Iterator[tuple[Serving, subprocess.Popen[str]]]:
    """A server, and a run that waits for it while it waits for a model."""
    with_seeds(folder)
    with (
        endpoint() as model,
        serving(folder, **model.settings) as server,
        waiting(folder, "seeds/july-rebound.txt") as client,
    ):
        assert model.is_asked()
        yield server, client


def test_a_server_that_goes_in_the_middle_of_a_job_is_one_sentence_and_the_exit_code_of_what_is_unchecked(
    tmp_path: Path,
) -> None:
    with somebody_waiting(tmp_path) as (server, client):
        server.stop(signal.SIGKILL)
        killed = client.communicate(timeout=PATIENCE)

    assert (3, "") == (client.returncode, killed[0])
    assert killed[1].startswith(f"verify: The server at {server.url} ")
    assert 1 == killed[1].count("\n")


def test_a_server_that_is_stopped_tells_those_who_wait(tmp_path: Path) -> None:
    with somebody_waiting(tmp_path) as (server, client):
        stopped = server.stop()
        told = client.communicate(timeout=PATIENCE)

    assert 0 == stopped.code
    assert (3, "") == (client.returncode, told[0])
    assert told[1].startswith("verify: The server was stopped before this was checked.")


def test_whoever_is_interrupted_ends_the_check_as_well_so_that_the_next_has_its_turn(tmp_path: Path) -> None:
    with_seeds(tmp_path)
    with endpoint() as model, serving(tmp_path, **model.settings), ExitStack() as clients:
        names = ("july-rebound", "july-analysis")
        first = [clients.enter_context(waiting(tmp_path, f"seeds/{name}.txt")) for name in names]
        assert model.is_asked()
        assert model.is_asked()
        clients.enter_context(waiting(tmp_path, "seeds/general-licences.txt"))

        for client in first:
            client.send_signal(signal.SIGINT)

        assert [130, 130] == [client.wait(PATIENCE) for client in first]
        assert model.is_asked()


def test_a_token_of_a_lesser_role_takes_what_its_pages_give_and_is_told_what_else_it_may(tmp_path: Path) -> None:
    there, here = with_seeds(tmp_path / "there"), tmp_path / "here"
    here.mkdir()
    verify(there, "seeds/july-rebound.txt")
    expected = verify(there, "export", "--csv", "claims.csv")

    with serving(there) as server:
        made = server.ask("/tokens", method="POST", body="label=a+script&role=viewer", content_type=FORM)
        token = made.text.partition('<input value="')[2].partition('"')[0]
        named = {"VERIFIER_SERVER": server.url, "VERIFIER_TOKEN": token}
        found = verify(here, "export", "--csv", "claims.csv", **named)
        unpublished = verify(here, "export", "--claimreview", "checks.jsonld", **named)
        refused = verify(here, "claims", **named)

    assert (0, "22 claims written to claims.csv\n") == expected[:2]
    assert (0, "written to claims.csv\n") == found[:2]
    assert (there / "claims.csv").read_bytes() == (here / "claims.csv").read_bytes()
    assert (2, True) == (unpublished.code, "set VERIFIER_CHECKS_URL" in unpublished.err)
    assert not (here / "checks.jsonld").exists()
    assert 2 == refused.code
    assert "What a lesser role may have: `verify FILE` (reviewers), `verify export --csv`" in refused.err
