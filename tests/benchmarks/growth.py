"""Counts what one more article costs to check while the store grows: requests, tokens, pairs held against each other.

    python tests/benchmarks/growth.py [ARTICLES]

Writes newspaper-like articles of one beat, the hardest case: every article speaks of the same few dozen countries and
goods in words of its own. A reader by rule stands in for the model: it answers what a careful one would, so that the
store fills as it does in use. At each size one new article is checked. Tokens are characters / 4, as what they cost
grows with the characters. Prints a table and, last, one JSON object.
"""

import json
import re
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from verifier import pipeline
from verifier.article import read
from verifier.extract.schema import PointedClaim, Pointing
from verifier.llm import Asked, Model
from verifier.models import Article, Usage
from verifier.reconcile.schema import Reconciliation, SameTopics
from verifier.settings import ModelSettings, Settings

M = TypeVar("M", bound=BaseModel)

SIZES = (5, 10, 20, 50, 100, 200, 500)
FIGURES = 12
NEWS = 4
COUNTRIES = """Japan Brazil Germany Vietnam Kenya Chile Norway Poland Turkey India Mexico Peru Ghana Spain Italy Egypt
Canada Austria Finland Portugal""".split()
GOODS = """coffee steel copper timber wheat cocoa cement cotton rubber salmon sugar tea wine paper glass zinc""".split()
WORDS = ("exports", "shipments abroad", "export volume", "sales abroad", "outbound deliveries", "foreign sales")
MONTHS = "January February March April May June July August September".split()
DEEDS = ("approved", "suspended", "delayed", "signed", "rejected")
MATTERS = ("export licence", "port fee", "quota", "trade deal", "inspection rule")

_CLAIM = re.compile(
    r"\[(s\d+)\] (?P<actor>[A-Z]\w+) reported \{(f\d+)\|[^}]*\} of (?P<item>\w+) in (?P<measure>[a-z ]+?)"
    r" for \{(p\d+)\|"
)
_EVENT = re.compile(r"\[(s\d+)\] (?P<statement>(?P<actor>[A-Z]\w+) (?P<deed>\w+) the [^.]*)\.")
_TOPIC = re.compile(r"^(t\d+): measure: (.*?) \| item: (.*?) \| actor: (.*?) \|", re.M)


class Reader(Model):
    """Answers by rule, in the model's place, and counts what it is asked."""

    asked: Usage = Usage()

    def __init__(self, settings: ModelSettings, *_: object) -> None:
        super().__init__(settings)

    async def __aenter__(self) -> "Reader":
        return self

    async def __aexit__(self, *_: object) -> None:
        return None

    async def ask(self, schema: type[M], *, system: str, turns: Sequence[str], label: str) -> Asked[M]:
        """Return what follows from the text alone."""
        written = (pointing(turns[0]) if label == "extract" else grouping(turns[0])).model_dump_json()
        used = Usage(calls=1, input_tokens=(len(system) + len(turns[0])) // 4, output_tokens=len(written) // 4)
        Reader.asked += used
        return Asked(schema.model_validate_json(written), written, used)


def pointing(text: str) -> Pointing:
    """Return the claims of a generated article."""
    common: dict[str, Any] = dict.fromkeys(("base_period", "counterparty", "event", "attribution"))
    common |= {"direction": "none", "modality": "fact"}
    figures = [
        PointedClaim(
            sentence=found[1], figures=[found[3]], period=found[6], measure=found["measure"], item=found["item"],
            actor=found["actor"], aspect="amount", statement=None, **common,
        )
        for found in _CLAIM.finditer(text)
    ]  # fmt: skip
    events = [
        PointedClaim(
            sentence=found[1], figures=[], period=None, measure="decision", item=None, actor=found["actor"],
            aspect="event", statement=f"{found['statement']}.", **common,
        )
        for found in _EVENT.finditer(text)
    ]  # fmt: skip
    return Pointing(claims=[*figures, *events], dismissed=[])


def grouping(text: str) -> Reconciliation:
    """Return the topics that speak of one good of one country, whatever the words for selling it abroad."""
    groups: dict[tuple[str, str], list[str]] = {}
    for found in _TOPIC.finditer(text):
        groups.setdefault((found[3], found[4]), []).append(found[1])
    same = [SameTopics(topics=topics, why="other words for it") for topics in groups.values() if len(topics) > 1]
    return Reconciliation(same=same, related=[], statements=[])


def article(number: int) -> Article:
    """Return the generated article of this number."""
    draw = Random(number)  # noqa: S311 - the same articles every time
    word, lines = draw.choice(WORDS), [f"Trade report {number}"]
    seen: set[tuple[str, str]] = set()
    while len(seen) < FIGURES:
        actor, item, month = draw.choice(COUNTRIES), draw.choice(GOODS), draw.choice(MONTHS)
        if (actor, item) not in seen:
            seen.add((actor, item))
            amount = Random(f"{actor} {item} {month}").randrange(1_000, 99_999)  # noqa: S311
            lines.append(f"{actor} reported {amount:,} tonnes of {item} in {word} for {month} 2025.")
    for _ in range(NEWS):
        lines.append(
            f"{draw.choice(COUNTRIES)} {draw.choice(DEEDS)} the {draw.choice(MATTERS)} for {draw.choice(GOODS)}."
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"report-{number}.txt"
        path.write_text("\n\n".join(lines))
        return read(path, publisher=f"Paper {number % 40}", published=date(2025, 10, 1 + number % 28))


class Row(NamedTuple):
    """What one article took on top of so many."""

    articles: int
    requests: int
    input_tokens: int
    output_tokens: int


def main(most: int) -> None:
    """Print the table and the JSON object."""
    vars(pipeline)["Model"] = Reader
    rows = []
    print(f"{'articles':>9}{'requests':>10}{'input tokens':>14}{'output tokens':>15}")
    with tempfile.TemporaryDirectory() as folder:
        settings, stored = Settings(model=ModelSettings(), database=Path(folder) / "claims.duckdb"), 0
        for size in (size for size in SIZES if size <= most):
            pipeline.verify([article(number) for number in range(stored, size - 1)], settings)
            rows.append(_one_more(article(size - 1), size - 1, settings))
            stored = size
            print(f"{rows[-1][0]:>9}{rows[-1][1]:>10}{rows[-1][2]:>14,}{rows[-1][3]:>15,}", flush=True)
    print(json.dumps({"rows": [row._asdict() for row in rows]}))


def _one_more(fresh: Article, stored: int, settings: Settings) -> Row:
    Reader.asked = Usage()
    pipeline.verify([fresh], settings)
    used = Reader.asked
    return Row(stored, used.calls, used.input_tokens, used.output_tokens)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1])
