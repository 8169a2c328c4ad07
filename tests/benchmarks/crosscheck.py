"""Times the check of a whole store against the least it could cost, and against pairs.

    python tests/benchmarks/crosscheck.py [CLAIMS]

Builds stores of 10 thousand, 100 thousand and CLAIMS (1000000 unless given) in temporary files, each in a process of
its own: claims on topics of very different size, 5 % of the series disputed, 20 % of the claims in reprints, figures
rounded to three to six digits, ambiguous tons, open items, open years, counts by day. Prints a table and, last, one
JSON object. `prepare_s` is what it takes to sort a store that was never checked into series, with the distinct figures
and the extremes of each, which later checks only keep up to date; `seconds`, from there to the verdict on every claim
in the store, sums aside; `sums_s`, the sums; `incremental_ms`, all three for one article of 40 claims
more, and `incremental_cpu_ms` the processor's time of it, all cores together, which tells more on a busy machine;
`claim_cpu_ms`, that of holding one claim against all it can be held against, as the page of a claim does.
`ratio_to_aggregate_floor` is taken to grouping the same table by series and origin, into a table too;
`ratio_to_pairwise_python` to a loop over the pairs of each series, where that was run; `hot_ratio` compares the ratios
to the floor of two stores, because the machine may be busier for one of them.
"""

import json
import math
import resource
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import closing
from itertools import permutations
from pathlib import Path
from time import perf_counter, process_time

from duckdb import DuckDBPyConnection

from verifier.crosscheck import whole
from verifier.crosscheck.check import hold_claim, listed
from verifier.store import Store, Unit
from verifier.store.connection import connect

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))  # started as a script, it stands beside the package of the tests

from tests.benchmarks import crowd  # noqa: E402
from tests.series.stores import kept, pairwise  # noqa: E402

HOT = 50_000
PAIRED = 10_000
LOOPED = 100_000
SHOWN = (
    "claims", "series", "prepare_s", "seconds", "sums_s", "floor_s", "ratio_to_aggregate_floor", "python_s",
    "incremental_ms", "incremental_cpu_ms", "claim_cpu_ms", "peak_mb", "file_mb",
)  # fmt: skip
FLOOR = """
create or replace temp table floor as
select series, origin, max(low) as low, min(high) as high, max(hard_low) as hard_low, min(hard_high) as hard_high
from series_claims group by series, origin
"""


