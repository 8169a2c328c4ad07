"""Promises to several processes: they wait for each other, and one that is killed loses nothing it was told is kept."""

import subprocess
import sys
from pathlib import Path

from verifier.store import Answers, Store

KEEP_FIVE = """
import sys
from pathlib import Path
from verifier.store import Answers, Store
answers = Answers(Store(Path(sys.argv[1]), patience=600))
for number in range(5):
    answers.keep(f"{sys.argv[2]}.{number}", "label", "body")
"""

KEEP_ONE_AND_STOP_IN_THE_NEXT = """
import sys
from pathlib import Path
from verifier.store import Answers, Store
store = Store(Path(sys.argv[1]))
Answers(store).keep("first", "label", "body")
with store.unit() as unit:
    unit.run("store/keep_answer", request="second", label="label", body="body")
    print("inside", flush=True)
    sys.stdin.read()
"""


def test_eight_processes_that_write_a_new_store_at_once_all_succeed(path: Path) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", KEEP_FIVE, str(path), str(writer)]) for writer in range(8)]

    ended = [writer.wait(timeout=600) for writer in writers]

    answers = Answers(Store(path))
    assert [0] * 8 == ended
    assert ["body"] * 40 == [answers.find(f"{writer}.{number}") for writer in range(8) for number in range(5)]


def test_a_process_killed_inside_a_unit_leaves_what_was_kept_and_no_lock(path: Path) -> None:
    command = [sys.executable, "-c", KEEP_ONE_AND_STOP_IN_THE_NEXT, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        assert "inside\n" == worker.stdout.readline()

        worker.kill()

    answers = Answers(Store(path, patience=60))
    assert ("body", None) == (answers.find("first"), answers.find("second"))


def test_the_room_is_entered_without_loading_duckdb() -> None:
    script = "import sys, verifier.store; sys.exit('duckdb' in sys.modules)"

    assert 0 == subprocess.run([sys.executable, "-c", script], check=False, timeout=600).returncode
