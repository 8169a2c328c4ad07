"""A newsroom's queue in a real browser: a server on loopback, people at it, and what their browsers asked for."""

import asyncio
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import uvicorn
from axe_playwright_python.sync_playwright import Axe
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request

from tests.seeds import RECORDED, all_seeds, recorded
from tests.store.sql import ask
from verifier.pipeline import Place, verify_in
from verifier.queue import accounts, links
from verifier.queue.app import create_app
from verifier.queue.roles import Role
from verifier.settings import ModelSettings, Settings
from verifier.store import OwnedStore

PASSWORD = "six words nobody would put together"  # noqa: S105 - a test's own
DESKTOP, PHONE, ZOOMED = (1280, 800), (360, 780), (640, 400)
"""Widths and heights; a desktop at 200 % has half as many pixels either way."""
PATIENCE = 60
"""Seconds for whatever a server or a browser has to do."""


def checked(path: Path) -> Path:
    """Make a store in which the five shipped articles are checked."""
    with OwnedStore(path) as store, ThreadPoolExecutor(1) as thread:  # Playwright has a loop of its own in this one
        check = partial(verify_in, Place(store.lent(), logs=True), all_seeds(), recorded(path))
        thread.submit(lambda: asyncio.run(check())).result()
    return path


class House:
    """A server that runs, and its store."""

    def __init__(self, store: OwnedStore, app: FastAPI, url: str) -> None:
        self.store = store
        self.app = app
        self.url = url

    def link(self, name: str, role: Role) -> str:
        """Invite somebody; return the link by which they set a password."""
        with self.store.unit() as unit:
            account = accounts.invite(unit, name, role, "Ana")
            return self.url + links.give(unit, account.person_id, "Ana", time.time())

    def decisions(self) -> list[tuple[Any, ...]]:
        """Return what was decided, undone and noted: (person, kind, verdict, note), the first first."""
        with self.store.unit(keep=False) as unit:
            return ask(unit, "select person, kind, verdict, note from decisions order by decision")

    def claims(self) -> list[str]:
        """Return the ids of the claims that were compared."""
        with self.store.unit(keep=False) as unit:
            return [claim for (claim,) in ask(unit, "select distinct claim_id from history order by claim_id")]


@contextmanager
def open_house(path: Path, model: ModelSettings = RECORDED) -> Iterator[House]:
    """Serve a store, in a thread of this process, until the block ends."""
    with socket.socket() as listening, OwnedStore(path) as store:
        listening.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{listening.getsockname()[1]}"
        app = create_app(store, Settings(model=model, database=path), token="secret", hosts=[host])  # noqa: S106 - a test's own
        server = uvicorn.Server(
            uvicorn.Config(app, log_level="error", lifespan="off", timeout_graceful_shutdown=PATIENCE)
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield House(store, app, f"http://{host}")
        finally:
            app.state.jobs.stop()
            server.should_exit = True
            thread.join(2 * PATIENCE)


@contextmanager
def house_like(path: Path, folder: Path) -> Iterator[House]:
    """Serve a copy of a store."""
    with open_house(Path(shutil.copy(path, folder / "claims.duckdb"))) as house:
        yield house


class Seat:
    """One person's browser, and all that it asked for or complained of."""

    def __init__(self, context: BrowserContext, house: House) -> None:
        self.house = house
        self.context = context
        self.asked: list[str] = []
        self.complaints: list[str] = []
        context.on("request", self._note)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        context.on("dialog", self._dismiss)
        self.page = context.new_page()

    def open(self, path: str) -> Page:
        """Go to a page of the server."""
        self.page.goto(self.house.url + path)
        return self.page

    def foreign(self) -> list[str]:
        """Return the addresses elsewhere that were asked for."""
        return [url for url in self.asked if not url.startswith((f"{self.house.url}/", "data:", "about:"))]

    def runs_over(self) -> int:
        """Return by how many pixels the page is wider than the window."""
        width: int = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        return max(width, 0)

    def _dismiss(self, dialog: Dialog) -> None:
        self.complaints.append(dialog.message)
        dialog.dismiss()

    def _note(self, request: Request) -> None:
        self.asked.append(request.url)


@contextmanager
def seated(browser: Browser, house: House, *, size: tuple[int, int] = DESKTOP, **how: Any) -> Iterator[Seat]:
    """Open a browser for somebody; `how` is Playwright's: java_script_enabled, color_scheme."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **how)
    context.set_default_timeout(PATIENCE * 1000)
    try:
        yield Seat(context, house)
    finally:
        context.close()


def let_in(seat: Seat, link: str) -> None:
    """Set a password by a one-time link, and be logged in."""
    seat.page.goto(link)
    for field in seat.page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    seat.page.locator("main button").first.click()
    seat.page.locator("#mine").wait_for()


def faults(page: Page) -> list[str]:
    """Return what axe finds: the rule, and the first elements that break it."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {[node['html'][:160] for node in one['nodes'][:3]]}" for one in found]
