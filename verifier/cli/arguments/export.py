"""The options of `verify export`."""

from functools import partial

from verifier.cli.arguments.parser import Parser
from verifier.cli.arguments.shared import add_settings_options
from verifier.cli.arguments.values import text

_FILES = {
    "--csv": "the claims with verdicts and decisions, for spreadsheets",
    "--claimreview": "what people decided, as JSON-LD for the page each check has under VERIFIER_CHECKS_URL",
    "--jsonl": "everything, as lines of JSON that `verify import` makes the same store of",
}


def parser() -> Parser:
    """Return what reads the options of `verify export`."""
    options = Parser(prog="verify export", description="Write what the store holds to files for other programs.")
    formats = options.add_mutually_exclusive_group(required=True)
    formats.add_argument(
        "--parquet",
        type=partial(text, "--parquet"),
        metavar="FOLDER",
        help="one Parquet file a table; an earlier export there is replaced",
    )
    for option, what in _FILES.items():
        formats.add_argument(option, type=partial(text, option), metavar="FILE", help=what)
    add_settings_options(options)
    return options
