"""What `verify` reads, where it writes, and what it leaves alone."""

import json
import os
import pty
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import SCRIPTED, Run, environment
from verifier.cli import main


def test_findings_go_to_standard_output_and_the_summary_to_standard_error(run: Run, article: str) -> None:
    ended = run(article, "--output-format", "concise", does="conflicting")

    assert ended.out == 'article.txt:1:1: conflicting  "The port is open." — kept.txt:1:1 says "No."; they differ\n'
    assert ended.err.splitlines() == [
        "1 article, 1 claim: 1 conflicting, 0 corroborated, 0 unsourced",
        "0 figures, 0 unclaimed; 0 answers refused; 0 passages unchecked",
        "0 answers from the model, 0 tokens in (0 cached), 0 out, no cost",
    ]


@pytest.mark.parametrize("name", ["full", "concise", "json", "jsonl", "sarif", "github", "junit", "html"])
def test_every_format_can_be_had(run: Run, article: str, name: str) -> None:
    ended = run(article, "--output-format", name, does="conflicting")

    assert 1 == ended.code
    assert "The port is open." in ended.out


def test_standard_input_is_an_article_under_the_name_it_is_given(run: Run) -> None:
    ended = run("-", "--stdin-filename", "draft.txt", does="conflicting", stdin="Café.\n".encode())

    assert 'draft.txt:1:1: conflicting  "Café."' in ended.out


def test_two_texts_from_standard_input_have_two_names_and_each_keeps_its_own(run: Run) -> None:
    first, second, again = (run("-", does="conflicting", stdin=text).out[:14] for text in (b"One.", b"Two.", b"One."))

    assert first.startswith("<stdin:")
    assert (first, True) == (again, first != second)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n", "white space"),
        (b"caf\xe9", "not UTF-8"),
        ("é".encode() * (5 * 1024 * 1024) + b"e", "10 MB"),
    ],
)
def test_standard_input_that_is_no_article_is_refused(run: Run, data: bytes, said: str) -> None:
    ended = run("-", does="conflicting", stdin=data)

    assert (2, "") == (ended.code, ended.out)
    assert said in ended.err


def test_publisher_and_date_are_those_given(run: Run, article: str) -> None:
    ended = run(
        article, "--publisher", "Quay Post", "--date", "2025-06-03", "--output-format", "json", does="unsourced"
    )

    read = json.loads(ended.out)["articles"][0]
    assert ("Quay Post", "2025-06-03") == (read["publisher"], read["published"])


def test_an_article_named_twice_is_read_once(run: Run, article: str) -> None:
    ended = run(article, ".", f"./{article}", "--output-format", "json", does="unsourced")

    assert 1 == json.loads(ended.out)["summary"]["articles"]


@pytest.mark.parametrize(
    "arguments", [("{}", "--all", "--", "-b.txt"), ("--", "{}", "-b.txt"), ("{}", "--all", "./-b.txt")]
)
def test_paths_may_stand_between_options_and_behind_two_dashes(
    run: Run, article: str, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "-b.txt").write_text("The port is closed.\n")

    ended = run(*(argument.format(article) for argument in arguments), does="unsourced")

    assert ended.err.splitlines()[-3].startswith("2 articles")


def test_what_a_folder_holds_beside_articles_is_counted(run: Run, article: str, tmp_path: Path) -> None:
    for name in ("picture.png", "table.csv", ".hidden.pdf"):
        (tmp_path / name).touch()

    passed, none = run(".", does="unsourced"), run(article, does="unsourced")

    said = ".: 2 files are passed over: a folder stands for its *.txt and *.md; name others one by one.\n"
    assert passed.err.startswith(said)
    assert "passed over" not in none.err


def test_a_file_called_like_a_command_is_reached_through_its_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("The port is open.\n")

    assert "config:1:1: conflicting" in run("./config", does="conflicting").out


def test_progress_is_told_where_there_are_many_articles(run: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "second.txt").write_text("The port is closed.\n")

    many, one = run(".", does="unsourced"), run(article, does="unsourced")

    assert "checking into claims.duckdb\n" in many.err
    assert "checking" not in one.err


