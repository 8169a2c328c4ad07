"""Hands work to the server that owns the store, and brings back what the work came to.

This is the side of those who ask, and what both sides have to agree on; the server is the room `queue`.
"""

from verifier.handover.address import Address
from verifier.handover.finding import found, refuse_while_served
from verifier.handover.server import Server
from verifier.handover.store import RemoteStore

__all__ = ["Address", "RemoteStore", "Server", "found", "refuse_while_served"]
