"""Promises of adding articles in the browser: what becomes of them shows by itself, and nobody loses their place."""

import threading
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, FilePayload, expect

from tests.browser.browsing import House, faults, open_house, seated
from tests.llm.endpoint import Endpoint, Reply, failed
from verifier.settings import ModelSettings
from verifier.shipped import SEEDS

PAGE = """<!doctype html><html><head><title>The port</title><script src="https://ads.example/x.js"></script></head>
<body><nav>Home</nav><p>The port is open.<img src="https://ads.example/x.png" onerror="window.pwned=1"></body></html>"""

FILES: list[FilePayload] = [
    {"name": "port.html", "mimeType": "text/html", "buffer": PAGE.encode()},
    {"name": "ships.md", "mimeType": "text/markdown", "buffer": b"# Ships\n\nFour ships came.\n"},
]


def test_what_is_added_is_checked_and_its_result_appears_by_itself(browser: Browser, empty_house: House) -> None:
    with seated(browser, empty_house) as seat:
        page = seat.open("/add")
        page.get_by_label("Each file is one article").set_input_files(SEEDS / "july-rebound.txt")
        page.get_by_role("button", name="Add and check").click()
        page.wait_for_url("**/added")
        page.evaluate("window.stayed = true")

        page.get_by_role("link", name="its claims").wait_for()

        assert page.evaluate("window.stayed")
        expect(page.locator("#under-way")).to_have_text("Nothing is under way.")
        assert [] == seat.complaints + seat.foreign()


def test_what_failed_says_why_and_is_tried_again_while_the_focus_stays_where_it_is(
    browser: Browser, tmp_path: Path
) -> None:
    let_go = threading.Event()

    def stalled(_: dict[str, Any]) -> Reply:
        let_go.wait(30)
        return failed(401, "no such key")

    with Endpoint() as endpoint:
        endpoint.answer = lambda _: failed(401, "no such key")
        model = ModelSettings(base_url=endpoint.url, api_key="sk-test-1234567890abcdef")
        with open_house(tmp_path / "claims.duckdb", model) as house, seated(browser, house) as seat:
            page = seat.open("/add")
            page.get_by_label("Each file is one article").set_input_files(FILES)
            page.get_by_role("button", name="Add and check").click()
            again = page.get_by_role("button", name="Try again")
            expect(again).to_have_count(2)
            why, wrong = page.locator("#added").inner_text(), faults(page)

            endpoint.answer = stalled
            again.first.click()
            page.locator(".going").wait_for()
            again.focus()
            let_go.set()
            expect(again).to_have_count(2)

            focused = page.evaluate("document.activeElement.innerText")

    assert 2 == why.count("OPENAI_API_KEY")
    assert "The port" in why and "Ships" in why
    assert focused.startswith("Try again")
    assert [] == wrong + seat.foreign()
