"""A parser whose options are spelled out in full, and whose errors are sentences that reach `main`."""

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from difflib import get_close_matches
from itertools import takewhile
from typing import Any, NoReturn

from verifier.cli import streams
from verifier.cli.arguments.values import path
from verifier.errors import UsageError


class Parser(ArgumentParser):
    """The options of one command."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=RawDescriptionHelpFormatter, allow_abbrev=False, **options)

    def options(self, arguments: Sequence[str], command: str) -> Namespace:
        """Return the options with `command` beside them; raises UsageError, naming the nearest option."""
        # Paths may stand between options, which argparse allows, and behind "--", which it then forgets.
        ahead = [*takewhile(lambda argument: argument != "--", arguments)]
        options, unknown = self.parse_known_intermixed_args(ahead, Namespace(command=command))
        behind = arguments[len(ahead) + 1 :]
        if "paths" in options:
            options.paths += [path(text) for text in behind]
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
