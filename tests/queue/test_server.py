"""Promises of `verify queue` as a process: it says where it is, holds the store, and leaves nothing behind."""

import signal
import socket
import stat
from pathlib import Path

import pytest

from tests.queue.serving import serving, verify
from verifier.handover.address import beside
from verifier.store.lock import holder

FORM = "password=some+words+in+a+row&again=some+words+in+a+row"


def test_it_holds_the_store_and_says_in_a_file_that_only_its_owner_may_read_where_it_is(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        file = tmp_path / "claims.duckdb.server"

        assert server.process.pid == holder(tmp_path / "claims.duckdb")
        assert (server.url, server.process.pid) == (server.address["url"], server.address["pid"])
        assert len(server.address["token"]) > 30
        assert 0o600 == stat.S_IMODE(file.stat().st_mode)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_politely_and_takes_its_address_back(tmp_path: Path, number: int) -> None:
    with serving(tmp_path) as server:
        ended = server.stop(number)

    assert (0, "", "") == ended
    assert not (tmp_path / "claims.duckdb.server").exists()
    assert holder(tmp_path / "claims.duckdb") is None


def test_the_address_of_a_server_that_was_killed_is_seen_through_and_the_next_one_starts(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        server.stop(signal.SIGKILL)
    left = (tmp_path / "claims.duckdb.server").exists()

    found = beside(tmp_path / "claims.duckdb")

    assert left
    assert found is None
    with serving(tmp_path) as next_one:
        assert 0 == next_one.stop().code


def test_a_second_server_of_one_store_says_where_the_first_is(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        second = verify(tmp_path, "queue", "--port", "0")

    assert 2 == second.code
    assert f"is served already, at {server.url} (process {server.process.pid})" in second.err


def test_a_port_that_is_taken_is_one_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        ended = verify(tmp_path, "queue", "--port", str(port))

    assert 2 == ended.code
    assert ended.err == (
        f"verify: port {port} of 127.0.0.1 cannot be listened at: Address already in use. Name another with --port.\n"
    )


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.1", "factcheck.example"])  # noqa: S104 - it is refused
def test_it_refuses_to_be_opened_to_other_machines(tmp_path: Path, host: str) -> None:
    ended = verify(tmp_path, "queue", "--host", host)

    assert 2 == ended.code
    assert ended.err.startswith(f"verify: --host {host} would open the queue to other machines, and")
    assert not (tmp_path / "claims.duckdb").exists()


def test_the_demonstration_needs_neither_key_nor_file(tmp_path: Path) -> None:
    with serving(tmp_path, "--demo", VERIFIER_ANSWERS="", VERIFIER_RECORDINGS="") as server:
        ended = server.stop()

    assert (0, "", "") == ended
    assert [] == [*tmp_path.iterdir()]


def test_an_admin_gets_a_link_on_the_terminal_and_from_then_on_nobody_gets_in_without_an_account(
    tmp_path: Path,
) -> None:
    with serving(tmp_path, "--admin", "Ana Pérez") as server:
        said = server.process.stdout.readline() if server.process.stdout else ""
        link = said.strip().removeprefix(f"Ana Pérez sets a password here, once and within three days: {server.url}")
        before = server.ask("/")
        joined = server.ask(link, method="POST", body=FORM, content_type="application/x-www-form-urlencoded")
        inside = server.ask("/", cookie=joined.headers["set-cookie"].partition(";")[0])
        ended = server.stop()
    with serving(tmp_path) as again:
        outside = again.ask("/")

    assert (303, 303, 200, 303) == (before.status, joined.status, inside.status, outside.status)
    assert (0, "", "") == ended


def test_a_proxy_is_no_use_without_accounts(tmp_path: Path) -> None:
    ended = verify(tmp_path, "queue", "--port", "0", "--behind-proxy", "https://factcheck.example.org")

    assert 2 == ended.code
    assert ended.err.startswith("verify: --behind-proxy opens the queue to others, and there are no accounts yet:")
    assert [] == list(tmp_path.iterdir())


def test_an_admin_has_a_name(tmp_path: Path) -> None:
    ended = verify(tmp_path, "queue", "--port", "0", "--admin", "Ana\u202e")

    assert (2, "verify: the name holds characters that nobody can see: type it anew.\n") == (ended.code, ended.err)
    assert [] == list(tmp_path.iterdir())
