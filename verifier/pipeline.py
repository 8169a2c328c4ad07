"""The whole of it, in order: read each article, hold topics and statements against the store, compare, report."""

import asyncio
from collections.abc import Callable, Iterable, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import NamedTuple

from verifier.article import instructions
from verifier.article.places import nearby, source_of
from verifier.crosscheck import check, earlier, history, keep
from verifier.errors import InputError, VerifierError
from verifier.extract import extract
from verifier.llm import ByBatch, Model, about, together
from verifier.models import Article, Extraction, Finding, Report, Unchecked, Usage
from verifier.reconcile import Decided, OpenPairs, add, open_pairs, reconcile
from verifier.report.words import counted
from verifier.settings import Settings, wants_traceback
from verifier.store import Answers, Store, Unit, articles

Progress = Callable[[str], None]
"""Is told, in a few words, what has just been done."""
_NEWS = 20
"""How often, at most, it is told how far one article is."""
_AHEAD = 2
"""Articles in work for each request that may be under way: one that is asked about, one that is made ready for it."""
_AT_ONCE = 20
"""Articles that are stored in one unit of work."""


class Standing(NamedTuple):
    """How far a run has come."""

    read: int
    articles: int
    usage: Usage
    """Of all that was asked so far."""


Standings = Callable[[Standing], None]
"""Is told how far the run has come, after every answer about a passage."""


class Place(NamedTuple):
    """Where a run keeps what it finds."""

    store: Store
    logs: bool
    """Whether to write down which verdicts change: a store that ends with the run has no history."""
    source_of: Callable[[str], str] = source_of
    """Says, of an article's path, what a later text has to share to supersede it."""


def verify(
    texts: Sequence[Article],
    settings: Settings,
    *,
    progress: Progress | None = None,
    standings: Standings | None = None,
    batch: ByBatch | None = None,
) -> Report:
    """Check every claim of the articles against each other and against the store.

    Raises InputError, StoreError, ConfigurationError and ModelRejected; any other trouble with the model is in the
    report as what was not checked. Raises ModelPending where requests were noted in `batch`: nothing that rests on
    their answers was stored.
    """
    made: list[Report] = []

    async def run() -> None:  # returns nothing: as it ends, asyncio writes out what a task returned, only to drop it
        with Store(settings.database) as store:
            place = Place(store, logs=settings.save and settings.database is not None)
            made.append(await verify_in(place, texts, settings, progress=progress, standings=standings, batch=batch))

    asyncio.run(run())
    return nearby(made[0])


async def verify_in(
    place: Place,
    texts: Sequence[Article],
    settings: Settings,
    *,
    progress: Progress | None = None,
    standings: Standings | None = None,
    batch: ByBatch | None = None,
) -> Report:
    """Check as `verify` does, and raise as it does, in a store that is open; other articles go by their sources."""
    return await _verify(_in_order(texts), settings, _Told(progress, standings), place, batch)


class _Told:
    """Passes on how the run goes to whoever wants to know."""

    def __init__(self, progress: Progress | None, standings: Standings | None) -> None:
        self.words: Progress = progress or (lambda _: None)
        self._standings: Standings = standings or (lambda _: None)
        self._read = 0

    def standing(self, articles: int, model: Model, *, read: int = 0) -> None:
        self._read += read
        self._standings(Standing(self._read, articles, model.usage))


def _in_order(texts: Sequence[Article]) -> list[Article]:
    """Return the articles sorted, so that the order of the input does not matter.

    Raises InputError for two texts under one name: the second would supersede the first, whose claims would be lost.
    """
    ordered = sorted(texts, key=lambda article: (article.path, article.id))
    for one, other in pairwise(ordered):
        if one.path == other.path and one.id != other.id:
            raise InputError(f"Two texts are called {one.path}. Give each a name of its own.")
    return ordered


async def _verify(texts: list[Article], settings: Settings, told: _Told, place: Place, batch: ByBatch | None) -> Report:
    _make_room(settings.model.concurrency)
    distinct, copies = _parted(texts, told.words)
    store = place.store
    shelf = _Shelf(place, early=settings.save and batch is None)
    async with Model(settings.model, Answers(store, save=settings.save), batch) as model:
        extractions = await _read_all(distinct, model, settings.model.concurrency, shelf, told)
        model.settle()
        with store.unit(keep=settings.save) as unit:
            pairs = hold(unit, extractions, shelf.waiting, copies, place.source_of)
        told.words(f"holding {_held(pairs)} against each other")
        decided = await reconcile(pairs, model)
        model.settle()
    with store.unit(keep=settings.save) as unit:
        if not settings.save:  # the first unit left nothing; where it did, another run may have gone on from it
            hold(unit, extractions, extractions, copies, place.source_of)
        findings = _compare(unit, extractions, decided, log=place.logs)
        standing = earlier.standing(unit, extractions)
    return _report(standing, findings, decided, model)


def _make_room(concurrency: int) -> None:
    """Let as many threads wait for the store as there are articles in work: what waits is one unit of work."""
    threads = ThreadPoolExecutor(max_workers=_AHEAD * concurrency + 1)
    asyncio.get_running_loop().set_default_executor(threads)


def _held(pairs: OpenPairs) -> str:
    return f"{counted(len(pairs.topics), 'topic')} and {counted(len(pairs.statements), 'statement')}"


