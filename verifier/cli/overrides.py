"""The settings a command runs under: what its options override, and what there is to say of the others."""

from argparse import Namespace

from verifier.cli import streams
from verifier.settings import Loaded, Settings, load


def settings_of(options: Namespace) -> Settings:
    """Return the settings in force, and say which variables look like settings and are none; raises as `load`."""
    return loaded_for(options).settings


def loaded_for(options: Namespace) -> Loaded:
    """Return the same with where each comes from."""
    loaded = load(_overrides(options))
    for note in loaded.notes:
        streams.complain(note)
    return loaded


def _overrides(options: Namespace) -> dict[str, object]:
    """Return the settings that were given as options, by their key."""
    given: dict[str, object] = {}
    if options.database is not None:
        given["database"] = options.database
    if options.no_save:
        given["save"] = False
    if options.offline:
        given["answers"] = "replay"
    if getattr(options, "max_cost", None) is not None:  # only `verify [paths]` has it
        given["max_cost"] = options.max_cost
    return given
