"""Keeps passwords as Argon2 hashes, and holds what somebody typed against them, few at a time."""

import asyncio
import re
import unicodedata
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from verifier.errors import UsageError
from verifier.store import Unit

SHORTEST, ADVISED, LONGEST = 8, 15, 1000
"""Characters, whichever they are: nothing is asked of a password but its length and that it is not soon guessed."""
_SOON = 1
"""By zxcvbn's scale: fewer than a million tries."""
_JUDGED = 32
"""Characters that are looked at: to judge takes much longer the more they are, and so many are enough."""
_OURS = ("verifier", "factcheck", "fact-check", "newsroom")
_HASHER = PasswordHasher()
_AT_ONCE = ThreadPoolExecutor(2, thread_name_prefix="password")
"""A hash takes 64 MiB and a while on purpose: a crowd at the log-in must not take the machine."""
_JUDGE = ThreadPoolExecutor(1, thread_name_prefix="judge")
"""One at a time: zxcvbn keeps the names it was given last for all threads."""


async def check(password: str, again: str, name: str) -> None:
    """Raise UsageError for what cannot be this person's password."""
    if password != again:
        raise UsageError("the two passwords are not the same: type them again.")
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(f"a password has at least {SHORTEST} characters, and {LONGEST:,} at most.")
    if why := await asyncio.get_running_loop().run_in_executor(_JUDGE, _why_guessed, password, name):
        raise UsageError(f"that password would be among the first to be tried: {why}. Choose another.")


def _why_guessed(password: str, name: str) -> str | None:
    """Return why whoever tries the likeliest first finds the password soon; None where they do not."""
    from zxcvbn import zxcvbn  # its lists of words take a while to load, and most who start a server set no password

    names = [_bare(word) for word in (name, *re.split(r"[\s\-’']+", name), *_OURS)]
    bare = _bare(password)[:_JUDGED]
    if bare and _is_named(zxcvbn(bare, user_inputs=names)):
        return "it is made of your name, or of what everybody calls this program"
    found = zxcvbn(password[:_JUDGED])
    if found["score"] > _SOON:
        return None
    warning = found["feedback"]["warning"].rstrip(".")
    return warning[:1].lower() + warning[1:] if warning else "it is made of one common word or pattern"


def _bare(words: str) -> str:
    """Return words as whoever tries names writes them: small letters without accents, no spaces."""
    apart = unicodedata.normalize("NFKD", words).casefold()
    return "".join(_plain(letter) for letter in apart if not letter.isspace() and not unicodedata.combining(letter))


def _plain(letter: str) -> str:
    """Return a Latin letter without the stroke that no normal form takes off: "l" for "ł"."""
    struck = re.fullmatch("LATIN SMALL LETTER ([A-Z]) WITH STROKE", unicodedata.name(letter, ""))
    return struck[1].lower() if struck else letter


def _is_named(found: Mapping[str, Any]) -> bool:
    return found["score"] <= _SOON and any(_is_name(part) for part in found["sequence"])


def _is_name(part: Mapping[str, Any]) -> bool:
    """Return whether a part that zxcvbn found is a name, or one repeated."""
    return part.get("dictionary_name") == "user_inputs" or any(_is_name(one) for one in part.get("base_matches", ()))


async def hashed(password: str) -> str:
    """Return what to keep of a password."""
    return await asyncio.get_running_loop().run_in_executor(_AT_ONCE, _HASHER.hash, password)


async def fits(password: str, kept: str) -> bool:
    """Return whether that is the password; with nothing kept it takes as long, and is not."""
    return await asyncio.get_running_loop().run_in_executor(_AT_ONCE, _fits, password, kept)


def keep(unit: Unit, person: str, password_hash: str) -> None:
    """Make this the password from now on."""
    unit.run("accounts/change_password", person=person, hash=password_hash)
    unit.run("accounts/add_password", person=person, hash=password_hash)


def _fits(password: str, kept: str) -> bool:
    nobodys = _nobodys()
    try:
        _HASHER.verify(kept or nobodys, password)
    except (VerificationError, InvalidHashError):
        return False
    return kept != ""


@cache
def _nobodys() -> str:
    """Return the hash that is tried for a name nobody has, so that how long it takes does not tell."""
    return _HASHER.hash("")
