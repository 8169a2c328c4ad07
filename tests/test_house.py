"""Promises of the house: what CONTRIBUTING.md asks for, held to by every run of the tests."""

import ast
import importlib
import json
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pytest

HOUSE = Path(__file__).parent.parent
PACKAGE = HOUSE / "verifier"
SCRIPTS = Path(sysconfig.get_path("scripts"))
SHIPPED = ("prompts", "seeds", "fixtures")

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
USUAL_FUNCTION = 10

MODULES = sorted([*PACKAGE.rglob("*.py"), *(HOUSE / "tests").rglob("*.py")])
STATEMENTS = sorted(path for path in (PACKAGE / "sql").rglob("*.sql") if path.parent.name != "migrations")
RECORDINGS = sorted(path for path in (HOUSE / "fixtures").rglob("*.json") if path.parent.name != "_schemas")


class Function(NamedTuple):
    """A function of the package and its length in lines, from `def` to its last line, without its docstring."""

    lines: int
    place: str


def here(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions() -> Iterator[Function]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield Function(length(node), f"{here(path)}:{node.lineno} {node.name}")


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    docstring = node.body[0] if ast.get_docstring(node, clean=False) is not None else None
    described = (docstring.end_lineno or 0) - docstring.lineno + 1 if docstring else 0
    return (node.end_lineno or node.lineno) - node.lineno + 1 - described


@pytest.mark.parametrize(
    "command",
    [
        [sys.executable, "-m", "ruff", "check"],
        [sys.executable, "-m", "ruff", "format", "--check"],
        [sys.executable, "-m", "mypy"],
        [str(SCRIPTS / "lint-imports")],
    ],
    ids=["ruff check", "ruff format", "mypy", "lint-imports"],
)
def test_the_checks_have_nothing_to_say(command: list[str]) -> None:
    done = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_every_module_opens_by_saying_why_it_is_there() -> None:
    silent = [here(path) for path in MODULES if not ast.get_docstring(tree(path))]

    assert silent == []


def test_no_file_is_too_long_to_be_read_at_a_sitting() -> None:
    lines = {here(path): path.read_text(encoding="utf-8").splitlines() for path in MODULES}

    written = {name: sum(1 for line in content if line.strip()) for name, content in lines.items()}

    assert {} == {name: count for name, count in written.items() if count > LONGEST_FILE}


def test_functions_fit_in_the_eye() -> None:
    found = sorted(functions(), reverse=True)

    assert [] == [function for function in found if function.lines > LONGEST_FUNCTION]
    assert median(function.lines for function in found) < USUAL_FUNCTION, found[:5]


def test_every_statement_opens_with_the_question_it_answers() -> None:
    openings = {here(path): path.read_text(encoding="utf-8").partition("\n")[0] for path in STATEMENTS}

    assert {} == {name: line for name, line in openings.items() if not (line.startswith("-- ") and "?" in line)}


def test_every_statement_is_asked_for_by_name() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    names = [path.relative_to(PACKAGE / "sql").with_suffix("").as_posix() for path in STATEMENTS]

    assert [] == [name for name in names if f'"{name}"' not in code]


def test_no_sql_is_built_from_strings() -> None:
    built = [
        f"{here(path)}:{node.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args
        if node.func.attr in {"execute", "executemany", "sql", "query"}
        if isinstance(node.args[0], ast.JoinedStr | ast.BinOp)
    ]

    assert built == []


def test_every_recording_says_how_it_came_to_be() -> None:
    recordings = {here(path): json.loads(path.read_text(encoding="utf-8")) for path in RECORDINGS}

    assert [] == [name for name, recording in recordings.items() if not recording.get("origin", "").strip()]


def test_the_public_face_is_in_order_and_complete() -> None:
    face = importlib.import_module("verifier")

    assert sorted(face.__all__) == face.__all__
    assert [] == [name for name in face.__all__ if not hasattr(face, name)]


def test_the_wheel_holds_everything_a_run_needs(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(HOUSE)]
    needed = {here(path) for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    needed |= {f"verifier/{here(path)}" for name in SHIPPED for path in (HOUSE / name).rglob("*") if path.is_file()}

    subprocess.run(command, check=True, capture_output=True)

    (wheel,) = tmp_path.glob("*.whl")
    assert set() == needed - set(zipfile.ZipFile(wheel).namelist())
    assert {"verifier/py.typed", "verifier/seeds/july-rebound.txt"} < needed
