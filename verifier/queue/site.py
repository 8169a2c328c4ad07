"""Says what the server is called by browsers, and what follows: its cookie, and whom it believes on where they are."""

from typing import NamedTuple
from urllib.parse import urlsplit

from starlette.datastructures import Headers


class Site(NamedTuple):
    """Where the server is: on this machine alone, or behind a proxy that speaks TLS."""

    own: tuple[str, ...]
    """Names, with their ports, by which this machine calls it; the first is the one to announce."""
    public: str | None = None
    """What browsers elsewhere call it, as "https://factcheck.example.org"; None where there is no proxy."""

    @property
    def url(self) -> str:
        """What to open in a browser."""
        return self.public or f"http://{self.own[0]}"

    @property
    def cookie(self) -> str:
        """The name of the cookie that holds a session.

        Behind TLS the prefix makes browsers take it from this very host alone. On loopback there is no TLS, and not
        every browser takes such a cookie there; the port keeps two servers of one machine apart.
        """
        return "__Host-verifier" if self.public else f"verifier-{self.own[0].rpartition(':')[2]}"

    def refusal(self, path: str, headers: Headers) -> str | None:
        """Return why a request that was sent to this name, in this way, is not answered."""
        host, is_api = headers.get("host", "").lower(), path.startswith("/api/")
        if self.public and host == urlsplit(self.public).netloc:
            if headers.get("x-forwarded-proto", "").lower() == "https":
                return None
            return f"This server answers through TLS alone, at {self.public}. Its proxy says X-Forwarded-Proto: https."
        if host in self.own and (is_api or not self.public):
            return None
        return f"This server answers only by its own name: {self.url}."

    def is_own(self, headers: Headers) -> bool:
        """Return whether a page of this server sent the request: browsers say so, and no page can make them lie."""
        sender = headers.get("sec-fetch-site")
        if sender is not None:
            return sender in ("same-origin", "none")
        host = headers.get("host", "").lower()
        origins = (self.public,) if self.public else (f"http://{host}", f"https://{host}")
        return headers.get("origin", "").lower() in origins

    def place(self, peer: str, headers: Headers) -> str:
        """Return where a request comes from; only a proxy is believed, and of its list only what it wrote itself."""
        lines = headers.getlist("x-forwarded-for") or [""]  # some proxies lengthen the list, others add a line to it
        forwarded = lines[-1].rpartition(",")[2].strip()
        return forwarded if self.public and forwarded else peer
