"""The options of `verify export`."""

from functools import partial

from verifier.cli.arguments.parser import Parser
from verifier.cli.arguments.shared import add_settings_options
from verifier.cli.arguments.values import text


def parser() -> Parser:
    """Return what reads the options of `verify export`."""
    options = Parser(
        prog="verify export", description="Write the claims of the store, and what their check rests on, to files."
    )
    formats = options.add_mutually_exclusive_group(required=True)
    formats.add_argument(
        "--parquet",
        type=partial(text, "--parquet"),
        metavar="FOLDER",
        help="one Parquet file a table; an earlier export there is replaced",
    )
    add_settings_options(options)
    return options
