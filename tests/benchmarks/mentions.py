"""Measures figures (and periods, where their table is present) against test suites of other projects.

    python tests/benchmarks/mentions.py --suites DIR

DIR holds `quantulum3/quantities.*.json` and `recognizers-text/*.json`; quantulum3 is scored beside, if installed.
"""

import argparse
import importlib.util
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from verifier.figures import find
from verifier.figures.tables import currencies, units
from verifier.models import Figure

Case = dict[str, Any]
Row = tuple[str, ...]


class Reading(NamedTuple):
    """A number some reader found: its value (the middle of a range) and where."""

    value: float
    start: int
    end: int
    figure: Figure | None = None


Reader = Callable[[str], list[Reading]]

LEFT_OUT: dict[str, Sequence[tuple[str, str]]] = {
    "quantities": (
        (r"[A-Z]\w+ \d+(?: Ltd|\")|\bi\d\b", "a number in a name is an identifier here, no quantity"),
        (r"absolute zero|\ba penny|-sigma", "idiom without a number, or a name"),
        (r"\bin \d{4}\b|\d0s\b", "years are periods here"),
        (r"\(\$-?[\d.,]+\)", "brackets are conversions in news, no bookkeeper's minus"),
    ),
    "CurrencyModel": (
        (r"(?:dollars?|USD) (?:and )?(?:\d+|one|two)\b(?! cents?)|\d and fifty", "a price as it is spoken"),
        (r"\bat dollar \d", "telegraphic"),
    ),
    "DimensionModel": (),
    "TemperatureModel": (),
    "PercentModel": ((r"per ?cent of ", "spoken to an assistant: 'percent of 10'"),),
    "NumberRangeModel": ((r"or equal$|equal to \d+ or|is \d+ or", "conditions of a query"),),
}
"""Forms that cannot stand in a newspaper, or that this project reads as something else, with the reason."""


def main() -> None:
    """Print one table for everything measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--suites", type=Path, required=True, help="folder with the suites")
    suites = parser.parse_args().suites
    rows: list[Row] = [("suite", "measure", "verifier", "of forms in news", "quantulum3")]
    rows += figure_rows(suites)
    _print(rows)
    for name, forms in LEFT_OUT.items():
        for pattern, reason in forms:
            print(f"left out of the fourth column, {name}: {reason} ({pattern})")
    _print(_period_rows(suites))


def figure_rows(suites: Path) -> list[Row]:
    """Return the table's rows for figures."""
    other = quantulum()
    rows = [_f1_row(suites, other), _whole_row(suites, other)]
    for model in ("CurrencyModel", "DimensionModel", "TemperatureModel", "PercentModel"):
        rows += _recall_rows(suites, model, other)
    rows.append(_bounds_row(suites))
    rows.append(_ordinal_row(suites))
    rows.append(_speed_row(suites, other))
    return rows


def ours(text: str) -> list[Reading]:
    """Read with verifier."""
    return [
        Reading(float(figure.value + (figure.upper or figure.value)) / 2, figure.span.start, figure.span.end, figure)
        for figure in find(text)
        if figure.role == "quantity" and figure.value is not None
    ]


def quantulum() -> Reader | None:
    """Return quantulum3 as a reader, or None where it is not installed."""
    if importlib.util.find_spec("quantulum3") is None:
        return None
    from quantulum3 import parser

    def read(text: str) -> list[Reading]:
        try:
            found = parser.parse(text)
        except Exception:  # noqa: BLE001  # what it raises is its own affair; it found nothing
            return []
        return [Reading(quantity.value, *quantity.span) for quantity in found]

    return read


# ------------------------------------------------------------------------------------------------------ scores


def _f1_row(suites: Path, other: Reader | None) -> Row:
    cases = load(suites, "quantulum3/quantities*.json")
    kept = [case for case in cases if not left_out("quantities", case["req"])]
    return (
        "quantulum3 quantities",
        "value F1 %",
        _f1(cases, ours),
        _f1(kept, ours),
        _f1(cases, other) if other else "not installed",
    )


