"""Whatever becomes of a batch, its articles or the settings: nothing is lost, and a sentence says what happened."""

import json
from pathlib import Path

import pytest

from tests.batches.conftest import NOTHING, Verify
from tests.cli.conftest import Ended
from tests.llm.batching import BatchServer, Fault, completion, said, unsaid
from tests.store.held import current
from verifier.store import Batches, Store


@pytest.fixture
def handed_in(verify: Verify, server: BatchServer, articles: list[str]) -> list[str]:
    """Two requests in a batch: of mine.txt and of port.txt."""
    verify("--batch", *articles)
    requests = {text: request for request, text in ((r, json.dumps(b)) for r, b in server.requests("batch_1").items())}
    return [next(requests[text] for text in requests if name in text) for name in ("The mine is", "The port is")]


def unchecked(ended: Ended) -> dict[str, str]:
    """Return, for each article that was not checked, why."""
    report = json.loads(ended.out)
    names = {read["id"]: read["path"] for read in report["articles"]}
    return {names[passage["article"]]: passage["why"] for passage in report["unchecked"]}


def collect(verify: Verify) -> Ended:
    return verify("--batch-collect", "--output-format", "json")


@pytest.mark.parametrize(
    ("status", "told"),
    [("expired", "expired with 1 of 2 requests done"), ("cancelled", "was cancelled with 1 of 2 requests done")],
)
def test_what_a_batch_left_unanswered_is_named_and_handed_in_again_next_time(
    verify: Verify, server: BatchServer, handed_in: list[str], status: str, told: str
) -> None:
    server.end("batch_1", [said(handed_in[0], completion(NOTHING))], status=status)

    ended = collect(verify)
    again = verify("--batch", "mine.txt", "port.txt")
    server.finish("batch_2")
    reported = collect(verify)

    assert (3, ["port.txt"]) == (ended.code, [*unchecked(ended)])
    assert "`verify --batch`" in unchecked(ended)["port.txt"]
    assert f"Batch batch_1: it {told}.\n" in ended.err
    assert "Handed in 1 request of 2 articles" in again.err
    assert [handed_in[1]] == [*server.requests("batch_2")]
    assert (0, {}) == (reported.code, unchecked(reported))


def test_what_a_batch_left_unanswered_can_be_asked_at_once(
    verify: Verify, server: BatchServer, handed_in: list[str]
) -> None:
    server.end("batch_1", [said(handed_in[0], completion(NOTHING))], status="expired")

    ended = verify("--batch-collect", "--ask-rest", "--output-format", "json")

    assert (0, {}, 1) == (ended.code, unchecked(ended), len(server.live))


@pytest.mark.usefixtures("handed_in")
def test_a_batch_that_fails_says_why(verify: Verify, server: BatchServer) -> None:
    held = server.batches["batch_1"]
    held.status = "failed"
    held.faults = [{"code": "token_limit_exceeded", "message": "Enqueued token limit reached.", "line": None}]

    ended = collect(verify)

    assert 3 == ended.code
    assert "Batch batch_1: it failed: Enqueued token limit reached.\n" in ended.err
    assert ["mine.txt", "port.txt"] == sorted(unchecked(ended))
    assert "Enqueued token limit reached." in unchecked(ended)["port.txt"]


@pytest.mark.parametrize(
    ("code", "status", "words"),
    [
        ("content_filter", 400, "content filter"),
        ("context_length_exceeded", 400, "longer than the model reads"),
        ("rate_limit_exceeded", 429, "answered 429"),
        ("invalid_api_key", 401, "does not accept the key"),
    ],
)
def test_a_request_that_failed_leaves_its_article_unchecked_and_no_other(
    verify: Verify, server: BatchServer, handed_in: list[str], code: str, status: int, words: str
) -> None:
    error = said(handed_in[1], {"error": {"message": "no", "code": code}}, status)
    server.end("batch_1", [said(handed_in[0], completion(NOTHING))], [error])

    ended = collect(verify)

    assert (3, ["port.txt"]) == (ended.code, [*unchecked(ended)])
    assert words in unchecked(ended)["port.txt"]
    assert [] == server.live


def test_lines_of_no_use_are_counted_and_hide_no_answer(
    verify: Verify, server: BatchServer, handed_in: list[str]
) -> None:
    good = completion(NOTHING)
    lines = ["{", said("unknown", good), said(handed_in[0], good), said(handed_in[0], completion("two")), "", "<html>"]
    server.end("batch_1", lines, [said(handed_in[1], good), unsaid(handed_in[1], "x", "after all not")])

    ended = collect(verify)

    assert (0, {}) == (ended.code, unchecked(ended))
    assert "Batch batch_1: 2 of its lines could not be read and are passed over.\n" in ended.err
    assert "Batch batch_1: 1 of its lines answer nothing that was asked and is passed over.\n" in ended.err
    assert "Batch batch_1: 2 of its lines answer what another line had answered and are passed over.\n" in ended.err


