"""`verify claims`: the claims of the store with their verdicts, now or at a moment, and one claim's history."""

import sys
from argparse import Namespace
from collections.abc import Mapping
from typing import Any, NamedTuple

from verifier import listing
from verifier.cli import streams
from verifier.cli.stored import SHOWN, stored, tell_rest
from verifier.crosscheck import explain
from verifier.errors import UsageError
from verifier.listing import Apart, ClaimPage, Held, Wanted, stories
from verifier.models import Verdict
from verifier.report.colours import painted
from verifier.report.lists import article_row, claim_row, listed
from verifier.report.visible import visible
from verifier.report.words import passage, quoted, scope
from verifier.settings import wants_colour


def run(options: Namespace) -> int:
    """List the claims that are wanted, or tell one claim's history; raises UsageError."""
    if options.history is not None:
        return _history(options)
    wanted = Wanted(
        verdict=options.verdict,
        article=options.article,
        publisher=options.publisher,
        topic=listing.asked(options.topic) if options.topic else listing.Asked(),
        moment=options.as_of,
        most=options.limit,
    )
    with stored(options) as unit:
        page = listing.list_claims(unit, wanted)
        others = listing.counterparts(unit, page.claims, wanted.moment)
        apart = {} if wanted.moment else listing.standing_apart(unit, (held.claim.id for held in page.claims))
        reasons = explain.stored_reasons(unit, {held.claim.id: held.reason for held in page.claims}, wanted.moment)
        began = listing.began(unit) if options.as_of else None
    names = [held.claim.id for held in page.claims]
    beside = {name: _Beside(others.get(name), apart.get(name), reasons[name]) for name in names}
    streams.say(_listed(page, beside, options), exact=options.output_format != "text")
    tell_rest(len(page.claims), page.in_all, "claim")
    if options.as_of and not page.in_all:
        streams.tell(f"what this store knows of its verdicts begins at {began or 'the next run of verify'}")
    return 0


def _history(options: Namespace) -> int:
    given = {
        "--verdict": options.verdict,
        "--article": options.article,
        "--publisher": options.publisher,
        "--topic": options.topic,
        "--as-of": options.as_of,
    }
    clashing = [name for name, value in given.items() if value is not None]
    if clashing:
        raise UsageError(f"--history tells all of one claim's verdicts: leave out {' and '.join(clashing)}.")
    with stored(options) as unit:
        story = listing.story_of(unit, listing.find_claim(unit, options.history))
        name = story.held.claim.id
        apart = listing.standing_apart(unit, [name]).get(name)
        beside = _Beside(None, apart, explain.stored_reasons(unit, {name: story.held.reason})[name])
    if options.output_format == "text":
        streams.say("".join(f"{line}\n" for line in (_line(story.held, beside, full_id=True), *stories.lines(story))))
    else:
        told = listed({"claim": _row(story.held, beside)}, {"history": stories.data(story)}, options.output_format)
        streams.say(told, exact=True)
    return 0


class _Beside(NamedTuple):
    """What is known of a claim besides."""

    other: Held | None
    """What decided it."""
    apart: Apart | None
    """As what it is set apart."""
    reason: str | None
    """Why it has its verdict, in words."""


def _listed(page: ClaimPage, beside: Mapping[str, _Beside], options: Namespace) -> str:
    if options.output_format == "text":
        colour = streams.is_terminal(sys.stdout) and wants_colour()
        return "".join(f"{_line(held, beside[held.claim.id], colour=colour)}\n" for held in page.claims)
    articles = {held.article.id: held.article for held in page.claims}
    head = {"as_of": options.as_of, "summary": {"claims": page.in_all, "listed": len(page.claims)}}
    rows = {
        "articles": [*map(article_row, articles.values())],
        "claims": [_row(held, beside[held.claim.id]) for held in page.claims],
    }
    return listed(head, rows, options.output_format)


def _line(held: Held, beside: _Beside, *, colour: bool = False, full_id: bool = False) -> str:
    apart, other = beside.apart, beside.other
    verdict = Verdict(held.verdict) if held.verdict else None
    shown = painted(verdict.value, verdict.value, colour) if verdict else _without(held)
    about = f"{quoted(apart.name)}, set apart by {visible(apart.person)} on {apart.day}" if apart else scope(held.claim)
    identity = visible(held.claim.id if full_id else held.claim.id[:SHOWN])
    why = f" — {beside.reason}" if beside.reason else ""
    says = f": {stories.where(other)} says {passage(other.claim)}" if other else ""
    return (
        f"{stories.where(held)}: {shown}  {passage(held.claim)}{f' ({about})' if about else ''}{why}{says}  {identity}"
    )


def _without(held: Held) -> str:
    return held.state if held.state != "current" else "no verdict yet"


def _row(held: Held, beside: _Beside) -> dict[str, Any]:
    other, apart = beside.other, beside.apart
    told = {
        "path": held.article.path,
        "reason_code": held.reason or None,
        "counterpart": other and stories.side(other),
        "state": held.state,
        "set_apart": apart and {"name": apart.name, "person": apart.person, "day": apart.day},
    }
    return claim_row(held.claim, held.verdict, beside.reason) | {"topic_id": held.topic} | told
