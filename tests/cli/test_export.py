"""`verify export`: the claims of the store as Parquet files, all of them or none."""

import errno
import os
from pathlib import Path

import duckdb
import pytest

from tests.cli.conftest import Run
from tests.crosscheck.cases import article, claim, extraction
from verifier.cli import main
from verifier.crosscheck import keep
from verifier.crosscheck.export import CLAIMS, TABLES, file_name
from verifier.reconcile import open_pairs
from verifier.store import Store, articles

FILES = {file_name(table) for table in (CLAIMS, *TABLES)}


@pytest.fixture(autouse=True)
def store(tmp_path: Path) -> Path:
    """A store in which two articles contradict each other."""
    path = tmp_path / "claims.duckdb"
    one, other = (article(name, publisher=f"{name} Paper") for name in ("one", "other"))
    readings = [
        extraction(one, claim(one, "6,150 metric tons")),
        extraction(other, claim(other, "5,493.9 metric tons")),
    ]
    with Store(path) as opened, opened.unit() as unit:
        for reading in readings:
            articles.add(unit, reading.article, reading.article.path)
        keep(unit, *readings)
        open_pairs(unit, [reading.article.id for reading in readings])
    return path


def read(folder: Path, columns: str) -> list[tuple[object, ...]]:
    with duckdb.connect() as connection:
        return connection.read_parquet(str(folder / "claims.parquet")).order("quote").select(columns).fetchall()


def test_claims_can_be_read_as_they_stand_in_their_articles(run: Run, tmp_path: Path) -> None:
    ended = run("export", "--parquet", "out")

    assert (0, "2 claims written to out\n", "") == ended
    assert FILES == {file.name for file in (tmp_path / "out").iterdir()}
    assert [
        ("other", "other Paper", "5,493.9 metric tons", "export volume", "mass", 5_493_900, "conflicting", "conflicts"),
        ("one", "one Paper", "6,150 metric tons", "export volume", "mass", 6_150_000, "conflicting", "conflicts"),
    ] == read(
        tmp_path / "out",
        "string_split(path, '.')[1], publisher, quote, measure, dimension, (low + high) / 2, verdict, reason_code",
    )


@pytest.mark.parametrize(
    "name", ["it's; drop table claims", "a \"b\" 'c'", "Ünï côdé 日本", "a*b?[c]{d}", "%41 $HOME ~", "l\nf"]
)
def test_whatever_the_folder_is_called_it_is_that_folder(run: Run, tmp_path: Path, name: str) -> None:
    ended = run("export", "--parquet", name)

    assert (0, "") == (ended.code, ended.err)
    assert FILES == {file.name for file in (tmp_path / name).iterdir()}


def test_an_earlier_export_and_its_verdicts_are_replaced(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("export", "--parquet", "out")
    (out / "verdicts").mkdir()
    (out / "verdicts" / "part-0.parquet").touch()
    (out / "claims.parquet").write_text("old")

    ended = run("export", "--parquet", "out/")

    assert 0 == ended.code
    assert FILES == {file.name for file in out.iterdir()}
    assert 2 == len(read(out, "quote"))
    assert {"out", "claims.duckdb", "claims.duckdb.lock"} == {entry.name for entry in tmp_path.iterdir()}


def test_an_export_of_an_earlier_version_is_replaced_as_well(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    earlier = ("accords", "claims", "comparisons", "credits", "series", "worded_claims")
    for name in earlier:
        (out / f"{name}.parquet").write_text("old")

    ended = run("export", "--parquet", "out")

    assert 0 == ended.code, ended.err
    assert FILES == {file.name for file in out.iterdir()}


def test_a_folder_with_anything_else_in_it_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "claims.parquet").write_text("mine")

    ended = run("export", "--parquet", ".")

    said = (
        "verify: --parquet . holds 'claims.duckdb', which is not part of an export: name a new folder, or empty it.\n"
    )
    assert (2, said) == (ended.code, ended.err)
    assert "mine" == (tmp_path / "claims.parquet").read_text()


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("claims.duckdb", "is a file: name a folder."),
        ("no/such/place", "cannot be written: there is no folder"),
        ("/proc/export", "cannot be written: No such file or directory. Name a folder elsewhere."),
        ("", "--parquet is empty"),
    ],
)
def test_where_nothing_can_be_written_it_says_so(run: Run, folder: str, said: str) -> None:
    ended = run("export", "--parquet", folder)

    assert 2 == ended.code
    assert said in ended.err


def test_what_fails_leaves_the_earlier_export_and_nothing_else(run: Run, tmp_path: Path) -> None:
    run("export", "--parquet", "out")
    (tmp_path / "broken.duckdb").write_text("not a store")

    ended = run("export", "--parquet", "out", "--database", "broken.duckdb")

    assert 2 == ended.code
    assert 2 == len(read(tmp_path / "out", "quote"))
    assert [] == list(tmp_path.glob(".verify-*"))


def test_what_cannot_take_the_place_of_the_earlier_export_leaves_it_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out, rename = tmp_path / "out", Path.rename
    out.mkdir()
    (out / "claims.parquet").write_text("earlier")

    def renamed(draft: Path, target: Path) -> Path:
        if target == out and (draft / "claims.parquet").read_bytes() != b"earlier":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return rename(draft, target)

    monkeypatch.setattr(Path, "rename", renamed)

    code = main(["export", "--parquet", str(out), "--database", str(tmp_path / "claims.duckdb")])

    said = f"verify: --parquet {out} cannot be written: Input/output error. Name a folder elsewhere.\n"
    assert (2, said) == (code, capsys.readouterr().err)
    assert "earlier" == (out / "claims.parquet").read_text()
    assert [] == list(tmp_path.glob(".verify-*"))


def test_without_saving_the_store_stays_as_it_was(run: Run, tmp_path: Path, store: Path) -> None:
    before = store.read_bytes()

    ended = run("export", "--parquet", "out", "--no-save")

    assert 0 == ended.code
    assert before == store.read_bytes()
    assert {("conflicting",)} == set(read(tmp_path / "out", "verdict"))


def test_where_there_is_no_store_none_is_made(run: Run, tmp_path: Path) -> None:
    ended = run("export", "--parquet", "out", "--database", "none.duckdb")

    assert 2 == ended.code
    assert "there is no store" in ended.err
    assert {"claims.duckdb", "claims.duckdb.lock"} == {entry.name for entry in tmp_path.iterdir()}
