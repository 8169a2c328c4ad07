"""Options that several commands have."""

from argparse import ArgumentParser
from functools import partial
from typing import Any

from verifier.cli.arguments.values import filled, number, one_of

THRESHOLDS = ("conflicting", "unsourced", "never")
LISTS = ("text", "json", "jsonl")


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
    _add_database(group)
    group.add_argument("--no-save", action="store_true", help="compare only; leave the store as it was")
    group.add_argument("--offline", action="store_true", help="ask no model: stored and recorded answers only")


def add_list_options(parser: ArgumentParser) -> None:
    """Add what a list from the store can be told, and where the store is; no model is ever asked for a list."""
    parser.add_argument(
        "--limit", type=partial(number, "--limit"), default=100, metavar="N", help="list N at most; default: 100"
    )
    parser.add_argument(
        "--output-format",
        type=partial(one_of, "--output-format", LISTS),
        choices=LISTS,
        default="text",
        metavar="FORMAT",
        help="%(choices)s; default: %(default)s",
    )
    _add_database(parser)
    parser.set_defaults(no_save=False, offline=False)


def _add_database(parser: Any) -> None:
    database = partial(filled, "--database")
    parser.add_argument(
        "--database", type=database, metavar="FILE", help="the store (VERIFIER_DATABASE); default: claims.duckdb"
    )
