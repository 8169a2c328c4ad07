"""The options of `verify articles`."""

from functools import partial

from verifier.cli.arguments.parser import Parser
from verifier.cli.arguments.shared import add_list_options
from verifier.cli.arguments.values import text


def parser() -> Parser:
    """Return what reads the options of `verify articles`."""
    options = Parser(prog="verify articles", description="List the articles of the store, the replaced ones as well.")
    for name, metavar, said in (
        ("--article", "PATH", "this one: its path, its file name, its title or its id"),
        ("--publisher", "NAME", "those whose publisher's name holds NAME"),
    ):
        options.add_argument(name, type=partial(text, name), metavar=metavar, help=said)
    add_list_options(options)
    return options