@pytest.mark.usefixtures("handed_in")
def test_a_file_that_is_gone_is_named(verify: Verify, server: BatchServer) -> None:
    server.finish("batch_1")
    del server.files[server.batches["batch_1"].output or ""]

    ended = collect(verify)

    assert (3, 2) == (ended.code, len(unchecked(ended)))
    assert "Batch batch_1: the endpoint no longer has its file file_2.\n" in ended.err


@pytest.mark.usefixtures("handed_in")
def test_an_answer_that_breaks_off_on_the_way_is_fetched_again(verify: Verify, server: BatchServer) -> None:
    server.finish("batch_1")
    server.chunk = 700

    ended = collect(verify)

    assert (0, {}) == (ended.code, unchecked(ended))
    assert "2 answers from the model" in ended.err
    assert 2 == server.asked.count("GET /v1/files/ID/content")


# --------------------------------------------------------------------------------- articles that change


@pytest.mark.usefixtures("handed_in")
def test_the_report_is_on_the_text_that_was_handed_in(verify: Verify, server: BatchServer, tmp_path: Path) -> None:
    (tmp_path / "port.txt").write_text("The port is shut, they say.")
    (tmp_path / "mine.txt").unlink()
    server.finish("batch_1")

    ended = collect(verify)

    assert 0 == ended.code, ended.err
    assert "port.txt has changed since it was handed in; the report is on the text that was handed in.\n" in ended.err
    assert "mine.txt is gone or can no longer be read; the report is on the text that was handed in.\n" in ended.err
    assert 2 == len(server.requests("batch_1")) and 1 == len(server.batches)


@pytest.mark.usefixtures("handed_in")
def test_an_older_text_does_not_take_the_place_of_a_newer_one_checked_meanwhile(
    verify: Verify, server: BatchServer, tmp_path: Path
) -> None:
    (tmp_path / "port.txt").write_text("The port is shut, they say.")
    verify("port.txt")
    server.finish("batch_1")

    ended = collect(verify)

    assert "port.txt: a newer text was checked meanwhile; the one handed in is left out.\n" in ended.err
    assert ["mine.txt"] == [read["path"] for read in json.loads(ended.out)["articles"]]


@pytest.mark.usefixtures("handed_in")
def test_in_another_folder_an_article_is_still_the_same_file(
    verify: Verify, server: BatchServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.finish("batch_1")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")

    ended = verify("--batch-collect", "--output-format", "json", "--database", "../claims.duckdb")

    paths = [str(tmp_path / "mine.txt"), str(tmp_path / "port.txt")]
    assert (0, paths) == (ended.code, [read["path"] for read in json.loads(ended.out)["articles"]])
    with Store(tmp_path / "claims.duckdb").unit() as unit:
        assert paths == sorted(held.path for held in current(unit))


@pytest.mark.usefixtures("handed_in")
def test_an_article_handed_in_again_with_another_text_counts_with_that(
    verify: Verify, server: BatchServer, tmp_path: Path
) -> None:
    (tmp_path / "port.txt").write_text("The port is shut, they say.")

    verify("--batch", "port.txt")
    server.finish_all()
    ended = collect(verify)

    assert 0 == ended.code, ended.err
    assert "has changed" not in ended.err
    assert 2 == len(json.loads(ended.out)["articles"])


# --------------------------------------------------------------------------------- settings that change


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("VERIFIER_MODEL", "other-model", "The batches that wait were made with gpt-6-luna at 127.0.0.1:"),
        ("OPENAI_BASE_URL", "http://127.0.0.1:9/v1", "gpt-6-luna at 127.0.0.1:9 is set now."),
        ("VERIFIER_STRUCTURED", "json", "VERIFIER_STRUCTURED, or verifier itself, is not what it was"),
    ],
)
@pytest.mark.usefixtures("handed_in")
def test_what_was_handed_in_under_other_settings_is_not_mixed_up(
    verify: Verify,
    server: BatchServer,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: str,
    words: str,
) -> None:
    server.finish("batch_1")
    with monkeypatch.context() as changed:
        changed.setenv(name, value)
        refused = collect(verify)

    ended = collect(verify)

    assert (2, "") == refused[:2]
    assert words in refused.err
    assert (0, 1) == (ended.code, len(server.batches)), ended.err


@pytest.mark.usefixtures("handed_in")
def test_a_batch_of_another_account_is_not_given_up(verify: Verify, server: BatchServer) -> None:
    held = server.batches.pop("batch_1")

    refused = collect(verify)
    server.batches["batch_1"] = held
    server.finish("batch_1")
    ended = collect(verify)

    assert (2, 0) == (refused.code, ended.code)
    assert "does not know the batch batch_1. Set the key of the account that made it." in refused.err


