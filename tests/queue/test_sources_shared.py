"""Where independent articles agree by the word of one source, reports, pages and data say so and take it for text."""

import json
from html import unescape
from pathlib import Path

import pytest

from tests.crosscheck.cases import article, claim, extraction
from tests.history.newsroom import Newsroom
from tests.queue.newsdesk import desk_on
from verifier import report as formats
from verifier.models import Extraction, Report

NAME = "Customs <b>bureau</b>\u202e of Malta"
SEEN = "Customs <b>bureau</b><U+202E> of Malta"


@pytest.fixture
def readings() -> list[Extraction]:
    """Three papers with one figure; two of them have it from one source."""
    texts = {
        NAME: "5,577 tonnes left the harbour.",
        None: "Of the harbour it is told: 5,577 tonnes.",
        f"{NAME}.": "5,577 tonnes, says who counts them.",
    }
    sources = {by: article(text[-8:], text, publisher=text[-8:]) for by, text in texts.items()}
    return [extraction(one, claim(one, "5,577 tonnes", attribution=by)) for by, one in sources.items()]


def test_the_reports_name_the_source_as_text(readings: list[Extraction], tmp_path: Path) -> None:
    findings = Newsroom(tmp_path / "claims.duckdb").reads(*readings)
    report = Report(extractions=tuple(readings), findings=tuple(findings))

    text, page = formats.full(report, everything=True), formats.html(report)
    told = {one["attribution"]: one for one in json.loads(formats.json(report))["claims"]}

    said = f'2 independent articles agree; 1 of them and this one name one source: "{SEEN}"'
    assert f"     = {said}\n" in text and said in unescape(page)
    assert "<b>bureau" not in page and "\u202e" not in page + text
    assert [[NAME], [], [f"{NAME}."]] == [told[by]["sources"] for by in (NAME, None, f"{NAME}.")]


def test_the_queue_and_its_programs_name_the_source_as_text(readings: list[Extraction], tmp_path: Path) -> None:
    path = tmp_path / "claims.duckdb"
    Newsroom(path).reads(*readings)
    name = readings[0].claims[0].id

    with desk_on(path) as desk:
        page, told = desk.get(f"/claims/{name}"), json.loads(desk.get(f"/api/v1/claims/{name}"))

    assert "2 independent articles agree; 1 of them and this one name one source: " in page
    assert "both name one source: " in page and "<b>bureau" not in page and "\u202e" not in page
    assert [NAME] == told["sources"] and "1 of them and this one name one source: " in told["reason"]
