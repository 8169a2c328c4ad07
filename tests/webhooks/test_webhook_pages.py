"""An admin says in the browser where things are sent, and the server sends them, whatever becomes of it meanwhile."""

import signal
from pathlib import Path
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient

from tests.queue.newsdesk import HOST
from tests.queue.serving import Serving, serving
from tests.webhooks.conftest import Desk
from tests.webhooks.receiver import Receiver
from verifier.models import Claim
from verifier.queue.app import create_app
from verifier.settings import Settings

FORM = {"content_type": "application/x-www-form-urlencoded", "method": "POST"}


@pytest.fixture
def browser(desk: Desk) -> TestClient:
    app = create_app(desk.store, Settings(local_webhooks=True), token="secret", hosts=[HOST])  # noqa: S106
    return TestClient(app, base_url=f"http://{HOST}", headers={"Sec-Fetch-Site": "same-origin"})


def test_the_page_shows_the_secret_once_and_what_went_wrong(
    desk: Desk, browser: TestClient, receiver: Receiver
) -> None:
    made = browser.post("/webhooks", data={"url": receiver.url, "decisions": "on"})
    (hook,) = desk.listed
    desk.decide("first")
    receiver.will(500)
    desk.deliveries.deliver()

    page = browser.get("/webhooks").text

    assert 201 == made.status_code
    assert f'value="{hook.secret}"' in made.text
    assert hook.secret not in page
    assert (True, False) == (hook.decisions, hook.conflicts)
    assert "not taken, 1 attempt so far; tried again by itself" in page
    assert "it answered 500" in page


def test_a_webhook_is_paused_resumed_and_removed_there(desk: Desk, browser: TestClient, receiver: Receiver) -> None:
    desk.hook(receiver.url)
    webhook = desk.listed[0].webhook_id
    states = []
    for step in ("pause", "resume", "end"):
        assert 303 == browser.post(f"/webhooks/{webhook}/{step}", follow_redirects=False).status_code
        states.append([hook.is_paused for hook in desk.listed])

    twice = browser.post(f"/webhooks/{webhook}/end")

    assert [[True], [False], []] == states
    assert 400 == twice.status_code


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"url": "http://example.org/", "decisions": "on"}, "it has to begin with https://"),
        ({"url": "https://10.0.0.1/", "decisions": "on"}, "leads into a network of its own"),
        ({"url": "", "decisions": "on"}, "this is no address"),
        ({"url": "https://example.org/<b>"}, "choose what is to be sent"),
    ],
)
def test_what_may_not_be_sent_to_is_refused_on_the_form(
    desk: Desk, browser: TestClient, fields: dict[str, str], said: str
) -> None:
    refused = browser.post("/webhooks", data=fields)

    assert 422 == refused.status_code
    assert said in refused.text
    assert "<b>" not in refused.text
    assert [] == desk.listed


def test_a_server_sends_by_itself_and_one_that_was_killed_is_followed_by_one_that_goes_on(
    closed: Desk, tmp_path: Path, receiver: Receiver
) -> None:
    receiver.will(b"")

    with serving(tmp_path, VERIFIER_LOCAL_WEBHOOKS="true") as server:
        server.ask("/webhooks", body=urlencode({"url": receiver.url, "decisions": "on"}), **FORM)
        decided(server, closed.claim)
        first = receiver.next()
        server.stop(signal.SIGKILL)
    with serving(tmp_path, VERIFIER_LOCAL_WEBHOOKS="true") as server:
        second = receiver.next()
        ended = server.stop()

    assert first.body == second.body
    assert "unsourced" == second.event["decision"]["verdict"]
    assert (0, "", "") == ended


def decided(server: Serving, made: Claim) -> None:
    """Press a button."""
    fields = {"verdict": "unsourced", "version": "0", "machine": "unsourced"}
    assert 303 == server.ask(f"/claims/{made.id}/decisions", body=urlencode(fields), **FORM).status
