"""Runs `verify` in a process of its own and kills it, without a chance to clean up, at one of some places."""

import functools
import inspect
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from verifier import batches, pipeline
from verifier.cli import main
from verifier.llm import BatchEndpoint
from verifier.store import Batches

SAID = Path("said.log")
PLACES: dict[str, tuple[Any, str, bool]] = {
    "a batch was planned": (Batches, "plan", True),
    "its file was uploaded": (BatchEndpoint, "_upload", True),
    "it was made": (BatchEndpoint, "_made", True),
    "its id was noted": (Batches, "submitted", True),
    "an answer was kept": (Batches, "keep", True),
    "all answers were kept": (Batches, "end", False),
    "its end was noted": (Batches, "end", True),
    "the articles were stored": (pipeline, "put", True),
    "the report was handed over": (Batches, "reported", False),
}
"""What was the last to happen: an attribute that is called, and whether it had returned."""


def deadly(function: Callable[..., Any], after: bool) -> Callable[..., Any]:
    """Return `function`, which nobody survives."""

    async def later(*arguments: Any, **named: Any) -> None:
        if after:
            await function(*arguments, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    def now(*arguments: Any, **named: Any) -> None:
        if after:
            function(*arguments, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    return functools.wraps(function)(later if inspect.iscoroutinefunction(function) else now)


def verify(folder: Path, environ: Mapping[str, str], place: str, arguments: Sequence[str]) -> None:
    """Run the command in the folder until `place`, with nothing but `environ` set; for a process that may die."""
    os.chdir(folder)
    for name in [name for name in os.environ if name.startswith(("VERIFIER_", "OPENAI_"))]:
        del os.environ[name]
    os.environ.update(environ)
    sys.stdout = sys.stderr = SAID.open("a", encoding="utf-8")
    owner, name, after = PLACES[place]
    setattr(owner, name, deadly(getattr(owner, name), after))
    batches.fetching._TOGETHER = 1
    sys.exit(main(arguments))
