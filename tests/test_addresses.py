"""Addresses are what they should be before anything is sent there, and are written as browsers send them."""

from collections.abc import Callable

import pytest

from verifier.addresses import page_address, proxy_address, server_address

Reading = Callable[[str], str]
NAME = "https://factcheck.example.org"
NOWHERE = ("factcheck.example.org", "https://", "ftp://factcheck.example.org", f"{NAME}:x", f"{NAME}:0", "https://[::1")


@pytest.mark.parametrize("read", [server_address, proxy_address])
@pytest.mark.parametrize(
    ("given", "known"),
    [
        (NAME, NAME),
        ("https://FactCheck.example.org/", NAME),
        (f"{NAME}:443", NAME),
        (f"{NAME}:8443", f"{NAME}:8443"),
        ("https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443"),
    ],
)
def test_a_machine_is_called_as_browsers_call_it(read: Reading, given: str, known: str) -> None:
    assert known == read(given)


@pytest.mark.parametrize("read", [server_address, proxy_address])
@pytest.mark.parametrize("given", [*NOWHERE, f"{NAME}/queue", f"{NAME}?x", f"{NAME}#x", "https://ana@example.org"])
def test_what_is_no_machine_or_leads_on_from_it_is_refused(read: Reading, given: str) -> None:
    with pytest.raises(ValueError, match="it should be an address such as https://factcheck"):
        read(given)


def test_a_token_goes_in_the_clear_to_this_machine_alone() -> None:
    own = [server_address(f"http://{host}:8321") for host in ("127.0.0.1", "localhost", "[::1]")]

    assert ["http://127.0.0.1:8321", "http://localhost:8321", "http://[::1]:8321"] == own
    with pytest.raises(ValueError, match="for all to read: it should begin with https://"):
        server_address("http://factcheck.example.org")


def test_a_proxy_speaks_tls() -> None:
    with pytest.raises(ValueError, match="with https, for the proxy has to speak TLS"):
        proxy_address("http://factcheck.example.org")


@pytest.mark.parametrize(
    ("given", "known"),
    [(NAME, NAME), (f"{NAME}/checks/", f"{NAME}/checks"), ("http://a.example/b", "http://a.example/b")],
)
def test_pages_are_where_they_are_without_a_slash_at_the_end(given: str, known: str) -> None:
    assert known == page_address(given)


@pytest.mark.parametrize(
    "given", [*NOWHERE, f"{NAME}/checks?of", f"{NAME}/checks#of", "https://ana@example.org/checks"]
)
def test_what_is_no_page_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match=r"it should be an address such as https://factcheck\.example/checks"):
        page_address(given)
