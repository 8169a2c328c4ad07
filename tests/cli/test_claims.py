"""`verify claims`: what the store holds, in words and as data, whatever articles say."""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run, environment
from tests.cli.magnets import TEA, quotes, read_out
from tests.crosscheck.cases import article, claim, extraction, statement
from tests.history.newsroom import Newsroom
from tests.store.test_refusals import ordinary_user
from verifier.cli import main

HOSTILE = "\x1b[2J\u202egnihton"


@pytest.mark.usefixtures("store")
def test_every_claim_has_its_line_with_place_verdict_words_topic_and_id(run: Run) -> None:
    ended = run("claims")

    first = read_out("one", "6,150 metric tons")[1][0]
    about = "export volume of rare earth magnets, China, July 2025"
    assert 0 == ended.code
    against = 'another passage contradicts it: two.txt:1:1 says "5,493.9 metric tons"'
    line = f'one.txt:1:1: conflicting  "6,150 metric tons" ({about}) — {against}  {first.id[:10]}'
    assert line == ended.out.splitlines()[0]
    assert " — alone: no other article states it in a comparable form  " in ended.out.splitlines()[1]
    assert ["6,150 metric tons", "582 tons", "5,493.9 metric tons"] == quotes(ended.out)
    assert "3 claims\n" == ended.err


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        (("--verdict", "conflicting"), ["6,150 metric tons", "5,493.9 metric tons"]),
        (("--verdict", "corroborated"), []),
        (("--article", "two.txt"), ["5,493.9 metric tons"]),
        (("--article", "two"), ["5,493.9 metric tons"]),
        (("--article", read_out("two", "5,493.9 metric tons")[0].article.id[:8]), ["5,493.9 metric tons"]),
        (("--publisher", "tea pap"), ["582 tons"]),
        (("--topic", "Indian teas"), ["582 tons"]),
        (("--topic", "the exports of Magnets"), ["6,150 metric tons", "5,493.9 metric tons"]),
        (("--topic", "magnets", "--publisher", "One", "--verdict", "conflicting"), ["6,150 metric tons"]),
        (("--topic", "export volume, China"), ["6,150 metric tons", "5,493.9 metric tons"]),
        (("--topic", "export volume of tea, India"), ["582 tons"]),
        (("--topic", "export value, China"), []),
        (("--topic", "imports"), []),
        (("--limit", "2"), ["6,150 metric tons", "582 tons"]),
    ],
)
def test_claims_can_be_chosen(here: Run, options: tuple[str, ...], shown: list[str]) -> None:
    ended = here("claims", *options)

    assert (0, shown) == (ended.code, quotes(ended.out))


def test_a_contradiction_that_may_be_none_is_told_with_why_it_may(here: Run, newsroom: Newsroom) -> None:
    north, south = article("north"), article("south", "Cocoa is what all this is about.", publisher="South Paper")
    named = TEA.model_copy(update={"item": "cocoa", "actor": "Ghana"})
    open_one = claim(south, "5,493.9 tonnes", topic=named.model_copy(update={"item": None}))
    newsroom.reads(extraction(north, claim(north, "6,150 tonnes", topic=named)), extraction(south, open_one))

    (row,) = json.loads(here("claims", "--article", "north.txt", "--output-format", "json").out)["claims"]

    reason = "another passage may contradict it (may be another product: one article says cocoa, the other names none)"
    assert reason == row["reason"]
    assert f' — {reason}: south.txt:1:1 says "5,493.9 tonnes"' in here("claims", "--article", "north.txt").out
    assert reason in here("claims", "--history", row["id"]).out.splitlines()[0]


@pytest.mark.usefixtures("store")
def test_how_many_are_not_listed_is_said(run: Run) -> None:
    assert "3 claims, 1 listed; 2 more: raise --limit\n" == run("claims", "--limit", "1").err


