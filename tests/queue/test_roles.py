"""Promises of the table of roles: every route has its row, and nobody gets further than it says."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from tests.queue.newsdesk import HOST
from tests.seeds import recorded
from verifier.queue.app import create_app
from verifier.queue.door import ways
from verifier.queue.people import Person
from verifier.queue.roles import LEAST, ROLES, Role, least
from verifier.store import OwnedStore

NOBODY: Role | None = None
PLACE = re.compile(r"\{\w+(:\w+)?\}")


class Answered(NamedTuple):
    """What came back."""

    status: int
    text: str
    location: str


class LetIn:
    """Stands where the pages do, and answers with 204 whatever was let in."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await Response(status_code=204)(scope, receive, send)


class Known:
    """Says of every request that somebody of one role sent it."""

    def __init__(self, role: Role | None) -> None:
        self._role = role

    def person(self, _: Request) -> Person | None:
        return self._role and Person("Ana", self._role)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    with OwnedStore(tmp_path_factory.mktemp("store") / "claims.duckdb") as store:
        made = create_app(store, recorded(store.path), token="secret", hosts=[HOST])  # noqa: S106 - a test's own
        made.user_middleware.append(Middleware(LetIn))
        yield made


def routes(app: FastAPI) -> list[tuple[str, str]]:
    return [(method, way.path) for way in ways(app.routes) for method in sorted(way.methods)]


def ask(app: FastAPI, role: Role | None, method: str, path: str) -> Answered:
    app.state.callers = Known(role)
    client = TestClient(app, base_url=f"http://{HOST}", headers={"Sec-Fetch-Site": "same-origin"})
    address = "/static/queue.css" if path == "/static" else PLACE.sub("1", path)
    answer = client.request(method, address, follow_redirects=False)
    return Answered(answer.status_code, answer.text, answer.headers.get("location", ""))


def expected(role: Role | None, method: str, path: str) -> int:
    needed = least(method, path)
    if needed == "anyone" or (role and needed and ROLES.index(role) >= ROLES.index(needed)):
        return 204
    if role:
        return 403
    return 303 if method in ("GET", "HEAD") and not path.startswith("/api/") else 401


def test_every_route_has_a_row_and_every_row_a_route(app: FastAPI) -> None:
    found = {("GET" if method == "HEAD" else method, path) for method, path in routes(app)}

    assert found == set(LEAST), "verifier/queue/roles.py says for each route who may ask for it"


@pytest.mark.parametrize("role", [NOBODY, *ROLES])
def test_everybody_gets_as_far_as_the_table_says_and_no_further(app: FastAPI, role: Role | None) -> None:
    asked = routes(app)

    answered = {(method, path): ask(app, role, method, path).status for method, path in asked}

    assert {(method, path): expected(role, method, path) for method, path in asked} == answered


def test_whoever_is_not_known_is_led_to_the_log_in_and_back(app: FastAPI) -> None:
    answered = ask(app, NOBODY, "GET", "/claims/abc?verdict=conflicting&q=a%26b")

    assert "/login?back=/claims/abc%3Fverdict%3Dconflicting%26q%3Da%2526b" == answered.location


def test_whoever_is_no_longer_known_is_told_that_nothing_was_stored(app: FastAPI) -> None:
    answered = ask(app, NOBODY, "POST", "/claims/abc/decisions")

    assert "nothing was stored" in answered.text


def test_a_route_that_was_forgotten_in_the_table_is_not_there_for_anybody(app: FastAPI) -> None:
    app.add_api_route("/forgotten", lambda: "secret")
    app.middleware_stack = None  # put together anew, with that route

    answered = [ask(app, role, "GET", "/forgotten").status for role in (NOBODY, *ROLES)]

    app.router.routes.pop()
    app.middleware_stack = None
    assert [404] * 5 == answered


def test_a_role_that_lacks_is_told_which_one_it_would_take(app: FastAPI) -> None:
    page, data = ask(app, "viewer", "POST", "/topics/a/ties"), ask(app, "viewer", "POST", "/api/checks")

    assert "This wants the role editor, and Ana is viewer here." in page.text
    assert "This wants the role reviewer, and Ana is viewer here." in data.text
