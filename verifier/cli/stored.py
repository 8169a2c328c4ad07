"""The store a command reads: there, filled, and left as it was."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from verifier.cli import streams
from verifier.cli.overrides import overrides
from verifier.errors import UsageError
from verifier.listing import is_empty
from verifier.settings import load
from verifier.store import Store, Unit

SHOWN = 10
"""Characters of an id that are shown; any beginning that is only its own will do."""


@contextmanager
def stored(options: Namespace, *, keep: bool = False) -> Iterator[Unit]:
    """Open the store the options name; raises UsageError where there is none, or nothing in it. None is made."""
    loaded = load(overrides(options))
    for note in loaded.notes:
        streams.complain(note)
    path = loaded.settings.database
    if path is None or not path.exists():
        raise UsageError(f"there is no store {path or 'in memory'} to read: `verify article.txt` makes one.")
    with Store(path) as store, store.unit(keep=keep and path.stat().st_size > 0) as unit:
        if is_empty(unit):
            raise UsageError(f"the store {path} holds no articles: `verify article.txt` adds one.")
        yield unit


def tell_rest(shown: int, in_all: int, singular: str) -> None:
    """Say how many there are, and how many are not listed."""
    from verifier.report.words import counted

    more = f", {shown:,} listed; {in_all - shown:,} more: raise --limit" if in_all > shown else ""
    streams.tell(f"{counted(in_all, singular)}{more}")