@pytest.mark.usefixtures("store")
def test_data_has_the_keys_of_a_report(run: Run) -> None:
    document = json.loads(run("claims", "--output-format", "json", "--limit", "1").out)
    lines = [json.loads(line) for line in run("claims", "--output-format", "jsonl", "--limit", "1").out.splitlines()]

    (row,) = document["claims"]
    assert {"claims": 3, "listed": 1} == document["summary"]
    assert [("one.txt", "One Paper")] == [(held["path"], held["publisher"]) for held in document["articles"]]
    assert ("conflicting", "another passage contradicts it") == (row["verdict"], row["reason"])
    assert ("conflicts", "two.txt", 1, "5,493.9 metric tons") == (
        row["reason_code"],
        *(row["counterpart"][key] for key in ("path", "line", "quote")),
    )
    assert ("6,150 metric tons", "amount", "rare earth magnets") == (row["quote"], row["aspect"], row["topic"]["item"])
    assert ["summary", "article", "claim"] == [line.pop("type") for line in lines]
    assert row == lines[2]


def test_claims_nobody_has_judged_yet_say_so(run: Run, newsroom: Newsroom) -> None:
    newsroom.reads(read_out("late", "7 tons")[0], log=False)

    listed, data = (
        run("claims", "--article", "late.txt"),
        run("claims", "--topic", "magnets", "--output-format", "json"),
    )

    assert listed.out.startswith("late.txt:1:1: no verdict yet")
    assert [None] == [row["verdict"] for row in json.loads(data.out)["claims"] if row["path"] == "late.txt"]


def test_an_article_is_found_by_its_file_name_or_title_and_a_replaced_one_by_its_id(
    run: Run, newsroom: Newsroom
) -> None:
    old = read_out("two", "5,493.9 metric tons")[0].article.id
    source = article("desk/july", "A text of July.").model_copy(update={"title": "July in Figures"})
    newsroom.reads(extraction(source, claim(source, "7 tons")), read_out("two", "8 tons", text="Another text.")[0])

    named = [run("claims", "--article", name).out for name in ("july.txt", "July", "july in figures")]
    replaced, row = (run(command, "--article", old[:10]).out for command in ("claims", "articles"))

    assert [["7 tons"]] * 3 == [quotes(out) for out in named]
    assert replaced.startswith('two.txt:1:1: superseded  "5,493.9 metric tons"')
    assert row.startswith("two.txt: superseded; ")


def test_a_file_name_that_several_articles_have_is_refused_with_their_paths(run: Run, newsroom: Newsroom) -> None:
    newsroom.reads(*(read_out(f"{folder}/july", "7 tons")[0] for folder in ("desk", "wire")))

    ended = run("articles", "--article", "july.txt")

    assert 2 == ended.code
    assert "'july.txt' may be any article of desk/july.txt (" in ended.err
    assert "): give its path or its id." in ended.err


# ---------------------------------------------------------------------------------------- unhappy paths


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--history", "zz"), "there is no claim 'zz' in the store: `verify claims` lists them"),
        (("--history", ""), "--history is empty"),
        (("--history", "a", "--verdict", "conflicting", "--topic", "x"), "leave out --verdict and --topic"),
        (("--as-of", "23.12.2025"), "--as-of '23.12.2025' is no moment: write a day as 2025-12-23"),
        (("--as-of", "2025-02-30"), "is no moment"),
        (("--as-of", "2999-12-31"), "--as-of 2999-12-31 is still to come: give a day that has begun, or a moment"),
        (("--as-of", "2999-12-31T18:30+02:00"), "is still to come"),
        (("--article", "nowhere.txt"), "there is no article 'nowhere.txt' in the store: `verify articles` lists them"),
        (("--verdict", "true"), "--verdict takes one of conflicting, corroborated, unsourced"),
        (("--topic", "of the"), "'of the' holds no word that a topic could have"),
        (("--limit", "0"), "--limit '0' is no number from 1 to"),
        (("--limit", "²"), "--limit '²' is no number"),
        (("--output-format", "html"), "--output-format takes one of text, json, jsonl"),
        (("two.txt",), "`verify claims` takes no paths: leave out two.txt"),
    ],
)
def test_what_makes_no_sense_is_a_sentence(here: Run, store: Path, options: tuple[str, ...], said: str) -> None:
    before = store.read_bytes()

    ended = here("claims", *options)

    assert (2, "", 1) == (ended.code, ended.out, ended.err.count("\n"))
    assert said in ended.err
    assert before == store.read_bytes()


