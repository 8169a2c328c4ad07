"""Promises of finding the articles in what the user named."""

from pathlib import Path

import pytest

from verifier.article import discover
from verifier.errors import InputError


def touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def test_a_folder_stands_for_the_articles_below_it_in_order(tmp_path: Path) -> None:
    touch(tmp_path, "b.txt", "a/z.md", "a/y.TXT", "c.html", ".hidden.txt", ".git/x.txt")

    found = discover([tmp_path])

    assert [tmp_path / "a/y.TXT", tmp_path / "a/z.md", tmp_path / "b.txt"] == found


def test_a_file_that_is_named_counts_whatever_it_is_called(tmp_path: Path) -> None:
    touch(tmp_path, "draft", ".hidden.txt")

    found = discover([tmp_path / "draft", tmp_path / ".hidden.txt"])

    assert [tmp_path / "draft", tmp_path / ".hidden.txt"] == found


def test_an_article_named_twice_is_found_once(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "b.txt")

    found = discover([tmp_path / "b.txt", tmp_path, tmp_path / "../" / tmp_path.name / "a.txt"])

    assert [tmp_path / "b.txt", tmp_path / "a.txt"] == found


def test_a_folder_without_articles_is_a_sentence(tmp_path: Path) -> None:
    touch(tmp_path, "picture.png", ".hidden.md")

    with pytest.raises(InputError, match="is a folder without articles"):
        discover([tmp_path])


@pytest.mark.parametrize("name", ["missing.txt", "x" * 5_000, "nul\0"])
def test_a_path_that_does_not_exist_is_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="Check the path"):
        discover([tmp_path / name])


def test_a_folder_that_may_not_be_listed_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch(tmp_path, "a.txt")

    def denied(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("os.scandir", denied)

    with pytest.raises(InputError, match="permission denied"):
        discover([tmp_path])
