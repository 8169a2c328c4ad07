"""How these tests run `verify`: in this process, real HTTP and the real SDK, nothing waited for."""

import contextlib
import io
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import pytest

from tests.llm.asking import Pauses
from verifier import pipeline
from verifier.cli import main
from verifier.llm import Model

KEY = "sk-test-1234567890abcdef"
ATTEMPTS = 2
ENVIRONMENT = {
    "OPENAI_API_KEY": KEY,
    "VERIFIER_ATTEMPTS": str(ATTEMPTS),
    "VERIFIER_REQUEST_TIMEOUT": "60",
    "VERIFIER_DEADLINE": "600",
    "VERIFIER_CONCURRENCY": "8",
}


@dataclass(frozen=True)
class Ended:
    """How a run ended, and how long it paused in between, in seconds."""

    code: int
    out: str
    err: str
    pauses: list[float]

    @cached_property
    def report(self) -> dict[str, Any]:
        """The report, which has to have been made."""
        report: dict[str, Any] = json.loads(self.out)
        return report

    @property
    def complaints(self) -> list[str]:
        """The errors on standard error."""
        return [line for line in self.err.splitlines() if line.startswith("verify:")]

    def why(self, path: str) -> list[str]:
        """Return why what of one article was not checked."""
        return [gap["why"] for gap in self.of("unchecked", path)]

    def of(self, kind: str, path: str) -> list[dict[str, Any]]:
        """Return the "claims", the "refused" or the "unchecked" of one article."""
        (article,) = (article["id"] for article in self.report["articles"] if article["path"] == path)
        return [row for row in self.report[kind] if row["article"] == article]


def run(folder: Path, url: str, articles: Mapping[str, str], *arguments: str, **environ: str) -> Ended:
    """Run `verify` on articles against an endpoint; the store in the folder stays for the next run."""
    for name, text in articles.items():
        (folder / name).write_text(text)
    pauses, out, err = Pauses(), io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        patch.chdir(folder)
        for name in [name for name in os.environ if name.startswith(("VERIFIER_", "OPENAI_"))]:
            patch.delenv(name)
        for name, value in {**ENVIRONMENT, "OPENAI_BASE_URL": url, **environ}.items():
            patch.setenv(name, value)
        patch.setattr(pipeline, "Model", partial(Model, sleep=pauses))
        code = main([*sorted(articles), "--output-format", "json", *arguments])
    assert "Traceback" not in err.getvalue()
    assert KEY not in out.getvalue() + err.getvalue()
    return Ended(code, out.getvalue(), err.getvalue(), pauses.seconds)
