"""Reads one article with a model: one request a window, one more for what was wrong or left out, never a third."""

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, field, replace

from verifier import settings
from verifier.errors import ModelError, ModelRejected
from verifier.extract.accounts import account, refusals
from verifier.extract.checking import take
from verifier.extract.drafts import Taken
from verifier.extract.follow_up import message
from verifier.extract.merging import corrected, joined
from verifier.extract.numbering import Numbered, number
from verifier.extract.resolve import claims
from verifier.extract.schema import Pointing
from verifier.extract.windows import Window, ids, windows
from verifier.llm import Asked, Model
from verifier.models import Article, Extraction, Unchecked, Usage


@dataclass(frozen=True)
class _Reading:
    """What one window gave."""

    taken: Taken = field(default_factory=Taken)
    usage: Usage = field(default_factory=Usage)
    unchecked: tuple[Unchecked, ...] = ()
    left_out: dict[int, str] = field(default_factory=dict)
    """Figures in no claim and not dismissed, to why."""


async def extract(article: Article, model: Model) -> tuple[Extraction, Usage]:
    """Return the claims of an article, every figure accounted for, and what asking took.

    A window the model could not be asked about, or did not answer, is in `unchecked`. Raises ModelRejected if the
    endpoint turns requests down for good, and ConfigurationError; then nothing of the article is returned.
    """
    numbered = number(article)
    reader = _Reader(numbered, model, settings.prompt("extract"))
    readings = await _all([reader.read(window) for window in windows(numbered)])
    taken = joined(reading.taken for reading in readings)
    left_out = {figure: why for reading in readings for figure, why in reading.left_out.items()}
    extraction = Extraction(
        article=article,
        claims=claims(taken.drafts, numbered),
        figures=account(numbered, taken, left_out),
        refused=refusals(taken, article),
        unchecked=tuple(passage for reading in readings for passage in reading.unchecked),
    )
    return extraction, sum((reading.usage for reading in readings), Usage())


async def _all(asks: Sequence[Coroutine[None, None, _Reading]]) -> list[_Reading]:
    """Return all readings; if one asks for the run to end, the others are not waited for."""
    tasks = [asyncio.ensure_future(ask) for ask in asks]
    try:
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()


@dataclass(frozen=True)
class _Reader:
    numbered: Numbered
    model: Model
    system: str

    async def read(self, window: Window) -> _Reading:
        """Ask about one window; what cannot be answered leaves the window unchecked."""
        text = window.text(self.numbered)
        try:
            asked = await self._ask([text])
        except ModelRejected:
            raise
        except ModelError as error:
            return self._not_read(window, str(error))
        taken = take(asked.answer, self.numbered, ids(text))
        missing = self._missing(window, taken)
        if taken.problems or missing:
            return await self._read_again(window, text, asked, taken, missing)
        return _Reading(_own(window, taken), asked.usage)

    async def _read_again(
        self, window: Window, text: str, asked: Asked[Pointing], taken: Taken, missing: list[int]
    ) -> _Reading:
        try:
            again = await self._ask([text, asked.text, message(taken, missing, self.numbered)])
        except ModelRejected:
            raise
        except ModelError as error:
            why = f"left out, and asking again failed: {error}"
            return _Reading(_own(window, taken), asked.usage, left_out=dict.fromkeys(missing, why))
        whole = corrected(asked.answer, taken, again.answer)
        return _Reading(_own(window, take(whole, self.numbered, ids(text))), asked.usage + again.usage)

    async def _ask(self, turns: list[str]) -> Asked[Pointing]:
        return await self.model.ask(Pointing, system=self.system, turns=turns, label="extract")

    def _missing(self, window: Window, taken: Taken) -> list[int]:
        """Return the figures the window has to account for and did not."""
        accounted = taken.claimed | taken.dismissed.keys()
        return [figure for figure in window.figures(self.numbered) if figure not in accounted]

    def _not_read(self, window: Window, why: str) -> _Reading:
        span = window.span(self.numbered)
        passage = Unchecked(article=self.numbered.article.id, start=span.start, end=span.end, why=why)
        figures = dict.fromkeys(window.figures(self.numbered), f"not checked: {why}")
        return _Reading(unchecked=(passage,), left_out=figures)


def _own(window: Window, taken: Taken) -> Taken:
    """Return what was taken without statements of sentences the window shows only to be understood."""
    return replace(taken, drafts=tuple(d for d in taken.drafts if d.measures or d.sentence in window.new))
