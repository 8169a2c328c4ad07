"""The options of `verify queue`."""

from functools import partial

from verifier.cli.arguments.parser import Parser
from verifier.cli.arguments.values import filled, port, text

_EPILOG = """\
Without accounts whoever can open the page on this machine may do everything. Accounts begin on its page People, or with
--admin NAME, which prints a link for the first of them; from then on nobody gets in without one.
While it runs it holds the store; `verify` in other windows finds it and hands its work to it, and prints the same.
Through VERIFIER_SERVER and VERIFIER_TOKEN verify uses a queue elsewhere: set the same VERIFIER_TOKEN for the queue,
and reach it through an encrypted line, such as `ssh -L 8321:127.0.0.1:8321 HOST`.
"""


def parser() -> Parser:
    """Return what reads the options of `verify queue`."""
    options = Parser(prog="verify queue", description="Open the claims queue in the browser.", epilog=_EPILOG)
    options.add_argument(
        "--port", type=partial(port, "--port"), default=8321, metavar="PORT", help="default: %(default)s; 0: any"
    )
    options.add_argument(
        "--host",
        type=partial(filled, "--host"),
        default="127.0.0.1",
        metavar="HOST",
        help="name or address of this machine; default: %(default)s",
    )
    options.add_argument(
        "--behind-proxy",
        type=partial(filled, "--behind-proxy"),
        metavar="URL",
        help="what browsers call a proxy before it that speaks TLS: https://factcheck.example.org",
    )
    options.add_argument(
        "--admin",
        type=partial(text, "--admin"),
        metavar="NAME",
        help="print a one-time link by which NAME sets a password, the first or a new one, and is admin",
    )
    options.add_argument("--demo", action="store_true", help="the shipped articles with recorded answers; no key")
    options.add_argument(
        "--database",
        type=partial(filled, "--database"),
        metavar="FILE",
        help="the store (VERIFIER_DATABASE); default: claims.duckdb",
    )
    options.set_defaults(no_save=False, offline=False)
    return options
