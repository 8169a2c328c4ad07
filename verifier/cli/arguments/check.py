"""The options of `verify [paths]`, and its help, which names the other commands."""

from argparse import ArgumentParser
from functools import partial

from verifier.cli.arguments.parser import Parser
from verifier.cli.arguments.shared import add_settings_options, add_threshold
from verifier.cli.arguments.values import date, dollars, one_of, output, path, text

FORMATS = ("full", "concise", "json", "jsonl", "sarif", "github", "junit", "html")

_DESCRIPTION = "Check the claims of articles against each other and against the articles stored before."
_EPILOG = """\
exit codes:
  0    no finding at or above --fail-on
  1    findings
  2    an option, a setting or an article makes no sense; articles that could be read are checked all the same
  3    not everything could be checked: the model did not answer, a passage was not processed, a batch is not done,
       or --max-cost was reached
  70   a bug in verifier ended the run; please report it
  130  interrupted: by Ctrl-C, SIGTERM or SIGHUP
Where several apply: 130 before 70 before 2 before 3 before 1.

commands:
  verify articles    list the articles of the store, or withdraw some
  verify claims      list the claims of the store with their verdicts, or one claim's history
  verify config      show each setting and where it came from
  verify crosscheck  check everything the store holds, and count the verdicts
  verify export      write what the store holds to files for other programs
  verify import      make a store of a file that holds everything
  verify queue       open the claims queue in the browser
  verify ties        list which topics are held to be the same, or overrule that
A file that is called like a command is reached as ./config.
"""


def parser() -> Parser:
    """Return what reads the options of `verify [paths]`."""
    options = Parser(prog="verify", description=_DESCRIPTION, epilog=_EPILOG)
    options.add_argument(
        "paths",
        nargs="*",
        type=path,
        metavar="path",
        help="article (text, Markdown or a web page), folder of *.txt and *.md, or - for standard input",
    )
    options.add_argument("--demo", action="store_true", help="check the shipped articles with recorded answers; no key")
    _add_article_options(options)
    _add_cost_options(options)
    _add_batch_options(options)
    _add_output_options(options)
    add_settings_options(options)
    options.add_argument("--version", action="store_true", help="show the version and exit")
    return options


def _add_article_options(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("articles")
    stdin, publisher = partial(text, "--stdin-filename"), partial(text, "--publisher")
    day = partial(date, "--date")
    group.add_argument("--stdin-filename", type=stdin, metavar="NAME", help="what to call standard input in the report")
    group.add_argument("--publisher", type=publisher, metavar="NAME", help="who published the given articles")
    group.add_argument("--date", type=day, metavar="YYYY-MM-DD", help="when the given articles were published")


def _add_cost_options(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("cost")
    group.add_argument(
        "--estimate", action="store_true", help="say what the articles would cost to check; ask and store nothing"
    )
    group.add_argument(
        "--max-cost",
        type=partial(dollars, "--max-cost"),
        metavar="USD",
        help="send no request that could take the run past this (VERIFIER_MAX_COST)",
    )


def _add_batch_options(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("half price")
    group.add_argument("--batch", action="store_true", help="hand the articles in to be answered within 24 hours")
    group.add_argument("--batch-collect", action="store_true", help="report on what was handed in, once it is answered")
    group.add_argument(
        "--ask-rest", action="store_true", help="with --batch-collect: ask what is still missing at once"
    )


def _add_output_options(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("report")
    group.add_argument(
        "--output-format",
        type=partial(one_of, "--output-format", FORMATS),
        choices=FORMATS,
        default="full",
        metavar="FORMAT",
        help="%(choices)s; default: %(default)s",
    )
    group.add_argument("--output", type=output, metavar="FILE", help="write the report to FILE, not to standard output")
    group.add_argument(
        "--all", action="store_true", help="list every claim, and every unclaimed figure: one that no claim uses"
    )
    add_threshold(group)
