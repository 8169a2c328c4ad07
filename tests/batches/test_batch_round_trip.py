"""`verify --batch` and `verify --batch-collect`: what is handed in is answered once, paid once and reported."""

import json
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from tests.batches.conftest import KEY, Verify
from tests.cli.conftest import Run
from tests.llm.batching import BatchServer, Body, completion
from tests.store.held import current
from verifier.llm import question
from verifier.llm.recordings import Recordings
from verifier.shipped import FIXTURES, SEEDS
from verifier.store import Store


@pytest.mark.usefixtures("articles")
def test_what_is_handed_in_waits_and_is_reported_when_it_is_answered(verify: Verify, server: BatchServer) -> None:
    handed_in = verify("--batch", "port.txt", "mine.txt")
    server.work("batch_1", 1)
    waiting = verify("--batch-collect")
    server.finish("batch_1")
    reported = verify("--batch-collect", "--output-format", "json")

    assert (0, "") == handed_in[:2], handed_in.err
    assert "Handed in 2 requests of 2 articles to gpt-6-luna at 127.0.0.1:" in handed_in.err
    assert "  batch batch_1\n" in handed_in.err
    assert (3, "") == waiting[:2]
    assert "Batch batch_1 is in progress: 1 of 2 requests done.\n" in waiting.err
    assert 0 == reported.code, reported.out
    assert ["mine.txt", "port.txt"] == [read["path"] for read in json.loads(reported.out)["articles"]]
    assert [] == server.live


def recorded(body: Body) -> Body:
    """Answer what the shipped articles ask, as it was recorded."""
    found = Recordings(FIXTURES / "demo").find(question.read(json.dumps(body).encode()))
    assert found is not None
    answer: Body = json.loads(found)
    return answer


def without_usage(report: Any) -> Any:
    """Return what a JSON report says of the articles."""
    if isinstance(report, dict):
        return {name: without_usage(value) for name, value in report.items() if name not in ("usage", "summary")}
    return [without_usage(value) for value in report] if isinstance(report, list) else report


