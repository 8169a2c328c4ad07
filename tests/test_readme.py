"""Every command and every figure of the README is what the program does and prints today."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.queue.serving import serving

HOUSE = Path(__file__).parent.parent
README = (HOUSE / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
COMMANDS = [line[2:] for kind, text in BLOCKS if kind == "console" for line in text.splitlines()]
INSTALLS = [command for command in COMMANDS if command.startswith("pip ")]
SERVERS = [command for command in COMMANDS if command.startswith("verify queue")]


def environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("VERIFIER_", "OPENAI_"))}
    recorded = {"VERIFIER_ANSWERS": "replay", "VERIFIER_RECORDINGS": str(HOUSE / "fixtures" / "demo")}
    path = os.pathsep.join((str(Path(sys.executable).parent), kept.get("PATH", "")))
    return {**kept, **recorded, "PATH": path, "NO_COLOR": "1"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a reader of the README has it: the checkout's articles, and one of their own."""
    place = tmp_path_factory.mktemp("readme")
    (place / "seeds").symlink_to(HOUSE / "seeds")
    (place / "tests").symlink_to(HOUSE / "tests")
    (place / "article.txt").write_text((HOUSE / "seeds" / "july-rebound.txt").read_text("utf-8"), "utf-8")
    return place


@pytest.mark.parametrize("command", [one for one in COMMANDS if one not in INSTALLS + SERVERS])
def test_every_command_does_what_it_says(command: str, folder: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment(), capture_output=True, text=True, timeout=600
    )

    conflicts = "--demo" in command or command in ("verify seeds/", "verify crosscheck")
    assert (1 if conflicts else 0) == done.returncode, done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", SERVERS)
def test_every_command_that_serves_opens_the_queue(command: str, tmp_path: Path) -> None:
    with serving(tmp_path, *command.split()[2:]) as server:
        page = server.ask("/")

        ended = server.stop(signal.SIGINT)

    assert 200 == page.status
    assert (0, "") == (ended.code, ended.err)


def test_the_two_commands_that_install_are_those_the_pipeline_runs() -> None:
    pipeline = (HOUSE / ".ci" / "run").read_text("utf-8")

    assert ["pip install . && verify --demo", 'pip install -e ".[test]" && pytest'] == INSTALLS
    assert 'verify" --demo' in pipeline
    assert 'pip" install --quiet -e ".[test]"' in pipeline
    assert '/bin/pytest"' in pipeline


def test_the_output_shown_is_printed() -> None:
    finding, summary = next(text for kind, text in BLOCKS if kind == "text").split("...\n")

    done = subprocess.run(["verify", "--demo"], env=environment(), capture_output=True, text=True, timeout=600)

    assert finding in done.stdout
    assert done.stderr.endswith(summary)


def test_the_python_example_runs(folder: Path) -> None:
    example = next(text for kind, text in BLOCKS if kind == "python")

    done = subprocess.run(
        [sys.executable, "-c", example], cwd=folder, env=environment(), capture_output=True, text=True, timeout=600
    )

    assert (0, "") == (done.returncode, done.stderr)
    assert "5,493.9 tons" in done.stdout
