"""Keeps the accounts: who is invited, in which role, what was done about each; nothing of it is ever removed."""

import re
import secrets
import unicodedata
from typing import Literal, NamedTuple, get_args

from verifier.errors import UsageError
from verifier.queue.roles import ROLES, Role
from verifier.report.visible import is_hidden
from verifier.store import Unit

Step = Literal[
    "invited",
    "joined",
    "role changed",
    "link given",
    "password changed",
    "logged in",
    "held off",
    "logged out",
    "sessions ended",
    "deactivated",
    "reactivated",
]
STEPS: tuple[Step, ...] = get_args(Step)
LONGEST_NAME = 60
RUNNER = ""
"""Who does something at the terminal on which the server was started."""
_OURS = frozenset({"verifier", "owner", "me", "nobody"})
"""Names that decisions and additions carry of nobody in particular, and what filters call whoever looks, and none."""
_ALIKE = frozenset({"ARMENIAN", "CHEROKEE", "COPTIC", "CYRILLIC", "GREEK", "LATIN"})
"""Scripts of which letters look the same: nobody's name is written in two of them."""


class Account(NamedTuple):
    """One row of accounts/people.sql."""

    person_id: str
    name: str
    role: Role
    state: Literal["invited", "active", "deactivated"]


class Done(NamedTuple):
    """One row of accounts/steps.sql: what was done about an account."""

    step: int
    name: str
    kind: Step
    role: Role | Literal[""]
    by: str
    moment: str
    """ISO 8601, UTC."""


class Named(NamedTuple):
    """One row of accounts/named.sql: an account with its password's hash, "" where none was set."""

    person_id: str
    name: str
    role: Role
    state: str
    password_hash: str


class Answer(NamedTuple):
    """The row of a statement that asks whether something holds."""

    holds: bool


class _Number(NamedTuple):
    step: int


class NoPerson(UsageError):
    """Nobody has this id."""

    def __init__(self) -> None:
        super().__init__("there is nobody like that: look at the list of people again.")


def are_kept(unit: Unit) -> bool:
    """Return whether there are accounts, so that nobody gets in without."""
    return unit.rows("accounts/is_anybody", Answer)[0].holds


def people(unit: Unit) -> list[Account]:
    """Return everybody, those who were deactivated last."""
    return unit.rows("accounts/people", Account)


def find(unit: Unit, person: str) -> Account:
    """Return who has this id; raises NoPerson."""
    found = unit.rows("accounts/person", Account, person=person)
    if not found:
        raise NoPerson
    return found[0]


def named(unit: Unit, name: str) -> Named | None:
    """Return whose account goes by a name, in whatever letters and spaces."""
    return next(iter(unit.rows("accounts/named", Named, key=key(name))), None)


def steps(unit: Unit, *, before: int | None = None, most: int = 100) -> list[Done]:
    """Return what was done about accounts, the newest first, `before` a number."""
    return unit.rows("accounts/steps", Done, before=before, most=most)


def last_step(unit: Unit) -> int:
    """Return the number of what was done last about any account; 0 where nothing was."""
    return unit.rows("accounts/last_step", _Number)[0].step


def invite(unit: Unit, name: str, role: str, by: str) -> Account:
    """Add somebody who has yet to set a password; raises UsageError for a name or a role that cannot be."""
    shown = proper(name)
    _refuse_mixed(shown)
    if unit.rows("accounts/has_decided", Answer, key=key(shown))[0].holds and are_kept(unit):
        raise UsageError(f"decisions carry the name {shown} of somebody else: choose another, so that they stay apart.")
    if named(unit, shown):
        raise UsageError(f"somebody is called {shown} already, and a name is never given twice: choose another.")
    person = secrets.token_hex(8)
    unit.run("accounts/add_person", person=person, name=shown, key=key(shown))
    note(unit, person, "invited", by, _role(role))
    return find(unit, person)


def admit(unit: Unit, name: str) -> Account:
    """Return the admin of this name, whom whoever runs the server wants to be let in, whatever they were before."""
    known = named(unit, proper(name))
    if known is None:
        return invite(unit, name, "admin", RUNNER)
    account = find(unit, known.person_id)
    if account.state == "deactivated":
        reactivate(unit, account.person_id, RUNNER)
    return change_role(unit, account.person_id, "admin", RUNNER)


def change_role(unit: Unit, person: str, role: str, by: str) -> Account:
    """Give somebody another role, from their next request on; raises UsageError for the last admin."""
    account = find(unit, person)
    if _role(role) == account.role:
        return account
    _keep_an_admin(unit, account)
    note(unit, person, "role changed", by, _role(role))
    return find(unit, person)


def deactivate(unit: Unit, person: str, by: str) -> Account:
    """Let somebody in no longer; what they decided stays. Raises UsageError for the last admin."""
    account = find(unit, person)
    if account.state == "deactivated":
        raise UsageError(f"{account.name} is deactivated already.")
    _keep_an_admin(unit, account)
    unit.run("accounts/end_links", person=person)
    note(unit, person, "deactivated", by)
    return account


def reactivate(unit: Unit, person: str, by: str) -> Account:
    """Let somebody in again who was deactivated; raises UsageError for anybody else."""
    account = find(unit, person)
    if account.state != "deactivated":
        raise UsageError(f"{account.name} is not deactivated.")
    note(unit, person, "reactivated", by)
    return find(unit, person)


def note(unit: Unit, person: str, kind: Step, by: str, role: Role | None = None) -> None:
    """Write down what was done about an account."""
    unit.run("accounts/add_step", person=person, kind=kind, role=role, by=by)


def proper(name: str) -> str:
    """Return a name as it will be shown; raises UsageError for one that could be mistaken for another, or for none."""
    shown = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", name)).strip()
    if not shown or len(shown) > LONGEST_NAME:
        raise UsageError(f"a name has 1 to {LONGEST_NAME} characters.")
    if any(is_hidden(character) for character in shown):
        raise UsageError("the name holds characters that nobody can see: type it anew.")
    if key(shown) in _OURS:
        raise UsageError(f"{shown} is nobody's name here: choose another.")
    return shown


def key(name: str) -> str:
    """Return a name as it is compared: two that differ in case or in spaces are one."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", name)).strip().casefold()


def _refuse_mixed(name: str) -> None:
    """Raise UsageError for a name that could be read as another's because some of its letters are of another script."""
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in name if letter.isalpha()} & _ALIKE
    if len(scripts) > 1:
        several = " and ".join(sorted(script.capitalize() for script in scripts))
        raise UsageError(f"the name mixes {several} letters, of which some look the same: write it in one script.")


def _role(role: str) -> Role:
    known = next((one for one in ROLES if one == role), None)
    if known is None:
        raise UsageError(f"{role!r} is no role: choose one of {', '.join(ROLES)}.")
    return known


def _keep_an_admin(unit: Unit, account: Account) -> None:
    if unit.rows("accounts/is_last_admin", Answer, person=account.person_id)[0].holds:
        raise UsageError(
            f"{account.name} is the only admin: without one nobody could let people in. Make somebody else admin first."
        )
