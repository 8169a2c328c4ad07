"""The options of `verify crosscheck`."""

from functools import partial

from verifier.cli.arguments.parser import Parser
from verifier.cli.arguments.shared import add_settings_options, add_threshold
from verifier.cli.arguments.values import one_of, text

ENGINES = ("duckdb", "spark")


def parser() -> Parser:
    """Return what reads the options of `verify crosscheck`."""
    options = Parser(prog="verify crosscheck", description="Check everything the store holds, and count the verdicts.")
    add_threshold(options)
    _add_engine_options(options)
    add_settings_options(options)
    return options


def _add_engine_options(parser: Parser) -> None:
    group = parser.add_argument_group("more than one machine")
    group.add_argument(
        "--engine",
        type=partial(one_of, "--engine", ENGINES),
        choices=ENGINES,
        default="duckdb",
        metavar="ENGINE",
        help="%(choices)s; default: %(default)s",
    )
    group.add_argument(
        "--parquet",
        type=partial(text, "--parquet"),
        metavar="FOLDER",
        help="with spark: what `verify export --parquet` wrote; a folder, or a URL that Spark knows",
    )
    group.add_argument(
        "--master",
        type=partial(text, "--master"),
        metavar="URL",
        help="with spark: where it runs, such as spark://host:7077 or yarn; default: local[*]",
    )
