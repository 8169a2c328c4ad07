"""Streams that are full, closed or no streams at all, and files that are no files: a sentence and an exit code."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import SCRIPTED, Ended, Run, environment

Redirected = Callable[..., Ended]
NO_SPACE = "cannot be written: No space left on device."


@pytest.fixture
def redirected(tmp_path: Path, article: str) -> Redirected:
    """Run `verify` on the article, or with other arguments, under a redirection of the shell."""

    def started(redirection: str, *arguments: str) -> Ended:
        program = [sys.executable, str(SCRIPTED), "conflicting", *(arguments or (article,))]
        ended = subprocess.run(
            ["bash", "-c", f'"$@" {redirection}', "-", *program],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env=environment(),
            timeout=600,
        )
        return Ended(ended.returncode, ended.stdout, ended.stderr)

    return started


@pytest.mark.parametrize("arguments", [(), ("--help",), ("--version",), ("config",)])
def test_a_full_standard_output_is_a_sentence(redirected: Redirected, arguments: tuple[str, ...]) -> None:
    ended = redirected(">/dev/full", *arguments)

    assert 2 == ended.code
    assert f"verify: standard output {NO_SPACE}" == ended.err.splitlines()[-1]
    assert "Traceback" not in ended.err


def test_a_full_standard_error_keeps_the_report(redirected: Redirected) -> None:
    ended = redirected("2>/dev/full")

    assert 2 == ended.code
    assert ended.out.startswith("article.txt:1:1: conflicting")


def test_where_both_are_full_the_exit_code_is_left(redirected: Redirected) -> None:
    assert (2, "", "") == redirected(">/dev/full 2>/dev/full")


def test_a_report_with_nowhere_to_go_is_refused_before_anything_is_asked(redirected: Redirected) -> None:
    ended = redirected(">&-")

    assert (2, "verify: standard output is closed: name a file for the report with --output.\n") == (
        ended.code,
        ended.err,
    )


def test_a_closed_standard_output_is_no_matter_where_the_report_goes_to_a_file(
    redirected: Redirected, article: str, tmp_path: Path
) -> None:
    ended = redirected(">&-", article, "--output", "report.txt")

    assert 1 == ended.code
    assert "conflicting" in (tmp_path / "report.txt").read_text()


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("config",)])
def test_what_is_asked_for_and_cannot_be_shown_is_a_sentence(
    redirected: Redirected, arguments: tuple[str, ...]
) -> None:
    assert (2, "", "verify: standard output is closed.\n") == redirected(">&-", *arguments)


def test_a_closed_standard_error_is_somebodys_wish(redirected: Redirected) -> None:
    ended = redirected("2>&-")

    assert (1, "") == (ended.code, ended.err)
    assert ended.out.startswith("article.txt:1:1: conflicting")


@pytest.mark.parametrize(("redirection", "said"), [("<&-", "is closed"), ("0>unread", "cannot be read")])
def test_a_standard_input_that_gives_nothing_is_a_sentence(redirected: Redirected, redirection: str, said: str) -> None:
    ended = redirected(redirection, "-")

    assert 2 == ended.code
    assert ended.err.startswith(f"verify: Standard input {said}")


def test_a_pipe_that_a_shell_opened_is_an_article(redirected: Redirected) -> None:
    ended = redirected("<(echo The port is shut.)")

    assert '"The port is shut."' in ended.out


@pytest.mark.parametrize("arguments", [("pipe",), ("article.txt", "--database", "pipe")])
@pytest.mark.usefixtures("article")
def test_nothing_waits_for_a_pipe_nobody_may_ever_write_to(
    run: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    os.mkfifo(tmp_path / "pipe")

    ended = run(*arguments, does="conflicting")

    assert 2 == ended.code
    assert "is a pipe or a device" in ended.err


@pytest.mark.usefixtures("article")
def test_an_article_whose_name_is_not_utf_8_hides_no_other(run: Run, tmp_path: Path) -> None:
    (tmp_path / "caf\udce9.txt").write_text("The port is shut.\n")

    ended = run(".", does="conflicting")

    assert 2 == ended.code
    assert "caf\\udce9.txt has a name that is not UTF-8" in ended.err
    assert ended.out.startswith("article.txt:1:1: conflicting")
