"""Stands in for `verify` in a process of its own, with a checker that does what the first argument says."""

import asyncio
import logging
import signal
import sys
import types
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from verifier.cli import main
from verifier.errors import ModelRejected, ModelUnavailable, StoreError
from verifier.models import (
    Article,
    Citation,
    Claim,
    Comparison,
    Extraction,
    Finding,
    Report,
    Topic,
    Unchecked,
    Usage,
    Verdict,
)
from verifier.settings import Settings

Progress = Callable[[str], None] | None
Standings = Callable[["Standing"], None] | None


class Standing(NamedTuple):
    """As the pipeline tells it."""

    read: int
    articles: int
    usage: Usage


def conflicting(articles: Sequence[Article]) -> Report:
    return _report(articles, Verdict.CONFLICTING)


def unsourced(articles: Sequence[Article]) -> Report:
    return _report(articles, Verdict.UNSOURCED)


def corroborated(articles: Sequence[Article]) -> Report:
    return _report(articles, Verdict.CORROBORATED)


def unchecked(articles: Sequence[Article]) -> Report:
    """A conflict, and a passage nobody could check."""
    report = _report(articles, Verdict.CONFLICTING)
    passage = Unchecked(article=articles[0].id, start=0, end=3, why="no answer")
    return report.model_copy(update={"unreconciled": (passage,)})


def lengthy(articles: Sequence[Article]) -> Report:
    """More lines than any pipe holds."""
    report = _report(articles, Verdict.CONFLICTING)
    return report.model_copy(update={"findings": report.findings * 20_000})


def noisy(articles: Sequence[Article]) -> Report:
    """Libraries that log and warn."""
    logging.basicConfig()
    for name in ("instructor", "openai", "httpx", "httpx2", "httpcore2"):
        logging.getLogger(name).error("chatter")
    warnings.warn("chatter", UserWarning, stacklevel=1)
    return _report(articles, Verdict.UNSOURCED)


def interrupted(articles: Sequence[Article]) -> Report:
    return asyncio.run(_signalled(articles, signal.SIGINT))


def terminated(articles: Sequence[Article]) -> Report:
    return asyncio.run(_signalled(articles, signal.SIGTERM))


def hung_up(articles: Sequence[Article]) -> Report:
    return asyncio.run(_signalled(articles, signal.SIGHUP))


async def _signalled(articles: Sequence[Article], number: signal.Signals) -> Report:
    """A signal that comes while an answer is waited for."""
    signal.raise_signal(number)
    await asyncio.sleep(0)
    return _report(articles, Verdict.UNSOURCED)


def vanishing(articles: Sequence[Article]) -> Report:
    """A conflict, and meanwhile somebody removes the folder of the reports."""
    Path("reports").rmdir()
    return _report(articles, Verdict.CONFLICTING)


def unavailable(articles: Sequence[Article]) -> Report:
    raise ModelUnavailable(f"No answer about {articles[0].path}.\x1b[2J")


def rejected(articles: Sequence[Article]) -> Report:
    raise ModelRejected(f"The key was turned down for {articles[0].path}.")


def closed(articles: Sequence[Article]) -> Report:
    raise StoreError(f"The store is held while {articles[0].path} waits.")


def full(articles: Sequence[Article]) -> Report:
    raise OSError(28, f"No space left on device for {articles[0].path}")


def faulty(articles: Sequence[Article]) -> Report:
    raise ZeroDivisionError(f"division by {articles[0].path}")


def _report(articles: Sequence[Article], verdict: Verdict) -> Report:
    """Every article claims its first line; it is contradicted, or not, by a passage elsewhere."""
    return Report(
        extractions=tuple(Extraction(article=article) for article in articles),
        findings=tuple(_finding(article, verdict) for article in articles),
    )


def _finding(article: Article, verdict: Verdict) -> Finding:
    quote = article.text.splitlines()[0]
    claim = Claim(
        id=f"claim of {article.path}",
        article=article.id,
        statement=quote,
        topic=Topic(measure=""),
        aspect="event",
        sentence=quote,
        citations=(Citation(quote=quote, start=0, end=len(quote), line=1, column=1),),
    )
    other = Comparison(
        claim="c",
        article="a",
        path="kept.txt",
        quote="No.",
        line=1,
        column=1,
        sentence="No.",
        offset=0,
        relation="conflicts",
        why="they differ",
        about="",
    )
    return Finding(
        claim=claim,
        verdict=verdict,
        reason="as scripted",
        comparisons=(other,) if verdict is Verdict.CONFLICTING else (),
    )


def _script(behaviour: Callable[[Sequence[Article]], Report]) -> None:
    def verify(
        articles: Sequence[Article], settings: Settings, *, progress: Progress = None, standings: Standings = None
    ) -> Report:
        if progress and standings:
            progress(f"checking into {settings.database}")
            for read, article in enumerate(articles):
                standings(Standing(read, len(articles), Usage(calls=read)))
                progress(f"{article.path}: 0 claims")
        return behaviour(articles)

    module = types.ModuleType("verifier.pipeline")
    module.verify = verify  # type: ignore[attr-defined]
    sys.modules["verifier.pipeline"] = module


if __name__ == "__main__":
    _script(globals()[sys.argv[1]])
    sys.exit(main(sys.argv[2:]))