def _whole_row(suites: Path, other: Reader | None) -> Row:
    cases = load(suites, "quantulum3/quantities*.json")
    kept = [case for case in cases if not left_out("quantities", case["req"])]
    theirs = _whole(cases, other) if other else "not installed"
    return ("quantulum3 quantities", "sentences fully right %", _whole(cases, ours), _whole(kept, ours), theirs)


def _whole(cases: Sequence[Case], reader: Reader) -> str:
    right = sum(_is_whole(case, reader) for case in cases)
    return f"{100 * right / max(len(cases), 1):.1f}"


def _is_whole(case: Case, reader: Reader) -> bool:
    values = sorted(reading.value for reading in reader(case["req"]))
    gold = sorted(float(entry["value"]) for entry in case["res"])
    return len(values) == len(gold) and all(map(same, values, gold))


def _f1(cases: Iterable[Case], reader: Reader) -> str:
    right = found = wanted = 0
    for case in cases:
        values = [reading.value for reading in reader(case["req"])]
        gold = [float(entry["value"]) for entry in case["res"]]
        found, wanted = found + len(values), wanted + len(gold)
        for value in gold:
            match = next((near for near in values if same(near, value)), None)
            if match is not None:
                values.remove(match)
                right += 1
    return f"{200 * right / max(found + wanted, 1):.1f}"


def same(value: float, other: float) -> bool:
    """Tell whether two values are equal but for their last digits."""
    return abs(value - other) <= 1e-6 * max(abs(value), abs(other), 1e-30)


def _recall_rows(suites: Path, model: str, other: Reader | None) -> list[Row]:
    cases = load(suites, f"recognizers-text/*_English_{model}*.json")
    kept = [case for case in cases if not left_out(model, case["Input"])]
    rows: list[Row] = [
        (model, "value recall %", _recall(cases, ours), _recall(kept, ours), _recall(cases, other) if other else "-"),
    ]
    if model != "PercentModel":
        rows.append((model, "value and unit recall %", _recall(cases, ours, unit=True), _recall(kept, ours, True), "-"))
    return rows


def _recall(cases: Iterable[Case], reader: Reader, unit: bool = False) -> str:
    right = wanted = 0
    for case in cases:
        readings = reader(case["Input"])
        for gold in _valued(case):
            wanted += 1
            right += any(_hits(reading, gold, unit) for reading in readings)
    return f"{100 * right / max(wanted, 1):.1f}"


def _valued(case: Case) -> list[Case]:
    found = [gold for gold in case["Results"] if (gold.get("Resolution") or {}).get("value") not in (None, "null")]
    for gold in found:
        gold.setdefault("Start", case["Input"].lower().find(gold["Text"].lower()))
        gold.setdefault("End", gold["Start"] + len(gold["Text"]) - 1)
    return found


def _hits(reading: Reading, gold: Case, unit: bool) -> bool:
    value = float(gold["Resolution"]["value"].rstrip("%"))
    here = reading.start <= gold["End"] and gold["Start"] < reading.end
    right = here and abs(reading.value - value) <= 1e-4 * max(abs(value), 1e-9)
    return right and (not unit or _unit_right(reading.figure, gold["Resolution"]))


_NAMES = {"c": "degrees celsius", "f": "degrees fahrenheit", "pound": "lb"}
"""What the suites call units, in words of the tables."""


def _unit_right(figure: Figure | None, gold: Case) -> bool:
    if figure is None or figure.unit is None:
        return False
    if "isoCurrency" in gold:
        return gold["isoCurrency"] in figure.currencies
    name = _NAMES.get(gold["unit"].lower(), str(gold["unit"]))
    if " per " in name:
        return figure.unit == "/".join(_code(part) for part in name.lower().split(" per "))
    known = units.WORDS.get(name.lower()) or currencies.WORDS.get(name.lower())
    if figure.dimension is not None and figure.dimension.startswith("currency"):
        return known is None or known.dimension in ("currency", "mass")
    return known is not None and (known.code == figure.unit or known.code == figure.unit.split("/")[0])


