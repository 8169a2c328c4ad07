"""Nothing is sent to what only this machine's network can reach, whatever an address or a name says."""

import ipaddress
import socket
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.errors import UsageError
from verifier.queue.webhooks.addresses import Unreachable, is_public, refuse_address, resolved
from verifier.queue.webhooks.sending import Sender

Names = Callable[..., None]
INSIDE = (
    "0.0.0.0",  # noqa: S104 - that nothing is sent there is what is tested
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "192.0.0.1",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::a00:1",
    "64:ff9b:1::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "2001:0:7f00:1::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "ff02::1",
)
OUTSIDE = ("1.1.1.1", "93.184.215.14", "2606:4700:4700::1111", "::ffff:1.1.1.1")


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    """Have every name lead to these addresses."""

    def lead(*addresses: str) -> None:
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443)) for address in addresses]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)

    return lead


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_inside_is_not_public_and_no_name_may_lead_there(names: Names, address: str) -> None:
    names("1.1.1.1", address)

    with pytest.raises(Unreachable, match="into a network of its own"):
        resolved(refuse_address("https://hooks.example.org/", local=True))
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", OUTSIDE)
def test_an_address_outside_is_connected_to_as_it_was_checked(names: Names, address: str) -> None:
    names(address, address)

    assert [address] == resolved(refuse_address("https://hooks.example.org/", local=False))


@given(st.ip_addresses(v=4))
def test_an_address_is_no_more_public_for_being_wrapped_in_another(address: ipaddress.IPv4Address) -> None:
    wrapped = ipaddress.IPv6Address(f"::ffff:{address}")

    assert is_public(address) == is_public(wrapped)
    assert not is_public(ipaddress.IPv6Address(0x64FF9B << 96 | int(address)))
    assert not is_public(ipaddress.IPv6Address(0x2002 << 112 | int(address) << 80 | 1))


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_inside_is_refused_where_it_is_written_out(address: str) -> None:
    host = f"[{address}]" if ":" in address else address

    with pytest.raises(UsageError, match="into a network of its own"):
        refuse_address(f"https://{host}/", local=False)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://example.org/", "has to begin with https://"),
        ("ftp://example.org/", "has to begin with https://"),
        ("file:///etc/passwd", "is no address"),
        ("javascript:alert(1)", "is no address"),
        ("https://example.org:8080/", "go to port 443"),
        ("https://example.org:99999/", "is no address"),
        ("https://user:word@example.org/", "leave them out"),
        ("https://example.org/#part", "leave them out"),
        ("https://ex ample.org/", "is no address"),
        ("https://example.org/\r\nHost: other", "is no address"),
        ("https://exämple.org/", "is no address"),
        ("https:///path", "is no address"),
        ("https://[::1", "is no address"),
        (f"https://example.org/{'x' * 500}", "is no address"),
        ("http://127.0.0.1:80/", "only if whoever runs the queue allows it: VERIFIER_LOCAL_WEBHOOKS=true"),
        ("http://localhost/", "only if whoever runs the queue allows it"),
        ("https://localhost/", "leads into a network of its own"),
        ("https://hook.LOCALHOST./", "leads into a network of its own"),
        ("http://127.0.0.1.nip.io/", "has to begin with https://"),
    ],
)
def test_what_is_no_address_to_send_to_says_why(url: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        refuse_address(url, local=False)


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "0177.0.0.1", "127.1"])
def test_an_address_of_this_machine_in_disguise_is_none_either(host: str) -> None:
    assert "into a network of its own" in Sender(local=True).send(f"https://{host}/", b"{}", {})


def test_what_is_allowed_to_go_to_this_machine_goes_nowhere_else(names: Names) -> None:
    target = refuse_address("http://localhost:8000/hook", local=True)
    names("127.0.0.1", "10.0.0.1")

    with pytest.raises(Unreachable):
        resolved(target)


def test_a_name_that_leads_nowhere_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)

    assert "the name hooks.example.org leads nowhere" == Sender(local=False).send("https://hooks.example.org", b"", {})


def test_a_name_is_asked_for_once_and_what_was_checked_is_what_is_connected_to(
    names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = list[tuple[str, int]]()

    def connect(address: tuple[str, int], timeout: float) -> None:
        tried.append(address)
        names("127.0.0.1")
        raise ConnectionRefusedError(timeout)

    names("1.1.1.1", "2606:4700:4700::1111")
    monkeypatch.setattr(socket, "create_connection", connect)

    failure = Sender(local=False).send("https://hooks.example.org/", b"{}", {})

    assert [("1.1.1.1", 443), ("2606:4700:4700::1111", 443)] == tried
    assert "it could not be reached, or broke off (ConnectionRefusedError)" == failure
