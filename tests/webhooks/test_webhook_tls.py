"""Over TLS as in the clear: messages arrive, at nobody but who they are meant for, and nothing slow holds up others."""

import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.webhooks.receiver import PATIENCE, receiving
from verifier.queue.webhooks import sending
from verifier.queue.webhooks.addresses import Target
from verifier.queue.webhooks.sending import Sender

NAME = "hooks.example.org"
DRIPS = 100
"""Bytes that a slow server sends, one at a time: several times as long as a message may take here."""
TIMED_OUT = "it said nothing for 5 seconds, or had not answered after 0"

Lead = Callable[[int, str], None]


class Pair(NamedTuple):
    """A certificate of nobody's but this run's, and its key."""

    certificate: Path
    key: Path

    def server(self) -> ssl.SSLContext:
        """What a server with it speaks."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, self.key)
        return context


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """A certificate for NAME, signed by itself."""
    folder = tmp_path_factory.mktemp("pair")
    made = Pair(folder / "certificate.pem", folder / "key.pem")
    options = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    names = ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
    files = ["-keyout", str(made.key), "-out", str(made.certificate)]
    subprocess.run(["openssl", "req", "-x509", *options, *names, *files], check=True, capture_output=True)
    return made


@pytest.fixture
def lead(monkeypatch: pytest.MonkeyPatch, pair: Pair) -> Lead:
    """Have the next address lead to a port of this machine, whose certificate is trusted."""
    monkeypatch.setenv("SSL_CERT_FILE", str(pair.certificate))

    def to(port: int, name: str) -> None:
        target = Target(name, port, "/hook", is_local=False)
        monkeypatch.setattr(sending, "refuse_address", lambda *_, **__: target)
        monkeypatch.setattr(sending, "resolved", lambda _: ["127.0.0.1"])

    return to


class Slow:
    """A server that sends a byte at a time, and how many it got rid of."""

    def __init__(self, speak: Callable[[socket.socket], socket.socket]) -> None:
        self._speak = speak
        self._heard = socket.create_server(("127.0.0.1", 0))
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._drip, daemon=True)
        self.port: int = self._heard.getsockname()[1]
        self.has_begun = threading.Event()
        self.dripped = 0

    def _drip(self) -> None:
        met, _ = self._heard.accept()
        try:
            with self._speak(met) as spoken:
                self.has_begun.set()
                while self.dripped < DRIPS and not self._over.wait(0.05):
                    spoken.sendall(b"\0")
                    self.dripped += 1
        except OSError:  # it was hung up on
            pass

    @contextmanager
    def running(self) -> Iterator["Slow"]:
        """Drip until the block ends."""
        with self._heard:
            self._thread.start()
            yield self
            self._over.set()
            self._thread.join(PATIENCE)


def greeting(met: socket.socket) -> socket.socket:
    """Begin to shake hands, and come to no end."""
    met.sendall(b"\x16\x03\x03\x40\x00\x02\x00\x3f\xf0")
    return met


def answering(pair: Pair) -> Callable[[socket.socket], socket.socket]:
    """Shake hands, and begin an answer that comes to no end."""

    def speak(met: socket.socket) -> socket.socket:
        spoken = pair.server().wrap_socket(met, server_side=True)
        spoken.sendall(b"HTTP/1.1 200 OK\r\nX-Drop: ")
        return spoken

    return speak


@pytest.fixture(params=["greeting", "answering"])
def slow(request: pytest.FixtureRequest, pair: Pair) -> Iterator[Slow]:
    with Slow(greeting if request.param == "greeting" else answering(pair)).running() as server:
        yield server


def test_a_message_arrives_where_the_certificate_is_that_of_its_name(lead: Lead, pair: Pair) -> None:
    with receiving() as receiver:
        receiver.socket = pair.server().wrap_socket(receiver.socket, server_side=True)
        lead(receiver.server_address[1], NAME)

        failure = Sender(local=False).send(f"https://{NAME}/hook", b'{"event": 1}', {"X-Of": "tests"})

        message = receiver.next()
    assert "" == failure
    assert ("/hook", NAME, "tests", {"event": 1}) == (
        message.path,
        message.headers["host"].partition(":")[0],
        message.headers["x-of"],
        message.event,
    )


def test_nothing_is_told_to_whoever_has_the_certificate_of_another(lead: Lead, pair: Pair) -> None:
    with receiving() as receiver:
        receiver.socket = pair.server().wrap_socket(receiver.socket, server_side=True)
        lead(receiver.server_address[1], "other.example.org")

        failure = Sender(local=False).send("https://other.example.org/hook", b"{}", {})

        assert [] == receiver.all()
    assert "it could not be reached, or broke off (SSLCertVerificationError)" == failure


def test_one_that_speaks_a_byte_at_a_time_is_hung_up_on(lead: Lead, slow: Slow) -> None:
    lead(slow.port, NAME)

    failure = Sender(local=False, lasts=0.3).send(f"https://{NAME}/hook", b"{}", {})

    assert TIMED_OUT == failure
    assert slow.dripped < DRIPS


def test_whoever_stops_waits_for_no_slow_one(lead: Lead, slow: Slow) -> None:
    lead(slow.port, NAME)
    sender = Sender(local=False, lasts=PATIENCE)
    sent = threading.Thread(target=sender.send, args=(f"https://{NAME}/hook", b"{}", {}))
    sent.start()
    assert slow.has_begun.wait(PATIENCE)

    sender.stop()

    sent.join(PATIENCE)
    assert slow.dripped < DRIPS
