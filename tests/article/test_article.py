"""Promises of reading an article: the text stays as it is, and what is no article is refused in a sentence."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.article import from_text, read
from verifier.article.checks import LIMIT
from verifier.errors import InputError

TEXT = "China sold 5,577 metric tons of magnets in July.\n"


def written(folder: Path, content: bytes, name: str = "draft.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_an_article_is_named_as_the_user_named_it(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT.encode())

    article = read(path)

    assert str(path) == article.path
    assert article.text == TEXT


def test_unusual_characters_and_line_ends_survive(tmp_path: Path) -> None:
    text = "Month‑on‑month\r\n“5\u202f577\u00a0tons” 𝔸 rose\u2028in July.\r\n"

    article = read(written(tmp_path, text.encode()))

    assert text == article.text
    assert (2, 2) == article.position(article.text.index("5"))


def test_a_byte_order_mark_is_left_out_and_counts_for_nothing(tmp_path: Path) -> None:
    article = read(written(tmp_path, b"\xef\xbb\xbf" + TEXT.encode()))

    assert article.text == TEXT
    assert from_text(TEXT, "other").id == article.id


def test_what_the_user_says_goes_before_what_the_text_says() -> None:
    text = f"September 25, 2025\n\nReading the July Jump\n\n{TEXT}\n© 2025 Magnet Monitor. All rights reserved."

    stated = from_text(text, "-")
    given_ = from_text(text, "-", publisher="Desk", published=date(2025, 9, 1), title="Draft")

    assert (stated.title, stated.publisher, stated.published) == (
        "Reading the July Jump",
        "Magnet Monitor",
        date(2025, 9, 25),
    )
    assert (given_.title, given_.publisher, given_.published) == ("Draft", "Desk", date(2025, 9, 1))


def test_text_publisher_and_date_make_the_id_and_name_and_title_do_not() -> None:
    one = from_text(TEXT, "one.txt", title="One")

    assert one.id == from_text(TEXT, "two.txt", title="Two").id
    assert one.id != from_text(TEXT + "More.", "one.txt").id
    assert one.id != from_text(TEXT, "one.txt", publisher="Desk").id
    assert one.id != from_text(TEXT, "one.txt", published=date(2025, 7, 1)).id
    assert len(one.id) >= 16


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b" \r\n\t\xc2\xa0", "white space"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary, not text"),
        (b"%PDF-1.7\0", "is a PDF, not plain text"),
        (b"\r\n%PDF-1.4\n1 0 obj\nBT (5,577 tons) Tj ET\n", "is a PDF, not plain text"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\nBT (5,577 tons) Tj ET\n", "is a PDF, not plain text"),
        (b"{\\rtf1\\ansi 5,577 tons}", "is rich text, not plain text"),
        (b"text\0text", "binary, not text"),
        (b"\x01\x02\x03 text", "binary, not text"),
        ("Fälle: 5".encode("cp1252"), "byte 0xE4 at offset 1 (line 1)"),
        ("5 t\nin Málaga.".encode("cp1252"), "iconv -f WINDOWS-1252 -t UTF-8"),
        (TEXT.encode("utf-16"), "is UTF-16, not UTF-8"),
        (b"5 tons \xed\xa0\x80", "is not UTF-8"),
    ],
)
def test_what_is_no_article_is_refused_with_its_name_and_a_remedy(tmp_path: Path, content: bytes, says: str) -> None:
    path = written(tmp_path, content)

    with pytest.raises(InputError) as refusal:
        read(path)

    assert says in str(refusal.value)
    assert str(refusal.value).startswith(f"{path} ")
    assert 2 == refusal.value.exit_code


def test_ten_megabytes_are_read_and_a_byte_more_is_refused(tmp_path: Path) -> None:
    largest = written(tmp_path, b"word " * (LIMIT // 5), "largest.txt")
    larger = written(tmp_path, b"word " * (LIMIT // 5) + b"x", "larger.txt")

    assert LIMIT == len(read(largest).text)
    with pytest.raises(InputError, match=r"larger\.txt is larger than 10 MB"):
        read(larger)


def test_the_limit_counts_bytes_for_a_text_too() -> None:
    with pytest.raises(InputError, match="larger than 10 MB"):
        from_text("é" * (LIMIT // 2 + 1), "-")


@pytest.mark.parametrize("name", ["missing.txt", "file.txt/below", "x" * 5_000, "nul\0"])
def test_a_path_that_leads_nowhere_is_a_sentence(tmp_path: Path, name: str) -> None:
    written(tmp_path, TEXT.encode(), "file.txt")

    with pytest.raises(InputError, match="Check the path"):
        read(tmp_path / name)


def test_a_folder_where_a_file_is_due_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder, not a file"):
        read(tmp_path)


def test_a_file_without_permission_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, TEXT.encode())

    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", denied)

    with pytest.raises(InputError, match="permission denied"):
        read(path)


@pytest.mark.parametrize("name", ["caf\udce9.txt", "caf\udce9/draft.txt"])
def test_a_file_whose_name_is_not_utf_8_is_refused_and_named_visibly(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    path = written(tmp_path, TEXT.encode(), name)

    with pytest.raises(InputError, match=r"caf\\udce9\S* has a name that is not UTF-8\. Rename"):
        read(path)


def test_a_text_whose_name_is_not_utf_8_is_refused() -> None:
    with pytest.raises(InputError, match="has a name that is not UTF-8"):
        from_text(TEXT, "caf\udce9.txt")


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")], ids=["pipe", "device"])
def test_what_might_never_end_is_refused(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "endless.txt")

    with pytest.raises(InputError, match=r"endless\.txt is a pipe or a device, not a file"):
        read(tmp_path / "endless.txt")


def test_what_a_shell_has_opened_already_is_read() -> None:
    reading, writing = os.pipe()
    os.write(writing, TEXT.encode())
    os.close(writing)

    article = read(f"/dev/fd/{reading}")

    os.close(reading)
    assert article.text == TEXT


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(InputError, match="character 3 is half of a surrogate pair"):
        from_text("5 \ud800", "-")


@given(st.text())
def test_any_text_is_an_article_or_a_sentence(text: str) -> None:
    try:
        article = from_text(text, "-")
    except InputError as refusal:
        assert str(refusal).startswith("- ")
    else:
        assert text.removeprefix("\ufeff") == article.text
