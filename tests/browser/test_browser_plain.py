"""Promises of the pages to a browser that runs no script: everything can be done, with links and forms alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.browsing import House, Seat, seated
from verifier.shipped import SEEDS


@pytest.fixture
def plain(browser: Browser, house: House) -> Iterator[Seat]:
    """Somebody whose browser runs no script."""
    with seated(browser, house, java_script_enabled=False) as somebody:
        yield somebody


def test_a_claim_is_found_decided_undone_and_restored(house: House, plain: Seat) -> None:
    page = plain.open("/")
    page.get_by_role("link", name="unsourced").first.click()
    page.locator("input[name=q]").fill("582 tons")
    page.get_by_role("button", name="Search").click()
    found = page.locator("tr[data-row]").count()
    page.get_by_role("link", name="582 tons").first.click()
    page.locator("#note").fill("asked the customs office")
    page.get_by_role("button", name="Conflicting").click()
    stored = page.locator(".done").inner_text()

    page.get_by_role("button", name="Undo").click()
    undone = page.locator(".states").inner_text()
    page.get_by_role("button", name="Redo").click()

    assert 0 < found < 5
    assert "Stored: ✕ conflicting" in stored
    assert "undecided" in undone
    expect(page.locator(".states")).to_contain_text("conflicting")
    assert [("decide", "conflicting", "asked the customs office"), ("undo", ""), ("redo", "")] == [
        tuple(part for part in (kind, verdict, note) if part is not None)
        for _, kind, verdict, note in house.decisions()
    ]


def test_the_passage_is_reached_by_its_link(house: House, plain: Seat) -> None:
    page = plain.open(f"/claims/{house.claims()[0]}")

    page.get_by_role("link", name="To the passage").first.click()

    expect(page.locator("#passage")).to_be_in_viewport()


def test_an_article_is_added_and_the_page_says_by_itself_what_became_of_it(
    browser: Browser, empty_house: House
) -> None:
    with seated(browser, empty_house, java_script_enabled=False) as plain:
        page = plain.open("/add")
        page.get_by_label("Each file is one article").set_input_files(SEEDS / "july-rebound.txt")
        page.get_by_role("button", name="Add and check").click()

        page.get_by_role("link", name="its claims").click()

        assert page.locator("tr[data-row]").count() > 10
