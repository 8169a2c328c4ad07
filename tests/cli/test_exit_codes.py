"""Every way `verify` can end: an exit code and a sentence, never a traceback."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import SCRIPTED, Run, environment
from tests.report import samples
from verifier.cli import main
from verifier.cli.check import exit_code
from verifier.models import Extraction, Report, Verdict

INTERRUPTED = "verify: interrupted; what was stored before stays stored.\n"
ELSEWHERE = """
import signal, sys
del signal.SIGHUP
sys.modules["fcntl"] = None
from verifier.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""Runs `verify` as on a system that is not POSIX: without its signals and locks."""


def report(verdict: Verdict, unchecked: bool = False) -> Report:
    finding = samples.conflict().findings[0].model_copy(update={"verdict": verdict})
    passages = samples.unchecked().unreconciled if unchecked else ()
    return Report(extractions=(Extraction(article=samples.HARBOUR),), findings=(finding,), unreconciled=passages)


@pytest.mark.parametrize(
    ("verdict", "fail_on", "code"),
    [
        (Verdict.CONFLICTING, "conflicting", 1),
        (Verdict.CONFLICTING, "unsourced", 1),
        (Verdict.CONFLICTING, "never", 0),
        (Verdict.UNSOURCED, "conflicting", 0),
        (Verdict.UNSOURCED, "unsourced", 1),
        (Verdict.UNSOURCED, "never", 0),
        (Verdict.CORROBORATED, "unsourced", 0),
    ],
)
def test_the_verdicts_and_the_threshold_decide(verdict: Verdict, fail_on: str, code: int) -> None:
    assert code == exit_code(report(verdict), fail_on)


@pytest.mark.parametrize("fail_on", ["conflicting", "unsourced", "never"])
def test_what_could_not_be_checked_goes_before_what_was_found(fail_on: str) -> None:
    assert 3 == exit_code(report(Verdict.CONFLICTING, unchecked=True), fail_on)


@pytest.mark.parametrize(("does", "code"), [("conflicting", 1), ("unsourced", 0), ("unchecked", 3)])
def test_the_process_ends_with_that_code(run: Run, article: str, does: str, code: int) -> None:
    assert code == run(article, does=does).code


@pytest.mark.parametrize(
    ("does", "code", "said"),
    [
        ("unavailable", 3, "verify: No answer about article.txt.␛[2J\n"),
        ("rejected", 2, "verify: The key was turned down for article.txt.\n"),
        ("closed", 2, "verify: The store is held while article.txt waits.\n"),
        ("full", 2, "verify: the system refused: [Errno 28] No space left on device for article.txt.\n"),
        ("interrupted", 130, INTERRUPTED),
        ("terminated", 130, INTERRUPTED),
        ("hung_up", 130, INTERRUPTED),
    ],
)
def test_a_failure_is_one_line_and_an_exit_code(run: Run, article: str, does: str, code: int, said: str) -> None:
    ended = run(article, does=does)

    assert (code, "", said) == ended


@pytest.mark.parametrize(
    ("ignored", "does", "code"), [("HUP", "hung_up", 0), ("INT", "interrupted", 0), ("INT", "terminated", 130)]
)
def test_a_signal_that_is_ignored_ends_nothing_and_another_does(
    article: str, tmp_path: Path, ignored: str, does: str, code: int
) -> None:
    command = ["bash", "-c", f"trap '' {ignored}; exec \"$@\"", "-", sys.executable, str(SCRIPTED), does, article]

    ended = subprocess.run(command, capture_output=True, cwd=tmp_path, env=environment(), timeout=600)

    assert code == ended.returncode, ended.stderr


def test_where_no_store_can_be_kept_it_says_so(article: str, tmp_path: Path) -> None:
    nowhere = environment(OPENAI_BASE_URL="http://127.0.0.1:9/v1", OPENAI_API_KEY="none", VERIFIER_MODEL="none")

    ended = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, article],
        capture_output=True,
        cwd=tmp_path,
        env=nowhere,
        text=True,
        timeout=600,
    )

    assert (2, "") == (ended.returncode, ended.stdout)
    assert ended.stderr.startswith("verify: A store in a file needs a POSIX system, such as Linux, macOS or WSL")


def test_a_fault_of_our_own_says_so_and_shows_where_only_on_demand(run: Run, article: str) -> None:
    quiet, asked = run(article, does="faulty"), run(article, does="faulty", VERIFIER_DEBUG="1")

    assert (70, 1) == (quiet.code, len(quiet.err.splitlines()))
    assert "this is a bug in verifier: ZeroDivisionError: division by article.txt; please report it" in quiet.err
    assert "Traceback" in asked.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name an article, a folder or - for standard input"),
        (("--al", "a.txt"), "there is no option --al; did you mean --all?"),
        (("--frobnicate", "a.txt"), "there is no option --frobnicate; `verify --help` lists the options."),
        (("--fail-on", "corroborated"), "--fail-on takes one of conflicting, unsourced, never: not 'corroborated'."),
        (("--output-format", "yaml"), "--output-format takes one of full, concise, json, jsonl, sarif, github, "),
        (("",), "a path is empty"),
        (("a.txt", "--", ""), "a path is empty"),
        (("--database", "", "a.txt"), "--database is empty"),
        (("--output=", "a.txt"), "--output is empty"),
        (("--publisher", "caf\udce9", "a.txt"), "--publisher caf<U+DCE9> is not UTF-8"),
        (("a.txt", "--frobnicate", "b.txt"), "there is no option --frobnicate"),
        (("--database",), "expected one argument"),
        (("--date", "23.12.2025", "a.txt"), "write it as YYYY-MM-DD"),
        (("--date", "20251223", "a.txt"), "write it as YYYY-MM-DD"),
        (("--stdin-filename", "b.txt", "a.txt"), "--stdin-filename names standard input"),
        (("--demo", "a.txt"), "leave out the paths"),
        (("--demo", "--publisher", "X", "--database", "b"), "leave out --publisher and --database"),
        (("--output", ".", "a.txt"), "is a folder"),
        (("--output", "nowhere/report.txt", "a.txt"), "there is no folder"),
        (("missing.txt",), "missing.txt"),
        (("claim",), "claim does not exist. Check the path. Or did you mean `verify claims`?"),
        (("--max-cost", "half a dollar", "a.txt"), "--max-cost 'half a dollar' is no amount of dollars: write it as"),
        (("--max-cost=-1", "a.txt"), "write it as 0.50"),
        (("config", "extra"), "`verify config` takes no paths: leave out extra."),
        (("config", "--", "extra"), "`verify config` takes no paths: leave out extra."),
    ],
)
def test_a_wrong_command_line_is_told_what_to_do(
    arguments: tuple[str, ...],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)

    code = main(arguments)

    shown = capsys.readouterr()
    assert (2, "") == (code, shown.out)
    assert said in shown.err
    assert 1 == len(shown.err.splitlines())


def test_a_wrong_setting_stops_the_run_with_a_sentence(run: Run, article: str) -> None:
    ended = run(article, does="conflicting", VERIFIER_CONCURRENCY="lots")

    assert 2 == ended.code
    assert "concurrency = 'lots' from environment variable VERIFIER_CONCURRENCY cannot be used" in ended.err


def test_an_article_that_cannot_be_read_hides_no_other_and_ends_in_2(run: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9 au lait, caf\xe9 noir")

    ended = run("empty.txt", article, "latin.txt", "missing.txt", "--output-format", "json", does="conflicting")

    assert 2 == ended.code
    assert ["article.txt"] == [read["path"] for read in json.loads(ended.out)["articles"]]
    for name in ("empty.txt", "latin.txt", "missing.txt"):
        assert name in ended.err


def test_a_reader_that_goes_away_ends_nothing_badly(article: str, tmp_path: Path) -> None:
    command = [sys.executable, str(SCRIPTED), "lengthy", article]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=environment()
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        first = process.stdout.readline()
        process.stdout.close()
        complaints = process.stderr.read().decode()

    assert first.startswith(b"article.txt:1:1: conflicting")
    assert 1 == process.returncode
    assert "Broken" not in complaints and "Exception" not in complaints
