"""The whole of it, in order: read each article, hold topics and statements against the store, compare, report."""

import asyncio
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from verifier.crosscheck import check, keep
from verifier.errors import InputError
from verifier.extract import extract
from verifier.llm import Model
from verifier.models import Article, Extraction, Finding, Report, Usage
from verifier.reconcile import Decided, OpenPairs, add, open_pairs, reconcile
from verifier.settings import Settings
from verifier.store import Answers, Store, Unit, articles

Progress = Callable[[str], None]
"""Is told, in a few words, what has just been done."""


def verify(texts: Sequence[Article], settings: Settings, *, progress: Progress | None = None) -> Report:
    """Check every claim of the articles against each other and against the store.

    Raises InputError, StoreError, ConfigurationError and ModelRejected; any other trouble with the model is in the
    report as what was not checked.
    """
    return asyncio.run(_verify(_distinct(texts), settings, progress or _silent))


def _silent(_: str) -> None:
    pass


def _distinct(texts: Sequence[Article]) -> list[Article]:
    """The same text under two names is one article; sorted, so that the order of the input does not matter.

    Raises InputError for two texts under one name: the second would supersede the first, whose claims would be lost.
    """
    ordered = sorted(texts, key=lambda article: (article.path, article.id))
    for one, other in pairwise(ordered):
        if one.path == other.path and one.id != other.id:
            raise InputError(f"Two texts are called {one.path}. Give each a name of its own.")
    return list({article.id: article for article in reversed(ordered)}.values())[::-1]


async def _verify(texts: list[Article], settings: Settings, progress: Progress) -> Report:
    with Store(settings.database) as store:
        async with Model(settings.model, Answers(store, save=settings.save)) as model:
            read = await asyncio.gather(*(_read(article, model, progress) for article in texts))
            extractions = [extraction for extraction, _ in read]
            with store.unit(keep=settings.save) as unit:
                pairs = hold(unit, extractions)
            progress(f"{len(pairs.topic_pairs)} pairs of topics, {len(pairs.statement_pairs)} of statements to settle")
            decided = await reconcile(pairs, model)
        with store.unit(keep=settings.save) as unit:
            findings = [_shown(finding) for finding in _compare(unit, extractions, decided)]
    return _report(extractions, findings, decided, [usage for _, usage in read])


async def _read(article: Article, model: Model, progress: Progress) -> tuple[Extraction, Usage]:
    extraction, usage = await extract(article, model)
    progress(f"{article.path}: " + ("not checked" if extraction.unchecked else f"{len(extraction.claims)} claims"))
    return extraction, usage


def hold(unit: Unit, extractions: Sequence[Extraction]) -> OpenPairs:
    """Store what was read and return the pairs nobody has decided yet."""
    for extraction in extractions:
        articles.add(unit, extraction.article, _source(extraction.article))
        keep(unit, extraction)
    return open_pairs(unit, [extraction.article.id for extraction in extractions])


def _compare(unit: Unit, extractions: Sequence[Extraction], decided: Decided) -> list[Finding]:
    # Adding what is there changes nothing; a run that does not save has nothing there.
    hold(unit, extractions)
    add(unit, decided)
    return check(unit, [extraction.article.id for extraction in extractions])


def _source(article: Article) -> str:
    """What a later text has to share to supersede this one: the file, or the name it was given."""
    try:
        path = Path(article.path)
        return str(path.resolve()) if path.exists() else article.path
    except OSError:  # a name no file can have, such as a long address
        return article.path


def _shown(finding: Finding) -> Finding:
    """Name the other articles as a reader in this folder would."""
    comparisons = (held.model_copy(update={"path": _near(held.path)}) for held in finding.comparisons)
    return finding.model_copy(update={"comparisons": tuple(comparisons)})


def _near(source: str) -> str:
    path = Path(source)
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else source


def _report(
    extractions: Sequence[Extraction], findings: Sequence[Finding], decided: Decided, usages: Sequence[Usage]
) -> Report:
    place = {extraction.article.id: number for number, extraction in enumerate(extractions)}
    return Report(
        extractions=tuple(extractions),
        findings=tuple(sorted(findings, key=lambda found: _order(found, place))),
        refused=tuple(decided.refused),
        unreconciled=tuple(decided.unchecked),
        usage=sum(usages, decided.usage),
    )


def _order(finding: Finding, place: dict[str, int]) -> tuple[int, int, str]:
    claim = finding.claim
    return place[claim.article], claim.citations[0].start, claim.id
