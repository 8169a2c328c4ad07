"""Promises of every page: no fault that axe finds, nothing wider than a screen, nothing asked for elsewhere."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser

from tests.browser.browsing import DESKTOP, PHONE, ZOOMED, House, Seat, faults, let_in, seated
from verifier import listing
from verifier.queue.roles import LEAST

_IN_A_PATH = re.compile(r"{(\w+)}")
_FILES = ("/api/", "/export/", "/static")
"""What is for programs, or downloaded."""


class Places(NamedTuple):
    """What stands for the parts of an address."""

    claim: str
    topic: str
    article: str

    def fill(self, path: str) -> str:
        """Return a path that leads to a page, of the route it is given."""
        kind = path.split("/")[1]
        filled = {"claims": self.claim, "topics": self.topic, "articles": self.article}.get(kind, "none")
        return _IN_A_PATH.sub(filled, path) + (f"?claim={self.claim}" if kind == "articles" else "")


def pages() -> list[str]:
    """Return the route of every page; another test holds the table to the routes."""
    shown = [path for method, path in LEAST if method == "GET" and not path.startswith(_FILES)]
    return sorted(path for path in shown if not path.endswith(".json"))


def places_in(house: House) -> Places:
    with house.store.unit(keep=False) as unit:
        held = next(one for one in listing.claims_told(unit, house.claims()).values() if one.topic)
    return Places(held.claim.id, held.topic or "", held.article.id)


@pytest.fixture(scope="module")
def admin(browser: Browser, house_of_people: House) -> Iterator[Seat]:
    """An admin with an account, at a server on which something has been decided."""
    with seated(browser, house_of_people) as seat:
        let_in(seat, house_of_people.link("Ana", "admin"))
        seat.open("/next").keyboard.press("x")
        seat.page.locator("[data-key=z]").wait_for()
        yield seat


def trouble_on(seat: Seat, path: str) -> list[str]:
    """Return what is wrong with a page, at a desk, at 200 % and on a phone."""
    page = seat.open(path)
    found = faults(page)
    for width, height in (PHONE, ZOOMED, DESKTOP):
        page.set_viewport_size({"width": width, "height": height})
        if over := seat.runs_over():
            found.append(f"{over} pixels wider than {width}")
    return found


def test_no_page_has_a_fault_that_axe_finds_nor_is_wider_than_a_screen(admin: Seat) -> None:
    places = places_in(admin.house)

    found = {route: trouble_on(admin, places.fill(route)) for route in pages()}

    assert {} == {route: said for route, said in found.items() if said}
    assert [] == admin.foreign() + [said for said in admin.complaints if "404" not in said]


def test_nor_has_one_in_the_dark(browser: Browser, library: House) -> None:
    places = places_in(library)

    with seated(browser, library, color_scheme="dark") as seat:
        found = {
            path: trouble_on(seat, places.fill(path)) for path in ("/", "/claims/{name}", "/topics/{name}", "/add")
        }

    assert {} == {path: said for path, said in found.items() if said}


def test_nor_has_one_that_is_shown_to_people_not_known(browser: Browser, admin: Seat) -> None:
    link = admin.house.link("Ben", "viewer").removeprefix(admin.house.url)

    with seated(browser, admin.house) as stranger:
        found = {path: trouble_on(stranger, path) for path in ("/login", link, "/links/none")}

    assert {} == {path: said for path, said in found.items() if said}
