"""Shows where the time of `verify --demo` goes.

    python tests/benchmarks/demo.py [RUNS]

Prints CPU seconds of each step, best of RUNS fresh processes (5 unless given), and its share of the whole run.
"""

import json
import subprocess
import sys
from collections.abc import Sequence

STEPS = """
import json, time
marks = {}
def mark(name, since):
    marks[name] = marks.get(name, 0) + time.process_time() - since
    return time.process_time()
at = time.process_time()
marks["start Python"] = at
import verifier.cli; at = mark("import the command line", at)
import verifier.pipeline, verifier.settings as settings, verifier.article as article; at = mark("import the rooms", at)
import duckdb; at = mark("import duckdb", at)
import openai, instructor; at = mark("import openai and instructor", at)
from verifier.settings import ModelSettings, Settings
from verifier.shipped import FIXTURES, SEEDS
texts = [article.read(path) for path in sorted(SEEDS.glob("*.txt"))]; at = mark("read five articles", at)
from verifier.extract import number
for text in texts: number(text)
at = mark("number sentences, figures, periods", at)
chosen = Settings(model=ModelSettings(answers="replay", recordings=FIXTURES / "demo"))
report = verifier.pipeline.verify(texts, chosen); at = mark("verify (numbering again, replay, store, compare)", at)
from verifier.report import full
full(report); at = mark("write the report", at)
print(json.dumps(marks))
"""


def measured(command: Sequence[str]) -> dict[str, float]:
    """Return CPU seconds by step of one fresh process."""
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    steps: dict[str, float] = json.loads(done.stdout)
    return steps


def main(runs: int) -> None:
    """Print the table."""
    tries = [measured([sys.executable, "-c", STEPS]) for _ in range(runs)]
    best = {step: min(one[step] for one in tries) for step in tries[0]}
    whole = sum(best.values())
    print(f"{'CPU s':>7}  {'share':>6}  step (best of {runs})")
    for step, seconds in best.items():
        print(f"{seconds:7.3f}  {seconds / whole:6.1%}  {step}")
    print(f"{whole:7.3f}  {'':6}  all")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
