"""One way to ask for all tests of this room: a small schema, pauses that are noted instead of waited."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel

from verifier.llm import Asked, Kept, Model
from verifier.models import Spending
from verifier.settings import ModelSettings

SYSTEM = "Name the places.\nOne by one."
ARTICLE = "Rain fell on Bergen.\nSun shone on Vardø."


class Places(BaseModel):
    """Names of places."""

    places: list[str]
    count: int


GOOD = '{"places": ["Bergen", "Vardø"], "count": 2}'
WRONG = '{"places": ["Bergen"], "count": "some"}'


@dataclass
class Pauses:
    """Stands in for sleeping."""

    seconds: list[float] = field(default_factory=list)

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


@dataclass
class Shelf:
    """Answers kept in memory."""

    bodies: dict[str, str] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)
    spendings: list[Spending | None] = field(default_factory=list)

    def find(self, request: str) -> str | None:
        return self.bodies.get(request)

    def keep(self, request: str, label: str, body: str, spending: Spending | None = None) -> None:
        self.bodies[request] = body
        self.labels.append(label)
        self.spendings.append(spending)


def ask(
    settings: ModelSettings,
    *turns: str,
    kept: Kept | None = None,
    pauses: Pauses | None = None,
    label: str = "places of weather",
    system: str = SYSTEM,
) -> Asked[Places]:
    """Ask once, as a run of its own."""
    return ask_all(settings, [turns or (ARTICLE,)], kept=kept, pauses=pauses, label=label, system=system)[0]


def ask_all(
    settings: ModelSettings,
    asks: Sequence[Sequence[str]],
    *,
    kept: Kept | None = None,
    pauses: Pauses | None = None,
    label: str = "places of weather",
    system: str = SYSTEM,
) -> list[Asked[Places]]:
    """Ask everything at once, in one run."""

    async def run() -> list[Asked[Places]]:
        async with Model(settings, kept, sleep=pauses or Pauses()) as model:
            return await asyncio.gather(*(model.ask(Places, system=system, turns=turns, label=label) for turns in asks))

    return asyncio.run(run())
