"""`verify ties`: which topics are held to be the same, and a person's word that overrules it."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import Any

from verifier import listing
from verifier.cli import streams
from verifier.cli.arguments.ties import RELATIONS
from verifier.cli.arguments.values import one_of
from verifier.cli.stored import SHOWN, outcome, stored, tell_rest
from verifier.crosscheck import history
from verifier.errors import UsageError
from verifier.listing import Tied, TieRow, TopicTold, Word, stories
from verifier.listing.ties import words_on
from verifier.reconcile.ruling import Ruling, rule
from verifier.report.lists import listed
from verifier.report.visible import visible
from verifier.report.words import counted
from verifier.settings import owner

_SAID = {"person": "a person", "model": "the model", "code": "code, by the wording of the topics"}


def run(options: Namespace) -> int:
    """List the ties that are wanted, or store a person's word on one and what it changes; raises UsageError."""
    _check(options)
    return _set(options) if options.set else _list(options)


def _check(options: Namespace) -> None:
    if options.set is None and options.why is not None:
        raise UsageError("--why is the reason for --set: give that too.")
    if options.set is None and options.no_save:
        raise UsageError("--no-save is for --set: a list changes nothing.")
    if options.set is None:
        return
    if options.why is None:
        raise UsageError("--set wants a reason: add --why, for whoever reads it later.")
    if not options.why.strip():
        raise UsageError("--why is empty: say in it why, for whoever reads it later.")
    if options.topic or options.unclear or options.output_format != "text":
        raise UsageError("--set lists nothing: leave out --topic, --unclear and --output-format.")
    one_of("--set: the relation", RELATIONS, options.set[2])


# ----------------------------------------------------------------------------------- a person's word


def _set(options: Namespace) -> int:
    first, second, relation = options.set
    with stored(options, changes=True) as unit:
        first, second = listing.find_topic(unit, first), listing.find_topic(unit, second)
        ruling = rule(unit, first, second, relation, options.why, person=owner())
        changed = history.work_out(unit) if ruling.is_new else 0
        told = listing.topics_told(unit, (first, second))
    tied = Tied(told[ruling.first_topic], told[ruling.second_topic], ruling.relation, options.why, "person", owner())
    streams.say(f"{_outcome(tied, ruling, changed, options)}\n")
    return 0


def _outcome(tied: Tied, ruling: Ruling, changed: int, options: Namespace) -> str:
    said = f"if it is said that {stories.tie_told(tied)}" if options.no_save else stories.tie_words(tied)
    if not ruling.is_new:
        return f"{said}; that was a person's word before: nothing changes"
    return f"{said}; {outcome(changed, options)}"


# --------------------------------------------------------------------------------------------- a list


def _list(options: Namespace) -> int:
    topic = listing.asked(options.topic) if options.topic else listing.Asked()
    with stored(options) as unit:
        ties = listing.list_ties(unit, topic=topic, unclear=options.unclear, most=options.limit)
        told = listing.topics_told(unit, (one for tie in ties for one in (tie.first_topic, tie.second_topic)))
        words = words_on(unit, ties)
    in_all = ties[0].in_all if ties else 0
    if options.output_format == "text":
        streams.say("".join(f"{line}\n" for tie in ties for line in _lines(tie, told, words)))
    else:
        rows = [_row(tie, told, words) for tie in ties]
        head = {"summary": {"ties": in_all, "listed": len(rows)}}
        streams.say(listed(head, {"ties": rows}, options.output_format), exact=True)
    tell_rest(len(ties), in_all, "tie")
    return 0


def _lines(tie: TieRow, told: dict[str, TopicTold], words: Sequence[Word]) -> Iterator[str]:
    first, second = told[tie.first_topic], told[tie.second_topic]
    ids = f"{tie.first_topic[:SHOWN]} {tie.second_topic[:SHOWN]}"
    claims = f"{first.claims:,} against {counted(second.claims, 'claim')}"
    yield (
        f"{ids} {tie.relation}: {stories.topic(first)} {stories.RELATIONS[tie.relation]} {stories.topic(second)}"
        f" — {_said(tie)}; {claims}"
    )
    for word in _earlier(tie, words):
        yield f"     = {word.moment[:10]}: {word.relation}, {_said(word)}"


def _said(word: TieRow | Word) -> str:
    why = visible(stories.why_told(word.said_by, word.why))
    return f"{visible(word.person) or _SAID[word.said_by]}{f': {why}' if why else ''}"


def _earlier(tie: TieRow, words: Sequence[Word]) -> list[Word]:
    """Return what else was said of the pair: all but the word that counts, which is the last of who said it."""
    of_pair = [word for word in words if word[:2] == tie[:2]]
    counting = [number for number, word in enumerate(of_pair) if word.said_by == tie.said_by]
    return [word for number, word in enumerate(of_pair) if number not in counting[-1:]]


def _row(tie: TieRow, told: dict[str, TopicTold], words: Sequence[Word]) -> dict[str, Any]:
    said = [word._asdict() for word in words if word[:2] == tie[:2]]
    return {
        "first": _topic(told[tie.first_topic]),
        "second": _topic(told[tie.second_topic]),
        "relation": tie.relation,
        "why": tie.why,
        "said_by": tie.said_by,
        "person": tie.person,
        "said": [{key: word[key] for key in ("relation", "why", "said_by", "person", "moment")} for word in said],
    }


def _topic(told: TopicTold) -> dict[str, Any]:
    name = {"name": told.name} if told.name else {}
    return {"id": told.topic_id, "topic": told.topic.model_dump(), **name, "claims": told.claims}
