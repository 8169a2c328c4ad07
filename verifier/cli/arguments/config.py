"""The options of `verify config`."""

from verifier.cli.arguments.parser import Parser
from verifier.cli.arguments.shared import add_settings_options


def parser() -> Parser:
    """Return what reads the options of `verify config`."""
    options = Parser(prog="verify config", description="Show each setting and where it came from.")
    options.add_argument(
        "--check",
        action="store_true",
        help="put one small question to the model, and say what works and what to change",
    )
    add_settings_options(options)
    return options
