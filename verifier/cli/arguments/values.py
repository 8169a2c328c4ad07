"""What the value of an option must be; each raises UsageError in words."""

import datetime
import re
from collections.abc import Sequence
from pathlib import Path

from verifier.errors import UsageError

_AMOUNT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,9})?")
_PORTS = 65535
_FIRST_ZONE = datetime.timezone(datetime.timedelta(hours=14))
"""Where a day begins before it does anywhere else."""
_DIGITS = 9
"""Digits a number may have."""


def filled(option: str, text: str) -> str:
    """Return a value that is not empty."""
    if not text:
        raise UsageError(
            f"{option} is empty: leave it out or fill it in (a variable of the shell that is not set is empty)."
        )
    return text


def text(option: str, text: str) -> str:
    """Return a value that is neither empty nor broken UTF-8."""
    if text.encode("utf-8", "ignore").decode() != text:
        raise UsageError(f"{option} {text} is not UTF-8: write it in UTF-8.")
    return filled(option, text)


def path(text: str) -> str:
    """Return a path that is not empty."""
    return filled("a path", text)


def output(text: str) -> Path:
    """Return the file a report goes to."""
    return Path(filled("--output", text))


def dollars(option: str, text: str) -> str:
    """Return an amount of money as it is written: 0, or more."""
    if not _AMOUNT.fullmatch(filled(option, text)):
        raise UsageError(f"{option} {text!r} is no amount of dollars: write it as 0.50, without a sign.")
    return text


def one_of(option: str, allowed: Sequence[str], text: str) -> str:
    """Return a value that is one of the allowed ones."""
    if text not in allowed:
        raise UsageError(f"{option} takes one of {', '.join(allowed)}: not {text!r}.")
    return text


def date(option: str, text: str) -> datetime.date:
    """Return a day written as YYYY-MM-DD."""
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise UsageError(f"{option} {text!r} is not a date: write it as YYYY-MM-DD, for example 2025-12-23.")
    return day


def moment(option: str, text: str) -> str:
    """Return a moment in ISO 8601 with its offset; a day means its end, and no offset means UTC."""
    try:
        at = datetime.datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"{option} {text!r} is no moment: write a day as 2025-12-23, or a moment as 2025-12-23T18:30."
        ) from None
    zone = at.tzinfo or datetime.UTC
    if at.replace(tzinfo=_FIRST_ZONE if _is_day(text) else zone) > datetime.datetime.now(datetime.UTC):
        raise UsageError(f"{option} {text} is still to come: give a day that has begun, or a moment that has been.")
    if _is_day(text):
        at = at.replace(hour=23, minute=59, second=59, microsecond=999_999)
    return at.replace(tzinfo=zone).isoformat()


def port(option: str, text: str) -> int:
    """Return the number of a port; 0 is any that is free."""
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and int(text) <= _PORTS):
        raise UsageError(f"{option} {text!r} is no port: give a number from 0 to {_PORTS}.")
    return int(text)


def _is_day(text: str) -> bool:
    try:
        return bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False


def number(option: str, text: str) -> int:
    """Return a whole number from 1."""
    if not (text.isascii() and text.isdigit() and int(text[:_DIGITS]) > 0 and len(text) <= _DIGITS):
        raise UsageError(f"{option} {text!r} is no number from 1 to {10**_DIGITS - 1:,}.")
    return int(text)
