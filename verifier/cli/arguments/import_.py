"""The options of `verify import`."""

from functools import partial

from verifier.cli.arguments.parser import Parser
from verifier.cli.arguments.values import filled, path


def parser() -> Parser:
    """Return what reads the options of `verify import`."""
    options = Parser(
        prog="verify import",
        description="Make the store again that `verify export --jsonl` wrote a file of.",
    )
    options.add_argument("paths", nargs="*", type=path, metavar="FILE", help="what was exported")
    options.add_argument(
        "--database",
        type=partial(filled, "--database"),
        metavar="FILE",
        help="the store to make (VERIFIER_DATABASE), which has to be empty or not there; default: claims.duckdb",
    )
    options.set_defaults(no_save=False, offline=False)
    return options
