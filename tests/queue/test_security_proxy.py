"""Promises of the server behind a proxy: it goes by its public name, through TLS, and believes nobody but its proxy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.datastructures import Headers

from tests.queue.frontdoor import HOST, House, house_in
from verifier.cli import main
from verifier.errors import UsageError
from verifier.queue.listening import Where, names, refuse_other_machines
from verifier.queue.site import Site

NAME = "factcheck.example.org"
PUBLIC = f"https://{NAME}"
SITE = Site((HOST, "localhost:8321"), PUBLIC)
ALONE = Site((HOST, "localhost:8321"))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house_in(tmp_path_factory.mktemp("behind"), PUBLIC) as made:
        made.begun("Ana")
        yield made


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"Host": NAME.upper()}, 303),
        ({"X-Forwarded-Proto": "http"}, 421),
        ({"X-Forwarded-Proto": ""}, 421),
        ({"Host": HOST}, 421),
        ({"Host": "localhost:8321"}, 421),
        ({"Host": f"{NAME}:8321"}, 421),
        ({"Host": f"evil.{NAME}"}, 421),
        ({"Host": "evil.example", "X-Forwarded-Host": NAME}, 421),
    ],
)
def test_pages_are_opened_by_the_public_name_and_through_tls_alone(
    house: House, headers: dict[str, str], status: int
) -> None:
    assert status == house.browser().get("/", **headers).status


@pytest.mark.parametrize("host", [HOST, NAME])
def test_verify_hands_its_work_over_by_either_name(house: House, host: str) -> None:
    answered = house.browser().client.post("/api/looks", headers={"Host": host, "Authorization": "Bearer secret"})

    assert 200 == answered.status_code


@pytest.mark.parametrize(
    ("origin", "status"),
    [(PUBLIC, 422), (f"http://{NAME}", 403), ("https://evil.example", 403), (f"http://{HOST}", 403), ("null", 403)],
)
def test_a_form_comes_from_the_public_name_through_tls(house: House, origin: str, status: int) -> None:
    client = house.browser(Origin=origin).client
    del client.headers["Sec-Fetch-Site"]

    assert status == client.post("/login", data={"name": "Zoe", "password": "x"}).status_code


def test_browsers_are_told_never_to_come_without_tls_again(house: House) -> None:
    assert "max-age=63072000" == house.browser().get("/login").headers["strict-transport-security"]


def test_without_a_proxy_nobody_is_told_to_come_through_tls(tmp_path: Path) -> None:
    with house_in(tmp_path) as alone:
        assert "strict-transport-security" not in alone.browser().get("/").headers


@pytest.mark.parametrize(
    ("site", "forwarded", "place"),
    [
        (SITE, ["203.0.113.9"], "203.0.113.9"),
        (SITE, ["1.1.1.1, 203.0.113.9"], "203.0.113.9"),
        (SITE, ["made up,203.0.113.9 "], "203.0.113.9"),
        (SITE, ["1.1.1.1", "203.0.113.9"], "203.0.113.9"),
        (SITE, ["1.1.1.1, 2.2.2.2", "made up, 203.0.113.9"], "203.0.113.9"),
        (SITE, [""], "10.0.0.1"),
        (SITE, [], "10.0.0.1"),
        (ALONE, ["203.0.113.9"], "10.0.0.1"),
    ],
)
def test_only_the_proxy_is_believed_on_where_a_request_comes_from(site: Site, forwarded: list[str], place: str) -> None:
    headers = Headers(raw=[(b"x-forwarded-for", line.encode()) for line in forwarded])

    assert place == site.place("10.0.0.1", headers)


def test_what_browsers_could_not_open_is_no_public_name(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["queue", "--behind-proxy", "http://factcheck.example.org"])

    said = (
        "verify: --behind-proxy http://factcheck.example.org is not what browsers could open: it should be an address"
    )
    assert 2 == code
    assert capsys.readouterr().err.startswith(said)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.1", "::", "factcheck.example", ""])  # noqa: S104 - refused
def test_other_machines_get_in_through_a_proxy_or_not_at_all(host: str) -> None:
    with pytest.raises(UsageError, match="behind-proxy"):
        refuse_other_machines(Where(host, 8321))

    refuse_other_machines(Where(host, 8321, PUBLIC))


@pytest.mark.parametrize(
    ("host", "first"),
    [
        ("127.0.0.1", "127.0.0.1:8321"),
        ("localhost", "localhost:8321"),
        ("::1", "[::1]:8321"),
        ("0.0.0.0", "127.0.0.1:8321"),  # noqa: S104 - nobody listens
        ("::", "[::1]:8321"),
        ("192.168.1.1", "192.168.1.1:8321"),
    ],
)
def test_verify_on_this_machine_finds_the_server_wherever_it_listens(host: str, first: str) -> None:
    assert first == names(host, 8321)[0]
