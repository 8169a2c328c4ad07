"""The options of every command, and nothing heavier than argparse: `--help` has to be instant."""

from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword

COMMANDS = ("articles", "claims", "config", "crosscheck", "export", "import", "queue", "ties")
"""Each has its options in the module of that name here, and what it does in the one of that name in `verifier.cli`."""


def module_of(command: str) -> str:
    """Return the name of a command's modules, which Python's own words cannot be."""
    return f"{command}_" if iskeyword(command) else command


def parse(arguments: Sequence[str]) -> Namespace:
    """Return the options with `command` beside them, one of COMMANDS or "check"; raises UsageError.

    Only the first argument can be a command: what comes later, or is written ./config, is a path.
    """
    command = arguments[0] if arguments and arguments[0] in COMMANDS else "check"
    options: Namespace = (
        import_module(f"{__name__}.{module_of(command)}").parser().options(arguments[command != "check" :], command)
    )
    return options
