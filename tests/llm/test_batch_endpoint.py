"""Promises of handing in: made once whatever is lost on the way, and every failure is a sentence."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator

import pytest

from tests.llm.asking import Pauses
from tests.llm.batching import BatchServer, Fault
from verifier.errors import (
    ConfigurationError,
    ModelRefused,
    ModelRejected,
    ModelUnavailable,
    VerifierError,
)
from verifier.llm import BatchEndpoint
from verifier.settings import ModelSettings

CONTENT = b'{"custom_id": "r", "body": {}}\n'
UPLOAD, CREATE, LIST = "POST /v1/files", "POST /v1/batches", "GET /v1/batches"


@pytest.fixture
def server() -> Iterator[BatchServer]:
    with BatchServer() as server:
        yield server


def visit(server: BatchServer, what: Callable[[BatchEndpoint], Awaitable[object]], **settings: object) -> object:
    chosen = ModelSettings.model_validate(
        {"base_url": server.url, "api_key": "sk-x", "attempts": 3, "request_timeout": 20, **settings}
    )

    async def go() -> object:
        async with BatchEndpoint(chosen, sleep=Pauses()) as endpoint:
            return await what(endpoint)

    return asyncio.run(go())


def test_what_is_handed_in_carries_its_mark(server: BatchServer) -> None:
    batch = visit(server, lambda endpoint: endpoint.submit("mark", CONTENT))

    assert "batch_1" == batch
    assert {"verifier": "mark"} == server.batches["batch_1"].metadata
    assert CONTENT == server.files[server.batches["batch_1"].file]


def test_a_batch_is_made_once_though_the_word_that_it_was_made_is_lost(server: BatchServer) -> None:
    server.faults[CREATE].extend([Fault(drop=True, after=True), Fault(503)])

    batch = visit(server, lambda endpoint: endpoint.submit("mark", CONTENT))

    assert ("batch_1", 1) == (batch, len(server.batches))
    assert [UPLOAD, CREATE, LIST] == server.asked


@pytest.mark.parametrize("route", [UPLOAD, CREATE])
def test_what_fails_in_passing_is_repeated(server: BatchServer, route: str) -> None:
    server.faults[route].extend([Fault(503), Fault(429)])

    batch = visit(server, lambda endpoint: endpoint.submit("mark", CONTENT))

    assert ("batch_1", 3) == (batch, server.asked.count(route))


def test_a_batch_is_found_by_its_mark_on_any_page(server: BatchServer) -> None:
    server.page = 2
    for number in range(5):
        visit(server, lambda endpoint, mark=f"mark {number}": endpoint.submit(mark, CONTENT))  # type: ignore[misc]

    found = visit(server, lambda endpoint: endpoint.find("mark 0"))
    missing = visit(server, lambda endpoint: endpoint.find("mark 9"))

    assert ("batch_1", None) == (found, missing)


def test_an_unknown_batch_has_no_state_and_an_unknown_file_no_lines(server: BatchServer) -> None:
    state = visit(server, lambda endpoint: endpoint.state("batch_9"))
    there = visit(server, lambda endpoint: endpoint.fetch("file_9", lambda _: None))

    assert (None, False) == (state, there)


@pytest.mark.parametrize(
    ("route", "fault", "error", "words"),
    [
        (UPLOAD, Fault(404), ConfigurationError, "has no batches (it answered 404: no). Leave out --batch"),
        (UPLOAD, Fault(405), ConfigurationError, "has no batches"),
        (CREATE, Fault(501), ConfigurationError, "has no batches"),
        (UPLOAD, Fault(401), ModelRejected, "does not accept the key"),
        (CREATE, Fault(429, code="insufficient_quota"), ModelRejected, "no quota left"),
        (CREATE, Fault(400, "endpoint is not for batches"), ModelRefused, "endpoint is not for batches"),
        (UPLOAD, Fault(raw="<html>Welcome</html>"), ModelUnavailable, "something other than files and batches"),
        (CREATE, Fault(raw="[]"), ModelUnavailable, "something other than files and batches"),
        (CREATE, Fault(raw="{}"), ModelUnavailable, "something other than files and batches"),
        (CREATE, Fault(503), ModelUnavailable, "answered 503"),
        (CREATE, Fault(drop=True), ModelUnavailable, "No connection to 127.0.0.1"),
    ],
)
def test_what_the_endpoint_will_not_do_is_a_sentence(
    server: BatchServer, route: str, fault: Fault, error: type[VerifierError], words: str
) -> None:
    server.faults[route].extend([fault] * 3)

    with pytest.raises(error) as raised:
        visit(server, lambda endpoint: endpoint.submit("mark", CONTENT))

    assert error is type(raised.value)
    assert words in str(raised.value)


@pytest.mark.parametrize("raw", ["<html>", "[]", "{}", '{"data": ["x"]}', '{"data": 5}', "null", "{"])
def test_what_is_no_list_of_batches_is_no_reason_to_fall_over(server: BatchServer, raw: str) -> None:
    server.faults[LIST].extend([Fault(raw=raw)] * 3)

    try:
        found = visit(server, lambda endpoint: endpoint.find("mark"))
    except ModelUnavailable as error:
        assert "answered with something other" in str(error)
    else:
        assert found is None


def test_a_hang_ends_with_the_time_a_request_may_take(server: BatchServer) -> None:
    server.faults[LIST].append(Fault(hang=True))

    with pytest.raises(ModelUnavailable, match=r"gave no answer within 0\.2 s"):
        visit(server, lambda endpoint: endpoint.find("mark"), attempts=1, request_timeout=0.2)


@pytest.fixture
def ended(server: BatchServer) -> str:
    visit(server, lambda endpoint: endpoint.submit("mark", CONTENT))
    return "batch_1"


def test_lines_end_where_the_file_says_and_nowhere_else(server: BatchServer, ended: str) -> None:
    lines = ["one \u2028 two", "three \x85 \x1c four \r", "", "five"]
    server.end(ended, lines)
    read: list[bytes] = []

    there = visit(server, lambda endpoint: endpoint.fetch("file_2", read.append))

    assert (True, [line.encode() for line in lines]) == (there, read)


def test_a_file_whose_connection_breaks_is_read_again_from_its_start(server: BatchServer, ended: str) -> None:
    server.end(ended, ["one", "two", "three"])
    server.chunk = 6
    read: list[bytes] = []

    visit(server, lambda endpoint: endpoint.fetch("file_2", read.append))

    assert [b"one", b"one", b"two", b"three"] == read


def test_a_line_longer_than_any_answer_does_not_fill_the_memory(
    server: BatchServer, ended: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verifier.llm.batch_endpoint._LONGEST_LINE", 100_000)
    server.end(ended, ["one", "x" * 1_000_000, "two"])
    read: list[bytes] = []

    visit(server, lambda endpoint: endpoint.fetch("file_2", read.append))

    assert [b"one", b"two"] == read


def test_a_fault_of_whoever_takes_the_lines_is_not_blamed_on_the_endpoint(server: BatchServer, ended: str) -> None:
    server.end(ended, ["one"])

    with pytest.raises(ZeroDivisionError):
        visit(server, lambda endpoint: endpoint.fetch("file_2", lambda _: 1 // 0))  # type: ignore[arg-type]


def test_what_is_wrong_with_the_whole_batch_is_told_briefly(server: BatchServer, ended: str) -> None:
    held = server.batches[ended]
    held.status = "failed"
    held.faults = [{"line": number, "message": f"Bad {number}.", "code": "x", "param": None} for number in range(1, 6)]

    state = visit(server, lambda endpoint: endpoint.state(ended))

    assert ("failed", "line 1: Bad 1.; line 2: Bad 2.; line 3: Bad 3.; 2 more") == (state.status, state.why)  # type: ignore[attr-defined]
