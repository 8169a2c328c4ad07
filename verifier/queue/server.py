"""Runs the server: takes the store for its life, says where it listens, and ends politely."""

import asyncio
import os
import secrets
import socket
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

import uvicorn
from fastapi import FastAPI

from verifier import demo as shipped
from verifier.errors import StoreError, UsageError
from verifier.handover.address import Address, beside, published
from verifier.pipeline import Place, verify_in
from verifier.queue import accounts, links
from verifier.queue.app import create_app
from verifier.queue.listening import Where, listening, names, refuse_other_machines
from verifier.settings import Settings
from verifier.store import OwnedStore

_LAST_WORDS = 5
"""Seconds that requests under way are given when the server is stopped."""


class Opened(NamedTuple):
    """What whoever started the server is told once it can be opened."""

    url: str
    link: str | None
    """By which the admin that was asked for sets a password, once."""


def serve(
    settings: Settings,
    where: Where,
    announce: Callable[[Opened], None],
    *,
    admin: str | None = None,
    demo: bool = False,
) -> None:
    """Serve the store of `settings` until Ctrl-C or SIGTERM; `announce` is told the address once it can be opened.

    `admin` is given a link by which to set a password, and an account if they have none. With `demo` the shipped
    articles are checked first. Raises UsageError for a place it cannot listen at, and StoreError.
    """
    refuse_other_machines(where)
    _refuse_twice(settings.database)
    admin = admin and accounts.proper(admin)
    if admin is None and not (settings.database and settings.database.exists()):
        _refuse_strangers(where, are_kept=False)  # before a store is made of which nobody has any use
    with listening(where) as heard, OwnedStore(settings.database) as store:
        own = names(where.host, heard.getsockname()[1])
        address = Address(url=f"http://{own[0]}", token=settings.token or secrets.token_urlsafe(32), pid=os.getpid())
        app = create_app(store, settings, token=address.token, hosts=own, public=where.public)
        link = _link(store, admin) if admin else None
        _refuse_strangers(where, are_kept=_has_accounts(store))
        if demo:
            asyncio.run(_check_seeds(store, settings))
        url = app.state.site.url
        opened = Opened(url, link and f"{url}{link}")
        # Interrupted is how a server ends: uvicorn ends as it should and then hands the signal on.
        with suppress(KeyboardInterrupt), _told(store.path, address):
            app.state.additions.resume()
            app.state.rechecks.resume()
            app.state.deliveries.begin()
            _Server(_quiet(app), app, partial(announce, opened)).run(sockets=[heard])


def _link(store: OwnedStore, admin: str) -> str:
    with store.unit() as unit:
        account = accounts.admit(unit, admin)
        return links.give(unit, account.person_id, accounts.RUNNER, time.time())


def _has_accounts(store: OwnedStore) -> bool:
    with store.unit(keep=False) as unit:
        return accounts.are_kept(unit)


def _refuse_strangers(where: Where, *, are_kept: bool) -> None:
    if where.public is not None and not are_kept:
        raise UsageError(
            "--behind-proxy opens the queue to others, and there are no accounts yet: add --admin with your name "
            "this once, and open the link that is printed."
        )


def _quiet(app: FastAPI) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        access_log=False,  # it would hold one-time links
        proxy_headers=False,  # who may be believed on them is for the guard to say
        log_level="error",
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=_LAST_WORDS,
    )


class _Server(uvicorn.Server):
    """Says when it can be spoken to, and tells those who wait for a check that it stops, or it would wait for them."""

    def __init__(self, config: uvicorn.Config, app: FastAPI, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._state = app.state
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._announce()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await asyncio.to_thread(self._state.jobs.stop)
        await asyncio.to_thread(self._state.rechecks.stop)
        await asyncio.to_thread(self._state.deliveries.stop)
        await super().shutdown(sockets)
        self._state.looks.stop()


def _told(database: Path | None, address: Address) -> AbstractContextManager[None]:
    return nullcontext() if database is None else published(database, address)


async def _check_seeds(store: OwnedStore, settings: Settings) -> None:
    await verify_in(Place(store.lent(), logs=True), shipped.articles(), settings)


def _refuse_twice(database: Path | None) -> None:
    other = database and beside(database)
    if other:
        raise StoreError(
            f"The store {database} is served already, at {other.url} (process {other.pid}). Open that, or stop it."
        )
