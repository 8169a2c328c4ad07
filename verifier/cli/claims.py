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
        began = listing.began(unit) if options.as_of else None
    streams.say(_listed(_Listed(page, others, apart), options), exact=options.output_format != "text")
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
        apart = listing.standing_apart(unit, [story.held.claim.id]).get(story.held.claim.id)
    if options.output_format == "text":
        streams.say(
            "".join(f"{line}\n" for line in (_line(story.held, apart=apart, full_id=True), *stories.lines(story)))
        )
    else:
        told = listed({"claim": _row(story.held, apart=apart)}, {"history": stories.data(story)}, options.output_format)
        streams.say(told, exact=True)
    return 0


class _Listed(NamedTuple):
    """Claims, and by their ids what decided them and as what they are set apart."""

    page: ClaimPage
    others: Mapping[str, Held]
    apart: Mapping[str, Apart]


def _listed(found: _Listed, options: Namespace) -> str:
    page, others, apart = found
    named = [(held.claim.id, held) for held in page.claims]
    if options.output_format == "text":
        colour = streams.is_terminal(sys.stdout) and wants_colour()
        lines = (_line(held, others.get(name), apart.get(name), colour=colour) for name, held in named)
        return "".join(f"{line}\n" for line in lines)
    articles = {held.article.id: held.article for held in page.claims}
    head = {"as_of": options.as_of, "summary": {"claims": page.in_all, "listed": len(page.claims)}}
    rows = {
        "articles": [*map(article_row, articles.values())],
        "claims": [_row(held, others.get(name), apart.get(name)) for name, held in named],
    }
    return listed(head, rows, options.output_format)


def _line(
    held: Held, other: Held | None = None, apart: Apart | None = None, *, colour: bool = False, full_id: bool = False
) -> str:
    verdict = Verdict(held.verdict) if held.verdict else None
    shown = painted(verdict.value, verdict.value, colour) if verdict else _without(held)
    about = f"{quoted(apart.name)}, set apart by {visible(apart.person)} on {apart.day}" if apart else scope(held.claim)
    identity = visible(held.claim.id if full_id else held.claim.id[:SHOWN])
    reason = explain.stored_reason(held.reason, apart=apart is not None)
    why = f" — {reason}" if reason else ""
    says = f": {stories.where(other)} says {passage(other.claim)}" if other else ""
    return (
        f"{stories.where(held)}: {shown}  {passage(held.claim)}{f' ({about})' if about else ''}{why}{says}  {identity}"
    )


def _without(held: Held) -> str:
    return held.state if held.state != "current" else "no verdict yet"


def _row(held: Held, other: Held | None = None, apart: Apart | None = None) -> dict[str, Any]:
    told = {
        "path": held.article.path,
        "reason_code": held.reason or None,
        "counterpart": other and stories.side(other),
        "state": held.state,
        "set_apart": apart and {"name": apart.name, "person": apart.person, "day": apart.day},
    }
    reason = explain.stored_reason(held.reason, apart=apart is not None)
    return claim_row(held.claim, held.verdict, reason) | {"topic_id": held.topic} | told
