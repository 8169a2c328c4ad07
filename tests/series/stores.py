"""Stores full of claims that differ in all a comparison looks at, drawn from few values so that many pairs meet."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import NamedTuple

from duckdb import DuckDBPyConnection

from verifier.crosscheck.check import VerdictRow, compare
from verifier.crosscheck.series import read_again
from verifier.reconcile.parting import join_again, set_apart
from verifier.store import Unit
from verifier.store.connection import connect
from verifier.store.migrations import migrate, missing

Row = dict[str, object]

TONS = (Decimal(1000), Decimal("907.18474"), Decimal("1016.0469088"))
PUBLISHERS = ("Morning Post", "The Morning Post", "Evening Post", "Wire", "Gazette", "Courier", "The Ledger", "Ledger")
RELATIONS = ("same", "same", "unclear", "unclear", "open", "narrower", "broader", "overlapping", "other")
STATES = ("known",) * 12 + ("none", "none", "open year", "open end", "fuzzy")


class Told(NamedTuple):
    """What is said of one claim; rows of series/verdicts and of crosscheck/verdicts alike."""

    claim_id: str
    verdict: str
    reason: str


@contextmanager
def empty() -> Iterator[tuple[Unit, DuckDBPyConnection]]:
    """A store in memory, with its connection for what no statement of the product does."""
    connection = connect(None)
    migrate(connection, missing(connection, None))
    try:
        yield Unit(connection), connection
    finally:
        connection.close()


def pairwise(unit: Unit, articles: list[str]) -> set[Told]:
    """Return the verdicts as one run over all these articles would have them."""
    compare(unit, articles)
    rows = unit.rows("crosscheck/verdicts", VerdictRow)
    return {Told(row.claim_id, row.verdict, row.reason) for row in rows}


def kept(connection: DuckDBPyConnection) -> set[Told]:
    """Return the verdicts the store keeps."""
    return {Told(*row) for row in connection.execute("select claim_id, verdict, reason from verdicts").fetchall()}


def fill(unit: Unit, connection: DuckDBPyConnection, seed: int, claims: int, topics: int) -> list[str]:
    """Fill a store with about this many claims; return the ids of its current articles."""
    store = Filled(unit, connection, Random(seed), topics)  # noqa: S311 - cases, not secrets
    store.add(max(claims // 12, 2))
    store.supersede()
    return store.current()


class Filled:
    """A store that articles about a set of tied topics come into."""

    def __init__(
        self, unit: Unit, connection: DuckDBPyConnection, random: Random, topics: int, *, sums: bool = True
    ) -> None:
        self.unit, self.connection, self.random = unit, connection, random
        self.articles: list[str] = []
        names = [f"t{number:04}" for number in range(topics)]
        self.topics = {name: _topic(random, name, sums) for name in names}
        unit.insert("crosscheck/add_topics", [self.topics[name].row for name in names])
        _tie(unit, random, names, topics * 2)

    def add(self, articles: int) -> None:
        """Store so many articles more, of about twelve claims each."""
        before = len(self.articles)
        for number in range(before, before + articles):
            added = _add_article(self.unit, self.connection, self.random, number, self.topics)
            _copy(self.connection, self.random, added, self.articles)
            self.articles.append(added)
        _accord(self.unit, self.connection, self.random, self.articles[before:])

    def tie_again(self) -> None:
        """Tie topics that the last article speaks of to others."""
        spoken = self.connection.execute("select topic_id from claims where article_id = ?", [self.articles[-1]])
        topics = sorted({name for (name,) in spoken.fetchall()})
        for topic in topics:
            _tie(
                self.unit, self.random, [topic, self.random.choice([name for name in self.topics if name != topic])], 1
            )

    def supersede(self) -> None:
        """Let the source of one article hold another's text instead."""
        gone, instead = self.random.sample(self.current(), 2)
        self.connection.execute(
            "insert into sources (source, seq, article_id) select source, 2, ? from sources where article_id = ?"
            " and source = article_id on conflict do nothing",
            [instead, gone],
        )

    def part(self) -> None:
        """Set some claims of the topic with most claims apart, and join some of those again that stood apart before."""
        stand = self.connection.execute("select topic_id, claim_id from live_claims order by all").fetchall()
        on: dict[str, list[str]] = {}
        for topic, claim in stand:
            on.setdefault(topic, []).append(claim)
        largest = max(self.topics, key=lambda topic: len(on.get(topic, ())))
        chosen = self.random.sample(on[largest], len(on[largest]) // 3)
        for own in [topic for topic in on if topic not in self.topics]:
            join_again(self.unit, own, on[own][:2], "alike after all", person="Ana")
            read_again(self.unit, on[own][:2])
        set_apart(self.unit, largest, chosen, "of another kind", "not alike", person="Ana")
        read_again(self.unit, chosen)

    def current(self) -> list[str]:
        """The ids of the articles some source holds."""
        return [name for (name,) in self.connection.execute("select article_id from current_articles").fetchall()]


class Subject(NamedTuple):
    """A topic with what is said of it."""

    row: Row
    aspect: str
    dimension: str
    value: int


def _topic(random: Random, name: str, sums: bool) -> Subject:
    event = random.choice(("", "", "", "flood north"))
    plain = ("amount", "amount", "change", "share") if sums else ("amount",)
    aspect = random.choice(plain) if not event else random.choice(("tally", "amount"))
    row: Row = {
        "topic_id": name,
        "measure": random.choice(("export", "stock")),
        "counted": random.choice(("amount", "amount", "value", "price", "")),
        "item": random.choice(("magnet", "magnet", "oil", "")),
        "actor": random.choice(("china", "china", "india", "")),
        "counterparty": random.choice(("", "germany", "france")),
        "event": event,
    }
    dimension = {"amount": "mass", "change": "percent", "share": "percent", "tally": "count"}[aspect]
    return Subject(row, aspect, dimension, random.choice((20, 60, 5577, 6150)))


def _tie(unit: Unit, random: Random, names: list[str], many: int) -> None:
    ties: list[Row] = []
    for _ in range(many):
        first, second = sorted(random.sample(names, 2))
        relation, said_by = random.choice(RELATIONS), random.choice(("code", "model", "person"))
        ties.append({"first_topic": first, "second_topic": second, "relation": relation, "why": "", "said_by": said_by})
    unit.insert("reconcile/add_ties", ties)


def _add_article(
    unit: Unit, connection: DuckDBPyConnection, random: Random, number: int, topics: dict[str, Subject]
) -> str:
    name = f"a{number:05}"
    published = date(2025, 1, 1) + timedelta(days=random.choice((0, 0, 1, 2, 40, 250)))
    publisher = random.choice((*PUBLISHERS, f"paper {number}", None, "."))
    connection.execute(
        "insert into articles (article_id, publisher, published, text) values (?, ?, ?, '')",
        [name, publisher, random.choice((published, published, None))],
    )
    connection.execute("insert into sources (source, seq, article_id) values (?, 1, ?)", [name, name])
    reading = hashlib.sha256(name.encode()).hexdigest()[:20]
    unit.run("crosscheck/add_extraction", article=name, extraction=reading, document="{}")
    weights = [1 / (place + 1) for place in range(len(topics))]
    chosen = random.choices(list(topics), weights, k=random.randint(1, 24))
    rows = [_claim(random, f"{name}-{place}", name, reading, topics[topic]) for place, topic in enumerate(chosen)]
    unit.insert("crosscheck/add_claims", rows)
    unit.insert("crosscheck/add_intervals", [one for row in rows for one in _intervals(random, row, topics)])
    return name


def _claim(random: Random, name: str, article: str, reading: str, topic: Subject) -> Row:
    aspect = random.choice((topic.aspect,) * 9 + ("event",))
    words = ("Customs", "customs", "the Wire, on Monday", "Evening Post", "the morning post", "ledger", "post")
    credited = random.choice((None, None, None, *words))
    return {
        "extraction_id": reading,
        "claim_id": name,
        "article_id": article,
        "topic_id": topic.row["topic_id"],
        "aspect": aspect,
        "modality": random.choice(("fact",) * 8 + ("forecast", "forecast", "plan")),
        "dimension": topic.dimension,
        "event": random.choice((topic.row["event"], topic.row["event"], "")),
        "counted": topic.row["counted"] or random.choice(("either", "")),
        "basis": random.choice(("year", "year", "month", "")),
        "basis_open": topic.aspect == "change" and random.random() < 0.2,
        **_period(random),
        "counted_on": random.choice((None, "2025-01-01", "2025-01-02")) if aspect == "tally" else None,
        "value": None,
        "document": {"attribution": credited},
    }


def _period(random: Random) -> Row:
    state = random.choice(STATES)
    start, until = random.choice(
        (("2025-07-01", "2025-08-01"), ("2025-07-01", "2025-08-01"), ("2025-01-01", "2026-01-01"), ("2025-07-03",) * 2)
    )
    month: Row = {"first_month": random.choice((1, 7, 7)), "months": random.choice((1, 1, 12))}
    ends: dict[str, Callable[[], tuple[str | None, str | None]]] = {
        "known": lambda: (start, until),
        "open end": lambda: (random.choice((start, None)), random.choice((until, None))),
        "fuzzy": lambda: (random.choice((start, None)), random.choice((until, None))),
    }
    first, last = ends.get(state, lambda: (None, None))()
    if state == "none":
        month = {"first_month": random.choice((None, 24301, 24302, 24304, 24305, 24309)), "months": None}
    elif random.random() < 0.2:
        month = {"first_month": None, "months": None}
    return {"period_state": state, "period_start": first, "period_until": last, **month}


def _intervals(random: Random, row: Row, topics: dict[str, Subject]) -> list[Row]:
    if row["aspect"] == "event":
        return []
    topic = topics[str(row["topic_id"])]
    off = random.choice((0,) * 12 + (1, 2, 5, -3, 300, -9))
    value, likely = Decimal(topic.value * 1000 + off * topic.value), random.choice((0, 0, 500, 5000))
    hard = Decimal(likely + random.choice((0, 0, 500, 4000, 20000)))
    sign = random.choice((1,) * 9 + (-1,)) if topic.aspect == "change" else 1
    readings = TONS if topic.dimension == "mass" and random.random() < 0.3 else TONS[:1]
    usual = random.choice(readings)
    return [_interval(row, factor, factor == usual, sign * value, Decimal(likely), hard) for factor in readings]


def _interval(row: Row, factor: Decimal, usual: bool, value: Decimal, likely: Decimal, hard: Decimal) -> Row:
    ends = {"low": value - likely, "high": value + likely, "hard_low": value - hard, "hard_high": value + hard}
    if row["claim_id"] == "a00001-0":
        ends |= {"hard_high": Decimal("9e20") / factor}
    return {
        "extraction_id": row["extraction_id"],
        "claim_id": row["claim_id"],
        "reading": str(factor),
        "usual": usual,
        **{name: f"{end * factor:.9f}" for name, end in ends.items()},
    }


def _copy(connection: DuckDBPyConnection, random: Random, article: str, earlier: list[str]) -> None:
    if earlier and random.random() < 0.3:
        connection.execute("insert into copies values (?, ?, 0.9)", [article, random.choice(earlier)])


def _accord(unit: Unit, connection: DuckDBPyConnection, random: Random, articles: list[str]) -> None:
    told = connection.execute("select claim_id, article_id from claims where aspect = 'event' order by 1").fetchall()
    fresh = [claim for claim, article in told if article in articles]
    accords: list[Row] = []
    for claim in fresh * 2:
        first, second = sorted((claim, random.choice([other for other, _ in told if other != claim])))
        relation = random.choice(("agree", "agree", "agree", "other", "contradict"))
        who = random.choice(("model", "person"))
        accords.append({"first_claim": first, "second_claim": second, "relation": relation, "why": "", "said_by": who})
    unit.insert("reconcile/add_accords", accords)
