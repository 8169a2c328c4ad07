"""Says where something may be sent: out into the world, and never to what only this machine's network can reach."""

import ipaddress
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network
from typing import NamedTuple
from urllib.parse import urlsplit

from verifier.addresses import LOOPBACK
from verifier.errors import UsageError
from verifier.settings import KEYS

PORT = 443
_LONGEST = 500
_CARRIERS = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
"""Addresses by which a gateway reaches an address of version 4."""

Address = IPv4Address | IPv6Address


class Target(NamedTuple):
    """An address of the web, taken apart."""

    host: str
    port: int
    path: str
    """With its query."""
    is_local: bool
    """This machine, over http."""


class Unreachable(Exception):
    """Nothing may or can be sent there now; the message says why."""


def refuse_address(url: str, *, local: bool) -> Target:
    """Return where `url` leads, which nobody has asked the network yet; raises UsageError for where nothing may go."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise UsageError("this is no address: write one such as https://example.org/hook.") from None
    if len(url) > _LONGEST or not url.isascii() or any(character.isspace() for character in url) or not host:
        raise UsageError("this is no address: write one such as https://example.org/hook.")
    if parts.username is not None or parts.password is not None or parts.fragment:
        raise UsageError("an address with a name, a password or a # in it is not used: leave them out.")
    path = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
    if parts.scheme == "http" and host in LOOPBACK:
        if not local:
            raise UsageError(
                f"this is sent to this machine only if whoever runs the queue allows it: {KEYS['local_webhooks']}=true."
            )
        return Target(host, port or 80, path, is_local=True)
    if parts.scheme != "https" or port not in (None, PORT):
        raise UsageError(f"it has to begin with https:// and go to port {PORT}: others could read it, or be attacked.")
    _refuse_literal(host)
    return Target(host, PORT, path, is_local=False)


def resolved(target: Target) -> list[str]:
    """Return the addresses to connect to, each of which may be; raises Unreachable if only one may not."""
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreachable(f"the name {target.host} leads nowhere") from error
    addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
    may_be = _is_loopback if target.is_local else is_public
    if not addresses or not all(may_be(ipaddress.ip_address(address)) for address in addresses):
        raise Unreachable(f"the name {target.host} leads into a network of its own, where nothing is sent")
    return addresses


def is_public(address: Address) -> bool:
    """Return whether an address is one of the world at large, also by what it may carry inside."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address.sixtofour or address.teredo or any(address in network for network in _CARRIERS):
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _is_loopback(address: Address) -> bool:
    return address.is_loopback


def _refuse_literal(host: str) -> None:
    try:
        is_inside = not is_public(ipaddress.ip_address(host))
    except ValueError:
        is_inside = f".{host.rstrip('.')}".endswith(".localhost")
    if is_inside:
        raise UsageError("this address leads into a network of its own, where nothing is sent.")