@pytest.mark.parametrize("command", ["claims", "articles", "ties"])
def test_where_there_is_no_store_none_is_made(run: Run, tmp_path: Path, command: str) -> None:
    ended = run(command)

    assert (2, "") == (ended.code, ended.out)
    assert ended.err == "verify: there is no store claims.duckdb to read: `verify article.txt` makes one.\n"
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["claims", "articles", "ties"])
@pytest.mark.parametrize("made", ["an empty file", "no article"])
def test_an_empty_store_says_what_fills_it(run: Run, tmp_path: Path, command: str, made: str) -> None:
    path = tmp_path / "claims.duckdb"
    path.touch() if made == "an empty file" else Newsroom(path).checks()
    before = path.read_bytes()

    ended = run(command)

    assert (2, "") == (ended.code, ended.out)
    assert ended.err == "verify: the store claims.duckdb holds no articles: `verify article.txt` adds one.\n"
    assert before == path.read_bytes()


def test_a_store_another_program_holds_is_named(run: Run, store: Path) -> None:
    hold = f"import duckdb; held = duckdb.connect({str(store)!r}); print('held', flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()

        ended = run("claims")

        holder.kill()
    assert (2, "") == (ended.code, ended.out)
    assert "is held by another program" in ended.err


@pytest.mark.parametrize("locked", [True, False])
def test_who_may_read_the_store_and_not_write_it_can_list_it(
    made: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], locked: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(made, folder)
        (Path(folder) / "claims.duckdb").chmod(0o444)
        if locked:
            (Path(folder) / "claims.duckdb.lock").touch(0o444)
        Path(folder).chmod(0o555)
        before = sorted(Path(folder).iterdir())
        monkeypatch.chdir(folder)

        with ordinary_user():
            ended = main(["claims"]), main(["articles"])

        assert before == sorted(Path(folder).iterdir())
    assert ((0, 0), 6) == (ended, len(capsys.readouterr().out.splitlines()))


def test_a_reader_that_has_seen_enough_ends_it_quietly(tmp_path: Path) -> None:
    source = article("many", "word " * 10_000)
    made = [claim(source, f"{number} tons", place=number) for number in range(1, 2_000)]
    Newsroom(tmp_path / "claims.duckdb").reads(extraction(source, *made), log=False)
    command = f"{sys.executable} -m verifier.cli claims --limit 2000 | head -1; exit ${{PIPESTATUS[0]}}"

    ended = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=tmp_path, env=environment())

    assert (0, 1) == (ended.returncode, ended.stdout.count("\n"))
    assert "Traceback" not in ended.stderr


def test_nothing_an_article_says_reaches_the_terminal_as_it_is(run: Run, tmp_path: Path) -> None:
    source = article(f"a{HOSTILE}", publisher=f"Post{HOSTILE}")
    made = statement(source, f"The port{HOSTILE} is open.", topic=TEA.model_copy(update={"item": f"tea{HOSTILE}"}))
    Newsroom(tmp_path / "claims.duckdb").reads(extraction(source, made))

    shown = [
        run("claims"),
        run("claims", "--history", made.id),
        run("articles"),
        run("claims", "--output-format", "json"),
    ]

    assert [0] * 4 == [ended.code for ended in shown]
    assert [] == [ended.out for ended in shown if "\x1b" in ended.out or "\u202e" in ended.out]
    assert all("gnihton" in ended.out for ended in shown)
