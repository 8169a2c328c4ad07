"""Lets in who may: the one place where the table of roles is held against who asks, before anything else is done."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote

from fastapi.routing import iter_route_contexts
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from verifier.handover.wire import Fault
from verifier.queue.failures import answer, nothing
from verifier.queue.people import Person
from verifier.queue.roles import Least, allows, least

LOGIN = "/login"


class Way(NamedTuple):
    """One route."""

    path: str
    """As in the table of roles."""
    methods: frozenset[str]
    pattern: re.Pattern[str]


class Door:
    """An ASGI app around the app. It finds out who asks, and leaves that in `request.state.person`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._ways: Sequence[Way] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, or answer it with what it lacks."""
        if scope["type"] == "http":
            refusal = await self._refusal(Request(scope))
            if refusal is not None:
                await refusal(scope, receive, send)
                return
        await self._app(scope, receive, send)

    async def _refusal(self, request: Request) -> Response | None:
        """Return why the request is not let in; also for a route without a row in the table."""
        if self._ways is None:
            self._ways = ways(request.app.routes)
        path = request.scope["path"]
        meant = [way for way in self._ways if way.pattern.match(path)]
        way = next((way for way in meant if request.method in way.methods), None)
        needed = way and least(request.method, way.path)
        if needed is None:
            return nothing(path, 405 if meant and way is None else 404)
        person = None if needed == "anyone" else await run_in_threadpool(request.app.state.callers.person, request)
        request.state.person = person
        return _judged(request, needed, person)


def ways(routes: Sequence[BaseRoute]) -> list[Way]:
    """Return the routes in the order in which they are tried."""
    found = iter_route_contexts(routes)
    return [Way(str(one.path), frozenset(one.methods or ("GET", "HEAD")), one.path_regex) for one in found]


def _judged(request: Request, needed: Least, person: Person | None) -> Response | None:
    if needed == "anyone" or (person and allows(needed, person.role)):
        return None
    return _unknown(request) if person is None else _not_allowed(request.scope["path"], needed, person)


def _unknown(request: Request) -> Response:
    path = request.scope["path"]
    if path.startswith("/api/"):
        return answer(path, 401, Fault(error="This wants a token.", kind="UsageError"), {"WWW-Authenticate": "Bearer"})
    if request.method == "GET":
        here = f"{path}?{request.url.query}" if request.url.query else path
        return RedirectResponse(f"{LOGIN}?back={quote(here)}", 303)
    lost = "You are not logged in any more, and nothing was stored. Log in in another tab, then send this again."
    return answer(path, 401, Fault(error=lost, kind="UsageError"))


def _not_allowed(path: str, needed: str, person: Person) -> Response:
    lacks = f"This wants the role {needed}, and {person.name} is {person.role} here. Ask an admin of this queue."
    return answer(path, 403, Fault(error=lacks, kind="UsageError"))
