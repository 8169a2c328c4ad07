"""Who is to look at which claim: said by an editor, or by people of themselves."""

from collections.abc import Mapping
from typing import NamedTuple

from verifier.errors import UsageError
from verifier.queue import record
from verifier.queue.decisions import Outcome, Refused, say
from verifier.queue.people import Person
from verifier.queue.record import Entry, Said, Seen, Standing
from verifier.queue.roles import allows
from verifier.store import Unit

NOBODY = ""


class _Name(NamedTuple):
    name: str


def known(unit: Unit, person: Person) -> list[str]:
    """Return the names of those who can be given a claim, whoever asks among them."""
    names = {row.name for row in unit.rows("queue/known_names", _Name)} | {person.name}
    return sorted(names, key=str.casefold)


def assign(
    unit: Unit,
    person: Person,
    assignee: str,
    claims: Mapping[str, Seen],
    *,
    note: str = "",
    is_batch: bool = False,
) -> Outcome:
    """Give claims to somebody, or to NOBODY; raises UsageError for a name that nobody has here."""
    if assignee != NOBODY and assignee not in known(unit, person):
        raise UsageError(f"nobody is called {assignee!r} here: choose somebody who is in the list.")
    now = record.standings(unit, claims)
    refused = [Refused(claim, why) for claim in claims if (why := _objection(person, assignee, now[claim]))]
    left = claims.keys() - {one.claim_id for one in refused}
    said = Said(person.name, "assignee", "assign", assignee=assignee, note=note, is_batch=is_batch)
    return say(
        unit,
        [(said, [Entry(claim, claims[claim].machine, claims[claim].assigned) for claim in claims if claim in left])],
        refused,
    )


def _objection(person: Person, assignee: str, now: Standing) -> str | None:
    """Return why this person may not give that claim to somebody; None where they may."""
    if allows("editor", person.role):
        return None
    if assignee not in (NOBODY, person.name):
        return "it takes an editor to give a claim to somebody else"
    if now.assignee not in (None, person.name):
        return f"it is {now.assignee}'s, and it takes an editor to change that"
    return None
