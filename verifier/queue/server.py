"""Runs the server: takes the store for its life, listens on this machine, says where, and ends politely."""

import asyncio
import ipaddress
import os
import secrets
import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from verifier.article import read
from verifier.errors import StoreError, UsageError
from verifier.handover.address import Address, beside, published
from verifier.pipeline import Place, verify_in
from verifier.queue.app import create_app
from verifier.settings import FIXTURES, LOOPBACK, SEEDS, ModelSettings, Settings
from verifier.store import OwnedStore

DEMO = Settings(model=ModelSettings(answers="replay", recordings=FIXTURES / "demo"))
"""Recorded answers, and a store in memory."""
_LAST_WORDS = 5
"""Seconds that requests under way are given when the server is stopped."""


def serve(settings: Settings, host: str, port: int, announce: Callable[[str], None], *, demo: bool = False) -> None:
    """Serve the store of `settings` until Ctrl-C or SIGTERM; `announce` is told the address once it can be opened.

    With `demo` the shipped articles are checked first. Raises UsageError for a place it cannot listen at, StoreError.
    """
    _refuse_other_machines(host)
    _refuse_twice(settings.database)
    with _listening(host, port) as listening, OwnedStore(settings.database) as store:
        names = _names(host, listening.getsockname()[1])
        address = Address(url=f"http://{names[0]}", token=settings.token or secrets.token_urlsafe(32), pid=os.getpid())
        app = create_app(store, settings, token=address.token, hosts=names)
        if demo:
            asyncio.run(_check_seeds(store, settings))
        # Interrupted is how a server ends: uvicorn ends as it should and then hands the signal on.
        with suppress(KeyboardInterrupt), _told(store.path, address):
            app.state.additions.resume()
            _Server(_quiet(app), app, partial(announce, address.url)).run(sockets=[listening])


def _quiet(app: FastAPI) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        access_log=False,
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
        await super().shutdown(sockets)
        self._state.looks.stop()


def _told(database: Path | None, address: Address) -> AbstractContextManager[None]:
    return nullcontext() if database is None else published(database, address)


async def _check_seeds(store: OwnedStore, settings: Settings) -> None:
    seeds = [read(path).model_copy(update={"path": f"seeds/{path.name}"}) for path in sorted(SEEDS.glob("*.txt"))]
    await verify_in(Place(store.lent(), logs=True), seeds, settings)


def _refuse_other_machines(host: str) -> None:
    if host not in LOOPBACK and not _is_loopback(host):
        raise UsageError(
            f"--host {host} would open the queue to other machines. That needs accounts, and a proxy before it that "
            "speaks TLS; verifier has neither yet. Leave --host out, and reach it from elsewhere through ssh -L."
        )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _refuse_twice(database: Path | None) -> None:
    other = database and beside(database)
    if other:
        raise StoreError(
            f"The store {database} is served already, at {other.url} (process {other.pid}). Open that, or stop it."
        )


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, port))
            listening.listen(128)
        except OSError as error:
            raise UsageError(
                f"port {port} of {host} cannot be listened at: {error.strerror}. Name another with --port."
            ) from error
        yield listening


def _names(host: str, port: int) -> list[str]:
    """Return what browsers may call the server, the name to announce first."""
    own = f"[{host}]" if ":" in host else host
    names = [own, *([] if host == "localhost" else ["localhost"]), *(["127.0.0.1"] if host == "localhost" else [])]
    return [f"{name}:{port}" for name in names] + (names if port == 80 else [])
