"""What is said of a run while it goes on: little, to standard error alone, and gone from a terminal at the end."""

import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.conftest import SCRIPTED, environment
from verifier.cli.progress import Live, Progress
from verifier.models import Usage
from verifier.pipeline import Standing

ERASE = "\r\x1b[K"


class Clock:
    """A clock that somebody turns."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def lines(capsys: pytest.CaptureFixture[str], articles: int, *, pace: float) -> list[str]:
    """Return what a run of so many articles says off a terminal; each takes `pace` seconds, a request and a cent."""
    clock = Clock()
    with Progress(articles, clock=clock) as progress:
        for read in range(articles + 1):
            progress.standing(Standing(read, articles, Usage(calls=read, cost_usd=Decimal("0.01") * read)))
            progress.words(f"{read}.txt: 1 claim")
            clock.now += pace
    return capsys.readouterr().err.splitlines()


def test_of_few_articles_each_gets_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    said = lines(capsys, 3, pace=1)

    assert [f"{read}.txt: 1 claim" for read in range(4)] == said


def test_of_many_articles_one_in_twenty_gets_a_line_and_the_last(capsys: pytest.CaptureFixture[str]) -> None:
    said = lines(capsys, 500, pace=1)

    assert 21 == len(said)
    assert "25 of 500 articles, 25 requests, cost $0.25, 8 min left" == said[0]
    assert ["500 of 500 articles, 500 requests, cost $5; comparing", "500.txt: 1 claim"] == said[-2:]


def test_however_fast_it_goes_no_two_lines_come_within_three_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    said = lines(capsys, 500, pace=1 / 64)

    assert ["25 of", "217 o", "409 o", "500 o", "500.t"] == [line[:5] for line in said]


def test_the_time_left_follows_the_pace_of_the_last_minute(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    with Progress(1_000, clock=clock) as progress:
        for read in range(301):  # the first hundred were answered before
            clock.now += 0.001 if read < 100 else 1
            progress.standing(Standing(read, 1_000, Usage()))

    assert capsys.readouterr().err.splitlines()[-1].endswith("300 of 1,000 articles, 0 requests, 12 min left")


def test_hidden_characters_of_names_are_spelled_out(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(2) as progress:
        progress.words("a\x1b[2J.txt: 3 claims")

    assert "\x1b" not in capsys.readouterr().err


def test_a_live_line_off_a_terminal_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    with Live() as live:
        live.show("1 of 9 steps are done")

    assert ("", "") == capsys.readouterr()


# ---------------------------------------------------------------------------------- on a terminal


class Watched:
    """A run over two articles with a terminal for its standard error."""

    def __init__(self, place: Path, does: str, *, articles: int = 2, columns: int = 80, **changes: str) -> None:
        for number in range(articles):
            (place / f"{number}.txt").write_text(f"The port number {number} is open.\n")
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        command = [sys.executable, str(SCRIPTED), does, ".", "--output-format", "json"]
        env = environment(**({"TERM": "xterm"} | changes))
        ended = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, cwd=place, env=env, timeout=600)
        os.close(theirs)
        self.code, self.out = ended.returncode, ended.stdout.decode()
        self.shown = os.read(ours, 1_000_000).decode().replace("\r\n", "\n")
        os.close(ours)


def test_a_terminal_shows_one_line_that_is_gone_at_the_end(tmp_path: Path) -> None:
    watched = Watched(tmp_path, "unsourced")

    *drawn, rest = watched.shown.split(ERASE)
    assert "0 of 2 articles" in drawn
    assert rest.startswith("2 articles, 2 claims: ")
    assert 2 == json.loads(watched.out)["summary"]["articles"]


def test_lines_are_told_above_the_live_one(tmp_path: Path) -> None:
    watched = Watched(tmp_path, "unsourced")

    assert f"0 of 2 articles{ERASE}checking into claims.duckdb\n{ERASE}0 of 2 articles" in watched.shown


@pytest.mark.parametrize(
    ("does", "last"),
    [
        ("interrupted", "verify: interrupted; what was stored before stays stored.\n"),
        ("terminated", "verify: interrupted; what was stored before stays stored.\n"),
        ("rejected", "verify: The key was turned down for 0.txt.\n"),
    ],
)
def test_the_line_is_gone_also_where_a_run_ends_early(tmp_path: Path, does: str, last: str) -> None:
    watched = Watched(tmp_path, does)

    assert ("", last) == (watched.out, watched.shown.split(ERASE)[-1])


def test_of_many_articles_only_the_live_line_is_shown(tmp_path: Path) -> None:
    watched = Watched(tmp_path, "unsourced", articles=40)

    assert ".txt: 0 claims" not in watched.shown


def test_the_line_is_cut_to_the_width_of_the_terminal(tmp_path: Path) -> None:
    watched = Watched(tmp_path, "unsourced", articles=40, columns=12)

    assert "0 of 40 art" in watched.shown.split(ERASE)


def test_a_terminal_that_cannot_redraw_gets_plain_lines(tmp_path: Path) -> None:
    watched = Watched(tmp_path, "unsourced", TERM="dumb")

    assert "\x1b" not in watched.shown
    assert "0.txt: 0 claims\n" in watched.shown
