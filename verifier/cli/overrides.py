"""Which settings the options of a command override."""

from argparse import Namespace


def overrides(options: Namespace) -> dict[str, object]:
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
