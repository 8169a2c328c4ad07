"""What this process is told by its surroundings beside the settings: what its terminal can do, and whose it is."""

import getpass
import os
from collections.abc import Mapping
from functools import cache

from verifier.settings.keys import DEBUG


def wants_colour(environ: Mapping[str, str] | None = None) -> bool:
    """Return whether the environment allows colour on a terminal (NO_COLOR and TERM=dumb forbid it)."""
    environ = os.environ if environ is None else environ
    return not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"


def can_redraw(environ: Mapping[str, str] | None = None) -> bool:
    """Return whether a line on the terminal can be drawn anew (TERM=dumb, and none, say that it cannot)."""
    environ = os.environ if environ is None else environ
    return environ.get("TERM", "") not in ("", "dumb")


def wants_traceback(environ: Mapping[str, str] | None = None) -> bool:
    """Return whether a fault of verifier itself is to be shown with its traceback."""
    environ = os.environ if environ is None else environ
    return environ.get(DEBUG, "") not in ("", "0")


@cache
def owner() -> str:
    """Return the name of whoever runs this process."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a process whose user has no name, as in some containers
        return "owner"
