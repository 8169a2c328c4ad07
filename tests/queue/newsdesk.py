"""The pages of a newsroom's queue, asked for as a browser asks without a script."""

import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import Self

from fastapi.testclient import TestClient
from starlette.datastructures import URL

from tests.crosscheck.cases import article, claim, extraction
from tests.history.newsroom import Newsroom
from tests.seeds import recorded
from verifier.models import Article, Citation, Claim, Extraction
from verifier.queue.app import create_app
from verifier.queue.people import Person
from verifier.queue.rechecks import Rechecks
from verifier.queue.roles import Role
from verifier.store import OwnedStore

HOST = "127.0.0.1:8321"
FIELD = re.compile(r'<input type="hidden" name="(?P<name>\w+)" value="(?P<value>[^"]*)">')


class Desk:
    """What one person sees and sends."""

    def __init__(self, store: OwnedStore, name: str = "Ana") -> None:
        app = create_app(store, recorded(store.path), token="secret", hosts=[HOST])  # noqa: S106 - a test's own
        app.state.callers = self
        self.name = name
        self.role: Role = "reviewer"
        self.store = store
        self.client = TestClient(app, base_url=f"http://{HOST}", headers={"Sec-Fetch-Site": "same-origin"})
        self.rechecks: Rechecks = app.state.rechecks

    def person(self, _: object) -> Person:
        """Return who sits at the desk, whatever is asked."""
        return Person(self.name, self.role)

    def get(self, path: str, status: int = 200) -> str:
        """Return a page."""
        answer = self.client.get(path)
        assert status == answer.status_code, answer.text
        return answer.text

    def be(self, name: str, role: Role = "reviewer") -> Self:
        """Let somebody else sit down."""
        self.name, self.role = name, role
        return self

    def send(self, path: str, status: int = 303, **fields: str | list[str]) -> str:
        """Send a form; return where it leads, or the page that answers it."""
        answer = self.client.post(path, data=fields, follow_redirects=False)
        assert status == answer.status_code, answer.text
        return answer.headers.get("location", answer.text)

    def wait(self) -> None:
        """Wait until what was said of topics by now is worked out."""
        self.rechecks._thread.submit(int).result()

    @contextmanager
    def before_checks(self) -> Iterator[None]:
        """Have nothing that is said of topics worked out before the end, and then all of it."""
        go = threading.Event()
        self.rechecks._thread.submit(go.wait)
        try:
            yield
        finally:
            go.set()
        self.wait()

    def decide(self, claim: str, verdict: str, *, query: str = "", note: str = "", status: int = 303) -> str:
        """Press a button on a claim's page as it is shown now."""
        return self.send_from(self.get(f"/claims/{claim}{query}"), claim, verdict, note=note, status=status)

    def send_from(self, page: str, claim: str, verdict: str, *, note: str = "", status: int = 303) -> str:
        """Press a button on a page that was opened before."""
        fields = hidden(page, 'class="decide"')
        return self.send(f"/claims/{claim}/decisions", status, verdict=verdict, note=note, **fields)

    def listed(self, query: str = "?decision=all") -> list[str]:
        """Return the claims on a page of the queue."""
        return re.findall(r'<td class="claim"><a href="/claims/(\w+)', self.get(f"/{query}"))


def hidden(page: str, form: str) -> dict[str, str]:
    """Return the hidden fields of the form whose tag says so."""
    fields = page.partition(form)[2].partition("</form>")[0]
    return {found["name"]: unescape(found["value"]) for found in FIELD.finditer(fields)}


def claim_in(address: str) -> str:
    """Return the claim an address leads to."""
    return URL(address).path.rpartition("/")[2]


def led(desk: Desk, address: str = "/next") -> str:
    """Return the page an address leads to."""
    return str(desk.client.get(address, follow_redirects=False).headers["location"])


def next_of(desk: Desk) -> str:
    return claim_in(led(desk))


@contextmanager
def desk_on(path: Path | None) -> Iterator[Desk]:
    """Open the store for as long as the pages are looked at."""
    with OwnedStore(path) as store:
        desk = Desk(store)
        yield desk
        desk.rechecks.stop()


@contextmanager
def desk_on_copy(path: Path, folder: Path) -> Iterator[Desk]:
    """Open a copy of the store in that folder."""
    with desk_on(Path(shutil.copy(path, folder))) as desk:
        yield desk


def contradicting(folder: Path, *figures: str) -> Path:
    """Return a store in that folder, with a claim of one thing from as many newspapers, each with another figure."""
    path = folder / "claims.duckdb"
    sources = [article(f"number {n}", words, publisher=f"Paper {n}") for n, words in enumerate(figures)]
    Newsroom(path).reads(*(extraction(source, claim(source, source.text)) for source in sources))
    return path


def held(source: Article, words: str, start: int) -> Claim:
    """A claim of a figure that stands at `start` in the article."""
    made = claim(source, words)
    assert made.figure is not None
    span = made.figure.span
    moved = made.figure.model_copy(update={"span": span.model_copy(update={"start": start, "end": start + span.end})})
    place = Citation(quote=words, start=start, end=start + len(words), line=1, column=start + 1)
    return made.model_copy(update={"figure": moved, "citations": (place,), "sentence": words})


def reading(name: str, text: str, words: str, **about: str) -> tuple[Extraction, Claim]:
    """Return an article of that text as it is read, with one claim of the figure in these words, and the claim."""
    source = article(name, text, publisher=about.get("publisher", f"Paper of {name}")).model_copy(
        update={"title": about.get("title")}
    )
    made = held(source, words, text.index(words))
    return extraction(source, made), made