def _code(name: str) -> str:
    unit = units.WORDS.get(name)
    return name if unit is None else unit.code


def _bounds_row(suites: Path) -> Row:
    cases = load(suites, "recognizers-text/*_NumberRangeModel*.json")
    kept = [case for case in cases if not left_out("NumberRangeModel", case["Input"])]
    return ("NumberRangeModel", "one-sided bounds with direction", _bounds(cases), _bounds(kept), "none given")


def _bounds(cases: Iterable[Case]) -> str:
    right = wanted = 0
    for case in cases:
        gold = [bound for result in case["Results"] if (bound := _one_sided(result["Resolution"]["value"]))]
        found = [_bound(figure) for figure in find(case["Input"]) if figure.hard is not None]
        wanted += len(gold)
        for bound in gold:
            if bound in found:
                found.remove(bound)
                right += 1
    return f"{right}/{wanted}"


def _one_sided(text: str) -> tuple[str, str, Decimal] | None:
    low, high = text[1:-1].split(",")
    if bool(low) == bool(high):
        return None
    return ("low", text[0], Decimal(low)) if low else ("high", text[-1], Decimal(high))


def _bound(figure: Figure) -> tuple[str, str, Decimal] | None:
    hard = figure.hard
    if hard is None or (hard.low is None) == (hard.high is None):
        return None
    if hard.low is not None:
        return "low", "(" if hard.low_open else "[", hard.low
    return "high", ")" if hard.high_open else "]", hard.high or Decimal(0)


def _ordinal_row(suites: Path) -> Row:
    right = wanted = 0
    for case in load(suites, "recognizers-text/Number_English_OrdinalModel*.json"):
        ranks = {figure.value for figure in find(case["Input"]) if figure.role == "rank"}
        for gold in case["Results"]:
            if gold["Resolution"].get("relativeTo") == "start":
                wanted += 1
                right += Decimal(gold["Resolution"]["offset"]) in ranks
    return ("OrdinalModel", "ranks with a number", f"{right}/{wanted}", "", "none given")


def _speed_row(suites: Path, other: Reader | None) -> Row:
    texts = [
        case["Input"] for name in ("Currency", "Dimension") for case in load(suites, f"recognizers-text/*_{name}*")
    ]
    mine = _speed(ours, texts)
    theirs = _speed(other, texts) if other else None
    ratio = f"{mine / theirs:.1f} times quantulum3" if theirs else ""
    return ("speed", "sentences a second", f"{mine:.0f}", ratio, f"{theirs:.0f}" if theirs else "-")


def _speed(reader: Reader, texts: Sequence[str]) -> float:
    reader(texts[0])
    started = time.perf_counter()
    for text in texts:
        reader(text)
    return len(texts) / (time.perf_counter() - started)


# ------------------------------------------------------------------------------------------------------- files


def load(suites: Path, pattern: str) -> list[Case]:
    """Return the cases of every file of the suites that fits `pattern`."""
    return [case for path in sorted(suites.glob(pattern)) for case in json.loads(path.read_text(encoding="utf-8-sig"))]


def left_out(suite: str, text: str) -> bool:
    """Tell whether a case has a form that is named in LEFT_OUT."""
    return any(re.search(pattern, text) for pattern, _ in LEFT_OUT[suite])


def _period_rows(suites: Path) -> list[Row]:
    path = Path(__file__).with_name("mentions_periods.py")
    if not path.exists():
        return []
    spec = importlib.util.spec_from_file_location("mentions_periods", path)
    if spec is None or spec.loader is None:
        return []
    module: ModuleType = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return [tuple(map(str, row)) for row in module.rows(suites)]


def _print(rows: Sequence[Row]) -> None:
    columns = max(map(len, rows), default=0)
    filled = [row + ("",) * (columns - len(row)) for row in rows]
    widths = [max(len(row[column]) for row in filled) for column in range(columns)]
    for row in filled:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


if __name__ == "__main__":
    main()
