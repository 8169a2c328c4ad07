"""`verify --version`, apart from the rest because looking a version up takes longer than all the other options."""

from argparse import Namespace
from importlib.metadata import version

from verifier.cli import streams


def run(options: Namespace) -> int:  # noqa: ARG001 - every command is called alike
    """Print the version that is installed."""
    streams.say(f"verifier {version('verifier')}\n")
    return 0
