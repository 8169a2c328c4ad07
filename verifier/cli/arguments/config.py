"""The options of `verify config`."""

from verifier.cli.arguments.parser import Parser
from verifier.cli.arguments.shared import add_settings_options


def parser() -> Parser:
    """Return what reads the options of `verify config`."""
    options = Parser(prog="verify config", description="Show each setting and where it came from.")
    add_settings_options(options)
    return options
