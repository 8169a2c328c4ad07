"""Promises of the handover: with a server and without one, `verify` prints the same and ends the same."""

from pathlib import Path

import pytest

from tests.queue.serving import Ended, serving, verify, with_seeds

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
