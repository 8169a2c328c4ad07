"""Runs `verify` on a folder in a process of its own that can be killed, and looks at what it left."""

import json
import os
import sys
from collections.abc import Sequence
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

from tests.resume import mills
from tests.store.sql import ask
from verifier.cli import main
from verifier.store import Store

DATABASE = "claims.duckdb"
# Forked from a process that has imported everything: twenty starts cost no longer than one.
PROCESSES = get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.resume.warm"])


class Kept(NamedTuple):
    """What a store holds."""

    requests: frozenset[str]
    sources: list[str]
    claims: int
    """Current ones."""


def folder(place: Path, count: int) -> Path:
    """Write `count` short articles into a folder at `place`."""
    made = place / "news"
    made.mkdir()
    for number in range(count):
        (made / f"{number:03}.txt").write_text(mills.article(number, figures=1, talk=1))
    return made


def start(place: Path, url: str, *arguments: str, concurrency: int = 4) -> BaseProcess:
    """Start `verify` in the folder `place`."""
    process = PROCESSES.Process(target=_verify, args=(place, _settings(url, concurrency), arguments))
    process.start()
    return process


def _settings(url: str, concurrency: int) -> dict[str, str]:
    return {
        "OPENAI_BASE_URL": url,
        "OPENAI_API_KEY": "none",
        "VERIFIER_MODEL": "loopback-1",
        "VERIFIER_CONCURRENCY": str(concurrency),
        "VERIFIER_DATABASE": DATABASE,
    }


def environment(url: str, concurrency: int = 4) -> dict[str, str]:
    """Return the environment of the tests with nothing but these settings in it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("VERIFIER_", "OPENAI_"))}
    return kept | _settings(url, concurrency)


def _verify(place: Path, settings: dict[str, str], arguments: Sequence[str]) -> None:
    os.chdir(place)
    os.environ.update(settings)
    sys.stdout = sys.stderr = (place / "said.txt").open("a", encoding="utf-8")
    sys.exit(main(arguments))


def kept(place: Path) -> Kept:
    """Return what the store in the folder `place` holds, opened as any run opens it."""
    with Store(place / DATABASE) as store, store.unit() as unit:
        return Kept(
            requests=frozenset(request for (request,) in ask(unit, "select request from answers")),
            sources=[source for (source,) in ask(unit, "select source from sources order by source")],
            claims=len(ask(unit, "select claim_id from live_claims")),
        )


def verdicts(report: Path) -> dict[str, tuple[str, frozenset[tuple[str, str]]]]:
    """Return each claim's verdict, and how others stand to it, by the claim's id; no claim stands there twice."""
    claims = json.loads(report.read_bytes())["claims"]
    found = {claim["id"]: (claim["verdict"], frozenset(map(_relation, claim["comparisons"]))) for claim in claims}
    assert len(found) == len(claims)
    return found


def articles(report: Path) -> list[str]:
    """Return the names of the articles of a report."""
    return [article["path"] for article in json.loads(report.read_bytes())["articles"]]


def _relation(comparison: dict[str, str]) -> tuple[str, str]:
    return comparison["claim"], comparison["relation"]
