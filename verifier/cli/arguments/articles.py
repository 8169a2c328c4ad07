"""The options of `verify articles`."""

from functools import partial

from verifier.cli.arguments.parser import Parser
from verifier.cli.arguments.shared import add_list_options
from verifier.cli.arguments.values import text


def parser() -> Parser:
    """Return what reads the options of `verify articles`."""
    options = Parser(
        prog="verify articles",
        description="List the articles of the store, those replaced or withdrawn as well; or withdraw some.",
    )
    for name, metavar, said in (
        ("--article", "PATH", "this one: its path, its file name, its title or its id"),
        ("--publisher", "NAME", "those whose publisher's name holds NAME"),
    ):
        options.add_argument(name, type=partial(text, name), metavar=metavar, help=said)
    options.add_argument(
        "--withdraw",
        nargs="+",
        type=partial(text, "--withdraw"),
        metavar="PATH",
        help="withdraw these: their claims count no more, decisions and history stay; checked again, they are back",
    )
    add_list_options(options)
    options.add_argument(
        "--no-save", action="store_true", help="with --withdraw: say what would change, and change nothing"
    )
    return options
