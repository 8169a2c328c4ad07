"""Reads one article with a model: one request a window, one more for what was wrong or left out, never a third."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from verifier import shipped
from verifier.errors import ModelError, ModelRejected
from verifier.extract.accounts import account, refusals
from verifier.extract.checking import take
from verifier.extract.drafts import Taken
from verifier.extract.follow_up import message
from verifier.extract.merging import corrected, joined
from verifier.extract.numbering import Numbered, number
from verifier.extract.resolve import claims
from verifier.extract.schema import Pointing
from verifier.extract.windows import WINDOW, Window, ids, windows
from verifier.llm import Asked, Model, anew, together
from verifier.models import Article, Extraction, Span, Unchecked, Usage

_DOUBTED = 3
"""Figures of a window from which on an answer that dismisses all of them is doubted."""

Passages = Callable[[int, int], None]
"""Is told how many passages of an article have been read, and how many there are."""


@dataclass(frozen=True)
class _Reading:
    """What one window gave."""

    taken: Taken = field(default_factory=Taken)
    usage: Usage = field(default_factory=Usage)
    unchecked: tuple[Unchecked, ...] = ()
    left_out: dict[int, str] = field(default_factory=dict)
    """Figures in no claim and not dismissed, to why."""
    doubted: tuple[Unchecked, ...] = ()
    """The window, if every figure of it was dismissed twice; it is unchecked unless the article claims something."""
    kept: bool = False
    """Whether it rests on answers of earlier runs alone."""


async def extract(article: Article, model: Model, passages: Passages | None = None) -> Extraction:
    """Return the claims of an article, every figure accounted for.

    What the model could not be asked about, or did not answer, is in `unchecked`. Raises ModelRejected if the
    endpoint turns requests down for good, and ConfigurationError; then nothing of the article is returned.
    """
    numbered = await _numbered(article)
    readings = await _readings(_Reader(numbered, model, shipped.prompt("extract")), passages or _silent)
    taken = joined((reading.taken for reading in readings), numbered)
    left_out = {figure: why for reading in readings for figure, why in reading.left_out.items()}
    return Extraction(
        article=article,
        claims=claims(taken.drafts, numbered),
        figures=account(numbered, taken, left_out),
        refused=refusals(taken, article),
        unchecked=tuple(passage for gap in _gaps(readings) for passage in gap),
    )


async def _numbered(article: Article) -> Numbered:
    """Number an article, a long one in a thread: answers about others are not to be kept waiting for seconds."""
    return number(article) if len(article.text) <= WINDOW else await asyncio.to_thread(number, article)


def _silent(_done: int, _all: int) -> None:
    pass


async def _readings(reader: "_Reader", passages: Passages) -> list[_Reading]:
    parts, done = windows(reader.numbered), count(1)

    async def read(window: Window) -> _Reading:
        reading = await reader.read(window)
        passages(next(done), len(parts))
        return reading

    readings = await together(read(window) for window in parts)
    useless = [place for place, gap in enumerate(_gaps(readings)) if gap and readings[place].kept]
    with anew():
        again = await together(reader.read(parts[place]) for place in useless)
    for place, reading in zip(useless, again, strict=True):
        if reading.usage.calls:
            readings[place] = reading
    return readings


def _gaps(readings: Sequence[_Reading]) -> list[tuple[Unchecked, ...]]:
    """Return what is left unchecked of each window."""
    claimed = any(reading.taken.drafts for reading in readings)
    return [reading.unchecked + (() if claimed else reading.doubted) for reading in readings]


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
        if taken.problems or missing or self._doubtful(window, taken):
            return await self._read_again(window, text, asked, taken, missing)
        return _Reading(_own(window, taken), asked.usage)

    async def _read_again(
        self, window: Window, text: str, asked: Asked[Pointing], taken: Taken, missing: list[int]
    ) -> _Reading:
        follow_up = message(taken, missing, self.numbered, doubted=self._doubtful(window, taken))
        try:
            again = await self._ask([text, asked.text, follow_up])
        except ModelRejected:
            raise
        except ModelError as error:
            return self._half_read(window, asked, taken, missing, str(error))
        whole = take(corrected(asked.answer, taken, again.answer), self.numbered, ids(text))
        usage = asked.usage + again.usage
        return _Reading(
            _own(window, whole),
            usage,
            self._passed_over(window, whole),
            doubted=self._dismissed(window, whole),
            kept=not usage.calls,
        )

    async def _ask(self, turns: list[str]) -> Asked[Pointing]:
        return await self.model.ask(Pointing, system=self.system, turns=turns, label="extract")

    def _missing(self, window: Window, taken: Taken) -> list[int]:
        """Return the figures the window has to account for and did not."""
        accounted = taken.claimed | taken.dismissed.keys()
        return [figure for figure in window.figures(self.numbered) if figure not in accounted]

    def _passed_over(self, window: Window, taken: Taken) -> tuple[Unchecked, ...]:
        """Return a window whose every figure the model passed over twice: its answer says nothing of the text."""
        missing = self._missing(window, taken)
        if len(missing) < len(window.figures(self.numbered)):
            return ()
        return self._unchecked(missing, f"{_figures(missing)} passed over by the model, also when asked again.")

    def _doubtful(self, window: Window, taken: Taken) -> bool:
        """Tell whether everything of a window that has figures was dismissed."""
        figures = window.figures(self.numbered)
        return len(figures) >= _DOUBTED and not taken.drafts and taken.dismissed.keys() >= {*figures}

    def _dismissed(self, window: Window, taken: Taken) -> tuple[Unchecked, ...]:
        if not self._doubtful(window, taken):
            return ()
        figures = window.figures(self.numbered)
        return self._unchecked(figures, f"{_figures(figures)} dismissed by the model, also when asked again.")

    def _half_read(
        self, window: Window, asked: Asked[Pointing], taken: Taken, missing: list[int], error: str
    ) -> _Reading:
        """Return what a first answer gave where the second could not be had."""
        failed = f"and asking again failed: {error}"
        gap = self._unchecked(missing, f"{_figures(missing)} left out, {failed}")
        whole = self._passage(window.span(self.numbered), f"Some of the model's answer could not be taken, {failed}")
        left_out = dict.fromkeys(missing, f"left out, {failed}")
        return _Reading(_own(window, taken), asked.usage, gap or (whole,), left_out)

    def _not_read(self, window: Window, why: str) -> _Reading:
        figures = dict.fromkeys(window.figures(self.numbered), f"not checked: {why}")
        return _Reading(unchecked=(self._passage(window.span(self.numbered), why),), left_out=figures)

    def _unchecked(self, figures: Sequence[int], why: str) -> tuple[Unchecked, ...]:
        """Return the passage from the first to the last of some figures, whole sentences, if there are any."""
        if not figures:
            return ()
        first, last = (self.numbered.sentence_of(figure) for figure in (figures[0], figures[-1]))
        return (self._passage(Span(start=first.start, end=last.end), why),)

    def _passage(self, span: Span, why: str) -> Unchecked:
        return Unchecked(article=self.numbered.article.id, start=span.start, end=span.end, why=why)


def _figures(figures: Sequence[int]) -> str:
    return "1 figure was" if len(figures) == 1 else f"{len(figures)} figures were"


def _own(window: Window, taken: Taken) -> Taken:
    """Return what was taken without statements of sentences the window shows only to be understood."""
    return replace(taken, drafts=tuple(d for d in taken.drafts if d.measures or d.sentence in window.new))
