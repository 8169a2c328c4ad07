"""How well a claim's verdict stands when one thing is changed in one of two articles that said the same.

    python tests/benchmarks/changed_pairs.py [PAIRS] [SEED]

Makes so many pairs of articles (440 unless given), the kinds of change in turn, reads them with a model that points
as it is told, and holds them against each other in both orders. Prints precision and recall of *conflicting* and
*corroborated* by kind of change, what came out wrong, and, last, the same figures as one JSON object.
"""

import asyncio
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from tests.crosscheck.changed.running import KINDS, PAIRS, SEED, Outcome, batches, held, read

VERDICTS = ("conflicting", "corroborated")
Scores = dict[str, int | float | None]


def found(pairs: int, seed: int) -> Iterator[Outcome]:
    """Yield what comes of every claim, each pair in both orders."""
    for batch in batches(seed, pairs):
        cases = asyncio.run(read(batch))
        for turned in (0, 1):
            yield from held(cases, every=True, turned=turned)


def scores(outcomes: Sequence[Outcome]) -> Scores:
    """Return how many claims, how many of them right for the right reason, and precision and recall by verdict."""
    counted: Scores = {"claims": len(outcomes), "right": sum(one.is_right for one in outcomes)}
    for verdict in VERDICTS:
        due = [one for one in outcomes if one.expected.verdict == verdict]
        told = [one for one in outcomes if one.found.verdict == verdict]
        both = sum(one.found.verdict == verdict for one in due)
        counted |= {f"{verdict}_due": len(due), f"{verdict}_told": len(told)}
        counted |= {f"{verdict}_precision": _part(both, len(told)), f"{verdict}_recall": _part(both, len(due))}
    return counted


def _part(some: int, whole: int) -> float | None:
    return round(some / whole, 3) if whole else None


def by_kind(outcomes: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    """Return the outcomes under the names of their kinds, in the order of the kinds."""
    grouped: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        grouped[outcome.case.kind.name].append(outcome)
    return {name: grouped[name] for name in KINDS if name in grouped}


def show(table: dict[str, Scores]) -> None:
    """Print a line for each kind."""
    print(f"{'':50}{'':>7}{'':>7} |{'conflicting':^28} |{'corroborated':^28}")
    heads = "".join(f"{head:>7}" for head in ("due", "told", "prec.", "recall"))
    print(f"{'kind of change':50}{'claims':>7}{'right':>7} |{heads} |{heads}")
    for name, row in table.items():
        parts = (
            "".join(_cell(row[f"{verdict}_{what}"]) for what in ("due", "told", "precision", "recall"))
            for verdict in VERDICTS
        )
        print(f"{name[:50]:50}{row['claims']:>7}{row['right']:>7} |" + " |".join(parts))


def _cell(value: float | None) -> str:
    return f"{'-':>7}" if value is None else f"{value:>7}"


def main(pairs: int, seed: int) -> None:
    """Print the table, what is wrong, and the figures."""
    outcomes = list(found(pairs, seed))
    table = {name: scores(some) for name, some in by_kind(outcomes).items()}
    table["all"] = scores(outcomes)
    show(table)
    wrong = {
        (one.case.name, one.side, one.fact.figure, one.expected, one.found) for one in outcomes if not one.is_right
    }
    for name, side, figure, expected, told in sorted(wrong):
        print(f"wrong: {name} {side} “{figure}” must be {' '.join(expected)}, is {' '.join(told)}")
    print(json.dumps({"pairs": pairs, "orders": 2, "seed": seed, "kinds": table}))


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    main(*(given + [PAIRS, SEED][len(given) :]))
