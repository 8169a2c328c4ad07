"""An endpoint that turns down everything: one request, one sentence, exit code 2, and the key goes nowhere else."""

import re
import socket
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest

from tests.failures.conftest import ATTEMPTS, KEY, run
from tests.failures.faults import TURNED_DOWN
from tests.failures.newsroom import Newsroom, article, good, name_in, place, town
from tests.failures.wire import Reply, Request, Wire, chat, failed, http

ONE = {"one.txt": article(town(0))}


@pytest.mark.parametrize("name", ["401", "403", "key-as-400", "quota", "credit", "model", "path", "moved-for-now"])
def test_a_run_in_which_nothing_was_answered_ends_with_one_sentence(tmp_path: Path, name: str) -> None:
    with Wire(lambda _: TURNED_DOWN[name].reply) as wire:
        ended = run(tmp_path, wire.url, ONE, "--database", ":memory:")

    assert (2, "", 1) == (ended.code, ended.out, len(wire.requests))
    (line,) = ended.err.splitlines()
    assert re.fullmatch(rf"verify: .*{TURNED_DOWN[name].words}.*", line), line


@pytest.mark.parametrize("status", [301, 307])
def test_neither_key_nor_article_goes_where_a_redirect_points(tmp_path: Path, status: int) -> None:
    with Wire(lambda _: chat(good("first", town(0)))) as other:
        elsewhere = f"{other.url}/chat/completions"
        with Wire(lambda _: http("", status, location=elsewhere)) as wire:
            ended = run(tmp_path, wire.url, ONE, "--database", ":memory:")

    assert (2, 1, []) == (ended.code, len(wire.requests), other.requests)
    assert f"Bearer {KEY}" == wire.requests[0].headers["authorization"]
    assert elsewhere in ended.err


def test_what_was_answered_before_the_quota_was_gone_is_kept_and_reported(tmp_path: Path) -> None:
    articles = {f"{number}.txt": article(town(number)) for number in range(6)}
    gone = failed(429, "You exceeded your quota", "insufficient_quota")
    poor = Newsroom(lambda _request, _place: gone if sum(poor.answered.values()) >= 5 else None)
    rich = Newsroom()

    with Wire(poor) as wire:
        ended = run(tmp_path, wire.url, articles, VERIFIER_CONCURRENCY="1")
    with Wire(rich) as wire:
        again = run(tmp_path, wire.url, articles)

    assert (3, 0) == (ended.code, again.code)
    assert {True} == {"no quota left" in gap["why"] for gap in ended.report["unchecked"]}
    assert len(ended.report["claims"]) >= 5
    assert {1} == set((poor.answered + rich.answered).values())
    assert 18 == len(again.report["claims"])


def test_a_request_turned_down_first_costs_no_answer_that_is_on_its_way(tmp_path: Path) -> None:
    articles = {f"{number}.txt": article(town(number)) for number in range(4)}
    arrived = Barrier(4)

    def play(request: Request) -> Reply:
        down = "first" == place(request) and name_in(request) == town(0)
        if "first" == place(request):
            arrived.wait(20)
        reply = well(request)
        return failed(401) if down else replace(reply, drip=0.0005)

    well = Newsroom()
    with Wire(play) as wire:
        ended = run(tmp_path, wire.url, articles)

    assert (3, 9) == (ended.code, len(ended.report["claims"]))
    assert "does not accept the key" in ended.why("0.txt")[0]


def test_a_wrong_key_hides_no_kept_answer_and_costs_none(tmp_path: Path) -> None:
    with Wire(Newsroom()) as wire:
        run(tmp_path, wire.url, ONE)
    with Wire(lambda _: failed(401)) as wire:
        same = run(tmp_path, wire.url, ONE)
        more = run(tmp_path, wire.url, {**ONE, "two.txt": article(town(1))})

    assert (0, 3) == (same.code, len(same.report["claims"]))
    assert (2, "", 1) == (more.code, more.out, len(wire.requests))
    assert ["does not accept the key" in line for line in more.complaints] == [True]


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"OPENAI_BASE_URL": "http://127.0.0.1:99999/v1"}, "OPENAI_BASE_URL is no address: http://127.0.0.1:99999/v1"),
        ({"OPENAI_BASE_URL": "http://127.0.0.1:port/v1"}, "OPENAI_BASE_URL is no address"),
        ({"OPENAI_BASE_URL": "http://[::1/v1"}, "OPENAI_BASE_URL is no address"),
        ({"OPENAI_BASE_URL": "http://:80/v1"}, "OPENAI_BASE_URL is no address"),
        ({"OPENAI_BASE_URL": "http://a model/v1"}, "OPENAI_BASE_URL is no address"),
        ({"OPENAI_BASE_URL": "http://mo\x01del/v1"}, "OPENAI_BASE_URL is no address"),
        ({"OPENAI_BASE_URL": "ftp://me:secret@host/v1"}, "OPENAI_BASE_URL is no address: ftp://host/v1"),
        ({"HTTP_PROXY": "nonsense://there"}, "Unknown scheme for proxy URL.*Check HTTP_PROXY"),
        ({"ALL_PROXY": "socks5://127.0.0.1:1"}, "SOCKS proxy.*Check HTTP_PROXY"),
        ({"SSL_CERT_FILE": "/nowhere/at.all"}, "No such file.*SSL_CERT_FILE"),
        ({"OPENAI_ORG_ID": "Ünited"}, "OpenAI-Organization holds signs no header has. Check OPENAI_ORG_ID"),
        ({"OPENAI_API_KEY": "sk-\nkey"}, "OPENAI_API_KEY holds signs no key has"),
    ],
)
def test_settings_that_cannot_be_used_are_told_before_anything_is_sent(
    tmp_path: Path, environ: dict[str, str], words: str
) -> None:
    with Wire(lambda _: Reply(end="close")) as wire:
        ended = run(tmp_path, wire.url, ONE, "--database", ":memory:", **environ)

    assert (2, "", []) == (ended.code, ended.out, wire.requests)
    (line,) = ended.err.splitlines()
    assert re.search(words, line), line
    assert "secret" not in line


@pytest.mark.parametrize("name", ["closed port", "unknown name", "no TLS", "no proxy", "proxy that is no name"])
def test_where_there_is_no_connection_network_proxy_and_address_are_named(tmp_path: Path, name: str) -> None:
    with Wire(Newsroom()) as wire, socket.create_server(("127.0.0.1", 0)) as free:
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}"
        free.close()
        environ = {
            "closed port": {"OPENAI_BASE_URL": f"{nobody}/v1"},
            "unknown name": {"OPENAI_BASE_URL": "http://model.invalid/v1"},
            "no TLS": {"OPENAI_BASE_URL": wire.url.replace("http:", "https:")},
            "no proxy": {"HTTP_PROXY": nobody, "NO_PROXY": "", "no_proxy": ""},
            "proxy that is no name": {"HTTP_PROXY": "nonsense", "NO_PROXY": "", "no_proxy": ""},
        }[name]
        ended = run(tmp_path, wire.url, ONE, "--database", ":memory:", **environ)

    (why,) = ended.why("one.txt")
    assert (3, [], []) == (ended.code, ended.complaints, wire.requests)
    assert re.match(
        r"No connection to (127\.0\.0\.1:\d+|model\.invalid) \(ConnectError: .+\)\. Check the network, any p", why
    )
    assert f"It was asked {ATTEMPTS} times. Run again later." in why
