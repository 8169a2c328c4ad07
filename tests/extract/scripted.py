"""Articles a test can point into by their words, and a model that says what a test wrote by hand."""

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel

from verifier.errors import VerifierError
from verifier.extract import number
from verifier.extract.schema import DismissedFigure, PointedClaim, Pointing
from verifier.llm import Asked, Model
from verifier.models import Article, Usage
from verifier.settings import ModelSettings

M = TypeVar("M", bound=BaseModel)


class Page:
    """An article, numbered; figures, periods and sentences are found by their words."""

    def __init__(self, text: str, published: date | None = None) -> None:
        self.article = Article(id="page", path="page.txt", text=text, published=published)
        self.numbered = number(self.article)
        self.shown = frozenset(
            f"{letter}{place + 1}"
            for letter, found in (
                ("s", self.numbered.sentences),
                ("f", self.numbered.figures),
                ("p", self.numbered.periods),
            )
            for place in range(len(found))
        )

    def figure(self, words: str, nth: int = 0) -> str:
        return self._id("f", self.numbered.figures, words, nth)

    def period(self, words: str, nth: int = 0) -> str:
        return self._id("p", self.numbered.periods, words, nth)

    def sentence(self, words: str, nth: int = 0) -> str:
        return self._id("s", self.numbered.sentences, words, nth)

    def claim(self, *figures: str, **fields: Any) -> PointedClaim:
        """Return an amount of steel output that stands on `figures` (their words), with `fields` put in their place."""
        ids = [self.figure(words) for words in figures]
        stands = (
            f"s{self.numbered.sentence_at(self.numbered.figures[int(ids[0][1:]) - 1].span.start) + 1}" if ids else "s1"
        )
        neutral = dict.fromkeys(("period", "base_period", "item", "actor", "counterparty", "event"))
        named = {"sentence": stands, "figures": ids, "measure": "output", "aspect": "amount", "direction": "none"}
        return PointedClaim(
            **{**neutral, "modality": "fact", "attribution": None, "statement": None, **named, **fields}
        )

    def event(self, sentence: str, statement: str | None, **fields: Any) -> PointedClaim:
        return self.claim(
            aspect="event", measure="decision", sentence=self.sentence(sentence), statement=statement, **fields
        )

    def _id(self, letter: str, found: Sequence[Any], words: str, nth: int) -> str:
        places = [place for place, one in enumerate(found) if words in self.article.quote(one.span)]
        return f"{letter}{places[nth] + 1}"


def answer(*claims: PointedClaim, dismissed: dict[str, str] | None = None) -> Pointing:
    """Return a hand-written answer; `dismissed` is figure id to reason."""
    dismissals = [DismissedFigure(figure=figure, reason=why) for figure, why in (dismissed or {}).items()]
    return Pointing(claims=list(claims), dismissed=dismissals)


class Scripted(Model):
    """A model that gives hand-written answers in turn; an error among them is raised."""

    def __init__(self, *answers: Pointing | VerifierError) -> None:
        super().__init__(ModelSettings())
        self._answers = list(answers)
        self.asked: list[tuple[str, ...]] = []
        self.contexts: set[tuple[str, str]] = set()

    async def ask(self, schema: type[M], *, system: str, turns: Sequence[str], label: str) -> Asked[M]:
        self.asked.append(tuple(turns))
        self.contexts.add((label, system))
        given = self._answers.pop(0)
        if isinstance(given, VerifierError):
            raise given
        written = given.model_dump_json()
        return Asked(schema.model_validate_json(written), written, Usage(calls=1, input_tokens=len(turns[-1])))
