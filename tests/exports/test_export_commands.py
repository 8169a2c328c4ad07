"""`verify export` and `verify import`: the same files with a server and without one, whole or not at all."""

import shutil
from pathlib import Path

import pytest

from tests.exports.conftest import SETTINGS, Desk, deciding
from tests.queue.serving import Serving, serving, verify

CHECKS = {"VERIFIER_CHECKS_URL": str(SETTINGS.checks_url), "VERIFIER_ORGANISATION": str(SETTINGS.organisation)}
KINDS = ("csv", "claimreview", "jsonl")
PAGES = ("claims.csv", "claimreview.jsonld", "everything.jsonl")


@pytest.fixture(scope="module")
def newsroom(seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return deciding(Desk(Path(shutil.copy(seeded, tmp_path_factory.mktemp("newsroom")))))


def exported(folder: Path, suffix: str = "") -> list[tuple[int, str, str]]:
    """Run all three."""
    return [tuple(verify(folder, "export", f"--{kind}", f"{kind}{suffix}", **CHECKS)) for kind in KINDS]  # type: ignore[misc]


def read(folder: Path, suffix: str = "") -> list[bytes]:
    return [(folder / f"{kind}{suffix}").read_bytes() for kind in KINDS]


def taken(server: Serving) -> list[tuple[int, str]]:
    """The files as the page gives them."""
    answers = [server.ask(f"/export/{page}") for page in PAGES]
    assert [f'attachment; filename="{page}"' for page in PAGES] == [
        answer.headers["content-disposition"] for answer in answers
    ]
    return [(answer.status, answer.text) for answer in answers]


def test_the_files_are_the_same_alone_through_a_server_and_from_its_pages(newsroom: Desk) -> None:
    folder = newsroom.path.parent
    alone = exported(folder)

    with serving(folder, **CHECKS) as server:
        beside = exported(folder, ".2")
        pages = taken(server)

    assert [0, 0, 0] == [code for code, _, _ in alone]
    assert [(code, err) for code, _, err in beside] == [(code, err) for code, _, err in alone]
    assert [f"written to {kind}.2\n" for kind in KINDS] == [out for _, out, _ in beside]
    assert ["89 claims written to csv\n", "2 reviews written to claimreview\n"] == [out for _, out, _ in alone[:2]]
    assert read(folder) == read(folder, ".2") == [text.encode() for _, text in pages]
    assert "85 claims left out: nobody has decided them\n1 claim left out: they were skipped\n" in alone[1][2]


def test_a_store_comes_back_from_the_command_line(newsroom: Desk, tmp_path: Path) -> None:
    folder = newsroom.path.parent
    verify(folder, "export", "--jsonl", str(tmp_path / "all.jsonl"))

    made = verify(tmp_path, "import", "all.jsonl")
    again = verify(tmp_path, "export", "--jsonl", "again.jsonl")
    twice = verify(tmp_path, "import", "all.jsonl")

    assert (0, "", 0) == (made.code, made.err, again.code)
    assert " rows of all.jsonl are now the store " in made.out
    assert (tmp_path / "all.jsonl").read_bytes() == (tmp_path / "again.jsonl").read_bytes()
    assert (2, "") == (twice.code, twice.out)
    assert "needs an empty one" in twice.err


def test_an_import_while_a_server_holds_the_store_is_refused(newsroom: Desk, tmp_path: Path) -> None:
    verify(newsroom.path.parent, "export", "--jsonl", str(tmp_path / "all.jsonl"))

    with serving(tmp_path) as server:
        refused = verify(tmp_path, "import", "all.jsonl")

    assert 2 == refused.code
    assert f"an import needs the store for itself, and the server at {server.url} holds it" in refused.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export",), "one of the arguments --parquet --csv --claimreview --jsonl is required"),
        (("export", "--csv", "a", "--jsonl", "b"), "not allowed with argument"),
        (("export", "--csv", ""), "--csv is empty"),
        (("export", "--csv", "."), "--csv . is a folder"),
        (("export", "--csv", "no/such/a.csv"), "--csv no/such/a.csv cannot be written: there is no folder"),
        (("export", "--jsonl", "claims.duckdb"), "--jsonl claims.duckdb is a store of claims"),
        (("export", "--claimreview", "a"), "set VERIFIER_CHECKS_URL"),
        (("export", "--csv", "a", "--database", "none.duckdb"), "there is no store"),
        (("import",), "takes one file"),
        (("import", "a", "b"), "takes one file"),
        (("import", "none.jsonl"), "none.jsonl cannot be read: No such file"),
        (("import", ".", "--database", "new.duckdb"), ". cannot be read: Is a directory"),
        (("import", "claims.duckdb", "--database", "new.duckdb"), "does not end as an export does"),
        (("import", "claims.duckdb", "--database", ":memory:"), "is gone when the import ends"),
    ],
)
def test_what_makes_no_sense_is_a_sentence_and_leaves_nothing_behind(
    newsroom: Desk, arguments: tuple[str, ...], said: str
) -> None:
    folder = newsroom.path.parent
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    ended = verify(folder, *arguments)

    assert (2, "") == (ended.code, ended.out)
    assert said in ended.err
    assert before == {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_page_tells_what_is_left_out_and_what_has_to_be_set(newsroom: Desk) -> None:
    with serving(newsroom.path.parent) as server:
        page = server.ask("/export")
        refused = server.ask("/export/claimreview.jsonld")

    assert 200 == page.status
    assert "<li>85 claims: nobody has decided them</li>" in page.text
    assert "<code>VERIFIER_CHECKS_URL</code>" in page.text
    assert 409 == refused.status
    assert "content-disposition" not in refused.headers
