"""Puts the server together: the pages, what other verifiers may ask, and the guard before both."""

from collections.abc import Sequence
from pathlib import Path

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from verifier.queue import api, failures
from verifier.queue.additions import Additions
from verifier.queue.door import Door
from verifier.queue.jobs import Jobs
from verifier.queue.leases import Leases
from verifier.queue.looks import Looks
from verifier.queue.pages import (
    add,
    article,
    bulk,
    claim,
    export,
    login,
    me,
    parting,
    people,
    progress,
    queue,
    taking_back,
    together,
    tokens,
    topic,
    trail,
    views,
    webhooks,
)
from verifier.queue.people import Callers
from verifier.queue.rechecks import Rechecks
from verifier.queue.security import Guard
from verifier.queue.site import Site
from verifier.queue.throttle import Throttle
from verifier.queue.webhooks.deliveries import Deliveries
from verifier.queue.webhooks.sending import Sender
from verifier.settings import Settings
from verifier.store import OwnedStore

HOSTS = ("127.0.0.1:8321", "localhost:8321")
_STATIC = Path(__file__).parent / "static"
_PARTS = (
    api,
    queue,
    claim,
    article,
    together,
    taking_back,
    bulk,
    topic,
    parting,
    trail,
    views,
    progress,
    add,
    export,
    tokens,
    webhooks,
    login,
    me,
    people,
)


def create_app(
    store: OwnedStore, settings: Settings, *, token: str, hosts: Sequence[str] = HOSTS, public: str | None = None
) -> FastAPI:
    """Return the server as an ASGI app. It uses `store`, which stays the caller's to close.

    What request handlers find in `app.state`, `verifier.queue.state` hands them. `token` opens the API;
    `hosts` are the names, with their ports, that browsers on this machine may use, and `public` is what others use
    where a proxy that speaks TLS stands before the server: "https://factcheck.example.org".
    """
    app = FastAPI(title="verifier", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.store = store
    app.state.settings = settings.model_copy(update={"save": True})
    app.state.jobs = Jobs(store)
    app.state.looks = Looks(store)
    app.state.site = Site(tuple(host.lower() for host in hosts), public)
    app.state.callers = Callers(store, token=token, cookie=app.state.site.cookie)
    app.state.throttle = Throttle()
    app.state.additions = Additions(store, app.state.settings, app.state.jobs)
    app.state.leases = Leases()
    app.state.rechecks = Rechecks(store)
    app.state.deliveries = Deliveries(store, Sender(local=settings.local_webhooks))
    for part in _PARTS:
        app.include_router(part.router)
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    failures.handle(app)
    app.add_middleware(Door)
    app.add_middleware(Guard, site=app.state.site)
    return app
