"""Tries the configured model with one small request, and tells apart what works from what has to be changed."""

import json
import time
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from pydantic import BaseModel

from verifier.errors import ModelError, ModelRejected, ModelUnavailable
from verifier.llm.client import endpoint
from verifier.llm.failures import other_structure
from verifier.llm.model import Model, terms
from verifier.llm.transport import NoAnswer
from verifier.models import Spending
from verifier.settings import ModelSettings

_RULES = "List the rivers that the text names, in its order, and say how many there are."
_TEXT = "The Rhine and the Danube rise near each other."
STEPS: Final = ("address", "key", "model", "request", "answer")
"""What has to work, in the order in which it shows."""
_REJECTED = {"redirect": "address", "schema": "request", "model": "model"}
"""The step of each kind of trouble; of the others, it is the key."""


class Rivers(BaseModel):
    """Rivers a text names."""

    rivers: list[str]
    how_many: int


class Outcome(NamedTuple):
    """How the request ended."""

    seconds: float
    failed: str | None = None
    """The step that did not work; those before it did, those after it are not known."""
    why: str = ""
    """What went wrong there and what to change."""
    down: bool = False
    """The endpoint does not answer now; nothing says that a setting is wrong."""
    answered_by: str | None = None
    """The model, in the endpoint's words."""


class _Overheard:
    """Keeps nothing and knows nothing, so that the request goes out; but it hears what came."""

    body: str | None = None

    def find(self, request: str) -> None:
        """Know no answer."""

    def keep(self, request: str, label: str, body: str, spending: Spending | None = None) -> None:  # noqa: ARG002 - as the transport calls it
        """Hear the answer."""
        self.body = body


async def trial(settings: ModelSettings) -> Outcome:
    """Send the request once and say how that went; raises ConfigurationError if no model is configured."""
    once = settings.model_copy(
        update={"answers": "live", "recordings": None, "attempts": 1, "reasks": 0, "max_cost": None}
    )
    heard, started = _Overheard(), time.monotonic()
    failure: ModelError | None = None
    async with Model(once, heard) as model:
        try:
            await model.ask(Rivers, system=_RULES, turns=[_TEXT], label="trial")
        except ModelError as error:
            failure = error
    passed = Outcome(time.monotonic() - started, answered_by=_answered_by(heard.body))
    return passed._replace(**_trouble(failure, settings)) if failure else passed


def target(settings: ModelSettings) -> str:
    """Return in words what will be sent, and where to; raises ConfigurationError if no model is configured."""
    what = f"a sentence about two rivers, for “{terms(settings).model}”"
    return f"One small request goes to {endpoint(settings)}: {what}."


def _trouble(error: ModelError, settings: ModelSettings) -> dict[str, Any]:
    step, why = _step(error), str(error)
    if step == "answer":
        why = f"{error.happened} {other_structure(settings.structured)}"
    strange = any(isinstance(one, NoAnswer) for one in _chain(error))
    return {"failed": step, "why": why, "down": isinstance(error, ModelUnavailable) and not strange}


def _step(error: ModelError) -> str:
    status = _status(error)
    if status is None:
        return "address" if isinstance(error, ModelUnavailable) else "answer"
    if not isinstance(error, ModelRejected):
        return "request"
    return _REJECTED.get(error.kind, "key")


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def _status(error: BaseException) -> int | None:
    """Return the status of the response an error comes from."""
    codes = (getattr(one, "status_code", None) for one in _chain(error))
    return next((code for code in codes if isinstance(code, int)), None)


def _answered_by(body: str | None) -> str | None:
    told = json.loads(body).get("model") if body else None
    return told if isinstance(told, str) else None
