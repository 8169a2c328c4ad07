"""Refuses what is no article, so that no later room meets an empty, binary or endless text."""

import re

from verifier.errors import InputError

LIMIT = 10 * 1024 * 1024
"""Bytes of UTF-8."""

MOST_NUMBERS = 50_000
"""In digits or in words. Each is read, kept and asked about: a book has fewer, a megabyte of ones ten times as many."""

# One control character in so many is an accident; more is a program, a picture or an archive.
_FEWEST_PER_CONTROL = 20
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_NUMBERS = re.compile(
    r"\d+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|[mb]illions?)\b",
    re.IGNORECASE,
)
_HEADS = {"%PDF-": "a PDF", "{\\rtf": "rich text"}
"""How files begin that are mostly readable characters, and hold an article in a code of their own."""
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def check(text: str, name: str) -> None:
    """Raise InputError if `text`, which the user calls `name`, is no article."""
    if len(text) > LIMIT or len(text.encode("utf-8", "surrogatepass")) > LIMIT:
        raise too_large(name)
    if not text:
        raise InputError(f"{name} is empty. Give a file with an article in it.")
    if not text.strip():
        raise InputError(f"{name} holds nothing but white space. Give a file with an article in it.")
    refuse_coded(text, name)
    if is_binary(text):
        raise binary(name)
    if sum(1 for _ in _NUMBERS.finditer(text)) > MOST_NUMBERS:
        raise InputError(f"{name} holds more than {MOST_NUMBERS:,} numbers: a table, not an article. Split it.")
    if lone := _SURROGATE.search(text):
        raise InputError(
            f"{name} is not valid Unicode: its character {lone.start() + 1} is half of a surrogate pair. "
            "Save the article again as UTF-8."
        )


def check_name(name: str) -> None:
    """Raise InputError if no store and no report could write down what an article is called."""
    if _SURROGATE.search(name):
        shown = name.encode("utf-8", "backslashreplace").decode()
        raise InputError(f"{shown} has a name that is not UTF-8. Rename the file or the folder.")


def refuse_coded(text: str, name: str) -> None:
    """Raise InputError if `text` begins as a file that holds its article in a code of its own."""
    start = text[:100].lstrip("\ufeff \r\n\t")
    for head, what in _HEADS.items():
        if start.startswith(head):
            raise InputError(f"{name} is {what}, not plain text. Save the article as plain text or Markdown, in UTF-8.")


def is_binary(text: str) -> bool:
    """Say whether `text` holds a NUL or more control characters than any text."""
    return "\0" in text or len(_CONTROL.findall(text)) * _FEWEST_PER_CONTROL > len(text)


def binary(name: str) -> InputError:
    """Return the error for what is not text at all."""
    return InputError(f"{name} is binary, not text. Save the article as plain text or Markdown, in UTF-8.")


def too_large(name: str) -> InputError:
    """Return the error for a text beyond the limit."""
    return InputError(f"{name} is larger than 10 MB, the most an article may have. Split it: one article, one file.")