def test_the_shipped_articles_come_to_the_same_report_as_at_once_each_step_in_a_process_of_its_own(
    server: BatchServer, run: Run, tmp_path: Path
) -> None:
    copytree(SEEDS, tmp_path / "seeds")
    server.answer = recorded
    settings = {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": KEY}

    steps = [run("--batch", "seeds", **settings)]
    while "Handed in" in steps[-1].err:
        server.finish_all()
        steps.append(run("--batch-collect", "--output-format", "json", **settings))
    demo = run("--demo", "--output-format", "json")

    assert ([0, *[3] * (len(steps) - 2), 1], 1) == ([step.code for step in steps], demo.code), steps[-1].err
    shown, expected = json.loads(steps[-1].out), json.loads(demo.out)
    assert without_usage(expected) == without_usage(shown)
    assert [] == server.live
    handed_in = [custom_id for batch in server.batches for custom_id in server.requests(batch)]
    assert len(handed_in) == len(set(handed_in)) == shown["usage"]["calls"]
    assert 2 <= len(server.batches) <= 3


@pytest.mark.usefixtures("articles")
def test_what_was_handed_in_is_not_handed_in_again(verify: Verify, server: BatchServer) -> None:
    verify("--batch", "port.txt")

    again = verify("--batch", "port.txt")
    more = verify("--batch", ".")

    assert (0, 0) == (again.code, more.code)
    assert "Everything that is missing was handed in before and waits to be answered.\n" in again.err
    assert "Handed in 1 request of 2 articles" in more.err
    assert [1, 1] == [len(server.requests(batch)) for batch in server.batches]


@pytest.mark.usefixtures("articles")
def test_one_report_is_on_all_that_was_handed_in_and_comes_once(verify: Verify, server: BatchServer) -> None:
    verify("--batch", "port.txt")
    verify("--batch", "mine.txt")
    server.finish("batch_1")
    waiting = verify("--batch-collect")
    server.finish("batch_2")

    reported = verify("--batch-collect")
    again = verify("--batch-collect")

    assert 3 == waiting.code and "batch_1" not in waiting.err
    assert (0, True) == (reported.code, "2 articles, 0 claims" in reported.err)
    assert (2, "") == again[:2]
    assert "verify: Nothing waits to be collected in this store. Hand articles in with `verify --batch`.\n" == again.err


@pytest.mark.usefixtures("articles")
def test_what_is_answered_already_is_reported_at_once(verify: Verify, server: BatchServer) -> None:
    verify("port.txt")

    ended = verify("--batch", "port.txt")

    assert (0, 1) == (ended.code, len(server.live)), ended.err
    assert "1 article, 0 claims" in ended.err
    assert {} == server.batches


@pytest.mark.usefixtures("articles")
def test_a_plain_run_finds_what_came_by_batch_and_asks_nothing(verify: Verify, server: BatchServer) -> None:
    verify("--batch", ".")
    server.finish_all()
    verify("--batch-collect")

    ended = verify(".")

    assert (0, []) == (ended.code, server.live)
    assert "0 answers from the model" in ended.err


def test_what_comes_of_an_answer_goes_into_the_next_batch_and_nothing_is_stored_before(
    verify: Verify, server: BatchServer, tmp_path: Path
) -> None:
    (tmp_path / "steel.txt").write_text("The mill made 5,000 tonnes of steel.\n")
    verify("--batch", "steel.txt")
    server.finish("batch_1")

    second = verify("--batch-collect")
    with Store(tmp_path / "claims.duckdb").unit() as unit:
        stored = current(unit)
    server.answer = lambda _: completion('{"claims": [], "dismissed": [{"figure": "f1", "reason": "none"}]}')
    server.finish("batch_2")
    reported = verify("--batch-collect")

    assert (3, "") == second[:2]
    assert "Handed in 1 request of 1 article to gpt-6-luna" in second.err and "(round 2 of 3, " in second.err
    assert [] == stored
    assert (0, "2 answers from the model" in reported.err) == (reported.code, True), reported.err


def test_after_the_last_round_what_is_missing_is_named(verify: Verify, server: BatchServer, tmp_path: Path) -> None:
    (tmp_path / "steel.txt").write_text("The mill made 5,000 tonnes of steel.\n")
    server.answer = lambda _: completion("no JSON at all")
    ended = verify("--batch", "steel.txt")
    answers = iter(["no JSON", '{"claims": [], "dismissed": []}', "no JSON", "no JSON"])
    for batch in ("batch_1", "batch_2", "batch_3"):
        text = next(answers)
        server.answer = lambda _, text=text: completion(text)  # type: ignore[misc]
        server.finish(batch)
        ended = verify("--batch-collect", "--output-format", "json")

    assert 3 == ended.code
    assert "came up too late for the batches" in ended.out
    assert 3 == len(server.batches)
    assert "Nothing waits" in verify("--batch-collect").err


def test_the_rest_is_asked_at_once_where_that_is_wanted(verify: Verify, server: BatchServer, tmp_path: Path) -> None:
    (tmp_path / "steel.txt").write_text("The mill made 5,000 tonnes of steel.\n")
    verify("--batch", "steel.txt")
    server.finish("batch_1")
    server.answer = lambda _: completion('{"claims": [], "dismissed": [{"figure": "f1", "reason": "none"}]}')

    ended = verify("--batch-collect", "--ask-rest")

    assert (0, 1, 1) == (ended.code, len(server.live), len(server.batches)), ended.err
    assert "2 answers from the model" in ended.err


def test_an_answer_by_batch_costs_half(verify: Verify, server: BatchServer, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The port is open.")
    (tmp_path / "b.txt").write_text("The mine is shut.")
    verify("--batch", "a.txt")
    server.finish_all()

    half = verify("--batch-collect", "--output-format", "json")
    full = verify("b.txt", "--output-format", "json")

    costs = [float(json.loads(ended.out)["usage"]["cost_usd"]) for ended in (half, full)]
    assert pytest.approx(costs[1]) == costs[0] * 2


def test_the_limit_holds_for_all_batches_of_a_report_together(
    verify: Verify, server: BatchServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERIFIER_PRICE", "1000,0")  # an answer takes 50 cents by batch, and is set aside with more
    (tmp_path / "steel.txt").write_text("The mill made 5,000 tonnes of steel.\n")
    first = verify("--batch", "steel.txt", "--max-cost", "2.70")
    server.finish_all()

    refused = verify("--batch-collect", "--max-cost", "2.70")
    going_on = verify("--batch-collect", "--max-cost", "4")

    assert (0, 3, 3) == (first.code, refused.code, going_on.code), first.err
    assert ", beside the $0.5000 that its report has cost so far, which passes --max-cost $2.70." in refused.err
    assert "Nothing was handed in: raise it, or finish with --ask-rest." in refused.err
    assert (2, True) == (len(server.batches), "(round 2 of 3, " in going_on.err)


def test_an_answer_that_was_cut_off_is_handed_in_again_next_time(
    verify: Verify, server: BatchServer, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("The port is open.")
    server.answer = lambda _: completion('{"claims": [', finish="length")
    verify("--batch", "a.txt")
    server.finish_all()
    cut = verify("--batch-collect", "--output-format", "json")
    server.answer = lambda _: completion('{"claims": [], "dismissed": []}')

    again = verify("--batch", "a.txt")
    server.finish_all()
    reported = verify("--batch-collect")

    assert (3, 0, 0) == (cut.code, again.code, reported.code), reported.err
    assert "cut off" in cut.out
    assert [1, 1] == [len(server.requests(batch)) for batch in server.batches]
