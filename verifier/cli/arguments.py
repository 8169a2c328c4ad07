"""The options of `verify`, and nothing heavier than argparse: `--help` has to be instant."""

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import Any, NoReturn

from verifier.cli import streams
from verifier.errors import UsageError

FORMATS = ("full", "concise", "json", "jsonl", "sarif", "github", "junit", "html")
THRESHOLDS = ("conflicting", "unsourced", "never")

_DESCRIPTION = "Check the claims of articles against each other and against the articles stored before."
_EPILOG = """\
exit codes:
  0    no finding at or above --fail-on
  1    findings
  2    an option, a setting or an article makes no sense; articles that could be read are checked all the same
  3    not everything could be checked: the model did not answer, or a passage was not processed
  130  interrupted: by Ctrl-C, SIGTERM or SIGHUP
Where several apply: 130 before 2 before 3 before 1.

commands:
  verify config      show each setting and where it came from (a file of that name: ./config)
  verify crosscheck  check everything the store holds, and count the verdicts
"""


def parse(arguments: Sequence[str]) -> Namespace:
    """Return the options with `command` beside them: "config", "crosscheck" or "check"; raises UsageError.

    Only the first argument can be a command: what comes later, or is written ./config, is a path.
    """
    if arguments[:1] == ["config"]:
        return _config_parser().options(arguments[1:], "config")
    if arguments[:1] == ["crosscheck"]:
        return _crosscheck_parser().options(arguments[1:], "crosscheck")
    return _check_parser().options(arguments, "check")


def _check_parser() -> "_Parser":
    parser = _Parser(prog="verify", description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument(
        "paths",
        nargs="*",
        type=_path,
        metavar="path",
        help="article, folder of articles, or - for standard input",
    )
    parser.add_argument("--demo", action="store_true", help="check the shipped articles with recorded answers; no key")
    _add_article_options(parser)
    _add_output_options(parser)
    _add_settings_options(parser)
    parser.add_argument("--version", action="store_true", help="show the version and exit")
    return parser


def _config_parser() -> "_Parser":
    parser = _Parser(prog="verify config", description="Show each setting and where it came from.")
    _add_settings_options(parser)
    return parser


def _crosscheck_parser() -> "_Parser":
    parser = _Parser(prog="verify crosscheck", description="Check everything the store holds, and count the verdicts.")
    _add_threshold(parser)
    _add_settings_options(parser)
    return parser


def _add_article_options(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("articles")
    stdin, publisher = partial(_text, "--stdin-filename"), partial(_text, "--publisher")
    group.add_argument("--stdin-filename", type=stdin, metavar="NAME", help="what to call standard input in the report")
    group.add_argument("--publisher", type=publisher, metavar="NAME", help="who published the given articles")
    group.add_argument("--date", type=_date, metavar="YYYY-MM-DD", help="when the given articles were published")


def _add_output_options(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("report")
    group.add_argument(
        "--output-format",
        type=partial(_one_of, "--output-format", FORMATS),
        choices=FORMATS,
        default="full",
        metavar="FORMAT",
        help="%(choices)s; default: %(default)s",
    )
    group.add_argument(
        "--output", type=_output, metavar="FILE", help="write the report to FILE, not to standard output"
    )
    group.add_argument("--all", action="store_true", help="list every claim and every figure left over")
    _add_threshold(group)


def _add_threshold(parser: Any) -> None:
    parser.add_argument(
        "--fail-on",
        type=partial(_one_of, "--fail-on", THRESHOLDS),
        choices=THRESHOLDS,
        default="conflicting",
        metavar="VERDICT",
        help="%(choices)s; default: %(default)s",
    )


def _add_settings_options(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("store and model")
    database = partial(_filled, "--database")
    group.add_argument(
        "--database", type=database, metavar="FILE", help="the store (VERIFIER_DATABASE); default: claims.duckdb"
    )
    group.add_argument("--no-save", action="store_true", help="compare only; leave the store as it was")
    group.add_argument("--offline", action="store_true", help="ask no model: stored and recorded answers only")


def _filled(option: str, text: str) -> str:
    if not text:
        raise UsageError(
            f"{option} is empty: leave it out or fill it in (a variable of the shell that is not set is empty)."
        )
    return text


def _text(option: str, text: str) -> str:
    if text.encode("utf-8", "ignore").decode() != text:
        raise UsageError(f"{option} {text} is not UTF-8: write it in UTF-8.")
    return _filled(option, text)


def _path(text: str) -> str:
    return _filled("a path", text)


def _output(text: str) -> Path:
    return Path(_filled("--output", text))


def _one_of(option: str, allowed: Sequence[str], text: str) -> str:
    if text not in allowed:
        raise UsageError(f"{option} takes one of {', '.join(allowed)}: not {text!r}.")
    return text


def _date(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise UsageError(f"--date {text!r} is not a date: write it as YYYY-MM-DD, for example 2025-12-23.")
    return day


class _Parser(ArgumentParser):
    """Options spelled out in full, and errors as sentences that reach `main`."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=RawDescriptionHelpFormatter, allow_abbrev=False, **options)

    def options(self, arguments: Sequence[str], command: str) -> Namespace:
        """Return the options with `command` beside them; raises UsageError, naming the nearest option."""
        # Paths may stand between options, which argparse allows, and behind "--", which it then forgets.
        ahead = [*takewhile(lambda argument: argument != "--", arguments)]
        options, unknown = self.parse_known_intermixed_args(ahead, Namespace(command=command))
        behind = arguments[len(ahead) + 1 :]
        if "paths" in options:
            options.paths += [_path(text) for text in behind]
        else:
            unknown += behind
        if unknown:
            raise UsageError(self._unknown(unknown[0]))
        return options

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would have printed and exited with."""
        raise UsageError(f"{message.removeprefix('argument ')}; `{self.prog} --help` lists the options.")

    def print_help(self, file: object = None) -> None:  # noqa: ARG002 - as argparse calls it
        """Print the help where a full disk or a closed stream is noticed."""
        streams.say(self.format_help())

    def _unknown(self, option: str) -> str:
        if not option.startswith("-"):
            return f"`{self.prog}` takes no paths: leave out {option}."
        close = get_close_matches(option.partition("=")[0], list(self._option_string_actions), n=1)
        hint = f"did you mean {close[0]}?" if close else f"`{self.prog} --help` lists the options."
        return f"there is no option {option}; {hint}"
