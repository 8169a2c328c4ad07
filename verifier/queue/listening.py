"""Takes the place the server listens at: this machine alone, unless a proxy that speaks TLS stands before it."""

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from verifier.addresses import LOOPBACK
from verifier.errors import UsageError

_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}  # noqa: S104 - refused unless there is a proxy
"""What this machine calls itself where it listens at all its addresses."""


class Where(NamedTuple):
    """Where to listen, and what a proxy before it is called."""

    host: str
    port: int
    public: str | None = None
    """As "https://factcheck.example.org"; None where there is no proxy."""


def refuse_other_machines(where: Where) -> None:
    """Raise UsageError for a place that others reach without TLS."""
    if where.public is None and not _is_loopback(where.host):
        raise UsageError(
            f"--host {where.host} would open the queue to other machines, and everybody on the way could read along. "
            "Put a proxy that speaks TLS before it, and name that with --behind-proxy https://NAME; or leave --host "
            "out, and reach the queue through ssh -L."
        )


@contextmanager
def listening(where: Where) -> Iterator[socket.socket]:
    """Listen until the block ends; raises UsageError where that cannot be."""
    family = socket.AF_INET6 if ":" in where.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as heard:
        heard.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            heard.bind((where.host, where.port))
            heard.listen(128)
        except OSError as error:
            raise UsageError(
                f"port {where.port} of {where.host} cannot be listened at: {error.strerror}. Name another with --port."
            ) from error
        yield heard


def names(host: str, port: int) -> list[str]:
    """Return what this machine may call the server, the name to announce first."""
    near = _EVERYWHERE.get(host, host)
    own = f"[{near}]" if ":" in near else near
    known = [own, *([] if host == "localhost" else ["localhost"]), *(["127.0.0.1"] if host == "localhost" else [])]
    return [f"{name}:{port}" for name in known] + (known if port == 80 else [])


def _is_loopback(host: str) -> bool:
    try:
        return host in LOOPBACK or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
