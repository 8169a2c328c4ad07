"""Reads the addresses of the web that people set, before anything is sent there or shown as a link."""

from urllib.parse import SplitResult, urlsplit

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
"""Names of this machine that lead nowhere else."""
_PORTS = {"http": 80, "https": 443}


def server_address(text: str) -> str:
    """Return how to call a server that a token is sent to; raises ValueError, which says what it should be."""
    parts = _parts(text)
    if parts is None or parts.scheme not in _PORTS or _leads_on(parts):
        raise ValueError("it should be an address such as https://factcheck.example or http://127.0.0.1:8321")
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise ValueError("the token would go over the network for all to read: it should begin with https://")
    return _name(parts)


def proxy_address(text: str) -> str:
    """Return what browsers call a proxy; raises ValueError, which says what it should be."""
    parts = _parts(text)
    if parts is None or parts.scheme != "https" or _leads_on(parts):
        raise ValueError(
            "it should be an address such as https://factcheck.example.org, with https, for the proxy has to speak TLS"
        )
    return _name(parts)


def page_address(text: str) -> str:
    """Return where pages are, without a slash at its end; raises ValueError, which says what it should be."""
    parts = _parts(text)
    if parts is None or parts.scheme not in _PORTS or parts.query or parts.fragment:
        raise ValueError("it should be an address such as https://factcheck.example/checks")
    return text.rstrip("/")


def _parts(text: str) -> SplitResult | None:
    """Take apart what names a machine, and nobody to log in there as."""
    try:
        parts = urlsplit(text)
        is_whole = bool(parts.hostname) and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        return None
    return parts if is_whole else None


def _leads_on(parts: SplitResult) -> bool:
    return bool(parts.path.strip("/") or parts.query or parts.fragment)


def _name(parts: SplitResult) -> str:
    """Return scheme, host and port as browsers send them."""
    host = f"[{parts.hostname}]" if ":" in str(parts.hostname) else parts.hostname
    port = "" if parts.port in (None, _PORTS[parts.scheme]) else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}"
