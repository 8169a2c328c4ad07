"""How many tokens a request and its answer will take, as far as its length tells; no tokenizer is at hand for that."""

import json
import math
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple


class Size(NamedTuple):
    """Tokens."""

    input: int
    output: int


class Expected(NamedTuple):
    """What a request may take."""

    low: Size
    likely: Size
    high: Size


def expected(label: str, body: bytes) -> Expected:
    """Return what to expect of a chat completion request, by what was measured on requests of that label.

    A label nothing was measured for is taken for the one that takes most.
    """
    return of_bytes(label, len(body), bytes_asked(body))


def of_bytes(label: str, sent: int, asked: int) -> Expected:
    """Return what to expect of a request of `sent` bytes, `asked` of them in the user's turns."""
    rates = _table()
    paid, given = rates["input"], rates["output"].get(label, rates["output"]["extract"])
    return Expected(*(Size(round(sent * paid[degree]), round(asked * given[degree])) for degree in Expected._fields))


def reconciling(numbered: int) -> list[Expected]:
    """Return what to expect of holding articles against each other that are read in `numbered` bytes.

    How many of their topics are worded differently nobody knows before they are read: one cluster of articles was
    measured, and a store full of others adds to it.
    """
    rates = _table()["reconcile"]
    asked = round(numbered * rates["bytes"])
    parts = math.ceil(asked / rates["longest"])
    return [of_bytes("reconcile", asked // parts + rates["rules"], asked // parts)] * parts if parts else []


def bytes_asked(body: bytes) -> int:
    """Return the length of the user's turns in a chat completion request."""
    said = (message["content"] for message in json.loads(body)["messages"] if message["role"] == "user")
    return sum(len(str(content).encode("utf-8", "replace")) for content in said)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("sizes.toml").read_text(encoding="utf-8"))
