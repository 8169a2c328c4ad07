"""The whole of it, in order: read each article, hold topics and statements against the store, compare, report."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from verifier.article import instructions
from verifier.article.places import near, source_of
from verifier.crosscheck import check, history, keep
from verifier.errors import InputError
from verifier.extract import extract
from verifier.llm import ByBatch, Model, about, together
from verifier.models import Article, Extraction, Finding, Report, Unchecked
from verifier.reconcile import Decided, OpenPairs, add, open_pairs, reconcile
from verifier.settings import Settings
from verifier.store import Answers, Store, Unit, articles

Progress = Callable[[str], None]
"""Is told, in a few words, what has just been done."""
_NEWS = 20
"""How often, at most, it is told how far one article is."""


def verify(
    texts: Sequence[Article], settings: Settings, *, progress: Progress | None = None, batch: ByBatch | None = None
) -> Report:
    """Check every claim of the articles against each other and against the store.

    Raises InputError, StoreError, ConfigurationError and ModelRejected; any other trouble with the model is in the
    report as what was not checked. Raises ModelPending where requests were noted in `batch`: nothing that rests on
    their answers was stored.
    """
    return asyncio.run(_verify(_in_order(texts), settings, progress or _silent, batch))


def _silent(_: str) -> None:
    pass


def _in_order(texts: Sequence[Article]) -> list[Article]:
    """Return the articles sorted, so that the order of the input does not matter.

    Raises InputError for two texts under one name: the second would supersede the first, whose claims would be lost.
    """
    ordered = sorted(texts, key=lambda article: (article.path, article.id))
    for one, other in pairwise(ordered):
        if one.path == other.path and one.id != other.id:
            raise InputError(f"Two texts are called {one.path}. Give each a name of its own.")
    return ordered


async def _verify(texts: list[Article], settings: Settings, progress: Progress, batch: ByBatch | None) -> Report:
    distinct, copies = _parted(texts, progress)
    with Store(settings.database) as store:
        async with Model(settings.model, Answers(store, save=settings.save), batch) as model:
            extractions = await together(_read(article, model, progress) for article in distinct)
            model.settle()
            with store.unit(keep=settings.save) as unit:
                pairs = hold(unit, extractions, copies)
            progress(f"{_held(pairs)} held against each other")
            decided = await reconcile(pairs, model)
            model.settle()
        with store.unit(keep=settings.save) as unit:
            if not settings.save:  # the first unit left nothing; where it did, another run may have gone on from it
                hold(unit, extractions, copies)
            findings = _compare(unit, extractions, decided, log=settings.save and settings.database is not None)
    return _report(extractions, findings, decided, model)


def _held(pairs: OpenPairs) -> str:
    topics, statements = len(pairs.topics), len(pairs.statements)
    return f"{topics} topic{'' if topics == 1 else 's'} and {statements} statement{'' if statements == 1 else 's'}"


def _parted(texts: Iterable[Article], progress: Progress) -> tuple[list[Article], list[Article]]:
    """Return each text under its first name, and those that repeat one under another name."""
    first: dict[str, Article] = {}
    copies = [text for text in texts if first.setdefault(text.id, text).path != text.path]
    for copy in copies:
        progress(f"{copy.path} is the same text as {first[copy.id].path}: checked once")
    return list(first.values()), copies


async def _read(article: Article, model: Model, progress: Progress) -> Extraction:
    def passages(done: int, in_all: int) -> None:
        if done < in_all and done % max(1, in_all // _NEWS) == 0:
            progress(f"{article.path}: {done} of {in_all} passages")

    with about(article.id):
        extraction, _ = await extract(article, model, passages)
    progress(f"{article.path}: " + ("not checked" if extraction.unchecked else f"{len(extraction.claims)} claims"))
    return extraction


def hold(unit: Unit, extractions: Sequence[Extraction], copies: Iterable[Article] = ()) -> OpenPairs:
    """Store what was read and return the pairs nobody has decided yet; `copies` are the same texts by other names."""
    for extraction in extractions:
        articles.add(unit, extraction.article, source_of(extraction.article.path))
        keep(unit, extraction)
    for copy in copies:
        articles.add(unit, copy, source_of(copy.path))
    return open_pairs(unit, [extraction.article.id for extraction in extractions])


def _compare(unit: Unit, extractions: Sequence[Extraction], decided: Decided, *, log: bool) -> list[Finding]:
    """Return what the store says of the claims that were read; `log`: and write down which verdicts that changes."""
    add(unit, decided)
    if log:
        history.update(unit)
    names = [extraction.article.id for extraction in extractions]
    findings = [_shown(finding) for finding in check(unit, names)]
    if log:
        history.log(unit, names)
    return findings


def _shown(finding: Finding) -> Finding:
    """Name the other articles as a reader in this folder would."""
    comparisons = (held.model_copy(update={"path": near(held.path)}) for held in finding.comparisons)
    return finding.model_copy(update={"comparisons": tuple(comparisons)})


def _report(extractions: Sequence[Extraction], findings: Sequence[Finding], decided: Decided, model: Model) -> Report:
    place = {extraction.article.id: number for number, extraction in enumerate(extractions)}
    return Report(
        extractions=tuple(_checked(extraction, findings) for extraction in extractions),
        findings=tuple(sorted(findings, key=lambda found: _order(found, place))),
        refused=tuple(decided.refused),
        unreconciled=tuple(decided.unchecked),
        notes=tuple(note for extraction in extractions for note in instructions.notes(extraction.article)),
        usage=model.usage,
        spent=dict(sorted(model.spent.items())),
    )


def _checked(extraction: Extraction, findings: Sequence[Finding]) -> Extraction:
    """Return what was read; all of it unchecked if the store no longer holds the text, so that none of it was."""
    article = extraction.article
    if not extraction.claims or any(finding.claim.article == article.id for finding in findings):
        return extraction
    why = "Meanwhile another run stored another text of this name. Run again."
    gap = Unchecked(article=article.id, start=0, end=len(article.text), why=why)
    return extraction.model_copy(update={"unchecked": (*extraction.unchecked, gap)})


def _order(finding: Finding, place: dict[str, int]) -> tuple[int, int, str]:
    claim = finding.claim
    return place[claim.article], claim.citations[0].start, claim.id
