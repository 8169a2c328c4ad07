"""The store a command reads: there, filled, and left as it was."""

import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from verifier.cli import streams
from verifier.cli.overrides import settings_of
from verifier.errors import UsageError
from verifier.handover import RemoteStore, found
from verifier.listing import is_empty
from verifier.settings import Settings
from verifier.store import Glance, Store, Unit
from verifier.store.files import LOCK, with_ending

SHOWN = 10
"""Characters of an id that are shown; any beginning that is only its own will do."""


@contextmanager
def stored(options: Namespace, *, changes: bool = False) -> Iterator[Unit]:
    """Open the store the options name; raises UsageError where there is none, or nothing in it. None is made.

    What a unit with `changes` does to it is kept, unless the options have --no-save.
    """
    settings = settings_of(options)
    server = found(settings)
    if server is not None:
        opened, name = RemoteStore(server).unit(keep=changes), f"of {server.url}"
    else:
        path = there(settings, "read")
        store = Store(path) if changes or _is_ours(path) else Glance(path)
        keep = changes and not options.no_save and path.stat().st_size > 0
        opened, name = store.unit(keep=keep), str(path)
    with opened as unit:
        check_filled(unit, name)
        yield unit


def check_filled(unit: Unit, name: str) -> None:
    """Raise UsageError where the store of this name holds no article."""
    if is_empty(unit):
        raise UsageError(f"the store {name} holds no articles: `verify article.txt` adds one.")


def there(settings: Settings, verb: str) -> Path:
    """Return the file of the store; raises UsageError where there is none to `verb`."""
    path = settings.database
    if path is None or not path.exists():
        raise UsageError(f"there is no store {path or 'in memory'} to {verb}: `verify article.txt` makes one.")
    return path


def _is_ours(path: Path) -> bool:
    """Tell whether the store, and its lock beside it, may be written; to read it neither has to be."""
    lock = with_ending(path, LOCK)
    return all(os.access(one, os.W_OK, effective_ids=True) for one in (path, lock if lock.exists() else path.parent))


def looked_into(settings: Settings, *, patience: float = 30.0) -> Store:
    """Return the store of the settings, or of the server that has it, to look into without leaving a trace."""
    server = found(settings)
    return RemoteStore(server) if server is not None else Glance(settings.database, patience=patience)


def outcome(changed: int, options: Namespace) -> str:
    """Return how many verdicts change by what a person says, or would change with --no-save."""
    from verifier.report.words import counted

    verdicts = counted(changed, "verdict") if changed else "no verdict"
    return f"{verdicts} would change; nothing was stored" if options.no_save else f"{verdicts} changed"


def tell_rest(shown: int, in_all: int, singular: str) -> None:
    """Say how many there are, and how many are not listed."""
    from verifier.report.words import counted

    more = f", {shown:,} listed; {in_all - shown:,} more: raise --limit" if in_all > shown else ""
    streams.tell(f"{counted(in_all, singular)}{more}")