def main(claims: int) -> None:
    """Print the table and the JSON object."""
    sizes = sorted({10_000, 100_000, claims})
    print("  ".join(f"{name:>{max(len(name), 9)}}" for name in SHOWN))
    runs = {size: _shown(_in_a_process(size, hot=0)) for size in sizes}
    hot = _shown(_in_a_process(claims, hot=min(HOT, claims // 2)), "one topic has 50 thousand")
    last, before = runs[claims], runs[sizes[-2]] if len(sizes) > 1 else runs[claims]
    growth = math.log(last["seconds"] / before["seconds"], claims / before["claims"]) if before is not last else 1.0
    looped = [run for run in runs.values() if run["python_s"]][-1]
    result = {
        "claims": claims,
        "seconds": last["seconds"],
        "prepare_seconds": last["prepare_s"],
        "sums_seconds": last["sums_s"],
        "peak_mb": last["peak_mb"],
        "ratio_to_aggregate_floor": last["ratio_to_aggregate_floor"],
        "ratio_to_pairwise_python": round(looped["python_s"] / looped["seconds"], 1),
        "pairwise_python_claims": looped["claims"],
        "incremental_ms": last["incremental_ms"],
        "incremental_cpu_ms": last["incremental_cpu_ms"],
        "claim_cpu_ms": last["claim_cpu_ms"],
        "exponent": round(growth, 2),
        "hot_ratio": round(hot["ratio_to_aggregate_floor"] / last["ratio_to_aggregate_floor"], 2),
        "same_as_pairs": runs[PAIRED]["same_as_pairs"],
    }
    print(json.dumps(result))


def _in_a_process(claims: int, hot: int) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.crosscheck", "one", str(claims), str(hot)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def _shown(run: dict[str, float], note: str = "") -> dict[str, float]:
    print("  ".join(f"{run[name]:>{max(len(name), 9)}}" for name in SHOWN), note, flush=True)
    return run


def one(claims: int, hot: int) -> dict[str, float]:
    """Return what was measured on one store of so many claims, `hot` of which are on one topic."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.duckdb"
        with Store(path).unit():  # an empty store
            pass
        with closing(connect(path)) as connection:
            crowd.fill(connection, claims, hot)
        with closing(connect(path)) as connection:  # it goes by the size of a store how many threads work on it
            measured = _measured(Unit(connection), connection, claims, paired=claims <= PAIRED and not hot)
        return measured | {"file_mb": round(path.stat().st_size / 2**20)}


def _measured(unit: Unit, connection: DuckDBPyConnection, claims: int, paired: bool) -> dict[str, float]:
    prepare_s = _seconds(lambda: _prepare(unit, connection))
    before = _peak_mb()
    check_s, floor_s = _together(lambda: _check(unit, connection), lambda: connection.execute(FLOOR))
    peak_mb = _peak_mb() - before
    sums_s = _seconds(lambda: whole.reckon(unit))
    (many,) = connection.execute("select count(distinct series) from series_claims").fetchone() or (0,)
    same = not paired or pairwise(unit, crowd.articles(connection)) == kept(connection)
    return {
        "claims": claims,
        "series": many,
        "prepare_s": round(prepare_s, 2),
        "seconds": round(check_s, 3),
        "sums_s": round(sums_s, 2),
        "floor_s": round(floor_s, 3),
        "ratio_to_aggregate_floor": round(check_s / floor_s, 1),
        "python_s": round(_looped(connection), 2) if claims <= LOOPED else 0,
        "peak_mb": round(peak_mb),
        "same_as_pairs": same,
        "claim_cpu_ms": _one_claim(unit, connection, claims),
        **_incremental(unit, connection, claims),
    }


def _prepare(unit: Unit, connection: DuckDBPyConnection) -> None:
    connection.begin()
    whole.prepare(unit)
    connection.commit()
    connection.execute("checkpoint")


def _check(unit: Unit, connection: DuckDBPyConnection) -> None:
    connection.begin()
    whole.judge(unit)
    unit.run("series/forget_verdicts")
    unit.run("series/add_verdicts")
    connection.commit()


def _together(*steps: Callable[[], object]) -> tuple[float, ...]:
    """Return the best of five of each, taken in turns, so that a busy moment hits all alike."""
    rounds = [[_seconds(step) for step in steps] for _ in range(5)]
    return tuple(min(times) for times in zip(*rounds, strict=True))


def _incremental(unit: Unit, connection: DuckDBPyConnection, claims: int) -> dict[str, float]:
    """Return the median milliseconds from one new article of 40 claims, stored, to the verdicts it changes, stored."""
    times, works = [], []
    for number in range(9):
        crowd.article(connection, claims, number)
        worked = process_time()
        times.append(_seconds(lambda: _update(unit, connection)))
        works.append(process_time() - worked)
    medians = {"incremental_ms": statistics.median(times), "incremental_cpu_ms": statistics.median(works)}
    return {name: round(seconds * 1000) for name, seconds in medians.items()}


def _one_claim(unit: Unit, connection: DuckDBPyConnection, claims: int) -> float:
    """Return the median milliseconds of processor time it takes to hold one claim against the others."""
    works = []
    for number in range(1, 10):
        worked = process_time()
        connection.begin()
        hold_claim(unit, f"claim-{claims // crowd.PER_ARTICLE * number // 10}-{number}")
        listed(unit)
        connection.rollback()
        works.append(process_time() - worked)
    return round(statistics.median(works) * 1000)


def _update(unit: Unit, connection: DuckDBPyConnection) -> None:
    connection.begin()
    whole.update(unit)
    connection.commit()


def _looped(connection: DuckDBPyConnection) -> float:
    """Return the seconds of a plain loop over the pairs of each series."""
    rows = connection.execute(
        "select series, claim_id, origin, low::double, high::double, hard_low::double, hard_high::double"
        " from series_claims"
    ).fetchall()
    return _seconds(lambda: _loop(rows))


def _loop(rows: Sequence[tuple[int, str, int, float, float, float, float]]) -> dict[str, str]:
    verdicts: dict[str, str] = {}
    groups = defaultdict(list)
    for row in rows:
        groups[row[0]].append(row)
    for group in groups.values():
        for (_, claim, origin, low, high, hard_low, hard_high), other in permutations(group, 2):
            if hard_low > other[6] or other[5] > hard_high:
                verdicts[claim] = "conflicting"
            elif low <= other[4] and other[3] <= high and origin != other[2]:
                verdicts.setdefault(claim, "corroborated")
    return verdicts


def _seconds(step: Callable[[], object]) -> float:
    started = perf_counter()
    step()
    return perf_counter() - started


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if sys.argv[1:2] == ["one"]:
        print(json.dumps(one(int(sys.argv[2]), int(sys.argv[3]))))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
