"""What the tests in the browser share: Debian's Chromium, started once, and a store with the shipped articles."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.browsing import PATIENCE, House, Seat, checked, house_like, open_house, seated

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIET = """--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync --disable-dev-shm-usage"""
"""Tests run as root and without a network, where a browser that looks for its maker's servers waits for nothing."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser of a file's tests, for as long as they run: no other test may find its event loop running.

    One that is missing is a failure, for what it would have shown is not known.
    """
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        pytest.fail("These tests use a browser, and there is none. Install it: apt-get install chromium", pytrace=False)
    expect.set_options(timeout=PATIENCE * 1000)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=_QUIET.split())
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the five shipped articles, never opened itself."""
    return checked(tmp_path_factory.mktemp("seeds") / "claims.duckdb")


@pytest.fixture(scope="session")
def library(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A server with the shipped articles, for tests that only look."""
    with house_like(seeds, tmp_path_factory.mktemp("library")) as house:
        yield house


@pytest.fixture
def house(seeds: Path, tmp_path: Path) -> Iterator[House]:
    """A server with the shipped articles, for one test."""
    with house_like(seeds, tmp_path) as opened:
        yield opened


@pytest.fixture
def empty_house(tmp_path: Path) -> Iterator[House]:
    """A server whose store is empty, for one test."""
    with open_house(tmp_path / "claims.duckdb") as opened:
        yield opened


@pytest.fixture
def seat(browser: Browser, house: House) -> Iterator[Seat]:
    """Somebody at the server of this test, who is its owner."""
    with seated(browser, house) as somebody:
        yield somebody


@pytest.fixture(scope="module")
def house_of_people(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A server with the shipped articles, for the tests of one file."""
    with house_like(seeds, tmp_path_factory.mktemp("people")) as house:
        yield house
