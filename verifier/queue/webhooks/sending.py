"""Sends one message to one address: signed, to the very machine that was checked, and for seconds only."""

import hashlib
import hmac
import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException

from verifier.errors import UsageError
from verifier.queue.webhooks.addresses import Target, Unreachable, refuse_address, resolved

SIGNATURE = "Verifier-Signature"
"""The header "t=SECONDS,v1=HEX": the HMAC-SHA256 by the secret of the seconds since 1970, a full stop and the body."""
SILENCE = 5.0
"""Seconds without a word."""
LASTS = 10.0
"""Seconds that one message may take, however slowly the other side speaks."""


class Sender:
    """Sends one message at a time, from one thread; any other may stop it."""

    def __init__(self, *, local: bool, lasts: float = LASTS) -> None:
        """With `local` messages may go to this machine, over http."""
        self._local = local
        self._lasts = lasts
        self._guard = threading.Lock()
        self._open: socket.socket | None = None
        self._is_over = False
        self._stopped = False

    def send(self, url: str, body: bytes, headers: Mapping[str, str]) -> str:
        """Post a message; return "" if it was taken, and else why not. Nothing is followed, and no answer is read."""
        try:
            target = refuse_address(url, local=self._local)
            with closing(_Connection(target, self._connected(target))) as connection:
                late = threading.Timer(self._lasts, self._hang_up)
                late.daemon = True
                late.start()
                try:
                    connection.request("POST", target.path, body, dict(headers))
                    status = connection.getresponse().status
                finally:
                    late.cancel()
            if self._is_over:  # what was hung up on may look like an answer that ended
                raise TimeoutError
        except (UsageError, Unreachable) as error:
            return str(error)
        except (OSError, HTTPException) as error:
            if self._is_over or isinstance(error, TimeoutError):
                return f"it said nothing for {SILENCE:.0f} seconds, or had not answered after {self._lasts:.0f}"
            return f"it could not be reached, or broke off ({type(error).__name__})"
        finally:
            with self._guard:
                self._open, self._is_over = None, False
        return (
            "" if 200 <= status < 300 else f"it answered {status}{' (which is not followed)' * (300 <= status < 400)}"
        )

    def stop(self) -> None:
        """Break off what is being sent, and send nothing more."""
        with self._guard:
            self._stopped = True
        self._hang_up()

    def _connected(self, target: Target) -> socket.socket:
        """Return a connection to one of the addresses that were checked, none of which is asked for again."""
        trouble: OSError = OSError("no address")
        for address in resolved(target):
            try:
                opened = _speaking(target, socket.create_connection((address, target.port), timeout=SILENCE))
            except OSError as error:
                trouble = error
                continue
            with self._guard:
                if self._stopped:
                    opened.close()
                    raise Unreachable("the server stops")
                self._open = opened
            return opened
        raise trouble

    def _hang_up(self) -> None:
        with self._guard, suppress(OSError):
            if self._open is not None:
                self._is_over = True
                # Not by TLS, which would let go of its keys while another thread may be about to write by them.
                socket.socket.shutdown(self._open, socket.SHUT_RDWR)


def _speaking(target: Target, opened: socket.socket) -> socket.socket:
    """Return what speaks TLS over a connection, which is of no use itself any more; to this machine nothing does."""
    if target.is_local:
        return opened
    context = ssl.create_default_context()
    return context.wrap_socket(opened, server_hostname=target.host, do_handshake_on_connect=False)


class _Connection(HTTPConnection):
    """Speaks HTTP over a connection that is there already, under the name that was asked for."""

    def __init__(self, target: Target, opened: socket.socket) -> None:
        super().__init__(target.host, target.port, timeout=SILENCE)
        self._opened = opened

    def connect(self) -> None:
        """Shake hands where TLS is spoken; raises OSError where the other side is not who it should be."""
        self.sock = self._opened
        if isinstance(self._opened, ssl.SSLSocket):
            self._opened.do_handshake()

    def close(self) -> None:
        """Close the connection, also where nothing was ever said."""
        super().close()
        self._opened.close()


def signature(secret: str, now: int, body: bytes) -> str:
    """Return what the header of that name says of a body that is sent at `now`, in seconds since 1970."""
    signed = hmac.new(secret.encode(), b"%d.%s" % (now, body), hashlib.sha256)
    return f"t={now},v1={signed.hexdigest()}"
