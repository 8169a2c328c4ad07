"""`verify claims`: what the store holds and how it came to stand so, in words and as data, whatever articles say."""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.cli.conftest import Ended, Run, environment
from tests.crosscheck.cases import MAGNETS, article, claim, extraction, statement
from tests.history.newsroom import Newsroom
from tests.store.test_refusals import ordinary_user
from verifier.cli import main
from verifier.models import Claim, Extraction

TEA = MAGNETS.model_copy(update={"item": "tea", "actor": "India"})
HOSTILE = "\x1b[2J\u202egnihton"


def _reading(name: str, *words: str, text: str = "", **fields: object) -> tuple[Extraction, list[Claim]]:
    source = article(name, text or f"{name}\n" * 30, publisher=f"{name.title()} Paper")
    made = [claim(source, said, place=place, **fields) for place, said in enumerate(words)]  # type: ignore[arg-type]
    return extraction(source, *made), made


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles that contradict each other over magnets, and one that speaks of tea."""
    room = Newsroom(tmp_path_factory.mktemp("newsroom") / "claims.duckdb")
    room.reads(_reading("one", "6,150 metric tons")[0], _reading("tea", "582 tons", topic=TEA)[0])
    room.reads(_reading("two", "5,493.9 metric tons")[0])
    return room.path


@pytest.fixture
def newsroom(made: Path, tmp_path: Path) -> Newsroom:
    """A copy of it that may be changed."""
    return Newsroom(Path(shutil.copy(made, tmp_path)))


@pytest.fixture
def here(store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `verify` in this process, in the folder of the store."""

    def started(*arguments: str) -> Ended:
        monkeypatch.chdir(store.parent)
        code = main(arguments)
        return Ended(code, *capsys.readouterr())

    return started


@pytest.fixture
def store(newsroom: Newsroom) -> Path:
    return newsroom.path


def _shown(out: str) -> list[str]:
    return [line.split('"')[1] for line in out.splitlines()]


@pytest.mark.usefixtures("store")
def test_every_claim_has_its_line_with_place_verdict_words_topic_and_id(run: Run) -> None:
    ended = run("claims")

    first = _reading("one", "6,150 metric tons")[1][0]
    about = "export volume of rare earth magnets, China, July 2025"
    assert 0 == ended.code
    against = 'another passage contradicts it: two.txt:1:1 says "5,493.9 metric tons"'
    line = f'one.txt:1:1: conflicting  "6,150 metric tons" ({about}) — {against}  {first.id[:10]}'
    assert line == ended.out.splitlines()[0]
    assert " — alone: no other article speaks of it  " in ended.out.splitlines()[1]
    assert ["6,150 metric tons", "582 tons", "5,493.9 metric tons"] == _shown(ended.out)
    assert "3 claims\n" == ended.err


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        (("--verdict", "conflicting"), ["6,150 metric tons", "5,493.9 metric tons"]),
        (("--verdict", "corroborated"), []),
        (("--article", "two.txt"), ["5,493.9 metric tons"]),
        (("--article", "two"), ["5,493.9 metric tons"]),
        (("--article", _reading("two", "5,493.9 metric tons")[0].article.id[:8]), ["5,493.9 metric tons"]),
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

    assert (0, shown) == (ended.code, _shown(ended.out))


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
    newsroom.reads(_reading("late", "7 tons")[0], log=False)

    listed, data = (
        run("claims", "--article", "late.txt"),
        run("claims", "--topic", "magnets", "--output-format", "json"),
    )

    assert listed.out.startswith("late.txt:1:1: no verdict yet")
    assert [None] == [row["verdict"] for row in json.loads(data.out)["claims"] if row["path"] == "late.txt"]


def test_an_article_is_found_by_its_file_name_or_title_and_a_replaced_one_by_its_id(
    run: Run, newsroom: Newsroom
) -> None:
    old = _reading("two", "5,493.9 metric tons")[0].article.id
    source = article("desk/july", "A text of July.").model_copy(update={"title": "July in Figures"})
    newsroom.reads(extraction(source, claim(source, "7 tons")), _reading("two", "8 tons", text="Another text.")[0])

    named = [run("claims", "--article", name).out for name in ("july.txt", "July", "july in figures")]
    replaced, row = (run(command, "--article", old[:10]).out for command in ("claims", "articles"))

    assert [["7 tons"]] * 3 == [_shown(out) for out in named]
    assert replaced.startswith('two.txt:1:1: superseded  "5,493.9 metric tons"')
    assert row.startswith("two.txt: superseded; ")


def test_a_file_name_that_several_articles_have_is_refused_with_their_paths(run: Run, newsroom: Newsroom) -> None:
    newsroom.reads(*(_reading(f"{folder}/july", "7 tons")[0] for folder in ("desk", "wire")))

    ended = run("articles", "--article", "july.txt")

    assert 2 == ended.code
    assert "'july.txt' may be any article of desk/july.txt (" in ended.err
    assert "): give its path or its id." in ended.err