def _parted(texts: Iterable[Article], progress: Progress) -> tuple[list[Article], list[Article]]:
    """Return each text under its first name, and those that repeat one under another name."""
    first: dict[str, Article] = {}
    copies = [text for text in texts if first.setdefault(text.id, text).path != text.path]
    for copy in copies:
        progress(f"{copy.path} is the same text as {first[copy.id].path}: checked once")
    return list(first.values()), copies


async def _read_all(
    texts: Sequence[Article], model: Model, concurrency: int, shelf: "_Shelf", told: _Told
) -> list[Extraction]:
    """Return what was read, in the order of the texts; only so many are in work as the model can be kept busy with."""
    gate = asyncio.Semaphore(_AHEAD * concurrency)

    async def read(article: Article) -> Extraction:
        async with gate:
            extraction = await _read(article, model, lambda: told.standing(len(texts), model), told.words)
            await shelf.put(extraction)
        told.standing(len(texts), model, read=1)
        return extraction

    return await together(read(article) for article in texts)


async def _read(article: Article, model: Model, answered: Callable[[], None], progress: Progress) -> Extraction:
    def passages(done: int, in_all: int) -> None:
        answered()
        if done < in_all and done % max(1, in_all // _NEWS) == 0:
            progress(f"{article.path}: {done} of {in_all} passages")

    try:
        with about(article.id):
            extraction = await extract(article, model, passages)
    except (VerifierError, OSError):
        raise
    except Exception as fault:  # noqa: BLE001 - a fault of ours that one article brings out must not cost the others
        extraction = _not_read(article, fault)
    progress(
        f"{article.path}: " + ("not checked" if extraction.unchecked else counted(len(extraction.claims), "claim"))
    )
    return extraction


def _not_read(article: Article, fault: Exception) -> Extraction:
    """Return an article of which nothing was checked; raises the fault where its traceback is wanted."""
    if wants_traceback():
        raise fault
    why = f"This article brings out a bug in verifier: {type(fault).__name__}: {fault}; please report it."
    gap = Unchecked(article=article.id, start=0, end=len(article.text), why=why)
    return Extraction(article=article, unchecked=(gap,))


class _Shelf:
    """Takes what was read and stores it, some articles at a time, while others are being read."""

    def __init__(self, place: Place, *, early: bool) -> None:
        """With `early` False everything waits: a run may have to leave the store as it was."""
        self.waiting: list[Extraction] = []
        self._place = place
        self._early = early

    async def put(self, extraction: Extraction) -> None:
        self.waiting.append(extraction)
        if self._early and len(self.waiting) >= _AT_ONCE:
            some, self.waiting = self.waiting, []
            await asyncio.to_thread(self._put, some)

    def _put(self, extractions: Sequence[Extraction]) -> None:
        with self._place.store.unit() as unit:
            put(unit, extractions, source_of=self._place.source_of)


def put(
    unit: Unit,
    extractions: Sequence[Extraction],
    copies: Iterable[Article] = (),
    source_of: Callable[[str], str] = source_of,
) -> None:
    """Store what was read; `copies` are the same texts by other names.

    A text of which nothing could be read takes no older text's place: what that one says stays in force.
    """
    read = [extraction for extraction in extractions if extraction.claims or not extraction.unchecked]
    unread = {extraction.article.id for extraction in extractions} - {extraction.article.id for extraction in read}
    texts = [*(extraction.article for extraction in read), *(copy for copy in copies if copy.id not in unread)]
    articles.add_all(unit, [articles.Held(text, source_of(text.path)) for text in texts])
    keep(unit, *read)


def hold(
    unit: Unit,
    extractions: Sequence[Extraction],
    waiting: Sequence[Extraction],
    copies: Iterable[Article] = (),
    source_of: Callable[[str], str] = source_of,
) -> OpenPairs:
    """Store those that are `waiting`, settle in code what names settle, and return the pairs nobody has decided yet."""
    put(unit, waiting, copies, source_of)
    return open_pairs(unit, [extraction.article.id for extraction in extractions])


def _compare(unit: Unit, extractions: Sequence[Extraction], decided: Decided, *, log: bool) -> list[Finding]:
    """Return what the store says of the claims that were read; `log`: and write down which verdicts that changes."""
    add(unit, decided)
    if log:
        history.update(unit)
    names = [extraction.article.id for extraction in extractions]
    findings = check(unit, names)
    if log:
        history.log(unit, names)
    return findings


def _report(extractions: Sequence[Extraction], findings: Sequence[Finding], decided: Decided, model: Model) -> Report:
    place = {extraction.article.id: number for number, extraction in enumerate(extractions)}
    current = {finding.claim.article for finding in findings}
    return Report(
        extractions=tuple(_checked(extraction, current) for extraction in extractions),
        findings=tuple(sorted(findings, key=lambda found: _order(found, place))),
        refused=tuple(decided.refused),
        unreconciled=tuple(decided.unchecked),
        notes=tuple(note for extraction in extractions for note in instructions.notes(extraction.article)),
        usage=model.usage,
        spent=dict(sorted(model.spent.items())),
    )


def _checked(extraction: Extraction, current: Set[str]) -> Extraction:
    """Return what was read; all of it unchecked if the store no longer holds the text, so that none of it was."""
    article = extraction.article
    if not extraction.claims or article.id in current:
        return extraction
    why = "Meanwhile another run stored another text of this name. Run again."
    gap = Unchecked(article=article.id, start=0, end=len(article.text), why=why)
    return extraction.model_copy(update={"unchecked": (*extraction.unchecked, gap)})


def _order(finding: Finding, place: dict[str, int]) -> tuple[int, int, str]:
    claim = finding.claim
    return place[claim.article], claim.citations[0].start, claim.id
