"""Reviewers who decide all at once, each in a browser of their own, and what the server has acknowledged to them."""

import json
import threading
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from http.client import HTTPConnection, HTTPException
from itertools import count
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.queue.newsdesk import claim_in, hidden
from tests.queue.serving import PATIENCE, Answered, Serving
from verifier.queue import accounts, sessions
from verifier.queue.record import DECIDED
from verifier.store import Store, Unit

_GONE = (OSError, HTTPException)
"""What a browser meets whose server is killed."""


class Acknowledged(NamedTuple):
    """A decision of which somebody was told that it is stored."""

    decision: int
    claim_id: str
    person: str
    note: str


class Browser:
    """One connection that is kept, with the cookie of whoever is logged in."""

    def __init__(self, server: Serving, secret: str) -> None:
        self._connection = HTTPConnection(server.host, timeout=PATIENCE)
        port = server.host.rpartition(":")[2]
        self._headers = {"sec-fetch-site": "same-origin", "cookie": f"verifier-{port}={secret}"}

    def get(self, path: str) -> Answered:
        """Ask for a page."""
        return self._ask("GET", path, None)

    def send(self, path: str, fields: dict[str, str]) -> Answered:
        """Send a form."""
        return self._ask("POST", path, urlencode(fields))

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    def _ask(self, method: str, path: str, body: str | None) -> Answered:
        form = {"content-type": "application/x-www-form-urlencoded"} if body is not None else {}
        self._connection.request(method, path, body, self._headers | form)
        answer = self._connection.getresponse()
        return Answered(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read().decode())


class Team:
    """Reviewers, what was acknowledged to them, and every answer that none of them should ever have had."""

    def __init__(self, path: Path, people: int) -> None:
        """Give so many people an account in the store at `path`, and a session."""
        self.acknowledged: list[Acknowledged] = []
        self.late = 0
        """Decisions that were refused because somebody else's was there before."""
        self.waited: list[float] = []
        """Seconds from sending a decision to its acknowledgement or refusal."""
        self.wrong: list[str] = []
        self._numbers = count()
        self._more = threading.Condition()
        self._secrets = _admitted(path, [f"Reviewer {number}" for number in range(people)])

    def browser(self, server: Serving, name: str) -> Browser:
        """Return a browser in which somebody is logged in."""
        return Browser(server, self._secrets[name])

    def work(self, server: Serving, decisions: int, *, until: int | None = None) -> None:
        """Let everybody decide so often, at once; with `until` the server is killed after so many acknowledgements."""
        before = len(self.acknowledged)
        threads = [
            threading.Thread(target=self._review, args=(server, name, decisions, until is not None), daemon=True)
            for name in self._secrets
        ]
        for thread in threads:
            thread.start()
        if until is not None:
            with self._more:
                self._more.wait_for(lambda: len(self.acknowledged) >= before + until or bool(self.wrong), PATIENCE)
            server.process.kill()
        for thread in threads:
            thread.join()

    def _review(self, server: Serving, name: str, decisions: int, may_vanish: bool) -> None:
        try:
            with closing(self.browser(server, name)) as browser:
                address = "/next"
                for _ in range(decisions):
                    address = self._decide(browser, name, self._led(browser, address))
        except _GONE as error:
            if not may_vanish:
                self._trouble(f"{name}: {error!r}")

    def _led(self, browser: Browser, address: str) -> str:
        """Return the page that an address leads to."""
        return self._expected(browser.get(address), 303).headers["location"] if address == "/next" else address

    def _decide(self, browser: Browser, name: str, address: str) -> str:
        """Decide the claim at an address and return where that leads: to the next claim, or to look for it."""
        claim, number = claim_in(address), next(self._numbers)
        page = self._expected(browser.get(address), 200).text
        fields = {"verdict": DECIDED[number % 4], "note": f"word {number} of {name}", **hidden(page, 'class="decide"')}
        started = time.perf_counter()
        answer = self._expected(browser.send(f"/claims/{claim}/decisions", fields), 303, 409)
        with self._more:
            self.waited.append(time.perf_counter() - started)
            if answer.status == 409:
                self.late += 1
            else:
                done = int(parse_qs(urlsplit(answer.headers["location"]).query)["done"][0])
                self.acknowledged.append(Acknowledged(done, claim, name, fields["note"]))
            self._more.notify_all()
        return answer.headers.get("location", "/next")

    def _expected(self, answer: Answered, *statuses: int) -> Answered:
        if answer.status not in statuses:
            self._trouble(f"{answer.status}: {answer.text[:500]}")
            raise ConnectionError(f"the server answered {answer.status}")
        return answer

    def _trouble(self, words: str) -> None:
        with self._more:
            self.wrong.append(words)
            self._more.notify_all()


def stored(server: Serving, *, since: int = 0) -> list[Acknowledged]:
    """Return the decisions that the server tells of, after a number."""
    token, found = server.address["token"], list[Acknowledged]()
    while True:
        after = found[-1].decision if found else since
        answer = server.ask(f"/api/v1/decisions?since={after}&limit=200", authorization=f"Bearer {token}")
        assert answer.status == 200, answer.text
        rows = json.loads(answer.text)["decisions"]
        if not rows:
            return found
        found += [Acknowledged(row["decision"], row["claim"], row["person"], row["note"]) for row in rows]


def lost(acknowledged: Iterable[Acknowledged], found: Sequence[Acknowledged]) -> list[Acknowledged]:
    """Return what was acknowledged and is not there."""
    return sorted({*acknowledged} - {*found})


def doubled(found: Iterable[Acknowledged]) -> list[str]:
    """Return the notes that are there more than once; every note is said once."""
    return [note for note, times in Counter(row.note for row in found).items() if times > 1]


def _admitted(path: Path, names: Iterable[str]) -> dict[str, str]:
    with Store(path) as store, store.unit() as unit:
        return {name: _seat(unit, name) for name in names}


def _seat(unit: Unit, name: str) -> str:
    """Return what the browser shows of somebody who is logged in."""
    person = accounts.invite(unit, name, "reviewer", accounts.RUNNER).person_id
    accounts.note(unit, person, "joined", name)
    return sessions.begin(unit, person, "a browser", time.time())
