"""`verify import`: a store made of a file of everything, the very same or none."""

from argparse import Namespace
from pathlib import Path

from verifier.cli import streams
from verifier.cli.overrides import settings_of
from verifier.errors import UsageError
from verifier.exports.loading import holds, load, refuse_broken
from verifier.handover import refuse_while_served
from verifier.report.words import counted
from verifier.store import Store


def run(options: Namespace) -> int:
    """Fill an empty store and say with how much; raises UsageError where that cannot be done."""
    if len(options.paths) != 1:
        raise UsageError("`verify import` takes one file, which `verify export --jsonl FILE` wrote.")
    file = Path(options.paths[0])
    settings = settings_of(options)
    refuse_while_served(settings, "an import")
    if settings.database is None:
        raise UsageError("a store in memory is gone when the import ends: name a file with --database.")
    refuse_broken(file)  # before a store is made for it
    with Store(settings.database) as store, store.unit() as unit:
        rows = load(unit, file)
        has_people = holds(unit, "people")
    streams.say(f"{counted(rows, 'row')} of {file} are now the store {settings.database}\n")
    if has_people:
        streams.tell("passwords are in no export: `verify queue --admin NAME` prints a link by which to set one")
    return 0
