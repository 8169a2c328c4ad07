"""A model that marks up news of steel mills by rule, without a network, and counts what it reads and writes."""

from collections.abc import Sequence
from typing import TypeVar

from pydantic import BaseModel

from tests.resume import mills
from verifier.llm import Asked, Model
from verifier.models import Usage
from verifier.settings import ModelSettings

M = TypeVar("M", bound=BaseModel)
_CHARACTERS = 4
"""Of one token, about."""


class Honest(Model):
    """Answers whatever it is shown; nothing it says rests on another window."""

    def __init__(self) -> None:
        super().__init__(ModelSettings())
        self.windows: list[str] = []

    async def ask(self, schema: type[M], *, system: str, turns: Sequence[str], label: str) -> Asked[M]:
        assert label == "extract"
        self.windows.append(turns[-1])
        asked = {"messages": [{"content": system}, {"content": turns[0]}]}
        written = mills.answered(asked)
        spent = Usage(
            calls=1,
            input_tokens=(len(system) + sum(map(len, turns))) // _CHARACTERS,
            output_tokens=len(written) // _CHARACTERS,
        )
        self.usage += spent
        return Asked(schema.model_validate_json(written), written, spent)
