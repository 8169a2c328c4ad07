"""Promises of the server to whoever runs it: no other site, program or person gets in, and no answer gives it away."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.queue.serving import Serving, serving

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with serving(tmp_path_factory.mktemp("served")) as running:
        yield running


@pytest.mark.parametrize("path", ["/", "/nothing/here", "/api/nothing", "/api/checks"])
def test_every_answer_tells_browsers_to_trust_nothing_in_it(server: Serving, path: str) -> None:
    answered = server.ask(path)

    assert HEADERS == {name: answered.headers.get(name) for name in HEADERS}
    assert "server" not in answered.headers


@pytest.mark.parametrize("host", ["factcheck.example", "127.0.0.1", "127.0.0.1:80", "evil.example:8321", "", None])
def test_a_name_that_was_made_to_lead_here_is_not_answered(server: Serving, host: str | None) -> None:
    answered = server.ask("/", host=host)

    assert answered.status in (400, 421)  # 400: HTTP itself wants a host


def test_the_server_goes_by_the_name_of_this_machine_as_well(server: Serving) -> None:
    answered = server.ask("/nothing", host=server.host.replace("127.0.0.1", "localhost"))

    assert 404 == answered.status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec_fetch_site": "same-origin"}, 404),
        ({"sec_fetch_site": "none"}, 404),
        ({"sec_fetch_site": "same-site"}, 403),
        ({"sec_fetch_site": "cross-site"}, 403),
        ({"sec_fetch_site": "cross-site", "origin": "own"}, 403),
        ({"sec_fetch_site": None, "origin": "own"}, 404),
        ({"sec_fetch_site": None, "origin": "http://evil.example"}, 403),
        ({"sec_fetch_site": None, "origin": "null"}, 403),
        ({"sec_fetch_site": None}, 403),
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_what_changes_something_has_to_come_from_a_page_of_the_server(
    server: Serving, method: str, headers: dict[str, str | None], status: int
) -> None:
    sent = {name: server.url if value == "own" else value for name, value in headers.items()}

    answered = server.ask("/nothing", method=method, body="", **sent)

    assert status == answered.status


@pytest.mark.parametrize("given", [None, "", "Bearer", "Bearer ", "Bearer a guess", "Bearer é", "Basic token"])
def test_the_api_is_shut_without_the_token(server: Serving, given: str | None) -> None:
    sent = given.encode().decode("latin-1") if given else given

    answered = server.ask("/api/checks", method="POST", body="{}", authorization=sent)

    assert 401 == answered.status
    assert "This wants a token." == json.loads(answered.text)["error"]


def test_the_token_opens_the_api_from_anywhere(server: Serving) -> None:
    token = f"bearer {server.address['token']}"

    answered = server.ask("/api/looks", method="POST", body="", authorization=token, sec_fetch_site=None, origin=None)

    assert (200, ["look"]) == (answered.status, [*json.loads(answered.text)])


@pytest.mark.parametrize("length", ["99999999999", "33554433", "1e3"])
def test_what_is_too_large_is_refused_before_it_is_read(server: Serving, length: str) -> None:
    answered = server.ask("/nothing", method="POST", content_length=length)

    assert answered.status in (400, 413)
    assert "Traceback" not in answered.text


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("", "the document is not as a verifier of this version writes it"),
        ("[]", "the document is not as a verifier of this version writes it"),
        ('{"articles": [{"path": 1}]}', "articles.0.path is not as a verifier of this version writes it"),
        ('{"articles": [], "max_cost": -1}', "max_cost is not as a verifier of this version writes it"),
    ],
)
def test_a_job_that_makes_no_sense_is_answered_in_a_sentence(server: Serving, body: str, said: str) -> None:
    token = f"Bearer {server.address['token']}"

    answered = server.ask("/api/checks", method="POST", body=body, authorization=token)

    assert 400 == answered.status
    assert json.loads(answered.text)["error"].startswith(said)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("../../../../etc/passwd", "statement is not as a verifier of this version writes it"),
        ("store/no_such", "This verifier knows no statement store/no_such."),
        ("store/keep_answer", "read-only"),
        ("accounts/named", "accounts/named is not for others to ask"),
        ("tokens/held", "tokens/held is not for others to ask"),
        ("exports/rows", "exports/rows is not for others to ask"),
    ],
)
def test_a_look_runs_statements_of_this_program_and_changes_nothing(server: Serving, statement: str, said: str) -> None:
    token = f"Bearer {server.address['token']}"
    look = json.loads(server.ask("/api/looks", method="POST", body="", authorization=token).text)["look"]
    parameters = {
        "store/keep_answer": {"request": "r", "label": "l", "body": "b"},
        "exports/rows": {"table": "PASSWORDS"},  # DuckDB does not mind
    }.get(statement, {})
    asked = json.dumps({"statement": statement, "parameters": parameters})

    answered = server.ask(f"/api/looks/{look}", method="POST", body=asked, authorization=token)

    assert answered.status in (400, 503)
    assert said in json.loads(answered.text)["error"]


def test_values_of_another_kind_are_the_asker_s_mistake(server: Serving) -> None:
    token = f"Bearer {server.address['token']}"
    look = json.loads(server.ask("/api/looks", method="POST", body="", authorization=token).text)["look"]
    asked = json.dumps({"statement": "crosscheck/focus", "parameters": {"articles": "x"}})

    answered = server.ask(f"/api/looks/{look}", method="POST", body=asked, authorization=token)

    assert 422 == answered.status
    assert json.loads(answered.text)["error"].startswith("crosscheck/focus cannot be asked with these values: ")


def test_people_get_a_page_and_programs_get_json_when_something_is_wrong(server: Serving) -> None:
    page, data = server.ask("/nothing"), server.ask("/api/x", authorization=f"Bearer {server.address['token']}")

    assert (404, 404) == (page.status, data.status)
    assert page.headers["content-type"].startswith("text/html")
    assert "There is nothing at this address." in page.text
    assert json.loads(data.text)["error"].startswith("There is nothing at this address.")


def test_no_document_of_the_server_says_what_else_it_can_be_asked(server: Serving) -> None:
    assert [404, 404, 404] == [server.ask(path).status for path in ("/docs", "/redoc", "/openapi.json")]


def test_nothing_of_all_that_reached_the_server_s_log(tmp_path: Path) -> None:
    with serving(tmp_path) as running:
        running.ask("/nothing")
        running.ask("/api/checks", method="POST", body="{}")

        assert (0, "", "") == running.stop()
