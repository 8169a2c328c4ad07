"""Promises of finding the articles in what the user named."""

import os
from pathlib import Path

import pytest

from verifier.article import Found, discover


def touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def said(found: Found, words: str) -> list[str]:
    """The words, once for each fault that holds them."""
    return [words for fault in found.faults if words in str(fault)]


def test_a_folder_stands_for_the_articles_below_it_in_order(tmp_path: Path) -> None:
    touch(tmp_path, "b.txt", "a/z.md", "a/y.TXT", "c.html", ".hidden.txt", ".git/x.txt")

    found = discover([tmp_path])

    assert ([tmp_path / "a/y.TXT", tmp_path / "a/z.md", tmp_path / "b.txt"], [], 1) == found


def test_a_file_that_is_named_counts_whatever_it_is_called(tmp_path: Path) -> None:
    touch(tmp_path, "draft", ".hidden.txt")

    found = discover([tmp_path / "draft", tmp_path / ".hidden.txt"])

    assert [tmp_path / "draft", tmp_path / ".hidden.txt"] == found.files


def test_an_article_named_twice_is_found_once(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "b.txt")

    found = discover([tmp_path / "b.txt", tmp_path, tmp_path / "../" / tmp_path.name / "a.txt"])

    assert [tmp_path / "b.txt", tmp_path / "a.txt"] == found.files


def test_a_folder_without_articles_is_a_sentence(tmp_path: Path) -> None:
    touch(tmp_path, "picture.png", ".hidden.md")

    found = discover([tmp_path])

    assert ([], ["is a folder without articles"]) == (found.files, said(found, "is a folder without articles"))


@pytest.mark.parametrize("name", ["missing.txt", "x" * 5_000, "nul\0"])
def test_a_path_that_does_not_exist_is_a_sentence(tmp_path: Path, name: str) -> None:
    found = discover([tmp_path / name])

    assert ([], ["Check the path"]) == (found.files, said(found, "Check the path"))


def test_a_path_that_leads_nowhere_hides_no_other(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")

    found = discover([tmp_path / "missing.txt", tmp_path])

    assert ([tmp_path / "a.txt"], ["does not exist"]) == (found.files, said(found, "does not exist"))


@pytest.mark.parametrize(("shut", "left"), [("b", ["a/x.txt", "c/z.txt"]), ("", [])])
def test_a_folder_that_may_not_be_listed_is_named_and_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shut: str, left: list[str]
) -> None:
    touch(tmp_path, "a/x.txt", "b/y.txt", "c/z.txt")
    listed = os.scandir

    def denied(path: str) -> object:
        if Path(path) == tmp_path / shut:
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr("os.scandir", denied)
    found = discover([tmp_path])

    assert [tmp_path / name for name in left] == found.files
    assert [f"{tmp_path / shut} may not be read: permission denied. Change its permissions."] == [
        *map(str, found.faults)
    ]
