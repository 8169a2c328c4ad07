"""Reads what people hand in as articles, and says of what is none why."""

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from fastapi import UploadFile

from verifier.article import from_page, from_source
from verifier.article.checks import LIMIT, too_large
from verifier.article.page import decoded, is_page
from verifier.errors import InputError
from verifier.models import Article, Frozen

_LONGEST_NAME = 200
_PASTED = "The pasted text"


class Given(Frozen):
    """What a person wrote into the form."""

    text: str = ""
    name: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    replaces: str = ""
    """The addition of the same name that the person was shown, and whose place the article is to take."""

    @property
    def called(self) -> str:
        """The name the article is to go by; "" leaves it to us."""
        return self.name.strip()[:_LONGEST_NAME]


class Handed(NamedTuple):
    """What came of a form."""

    articles: list[Article]
    faults: list[str]
    """Sentences."""


NOTHING = Handed([], [])


def handed(given: Given, files: Sequence[UploadFile]) -> Handed:
    """Return the articles, each under a name, and why each other text is none."""
    came = Handed([], _refusals(given, files))
    for file in () if came.faults else files or (None,):
        try:
            came.articles.append(_article(*_read(file, given), given))
        except InputError as fault:
            came.faults.append(str(fault))
    return came


def _refusals(given: Given, files: Sequence[UploadFile]) -> list[str]:
    if given.text.strip() and files:
        return ["A text and files were given. Add one after the other."]
    if len(files) > 1 and any((given.name, given.title, given.publisher, given.published)):
        return ["Name, title, publisher and date are those of one article. Leave them out, or add one file."]
    return []


def _article(text: str, called: str, given: Given) -> Article:
    if called == _PASTED and not text.strip():
        raise InputError("There is no text. Paste an article, or choose a file.")
    make = from_page if is_page(called) else from_source
    article = make(
        text,
        called,
        title=given.title.strip() or None,
        publisher=given.publisher.strip() or None,
        published=_day(given.published),
    )
    return article.model_copy(update={"path": given.called or _name(called, text)})


def _read(file: UploadFile | None, given: Given) -> tuple[str, str]:
    """Return the text of a file, or what was pasted, and what that is called."""
    if file is None:
        return given.text.replace("\r\n", "\n"), _PASTED  # browsers send line ends so, whatever was pasted
    called = PurePosixPath((file.filename or "file").replace("\\", "/")).name
    data = file.file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise too_large(called)
    text = decoded(data)
    if text is None:
        raise InputError(f"{called} is not text in UTF-8. Save it as plain text or Markdown, in UTF-8.")
    return text, called


def _name(called: str, text: str) -> str:
    """Return a name that no other text has: two people may both call theirs draft.txt."""
    return f"{called[: _LONGEST_NAME - 10]} #{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:6]}"


def _day(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise InputError("The date of publication is no date. Write it as 2025-12-23.") from error
