"""What programs read: every claim once, in the words of a report, and nothing that the person may not see."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.crosscheck.cases import article as written
from tests.queue.newsdesk import HOST
from tests.seeds import all_seeds, recorded
from verifier import report
from verifier.article.places import nearby
from verifier.listing import list_articles
from verifier.models import Report
from verifier.pipeline import verify
from verifier.queue import decisions, opinions, tokens
from verifier.queue.app import create_app
from verifier.queue.record import Seen
from verifier.settings import owner
from verifier.store import OwnedStore
from verifier.store.articles import add, withdraw


class Program:
    """What asks with a token of the owner's."""

    def __init__(self, store: OwnedStore) -> None:
        app = create_app(store, recorded(store.path), token="the server's own", hosts=[HOST])  # noqa: S106
        with store.unit() as unit:
            token = tokens.make(unit, owner(), "admin", "a test", "viewer")
        self.store = store
        self.client = TestClient(app, base_url=f"http://{HOST}", headers={"Authorization": f"Bearer {token}"})

    def ask(self, path: str, status: int = 200) -> Any:
        """An answer."""
        answer = self.client.get(f"/api/v1{path}")
        assert status == answer.status_code, answer.text
        return answer.json()

    def all(self, kind: str, query: str = "limit=20") -> list[dict[str, Any]]:
        """Every page, one after the other."""
        page = self.ask(f"/{kind}?{query}")
        found = [*page[kind]]
        while page["next"]:
            page = self.ask(f"/{kind}?{query}&after={page['next']}")
            found += page[kind]
        return found


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    path = tmp_path_factory.mktemp("checked") / "claims.duckdb"
    return path, verify(all_seeds(), recorded(path))


@pytest.fixture
def program(checked: tuple[Path, Report], tmp_path: Path) -> Iterator[Program]:
    with OwnedStore(Path(shutil.copy(checked[0], tmp_path))) as store:
        yield Program(store)


def test_every_claim_comes_once_in_the_words_of_a_report(program: Program, checked: tuple[Path, Report]) -> None:
    expected = {claim["id"]: claim for claim in json.loads(report.json(nearby(checked[1])))["claims"]}

    found = program.all("claims", "decision=all&limit=20")

    assert len(expected) == len(found) == 89
    for claim in found:
        own = {"path", "topic_id", "decision"}
        assert {name: expected[claim["id"]][name] for name in claim.keys() - own - {"reason"}} == {
            name: value for name, value in claim.items() if name not in own | {"reason"}
        }


def test_a_claim_is_told_with_its_comparisons_its_history_and_what_people_said(
    program: Program, checked: tuple[Path, Report]
) -> None:
    (first, *_) = program.ask("/claims?verdict=conflicting")["claims"]
    expected = {claim["id"]: claim for claim in json.loads(report.json(checked[1]))["claims"]}[first["id"]]

    told = program.ask(f"/claims/{first['id']}")

    assert expected["reason"] == told["reason"]
    assert [one["claim"] for one in expected["comparisons"]] == [one["claim"] for one in told["comparisons"]]
    assert {"state": "undecided", "verdict": None, "person": None} == told["decision"]
    assert ["conflicting"] == [change["verdict"] for change in told["history"]][-1:]
    assert [] == told["decisions"]


def test_filters_are_those_of_the_queue(program: Program) -> None:
    assert {"conflicting"} == {claim["verdict"] for claim in program.all("claims", "verdict=conflicting")}
    assert 4 == len(program.all("claims", "verdict=conflicting&limit=1"))
    assert [] == program.all("claims", "decision=decided")
    assert program.all("claims", "topic=magnets&sort=topic")


