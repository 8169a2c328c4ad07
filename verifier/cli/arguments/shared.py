"""Options that several commands have."""

from argparse import ArgumentParser
from functools import partial
from typing import Any

from verifier.cli.arguments.values import filled, one_of

THRESHOLDS = ("conflicting", "unsourced", "never")


def add_threshold(parser: Any) -> None:
    """Add --fail-on to a parser or a group."""
    parser.add_argument(
        "--fail-on",
        type=partial(one_of, "--fail-on", THRESHOLDS),
        choices=THRESHOLDS,
        default="conflicting",
        metavar="VERDICT",
        help="%(choices)s; default: %(default)s",
    )


def add_settings_options(parser: ArgumentParser) -> None:
    """Add what overrides settings."""
    group = parser.add_argument_group("store and model")
    database = partial(filled, "--database")
    group.add_argument(
        "--database", type=database, metavar="FILE", help="the store (VERIFIER_DATABASE); default: claims.duckdb"
    )
    group.add_argument("--no-save", action="store_true", help="compare only; leave the store as it was")
    group.add_argument("--offline", action="store_true", help="ask no model: stored and recorded answers only")