def test_the_summary_stands_last_and_is_the_same_however_the_reading_went(
    run: Run, article: str, tmp_path: Path
) -> None:
    (tmp_path / "second.txt").write_text("The port is closed.\n")

    many, turned = run(".", does="unsourced"), run("second.txt", article, does="unsourced")

    assert many.err.splitlines()[-3:] == turned.err.splitlines()[-3:]
    assert "2 articles, 2 claims: 0 conflicting, 0 corroborated, 2 unsourced" == many.err.splitlines()[-3]


def test_libraries_neither_log_nor_warn_on_the_terminal(run: Run, article: str) -> None:
    assert "chatter" not in run(article, does="noisy").err


def test_colour_is_for_terminals(run: Run, article: str) -> None:
    assert "\x1b" not in run(article, does="conflicting").out


@pytest.mark.parametrize(("changes", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_a_terminal_gets_colour_unless_the_environment_forbids_it(
    article: str, tmp_path: Path, changes: dict[str, str], coloured: bool
) -> None:
    ours, theirs = pty.openpty()

    subprocess.run(
        [sys.executable, str(SCRIPTED), "conflicting", article],
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        cwd=tmp_path,
        env=environment(**({"TERM": "xterm"} | changes)),
    )

    shown = os.read(ours, 100_000)
    os.close(ours)
    os.close(theirs)
    assert b"conflicting" in shown
    assert coloured is (b"\x1b[1;31m" in shown)


# ------------------------------------------------------------------------------------------ --output


def test_a_report_can_be_written_to_a_file(run: Run, article: str, tmp_path: Path) -> None:
    ended = run(article, "--output", "report.json", "--output-format", "json", does="conflicting")

    assert (1, "") == (ended.code, ended.out)
    assert 1 == json.loads((tmp_path / "report.json").read_bytes())["summary"]["conflicting"]
    assert ["article.txt", "report.json"] == sorted(path.name for path in tmp_path.iterdir())


def test_a_failed_run_leaves_the_report_of_the_last_one(run: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("of yesterday")

    run(article, "--output", "report.txt", does="unavailable")

    assert "of yesterday" == (tmp_path / "report.txt").read_text()


def test_a_report_replaces_the_last_one_and_keeps_who_may_read_it(run: Run, article: str, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("of yesterday")
    report.chmod(0o600)

    run(article, "--output", "report.txt", does="conflicting")

    assert "conflicting" in report.read_text()
    assert 0o600 == report.stat().st_mode & 0o777


@pytest.mark.parametrize(
    "output",
    [
        *("claims.duckdb", "./claims.duckdb", "old.duckdb", "link"),
        *(f"claims.duckdb.{ending}" for ending in ("lock", "batch.lock", "new", "server", "server.new", "tmp")),
        *(f"claims.duckdb.{ending}" for ending in ("answers", "answers.moving", "answers.refused")),
        *(f"claims.duckdb.{ending}" for ending in ("wal", "wal.checkpoint", "wal.recovery")),
    ],
)
@pytest.mark.parametrize(
    "arguments", [("missing.txt",), ("--no-save", "missing.txt"), ("--database", "claims.duckdb", "-")]
)
def test_a_report_never_replaces_a_store(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    output: str,
    arguments: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.duckdb").write_bytes(b"checksumDUCK and so on")
    (tmp_path / "link").symlink_to("claims.duckdb")

    code = main([*arguments, "--output", output])

    said = f"verify: --output {Path(output)} is a store of claims, or belongs to one: name another file.\n"
    assert (2, said) == (code, capsys.readouterr().err)
    assert (tmp_path / "old.duckdb").read_bytes() == b"checksumDUCK and so on"


def test_the_demo_replaces_no_store_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims.duckdb").write_bytes(b"checksumDUCK and so on")

    code = main(["--demo", "--output", "claims.duckdb"])

    assert 2 == code
    assert "is a store of claims" in capsys.readouterr().err


def test_a_report_that_could_not_be_written_is_refused_before_anything_is_asked(run: Run, article: str) -> None:
    ended = run(article, "--output", "/proc/report.txt", does="unavailable")

    assert 2 == ended.code
    assert ended.err.startswith("verify: --output /proc/report.txt cannot be written: ")


def test_a_report_that_cannot_be_written_after_all_is_not_lost(run: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()

    ended = run(article, "--output", "reports/new.txt", "--output-format", "concise", does="vanishing")

    said, *summary = ended.err.splitlines()
    assert 2 == ended.code
    assert ended.out.startswith("article.txt:1:1: conflicting")
    assert "reports/new.txt cannot be written: No such file or directory; the report is on standard output" in said
    assert 3 == len(summary)


def test_a_report_may_have_as_long_a_name_as_any_file(run: Run, article: str, tmp_path: Path) -> None:
    ended = run(article, "--output", "r" * 255, does="conflicting")

    assert 1 == ended.code
    assert "conflicting" in (tmp_path / ("r" * 255)).read_text()


def test_a_report_never_replaces_an_article_that_could_not_be_read(run: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")

    ended = run(article, "latin.txt", "--output", "latin.txt", does="conflicting")

    assert 2 == ended.code
    assert (tmp_path / "latin.txt").read_bytes() == b"caf\xe9"


@pytest.mark.parametrize("named", ["article.txt", "."])
def test_a_report_never_replaces_an_article(run: Run, article: str, tmp_path: Path, named: str) -> None:
    ended = run(named, "--output", f"./{article}", does="conflicting")

    assert 2 == ended.code
    assert (tmp_path / article).read_text().startswith("The port is open.")


def test_a_device_is_written_to_and_not_replaced(run: Run, article: str) -> None:
    ended = run(article, "--output", "/dev/stdout", "--output-format", "concise", does="conflicting")

    assert ended.out.startswith("article.txt:1:1: conflicting")


# ------------------------------------------------------------------------------- config, help, version


def test_config_shows_each_value_and_where_it_came_from(run: Run, tmp_path: Path) -> None:
    (tmp_path / "verifier.toml").write_text("attempts = 7\n")

    ended = run("config", "--database", "kept.duckdb", VERIFIER_MODEL="some-model")

    rows = {line.split()[0]: line.split(maxsplit=2)[1:] for line in ended.out.splitlines()}
    assert 0 == ended.code
    assert ["kept.duckdb", "flag --database"] == rows["database"]
    assert ["some-model", "environment variable VERIFIER_MODEL"] == rows["model"]
    assert ["7", str(tmp_path / "verifier.toml")] == rows["attempts"]
    assert ["4", "default"] == rows["concurrency"]


def test_config_shows_no_secret(run: Run) -> None:
    ended = run(
        "config",
        OPENAI_API_KEY="sk-0123456789abcdefghijklmnop",
        OPENAI_BASE_URL="https://someone:hunter2@models.example/v1?key=hunter3",
    )

    assert "0123456789" not in ended.out
    assert "hunter" not in ended.out
    assert "********mnop" in ended.out
    assert "https://********@models.example/v1?********" in ended.out


def test_a_variable_that_means_nothing_is_pointed_out(run: Run) -> None:
    ended = run("config", VERIFIER_MODLE="x")

    assert 0 == ended.code
    assert "VERIFIER_MODLE is not a setting of verifier" in ended.err


def test_help_lists_the_exit_codes(run: Run) -> None:
    ended = run("--help")

    assert 0 == ended.code
    assert "130  interrupted" in ended.out


def test_the_version_is_that_of_the_package(run: Run) -> None:
    from importlib.metadata import version

    assert (0, f"verifier {version('verifier')}\n", "") == run("--version")


def test_help_takes_less_than_a_third_of_a_second_of_the_processor() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "verifier.cli", "--help"], check=True, capture_output=True, env=environment())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)

    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.3


def test_help_imports_neither_the_model_nor_the_store_nor_pydantic() -> None:
    watched = ("openai", "instructor", "duckdb", "pydantic")
    program = (
        "import sys; from verifier.cli import main; main(['--help']); "
        f"print([name for name in {watched} if name in sys.modules], file=sys.stderr)"
    )

    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment())

    assert "[]\n" == ended.stderr
