"""A model that gives a hand-written answer about pairs, worked out from the question it is asked."""

import asyncio
import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from pydantic import BaseModel

from verifier.llm import Asked, Model
from verifier.models import Usage
from verifier.reconcile import Decided, OpenPairs, reconcile
from verifier.reconcile.schema import Reconciliation, RelatedTopics, SameTopics, StatementAnswer
from verifier.settings import ModelSettings

M = TypeVar("M", bound=BaseModel)
Answer = Callable[[str], Reconciliation]


class Answering(Model):
    """A model whose answers a function gives; what it was asked is kept."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(ModelSettings())
        self._said = answer
        self.questions: list[str] = []
        self.contexts: set[tuple[str, str]] = set()

    async def ask(self, schema: type[M], *, system: str, turns: Sequence[str], label: str) -> Asked[M]:
        self.questions.append(turns[-1])
        self.contexts.add((label, system))
        written = self._said(turns[-1]).model_dump_json()
        return Asked(schema.model_validate_json(written), written, Usage(calls=1))


def answer(
    same: Sequence[Sequence[str]] = (),
    related: Sequence[tuple[str, str, str]] = (),
    statements: Sequence[tuple[str, str, str]] = (),
) -> Reconciliation:
    """Return an answer; of the pairs, the third is the relation."""
    return Reconciliation(
        same=[SameTopics(topics=list(topics), why="one thing") for topics in same],
        related=[
            RelatedTopics.model_validate({"first": a, "second": b, "relation": c, "why": ""}) for a, b, c in related
        ],
        statements=[
            StatementAnswer.model_validate({"first": a, "second": b, "relation": c, "why": "as both say"})
            for a, b, c in statements
        ],
    )


def decide(pairs: OpenPairs, given: Answer | Reconciliation) -> tuple[Decided, Answering]:
    """Ask about `pairs`; `given` is the answer to every question, or makes one of its text."""
    model = Answering(given if callable(given) else lambda _: given)
    return asyncio.run(reconcile(pairs, model)), model


def id_of(question: str, words: str) -> str:
    """Return the id under which the question names the one topic or statement whose line holds `words`."""
    (found,) = {found[1] for found in re.finditer(rf"^ *([te]\d+): .*{re.escape(words)}.*$", question, re.MULTILINE)}
    return found
