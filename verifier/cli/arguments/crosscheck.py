"""The options of `verify crosscheck`."""

from verifier.cli.arguments.parser import Parser
from verifier.cli.arguments.shared import add_settings_options, add_threshold


def parser() -> Parser:
    """Return what reads the options of `verify crosscheck`."""
    options = Parser(prog="verify crosscheck", description="Check everything the store holds, and count the verdicts.")
    add_threshold(options)
    add_settings_options(options)
    return options