def test_a_batch_the_endpoint_has_forgotten_is_given_up(
    verify: Verify, server: BatchServer, handed_in: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verifier.batches.round_trip._FORGOTTEN", 0)
    del server.batches["batch_1"]

    ended = collect(verify)
    again = verify("--batch", "mine.txt", "port.txt")

    assert (3, 0) == (ended.code, again.code)
    assert "Batch batch_1: it failed: the endpoint no longer knows it.\n" in ended.err
    assert set(handed_in) == server.requests("batch_1").keys()


@pytest.mark.parametrize(
    ("arguments", "environment", "words"),
    [
        (["--batch", "port.txt", "--offline"], {}, "--offline (VERIFIER_ANSWERS=replay) asks nobody"),
        (["--batch", "port.txt", "--no-save"], {}, "--no-save (VERIFIER_SAVE) keeps nothing to come back for"),
        (["--batch", "port.txt", "--database", ":memory:"], {}, "a store in memory is gone before a batch is answered"),
        (["--batch", "port.txt"], {"VERIFIER_SAVE": "false"}, "--no-save (VERIFIER_SAVE)"),
        (["--batch", "port.txt"], {"VERIFIER_ANSWERS": "replay"}, "(VERIFIER_ANSWERS=replay) asks nobody"),
        (
            ["--batch", "port.txt"],
            {"VERIFIER_ANSWERS": "record", "VERIFIER_RECORDINGS": "x"},
            "records answers that come at once",
        ),
        (["--batch-collect", "--offline"], {}, "--offline"),
        (["--demo", "--batch"], {}, "leave out --batch"),
        (["--demo", "--batch-collect"], {}, "leave out --batch-collect"),
        (["--batch"], {}, "name an article"),
        (["--batch-collect", "port.txt"], {}, "--batch-collect reports on what was handed in: leave out the paths."),
        (["--batch-collect", "--batch"], {}, "leave out --batch"),
        (["--batch-collect", "--publisher", "X"], {}, "leave out --publisher"),
        (["--batch-collect", "--estimate"], {}, "leave out --estimate"),
        (["--ask-rest", "port.txt"], {}, "--ask-rest finishes what --batch-collect picks up"),
        (["--batch", "port.txt"], {"VERIFIER_MAX_COST": "0.000001"}, "which passes --max-cost"),
    ],
)
@pytest.mark.usefixtures("articles")
def test_what_cannot_be_meant_is_refused_before_anything_is_sent(
    verify: Verify,
    server: BatchServer,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: dict[str, str],
    words: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    ended = verify(*arguments)

    assert ended.code in (2, 3) and ended.out == ""
    assert words in ended.err
    assert [] == server.asked


@pytest.mark.usefixtures("articles")
def test_an_endpoint_without_batches_says_how_to_go_on(verify: Verify, server: BatchServer) -> None:
    server.faults["POST /v1/files"].append(Fault(404))

    ended = verify("--batch", "port.txt")
    plain = verify("port.txt")

    assert (2, 0) == (ended.code, plain.code)
    assert "has no batches (it answered 404: no). Leave out --batch to ask at once.\n" in ended.err


@pytest.mark.usefixtures("handed_in")
def test_two_at_once_do_not_get_in_each_others_way(verify: Verify, server: BatchServer, tmp_path: Path) -> None:
    server.finish("batch_1")

    with Batches(Store(tmp_path / "claims.duckdb")).alone():
        refused = verify("--batch-collect")
    ended = collect(verify)

    assert (2, 0) == (refused.code, ended.code)
    assert "The batch work of the store" in refused.err


@pytest.mark.usefixtures("handed_in")
def test_a_report_is_not_written_over_an_article_and_can_be_had_elsewhere(
    verify: Verify, server: BatchServer, tmp_path: Path
) -> None:
    server.finish("batch_1")

    refused = verify("--batch-collect", "--output", "port.txt")
    ended = verify("--batch-collect", "--output", "report.txt", "--all")

    assert (2, 0) == (refused.code, ended.code)
    assert "The port is open.\nShips come and go.\n" == (tmp_path / "port.txt").read_text()
    assert (tmp_path / "report.txt").exists()


@pytest.mark.usefixtures("articles")
def test_an_article_that_cannot_be_read_hides_no_other(verify: Verify, server: BatchServer) -> None:
    ended = verify("--batch", "missing.txt", "port.txt")

    assert 2 == ended.code
    assert "missing.txt" in ended.err and "Handed in 1 request of 1 article" in ended.err
    assert 1 == len(server.batches)


def test_collecting_where_nothing_was_handed_in_makes_no_store(verify: Verify, tmp_path: Path) -> None:
    ended = verify("--batch-collect")

    said = "verify: there is no store claims.duckdb to collect for: `verify --batch` hands articles in.\n"
    assert (2, "", said) == ended
    assert [] == [*tmp_path.iterdir()]
