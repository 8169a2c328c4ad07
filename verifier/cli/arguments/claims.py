"""The options of `verify claims`."""

from functools import partial

from verifier.cli.arguments.parser import Parser
from verifier.cli.arguments.shared import add_list_options
from verifier.cli.arguments.values import moment, one_of, text

VERDICTS = ("conflicting", "corroborated", "unsourced")


def parser() -> Parser:
    """Return what reads the options of `verify claims`."""
    options = Parser(
        prog="verify claims", description="List the claims of the store with their verdicts, or one claim's history."
    )
    for name, metavar, said in (
        ("--article", "PATH", "of this article: its path, its file name, its title or its id"),
        ("--publisher", "NAME", "of articles whose publisher's name holds NAME"),
        ("--topic", "TEXT", "about these words: what is measured, of what, whose"),
        ("--history", "ID", "one claim's verdicts over time; the beginning of its id will do"),
    ):
        options.add_argument(name, type=partial(text, name), metavar=metavar, help=said)
    options.add_argument(
        "--verdict",
        type=partial(one_of, "--verdict", VERDICTS),
        choices=VERDICTS,
        metavar="VERDICT",
        help="with this verdict: %(choices)s",
    )
    options.add_argument(
        "--as-of",
        type=partial(moment, "--as-of"),
        metavar="DATE",
        help="as they stood at the end of that day, or at a moment as 2025-12-23T18:30, in UTC",
    )
    add_list_options(options)
    return options
