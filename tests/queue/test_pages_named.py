"""On every page an id is given once, and what is named by another element is named by one that is there."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.history.newsroom import Newsroom
from tests.queue.newsdesk import Desk, desk_on, desk_on_copy, reading

PLACES = (
    "/",
    "/decisions",
    "/progress",
    "/views",
    "/add",
    "/added",
    "/export",
    "/tokens",
    "/webhooks",
    "/keys",
)


@pytest.fixture
def desk(contradicted: Path, tmp_path: Path) -> Iterator[Desk]:
    with desk_on_copy(contradicted, tmp_path) as opened:
        yield opened.be("Ana", "admin")


def pages(desk: Desk) -> dict[str, str]:
    first = desk.listed()[0]
    desk.decide(first, "skipped")
    claim = desk.get(f"/claims/{first}")
    (topic,) = set(re.findall(r'href="(/topics/[\w-]+)"', claim))
    return {address: desk.get(address) for address in (*PLACES, f"/claims/{first}", topic)}


def test_counterparts_with_the_same_figure_are_told_apart_by_their_articles(desk: Desk) -> None:
    page = desk.get(f"/claims/{desk.listed('?q=5577')[0]}")

    labels = re.findall(r'<section class="side conflicts" aria-labelledby="side-(\d) source-(\d) place-(\d)"', page)
    named = {re.sub(r"<[^>]+>", "", re.findall(rf'id="source-{number}">(.*?)</p>', page)[0]) for number, *_ in labels}
    assert [("1", "1", "1"), ("2", "2", "2")] == labels
    assert len(labels) == len(named)


def test_an_article_is_called_the_same_in_the_list_in_the_trail_and_on_the_page_of_its_claim(tmp_path: Path) -> None:
    titled, made = reading(
        "reports/a.txt", "It was 6,150 tonnes.", "6,150 tonnes", title="Magnets up", publisher="Post"
    )
    other, _ = reading("reports/b.txt", "It was 5,577 tonnes.", "5,577 tonnes", publisher="Mail")
    Newsroom(tmp_path / "claims.duckdb").reads(titled, other)

    with desk_on(tmp_path / "claims.duckdb") as desk:
        desk.decide(made.id, "skipped")
        listed, trail, page = desk.get("/?decision=all"), desk.get("/decisions"), desk.get(f"/claims/{made.id}")

    assert all("<bdi>Magnets up</bdi>" in told for told in (listed, trail, page))
    assert all("reports/a.txt" not in told for told in (listed, trail))


def test_no_id_is_given_twice_and_none_is_referred_to_that_is_not_there(desk: Desk) -> None:
    told = {address: (re.findall(r'\sid="([^"]+)"', page), page) for address, page in pages(desk).items()}

    twice = {address: [name for name, times in Counter(ids).items() if times > 1] for address, (ids, _) in told.items()}
    missing = {
        address: {name for names in re.findall(r'aria-labelledby="([^"]+)"', page) for name in names.split()} - set(ids)
        for address, (ids, page) in told.items()
    }
    assert [] == [fault for fault in twice.items() if fault[1]]
    assert [] == [fault for fault in missing.items() if fault[1]]
