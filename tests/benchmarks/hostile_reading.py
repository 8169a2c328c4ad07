"""Reads text that was made to be slow to read, and shows that the time for a character does not grow with the length.

    python tests/benchmarks/hostile_reading.py [TIMES]

Figures, periods, sentences and the header of an article are looked for in 25,000 characters and in TIMES (8 unless
given) as many of the same. `us` is the processor's time for a character of the longer text, in microseconds; `ratio` is
that for a character of the longer to one of the shorter, each at its quickest of three: near 1 where time grows with
the length, near TIMES where it grows with the square. Prints a table and, last, one JSON object; ends in 1 where a
ratio is above half of TIMES. The tests count calls instead, which no other load on the machine changes, and which do
not tell what a regular expression does within one.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))  # started as a script, it stands beside the package of the tests

from verifier import figures, periods, sentences  # noqa: E402
from verifier.article.header import header  # noqa: E402

SHORT = 25_000
UNITS = [
    *("1 ", "1,", "111,", "1-", "1/", "1.", "a1", "a@1", "http://1", "(", '"', "“a b. ", "! ", "x", "word ", "U.S. "),
    *("1.2.3 ", "1. ", "a | ", "© 2025 ", "About A ", "may ", "in May ", "nearly ", "one hundred and ", "\n", " \t"),
    *("between 1 and ", "from January to ", "China sold 5 tons. ", "{{", "[s3] ", "&#49;", "\u200b1", "1\u0301"),
]
READERS: dict[str, Callable[[str], object]] = {
    "figures": lambda text: figures.find(text, []),
    "periods": periods.find,
    "sentences": sentences.find,
    "header": header,
}


class Row(NamedTuple):
    """What one reader took over one unit again and again."""

    reader: str
    unit: str
    us: float
    ratio: float


def main(times: int) -> int:
    """Print the table and the JSON object."""
    rows = [row(name, unit, times) for name in READERS for unit in UNITS]
    print(f"{'reader':<10} {'unit':<24} {'us':>8} {'ratio':>6}")
    for one in rows:
        print(f"{one.reader:<10} {one.unit!r:<24} {one.us:>8.3f} {one.ratio:>6.2f}")
    worst = {name: max((one for one in rows if one.reader == name), key=lambda one: one.ratio) for name in READERS}
    told = {name: {"unit": one.unit, "us": one.us, "ratio": one.ratio} for name, one in worst.items()}
    print(json.dumps({"short": SHORT, "times": times, "worst": told}))
    return int(any(one.ratio > times / 2 for one in rows))


def row(name: str, unit: str, times: int) -> Row:
    """Return what reading the unit takes, short and long."""
    reader = READERS[name]
    short, long = (_seconds(reader, (unit * length)[:length]) / length for length in (SHORT, SHORT * times))
    return Row(name, unit, round(long * 1e6, 4), round(long / short, 2))


def _seconds(reader: Callable[[str], object], text: str) -> float:
    taken = []
    for _ in range(3):
        started = process_time()
        reader(text)
        taken.append(process_time() - started)
    return min(taken)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 8))
