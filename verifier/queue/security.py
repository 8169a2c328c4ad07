"""Stands before every request: who may ask, from where, how much, and what a browser may do with the answer."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from verifier.handover.wire import Fault
from verifier.queue.failures import answer, crash
from verifier.queue.site import Site

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_TLS = {"Strict-Transport-Security": "max-age=63072000"}
"""Where there is TLS, browsers are not to come without it again for two years."""
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_MEGABYTE = 1024 * 1024
DOOR_LIMIT = 64 * 1024
"""Bytes of a form that anybody may send: a name and passwords."""
PAGE_LIMIT = 32 * _MEGABYTE
"""Bytes of a form: a few articles as large as any may be."""
API_LIMIT = 1024 * _MEGABYTE
"""Bytes of a job: a folder of articles."""


class Guard:
    """An ASGI app around the app."""

    def __init__(self, app: ASGIApp, *, site: Site) -> None:
        """`site` says by which names the server may be spoken to."""
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, _Marked(scope["path"], self._site, send))

    async def _answer(self, scope: Scope, receive: Receive, send: "_Marked") -> None:
        path, headers = scope["path"], Headers(scope=scope)
        refusal = self._refusal(scope["method"], path, headers)
        if refusal is not None:
            status, sentence = refusal
            await answer(path, status, Fault(error=sentence, kind="UsageError"))(scope, receive, send)
            return
        try:
            await self._app(scope, _Limited(_limit(path), receive), send)
        except Exception as error:  # the last resort: nobody is ever shown a traceback
            if send.has_begun:
                raise
            await crash(path, error)(scope, receive, send)

    def _refusal(self, method: str, path: str, headers: Headers) -> tuple[int, str] | None:
        stranger = self._site.refusal(path, headers)
        if stranger is not None:
            return 421, stranger
        if method not in _SAFE and not _is_program(path, headers) and not self._site.is_own(headers):
            return 403, "This came from another site, and nothing was changed. Go to the queue and do it there."
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > _limit(path):
            return 413, _words(_limit(path))
        return None


class _Marked:
    """Sends the answer with what every answer of this server says to browsers."""

    def __init__(self, path: str, site: Site, send: Send) -> None:
        self.has_begun = False
        self._headers = _HEADERS | _TLS if site.public else _HEADERS
        self._is_page = not path.startswith("/static/")
        self._send = send

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.has_begun = True
            headers = MutableHeaders(scope=message)
            for name, value in self._headers.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-store" if self._is_page else "no-cache")
        await self._send(message)


class _Limited:
    """Receives no more of a request than `most` bytes, whatever it said beforehand."""

    def __init__(self, most: int, receive: Receive) -> None:
        self._left = most
        self._most = most
        self._receive = receive

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise HTTPException(413, _words(self._most))
        return message


def _is_program(path: str, headers: Headers) -> bool:
    """Return whether a token is sent, which browsers never do by themselves; whether it is a good one is seen later."""
    return path.startswith("/api/") and headers.get("authorization", "").lower().startswith("bearer ")


def _limit(path: str) -> int:
    if path.startswith("/api/"):
        return API_LIMIT
    return DOOR_LIMIT if path.startswith(("/login", "/links/")) else PAGE_LIMIT


def _words(most: int) -> str:
    size = f"{most // _MEGABYTE} MB" if most >= _MEGABYTE else f"{most // 1024} kB"
    return f"This is larger than {size}, the most that can be sent at once. Send it in parts."
