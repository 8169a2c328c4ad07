"""The same as its users meet it: `verify` in a process of its own, set up by the environment, its report read."""

import re
import socket
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import pytest

from tests.cli.conftest import environment
from tests.failures.conftest import KEY
from tests.failures.faults import GOOD, PAGE, PASSING, TURNED_DOWN
from tests.failures.newsroom import Newsroom, article, name_in, place, town
from tests.failures.wire import Play, Reply, Wire, chat, cut, failed, http

FILES = {"bad.txt": article(town(0)), "good.txt": article(town(1))}
QUICK = {"VERIFIER_ATTEMPTS": "2", "VERIFIER_REQUEST_TIMEOUT": "30", "VERIFIER_DEADLINE": "60"}


class Case(NamedTuple):
    """What the endpoint does, and how the process has to end."""

    play: Play
    code: int
    words: str
    """A pattern for what is said of it, on standard output where there is a report, else on standard error."""
    requests: int
    """That are made about the articles; at most, where the run ends at once."""
    environ: Mapping[str, str] = MappingProxyType({})


def _of_one(reply: Reply) -> Play:
    """Play the reply to what is asked about one of two articles."""
    return Newsroom(lambda request, place: reply if place == "first" and name_in(request) == town(0) else None)


def _once(reply: Reply) -> Play:
    well = Newsroom()
    return lambda request: reply if request.number == 1 else well(request)


def _always(reply: Reply) -> Play:
    return lambda _: reply


def _closed_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return f"http://127.0.0.1:{free.getsockname()[1]}/v1"


HURRY = {"VERIFIER_ATTEMPTS": "1", "VERIFIER_REQUEST_TIMEOUT": "2"}
ONCE = {"VERIFIER_ATTEMPTS": "1"}
DOWN = "No connection to"
CASES = {
    "well": Case(Newsroom(), 0, "^$", 4),
    "hang": Case(_of_one(cut(chat("{}"), "hang")), 3, "gave no answer within 2 s", 3, HURRY),
    "reset": Case(_of_one(cut(http(GOOD), "reset")), 3, DOWN, 4),
    "overload": Case(_of_one(PASSING["503"].reply), 3, "overloaded. It was asked 2 times. Run again later", 4),
    "recovers": Case(_once(failed(429, retry_after="0")), 0, "^$", 5),
    "page": Case(_always(http(PAGE)), 3, "perhaps a web page or half an answer", 4),
    "escapes": Case(_of_one(failed(400, "\x1b[2J\x1b]0;x\x07\u202e")), 3, "400 .Bad Request.: �.2J�.0;x��", 3),
    "endless": Case(_of_one(Reply(b"HTTP/1.1 200 OK\r\n\r\n", "flood")), 3, "longer than 20,000,000 bytes", 3),
    "key": Case(_always(TURNED_DOWN["401"].reply), 2, "does not accept the key. Check OPENAI_API_KEY", 2),
    "nobody": Case(Newsroom(), 3, f"{DOWN} 127", 0, {**ONCE, "OPENAI_BASE_URL": _closed_port()}),
}


class Done(NamedTuple):
    """How a process ended, and what it asked about the articles."""

    code: int
    out: str
    err: str
    requests: int


def _run(case: Case, folder: Path) -> Done:
    for path, text in FILES.items():
        (folder / path).write_text(text)
    with Wire(case.play) as wire:
        settings = {"OPENAI_BASE_URL": wire.url, "OPENAI_API_KEY": KEY, **QUICK, **case.environ}
        command = [sys.executable, "-m", "verifier.cli", *FILES]
        ended = subprocess.run(command, cwd=folder, env=environment(**settings), capture_output=True, timeout=600)
    asked = sum(place(request) != "reconcile" for request in wire.requests)
    return Done(ended.returncode, ended.stdout.decode(), ended.stderr.decode(), asked)


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Done]:
    """Some at a time: most of what one takes is Python starting."""
    folders = {name: tmp_path_factory.mktemp(name) for name in CASES}
    with ThreadPoolExecutor(max_workers=4) as pool:
        return dict(zip(CASES, pool.map(_run, CASES.values(), folders.values()), strict=True))


@pytest.mark.parametrize("name", CASES)
def test_a_process_ends_with_a_code_and_a_sentence(done: dict[str, Done], name: str) -> None:
    ended, case = done[name], CASES[name]

    assert case.code == ended.code, ended.err
    assert re.search(case.words, ended.err if case.code == 2 else ended.out, re.DOTALL), ended
    assert ended.requests <= case.requests if case.code == 2 else ended.requests == case.requests
    assert KEY not in ended.out + ended.err
    assert "Traceback" not in ended.err and not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", ended.out + ended.err)


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.code == 2])
def test_a_run_that_cannot_be_has_one_line_to_say(done: dict[str, Done], name: str) -> None:
    assert "" == done[name].out
    assert ["verify: "] == [line[:8] for line in done[name].err.splitlines() if "not checked" not in line]


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.code == 3])
def test_a_report_names_the_article_that_was_not_checked(done: dict[str, Done], name: str) -> None:
    unchecked = [line for line in done[name].out.splitlines() if ": unchecked" in line]

    both = name in ("page", "nobody")
    assert ["bad.txt:1:1", "good.txt:1:1"][: 1 + both] == [line.partition(": ")[0] for line in unchecked]
    assert f"{1 + both} passage" in done[name].err and "unchecked" in done[name].err
    assert "verify:" not in done[name].err