def test_decisions_are_followed_by_their_numbers(program: Program) -> None:
    claims = [claim["id"] for claim in program.all("claims", "verdict=conflicting")]
    desk = TestClient(program.client.app, base_url=f"http://{HOST}", headers={"Sec-Fetch-Site": "same-origin"})
    for claim in claims[:3]:
        fields = {"verdict": "conflicting", "version": "0", "machine": "conflicting"}
        assert 303 == desk.post(f"/claims/{claim}/decisions", data=fields, follow_redirects=False).status_code

    first = program.ask("/decisions?limit=2")
    rest = program.ask(f"/decisions?since={first['next']}")

    assert claims[:3] == [row["claim"] for row in (*first["decisions"], *rest["decisions"])]
    assert ({"conflicting"}, {owner()}) == (
        {row["verdict"] for row in rest["decisions"]},
        {row["person"] for row in rest["decisions"]},
    )
    assert ([], rest["next"], False) == tuple(program.ask(f"/decisions?since={rest['next']}").values())
    assert "conflicting" == program.ask(f"/claims/{claims[0]}")["decision"]["state"]


def test_what_is_not_to_be_seen_before_a_second_opinion_is_not_read_either(program: Program) -> None:
    claim = program.ask("/claims?verdict=conflicting")["claims"][0]["id"]
    with program.store.unit() as unit:
        first = decisions.decide(unit, claim, "Ana", "unsourced", Seen(0, "conflicting"), note="secret")
        opinions.ask(unit, "Ben", {claim: Seen(first, "conflicting")})

    told = program.ask(f"/claims/{claim}")
    waiting = program.ask("/decisions")
    with program.store.unit() as unit:
        opinions.withdraw(unit, "Ben", claim, Seen(first, "conflicting", asked=first + 1))
    listed = program.ask(f"/decisions?since={waiting['next']}")["decisions"]

    assert {"state": "undecided", "verdict": None, "person": None} == told["decision"]
    assert ["hidden", "ask"] == [row["kind"] for row in told["decisions"]]
    assert "secret" not in json.dumps(told)
    assert {"decisions": [], "next": 0, "waits": True} == waiting
    assert ["decide", "ask", "withdraw"] == [row["kind"] for row in listed]


def test_an_article_tells_what_became_of_it(program: Program) -> None:
    first, second, *others = [article["id"] for article in program.all("articles")]
    with program.store.unit() as unit:
        withdraw(unit, first, owner())
        (held,) = list_articles(unit, article=second)
        add(unit, written("anew", "Nothing of it holds."), held.source)

    told = {article["id"]: article["state"] for article in program.all("articles")}

    assert ("withdrawn", "superseded") == (told[first], told[second])
    assert {"current"} == {told[name] for name in others}
    assert "withdrawn" == program.ask(f"/articles/{first}")["state"]
    described = program.ask("/openapi.json")["components"]["schemas"]["Article"]["properties"]["state"]
    assert ["current", "superseded", "withdrawn"] == described["enum"]


def test_articles_and_topics_come_once_each(program: Program) -> None:
    articles, topics = program.all("articles", "limit=2"), program.all("topics")

    assert 5 == len({article["id"] for article in articles}) == len(articles)
    assert 89 == sum(article["claims"] for article in articles)
    assert 52 == len({topic["id"] for topic in topics}) == len(topics)
    told = program.ask(f"/articles/{articles[0]['id']}")
    assert articles[0]["title"] == told["title"]
    assert told["text"]
    assert topics[0] == {key: program.ask(f"/topics/{topics[0]['id']}")[key] for key in topics[0]}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/claims/nothing", 404),
        ("/claims/%00", 404),
        ("/articles/nothing", 404),
        ("/topics/nothing", 404),
        ("/nothing", 404),
        ("/claims?verdict=wrong", 422),
        ("/claims?after=1.2", 422),
        ("/claims?limit=0", 422),
        ("/claims?limit=1000", 422),
        ("/claims?topic=%2C", 422),
        ("/decisions?since=-1", 422),
        ("/decisions?since=9223372036854775808", 422),
    ],
)
def test_what_cannot_be_answered_is_a_sentence(program: Program, path: str, status: int) -> None:
    answer = program.ask(path, status)

    assert answer["error"].endswith(".")


def test_the_document_is_given_with_a_token_and_to_whoever_is_logged_in(program: Program) -> None:
    by_token = program.ask("/openapi.json")
    browser = TestClient(program.client.app, base_url=f"http://{HOST}")

    assert by_token == browser.get("/tokens/openapi.json").json()
    assert "/api/v1/claims/{claim}" in by_token["paths"]
    assert 401 == browser.get("/api/v1/openapi.json").status_code
