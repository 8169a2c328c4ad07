"""The options of `verify ties`."""

from functools import partial

from verifier.cli.arguments.parser import Parser
from verifier.cli.arguments.shared import add_list_options
from verifier.cli.arguments.values import text

RELATIONS = ("same", "narrower", "broader", "overlapping", "other", "unclear")

_EPILOG = """\
relations: FIRST is the SECOND's
  same         the same: their claims are held against each other
  narrower     a part of it           broader      the whole of it
  overlapping  neither part nor whole: only shares that agree bear each other out
  other        something else: nothing follows
  unclear      nobody can tell: they may agree; they conflict only where an article leaves the product unsaid
What a person says is never overwritten by code or a model; what a person says later takes the place of it.
"""


def parser() -> Parser:
    """Return what reads the options of `verify ties`."""
    options = Parser(
        prog="verify ties",
        description="List which topics are held to be the same, a part of another or something else; or overrule it.",
        epilog=_EPILOG,
    )
    options.add_argument("--topic", type=partial(text, "--topic"), metavar="TEXT", help="of topics with these words")
    options.add_argument("--unclear", action="store_true", help="only what nobody could settle")
    options.add_argument(
        "--set",
        nargs=3,
        type=partial(text, "--set"),
        metavar=("FIRST", "SECOND", "RELATION"),
        help="say how two topics stand, by their ids as listed or the beginnings of those",
    )
    options.add_argument("--why", type=partial(text, "--why"), metavar="TEXT", help="the reason, for whoever reads it")
    add_list_options(options)
    options.add_argument("--no-save", action="store_true", help="with --set: say what would change, and change nothing")
    return options
