"""The table for spreadsheets: a row for each claim, what people decided beside it, and nothing that is a formula."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.crosscheck.cases import article, claim, extraction
from tests.exports.conftest import Desk
from tests.history.newsroom import Newsroom
from verifier.exports.sheet import _written, guarded
from verifier.models import Topic
from verifier.queue import opinions
from verifier.queue.record import Seen

STARTS = "=+-@\t\r\0"


def read(file: bytes) -> list[dict[str, str]]:
    """The rows as a spreadsheet reads them."""
    return [*csv.DictReader(io.StringIO(file.decode("utf-8-sig"), newline=""))]


def test_every_claim_has_one_row_with_its_words_and_its_place(desk: Desk) -> None:
    rows = read(desk.export("csv"))

    assert 89 == len(rows) == len({row["claim"] for row in rows})
    (row,) = [row for row in rows if row["figure"] == "6,150 metric tons" and row["aspect"] == "amount"]
    doubt = "may be another product: one article says rare earth magnet, the other names none"
    assert ("conflicting", f"another passage may contradict it ({doubt})", "conflicts", "", "undecided") == tuple(
        row[name] for name in ("verdict", "reason", "reason_code", "decision", "state")
    )
    assert "China shipped 6,150 metric tons of rare-earth magnets abroad in November 2025" == row["quote"]
    assert ("6149.5", "6150.5", "t", "2025-11-01", "2025-12-01") == tuple(
        row[name] for name in ("low", "high", "unit", "period_start", "period_until")
    )
    assert row["source"].endswith("november-second-highest.txt")
    assert (("2", "17"), "19") == ((row["line"], row["column"]), row["counterpart_line"])
    assert "5,493.9 tons" == row["counterpart"]
    assert row["counterpart_source"].endswith("general-licences.txt")


def test_what_people_decided_stands_beside_what_the_machine_says(decided: Desk) -> None:
    rows = read(decided.export("csv"))

    told = [(row["verdict"], row["decision"], row["state"], row["decided_by"]) for row in rows if row["decision"]]
    assert [
        ("conflicting", "conflicting", "decided", "Ana"),
        ("conflicting", "corroborated", "decided", "Ana"),
        ("conflicting", "skipped", "decided", "Ana"),
        ("conflicting", "unsourced", "re-opened", "Ana"),
    ] == sorted(told)


def test_the_first_opinion_is_not_told_while_a_second_one_is_wanted(decided: Desk) -> None:
    claim = decided.claims("conflicting")[1]
    with decided.store.unit() as unit:
        opinions.ask(unit, "Ben", {claim: Seen(2, "conflicting")})

    (row,) = [row for row in read(decided.export("csv")) if row["claim"] == claim]

    assert ("", "second opinion awaited", "", "") == tuple(
        row[name] for name in ("decision", "state", "decided_by", "note")
    )


@pytest.mark.parametrize("start", [*STARTS, "\n", "＝", "＋", "－", "＠"])
def test_no_words_of_an_article_are_a_formula(tmp_path: Path, start: str) -> None:
    words = f'{start}HYPERLINK("http://evil.example"; 6,150 tonnes)'
    source = article("a", publisher=words).model_copy(update={"title": words})
    made = claim(source, "6,150 tonnes", topic=Topic(measure=words, item=words, actor=words), attribution=words)
    quoted = made.citations[0].model_copy(update={"quote": words})
    desk = Newsroom(tmp_path / "claims.duckdb")
    desk.reads(extraction(source, made.model_copy(update={"statement": words, "citations": (quoted,)})))

    (row,) = read(Desk(desk.path).export("csv"))

    assert 8 == [*row.values()].count(f"'{words}")
    assert [] == [value for value in row.values() if value.startswith(start)]


@given(st.lists(st.text(), min_size=2))
def test_whatever_a_row_holds_it_is_one_row_of_texts_none_of_which_begins_a_formula(texts: list[str]) -> None:
    (row,) = csv.reader(io.StringIO(_written([guarded(texts)]).decode(), newline=""))

    assert [text.encode("utf-8", "replace").decode() for text in texts] == [
        cell.removeprefix("'") if text[:1] != "'" else cell for cell, text in zip(row, texts, strict=True)
    ]
    assert [] == [cell for cell in row if cell.startswith(tuple(STARTS))]