# --------------------------------------------------------------------------------------------- history


def test_a_claim_s_history_names_what_changed_it(run: Run, store: Path) -> None:
    told = run("claims", "--history", _reading("one", "6,150 metric tons")[1][0].id[:6])

    head, first, second = told.out.splitlines()
    assert head.startswith('one.txt:1:1: conflicting  "6,150 metric tons"')
    assert " UTC  unsourced     first checked: no other article speaks of it" in first
    assert (
        ' UTC  conflicting   another passage contradicts it: two.txt:1:1 says "5,493.9 metric tons"' == second[12 + 9 :]
    )
    assert store.exists()


def test_a_replaced_text_is_told_by_the_claims_on_both_sides(run: Run, newsroom: Newsroom) -> None:
    (_, [first]), (_, [second]) = _reading("one", "6,150 metric tons"), _reading("two", "5,493.9 metric tons")
    newsroom.reads(_reading("two", "8 tons", text="Another text.", topic=TEA)[0])

    gone, turned = (run("claims", "--history", one.id).out.splitlines()[-1] for one in (second, first))

    assert gone.endswith("gone          two.txt holds another text now")
    assert turned.endswith(
        'two.txt holds another text now, which no longer says "5,493.9 metric tons"; no other article speaks of it'
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It was 5,493.9\nmetric tons, they say.", 'in which "5,493.9 metric tons" was not found again'),
        ("It was 15,493.9 metric tons.", 'which no longer says "5,493.9 metric tons"'),
    ],
)
def test_a_text_no_longer_says_only_what_does_not_stand_in_it(
    run: Run, newsroom: Newsroom, text: str, told: str
) -> None:
    newsroom.reads(_reading("two", "8 tons", text=text, topic=TEA)[0])

    last = run("claims", "--history", _reading("one", "6,150 metric tons")[1][0].id).out.splitlines()[-1]

    assert f"two.txt holds another text now, {told}; no other article speaks of it" in last


@pytest.mark.usefixtures("store")
def test_a_history_is_data_as_well(run: Run) -> None:
    made = _reading("one", "6,150 metric tons")[1][0]

    document = json.loads(run("claims", "--history", made.id, "--output-format", "json").out)

    assert (made.id, ["first", "article"]) == (document["claim"]["id"], [one["cause"] for one in document["history"]])
    assert ("two.txt", 1, "5,493.9 metric tons") == tuple(
        document["history"][1]["other"][key] for key in ("path", "line", "quote")
    )


def test_a_claim_without_a_verdict_has_no_history_yet(run: Run, newsroom: Newsroom) -> None:
    reading, [made] = _reading("late", "7 tons")
    newsroom.reads(reading, log=False)

    assert "no verdict has been worked out yet" in run("claims", "--history", made.id).out


def test_verdicts_can_be_had_as_they_were(run: Run, newsroom: Newsroom) -> None:
    before, _ = newsroom.moments()

    then, now = run("claims", "--as-of", before.replace(" ", "T")), run("claims", "--as-of", "2999-12-31")

    assert ["6,150 metric tons", "582 tons"] == _shown(then.out)
    assert "conflicting" not in then.out
    assert run("claims").out == now.out


@pytest.mark.usefixtures("store")
def test_before_the_history_begins_there_is_nothing_and_that_is_said(run: Run) -> None:
    ended = run("claims", "--as-of", "2001-01-01")

    assert (0, "") == (ended.code, ended.out)
    assert "what this store knows of its verdicts begins at 20" in ended.err


# ---------------------------------------------------------------------------------------- unhappy paths


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--history", "zz"), "there is no claim 'zz' in the store: `verify claims` lists them"),
        (("--history", ""), "--history is empty"),
        (("--history", "a", "--verdict", "conflicting", "--topic", "x"), "leave out --verdict and --topic"),
        (("--as-of", "23.12.2025"), "--as-of '23.12.2025' is no moment: write a day as 2025-12-23"),
        (("--as-of", "2025-02-30"), "is no moment"),
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


def test_an_id_that_several_claims_begin_with_is_refused_with_their_ids(run: Run, tmp_path: Path) -> None:
    source = article("many")
    made = [claim(source, f"{number} tons", place=number) for number in range(10, 40)]
    Newsroom(tmp_path / "claims.duckdb").reads(extraction(source, *made))
    first = max({one.id[0] for one in made}, key=lambda letter: sum(one.id[0] == letter for one in made))

    ended = run("claims", "--history", first)

    assert 2 == ended.code
    assert f"{first!r} may be any claim of {min(one.id for one in made if one.id[0] == first)}, " in ended.err


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
