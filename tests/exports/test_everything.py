"""A file of everything holds everything but secrets, and comes back as the very same store, or not at all."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.exports.conftest import Desk, deciding, written
from tests.store.sql import ask
from verifier.errors import InputError, StoreError, UsageError
from verifier.exports import loading
from verifier.exports.tables import EXPORTED, LEFT_OUT
from verifier.store import Store

Lines = list[bytes]


@pytest.fixture(scope="module")
def decided(seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return deciding(Desk(Path(shutil.copy(seeded, tmp_path_factory.mktemp("decided")))))


@pytest.fixture(scope="module")
def exported(decided: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    decided.does("insert into answers (request, seq, label, body) values ('r', 1, 'extract', 'a \"b\" \\ \u2028 é \0')")
    decided.does("insert into usage values ('r', 'extract', null, 'm', 18, 0, 3, 0.000000001, '2025-12-23 01:02:03.4')")
    file = tmp_path_factory.mktemp("exported") / "everything.jsonl"
    file.write_bytes(decided.export("jsonl"))
    return file


def loaded(file: Path, store: Path) -> Store:
    with Store(store) as opened, opened.unit() as unit:
        loading.load(unit, file)
    return Store(store)


def rows(store: Store) -> dict[str, list[tuple[str, ...]]]:
    """Every row of every table that is exported or made of one, as text, in an order of its own."""
    names = EXPORTED | {"wordings"}
    with store.unit(keep=False) as unit:
        tables = {name: ask(unit, f"select columns(*)::varchar from {name}") for name in names}  # noqa: S608 - names of ours
    return {name: sorted(found, key=str) for name, found in tables.items()}


def summed(lines: Lines) -> bytes:
    """A file of these lines with an end that fits them."""
    body = b"".join(lines)
    end = {"end": len(lines) - 1, "sha256": hashlib.sha256(body).hexdigest()}
    return body + json.dumps(end).encode() + b"\n"


def test_of_every_table_it_is_said_whether_it_is_exported() -> None:
    with Store(None).unit() as unit:
        tables = {name for (name,) in ask(unit, "select table_name from duckdb_tables()")}

    assert set() == EXPORTED & LEFT_OUT.keys()
    assert tables == EXPORTED | LEFT_OUT.keys()


def test_a_table_nobody_thought_of_is_not_left_out_in_silence(desk: Desk) -> None:
    desk.does("create table surprises (x integer)")

    with pytest.raises(StoreError, match="a table surprises, and this verifier does not know whether to export it"):
        desk.export("jsonl")


def test_what_lets_people_in_or_signs_is_not_exported(desk: Desk) -> None:
    desk.does("insert into passwords values ('p', 'argon2 of a password')")
    desk.does("insert into tokens values ('t', 'hash of a token', 'Ana', 'viewer', 'laptop', now())")
    desk.does("insert into webhooks values ('w', 'https://a.example', 'a secret', true, true, 0, 0, 'Ana', now())")

    file = desk.export("jsonl")

    assert [] == [word for word in (b"argon2 of", b"hash of", b"a secret") if word in file]
    assert {"passwords", "tokens", "webhooks"} <= json.loads(file.partition(b"\n")[0])["left_out"].keys()


def test_it_comes_back_row_for_row_and_exports_to_the_same_bytes(decided: Desk, exported: Path, tmp_path: Path) -> None:
    store = loaded(exported, tmp_path / "back.duckdb")

    assert rows(decided.store) == rows(store)
    with store.unit(keep=False) as unit:
        assert exported.read_bytes() == written(unit, "jsonl")
        assert decided.export("csv") == written(unit, "csv")


def test_a_store_that_came_back_goes_on_where_the_other_stood(exported: Path, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "back.duckdb")
    loaded(exported, desk.path)
    (claim, *_) = desk.claims("corroborated")

    number = desk.decide(claim, "corroborated", "corroborated")

    assert 5 == number
    assert 4 == desk.export("csv").count(b",decided,Ana")


def test_an_empty_store_comes_back_empty(tmp_path: Path) -> None:
    with Store(tmp_path / "a.duckdb") as one, one.unit() as unit:
        (tmp_path / "a.jsonl").write_bytes(written(unit, "jsonl"))

    store = loaded(tmp_path / "a.jsonl", tmp_path / "b.duckdb")

    with store.unit(keep=False) as unit:
        assert (tmp_path / "a.jsonl").read_bytes() == written(unit, "jsonl")


def test_a_store_that_holds_something_is_left_alone(desk: Desk, exported: Path) -> None:
    before = rows(desk.store)

    with pytest.raises(UsageError, match="needs an empty one"):
        loaded(exported, desk.path)

    assert before == rows(desk.store)


def changed(old: str, new: str) -> Callable[[Lines], bytes]:
    def change(lines: Lines) -> bytes:
        body = b"".join(lines[:-1])
        assert old.encode() in body
        return summed(body.replace(old.encode(), new.encode(), 1).splitlines(keepends=True))

    return change


def with_row(table: str, **row: object) -> Callable[[Lines], bytes]:
    def change(lines: Lines) -> bytes:
        line = json.dumps({"table": table, "row": row}).encode() + b"\n"
        return summed([*lines[:-1], line])

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda _: b"", "its end is missing"),
        (lambda lines: b"".join(lines)[:-1000], "its end is missing"),
        (lambda lines: b"".join(lines[:-1]), "its end is missing"),
        (lambda lines: b"".join(lines[:-2]) + lines[-1], "lines were changed, lost or added"),
        (lambda lines: b"".join(lines) + lines[-1], "lines were changed, lost or added"),
        (lambda lines: b"".join(lines).replace(b"Ana", b"Eve", 1), "lines were changed, lost or added"),
        (lambda _: summed([b'{"verifier": "report"}\n']), "is no export of everything"),
        (lambda _: summed([b"[" * 9_000 + b"\n"]), "is no export of everything"),
        (lambda _: summed([b'{"verifier": "everything", "steps": [{}]}\n']), "is no export of everything"),
        (changed('"0001_articles"', '"9999_marvels"'), "was written by a newer verifier"),
        (changed('"version": 1', '"version": 2'), "was written by a newer verifier"),
        (changed('"0001_articles", ', ""), "was written by an older verifier"),
        (lambda lines: summed([*lines[:-1], b"{}\n"]), "it is no row of a table"),
        (lambda lines: summed([*lines[:-1], b"\xff\n"]), "it is no row of a table"),
        (lambda lines: summed([*lines[:-1], b'{"table":"a","row":' * 5_000 + b"\n"]), "it is no row of a table"),
        (with_row("articles", article_id="x"), "no table 'articles' with such columns"),
        (with_row("no_such", x="1"), "no table 'no_such' with such columns"),
        (with_row("sessions", session_hash="s"), "no table 'sessions' with such columns"),
        (with_row("topic_words", topic_id=None, word="w"), "says what cannot be"),
        (with_row("topic_words", topic_id=5, word="w"), "it is no row of a table"),
        (with_row("topic_words", topic_id="\ud800", word="w"), "it is no row of a table"),
        (changed('"kind":"decide"', '"kind":"forge"'), "says what cannot be"),
        (changed('"published":"2025-12-23"', '"published":"yesterday"'), "says what cannot be"),
        (changed('"published":"2025-12-23"', '"published":"20251223"'), "says what cannot be|in other words"),
        (changed('\\"statement\\":', '\\"claimed\\":'), "its document is no claim"),
        (lambda lines: summed([lines[0], *lines[2:-1], lines[1]]), "in another order"),
    ],
)
def test_what_is_no_whole_export_is_refused_and_nothing_of_it_stays(
    exported: Path, tmp_path: Path, change: Callable[[Lines], bytes], said: str
) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_bytes(change(exported.read_bytes().splitlines(keepends=True)))

    with Store(None) as store:
        with pytest.raises(InputError, match=said) as refused, store.unit() as unit:
            loading.load(unit, broken)

        assert str(broken) in str(refused.value)
        assert {"progress"} == {table for table, found in rows(store).items() if found}


def test_a_line_longer_than_any_that_is_written_is_not_read_to_its_end(
    exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "LONGEST", 500)

    with pytest.raises(InputError, match="is longer than any that verifier writes"):
        loaded(exported, tmp_path / "back.duckdb")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.jsonl cannot be read: No such file"):
        loading.refuse_broken(tmp_path / "none.jsonl")
