"""`verify --batch` and `verify --batch-collect`: hands articles in at half the price, and comes back for the report."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from verifier.batches import ROUNDS, HandedIn, Outcome, RoundTrip, Waiting
from verifier.cli import given, money, streams
from verifier.errors import UsageError
from verifier.handover import refuse_while_served
from verifier.models import Article, Report
from verifier.report.words import counted
from verifier.settings import Settings

_NOT_YET = 3


def run(options: Namespace, settings: Settings, articles: list[Article], deliver: Callable[[Report], int]) -> int:
    """Hand in the articles, or pick up what was handed in; `deliver` hands over a report and returns the exit code."""
    refuse_while_served(settings, "a batch")
    visit = RoundTrip(settings, streams.tell)
    if options.batch_collect and settings.database and not settings.database.exists():
        raise UsageError(f"there is no store {settings.database} to collect for: `verify --batch` hands articles in.")
    with visit as trip:
        outcome = trip.collect(ask_rest=options.ask_rest) if options.batch_collect else trip.submit(articles)
        if not isinstance(outcome, Report):
            return _told(outcome, _NOT_YET if options.batch_collect else 0)
        given.spare((Path(read.article.path) for read in outcome.extractions), options.output)
        code = deliver(outcome)
        trip.reported()
        return code


def _told(outcome: Outcome, code: int) -> int:
    if isinstance(outcome, Waiting):
        _tell_waiting(outcome)
    if isinstance(outcome, HandedIn):
        _tell_handed_in(outcome)
    return code


def _tell_waiting(waiting: Waiting) -> None:
    for batch, state in waiting.states.items():
        done = f"{state.done} of {counted(state.requests, 'request')} done" if state.requests else "not begun"
        streams.tell(f"Batch {batch} is {state.status.replace('_', ' ')}: {done}.")
    streams.tell("Run `verify --batch-collect` again later, with the same options.")


def _tell_handed_in(handed: HandedIn) -> None:
    if not handed.requests:
        streams.tell("Everything that is missing was handed in before and waits to be answered.")
    else:
        what = f"{counted(handed.requests, 'request')} of {counted(handed.articles, 'article')}"
        cost = money.dollars(handed.cost) if handed.cost is None else f"about {money.dollars(handed.cost)}"
        streams.tell(
            f"Handed in {what} to {handed.model} at {handed.endpoint} (round {handed.round} of {ROUNDS}, {cost}):"
        )
        for batch in handed.batches:
            streams.tell(f"  batch {batch}")
    streams.tell("Answers come within 24 hours. `verify --batch-collect`, with the same options, picks them up.")
