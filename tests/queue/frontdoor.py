"""A queue with accounts, and the browsers of those who use it: each its own cookies, all by one clock."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from fastapi.testclient import TestClient

from tests.seeds import recorded
from verifier.queue.app import create_app
from verifier.queue.people import Callers
from verifier.queue.throttle import Throttle
from verifier.store import OwnedStore

HOST = "127.0.0.1:8321"
PUBLIC = "https://factcheck.example.org"
PASSWORD = "six words nobody would put together"  # noqa: S105 - a test's own
_LINK = re.compile(r"(?:http://127\.0\.0\.1:8321|https://factcheck\.example\.org)(/links/[\w-]+)")
_ALERT = re.compile(r'role="alert"(?! hidden)[^>]*>(.*?)</p>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


class Answered(NamedTuple):
    """What came back."""

    status: int
    text: str
    headers: Any

    @property
    def alert(self) -> str:
        """What the page says is wrong."""
        found = _ALERT.search(self.text)
        return unescape(_TAG.sub("", found[1])) if found else ""

    @property
    def leads_to(self) -> str:
        """Where the browser is sent."""
        return str(self.headers.get("location", ""))


class Browser:
    """One browser of one person."""

    def __init__(self, app: Any, url: str, headers: dict[str, str]) -> None:
        self.client = TestClient(app, base_url=url, headers={"Sec-Fetch-Site": "same-origin", **headers})

    def get(self, path: str, **headers: str) -> Answered:
        """Open a page."""
        answer = self.client.get(path, follow_redirects=False, headers=headers)
        return Answered(answer.status_code, answer.text, answer.headers)

    def send(self, path: str, **fields: str) -> Answered:
        """Send a form."""
        answer = self.client.post(path, data=fields, follow_redirects=False)
        return Answered(answer.status_code, answer.text, answer.headers)

    def log_in(self, name: str, password: str = PASSWORD, back: str = "/") -> Answered:
        """Fill in the log-in."""
        return self.send("/login", name=name, password=password, back=back)

    def is_in(self) -> bool:
        """Return whether the queue opens."""
        return self.get("/").status == 200

    def shows(self) -> str | None:
        """Return what the browser shows the server."""
        return next((cookie.value for cookie in self.client.cookies.jar if "verifier" in cookie.name), None)

    def list(self) -> str:
        """Return the page of people."""
        return self.get("/people").text

    def on(self, name: str, what: str, **fields: str) -> Answered:
        """Press a button beside somebody's name on the page of people."""
        row = self.list().partition(f"<bdi>{name}</bdi>")[2]
        (person,) = re.findall(r"/people/(\w+)/", row)[:1]
        return self.send(f"/people/{person}/{what}", **fields)

    def invite(self, name: str, role: str = "reviewer") -> str:
        """Let somebody in and return the link to give them."""
        return link_in(self.send("/people", name=name, role=role))


class House:
    """The server."""

    def __init__(self, store: OwnedStore, public: str | None = None) -> None:
        self.store = store
        self.now = 1_800_000_000.0
        self.app = create_app(
            store,
            recorded(store.path),
            token="secret",  # noqa: S106 - a test's own
            hosts=[HOST],
            public=public,
        )
        state = self.app.state
        state.callers = Callers(store, token="secret", cookie=state.site.cookie, clock=lambda: self.now)  # noqa: S106
        state.throttle = Throttle(lambda: self.now)

    def browser(self, **headers: str) -> Browser:
        """Open a browser that nobody is logged in with."""
        if self.app.state.site.public:
            return Browser(self.app, PUBLIC, {"X-Forwarded-Proto": "https", **headers})
        return Browser(self.app, f"http://{HOST}", headers)

    def begun(self, name: str = "Ana") -> Browser:
        """Begin with accounts, and return the browser of the first admin."""
        browser = self.browser()
        assert 303 == browser.send("/people/begin", name=name, password=PASSWORD, again=PASSWORD).status
        return browser

    def joined(self, admin: Browser, name: str, role: str = "reviewer") -> Browser:
        """Let somebody in, and return their browser once they have set their password."""
        browser = self.browser()
        assert 303 == browser.send(admin.invite(name, role), password=PASSWORD, again=PASSWORD).status
        return browser


@contextmanager
def house_in(folder: Path, public: str | None = None) -> Iterator[House]:
    """Open the server of a new store in a folder."""
    path = folder / "claims.duckdb"
    path.write_bytes(_empty_store())
    with OwnedStore(path) as store:
        house = House(store, public)
        yield house
        house.app.state.looks.stop()


@cache
def _empty_store() -> bytes:
    """Return a store with its tables and nothing in them: to make them takes longer than most tests."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "claims.duckdb"
        with OwnedStore(path):
            pass
        return path.read_bytes()


def link_in(answered: Answered) -> str:
    """Return the path of the link that a page shows."""
    found = _LINK.search(answered.text)
    assert found is not None, answered.text
    return found[1]
