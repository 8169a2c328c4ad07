"""Turns a file or a text into an article, unchanged, and says in a sentence why something is none."""

import hashlib
import json
import os
from datetime import date
from pathlib import Path

from verifier.article.checks import check, check_name
from verifier.article.files import Found, discover, text_of
from verifier.article.header import header
from verifier.models import Article

__all__ = ["Found", "discover", "from_text", "read"]

_ID_LENGTH = 20


def read(
    path: Path | str, *, publisher: str | None = None, published: date | None = None, title: str | None = None
) -> Article:
    """Return the article in the file at `path`; raise InputError if there is none.

    Title, publisher and publication date are those given, else those the text states, else None.
    """
    text = text_of(Path(path))
    check_name(os.path.realpath(path))
    return from_text(text, str(path), publisher=publisher, published=published, title=title)


def from_text(
    text: str, name: str, *, publisher: str | None = None, published: date | None = None, title: str | None = None
) -> Article:
    """Return `text` as the article called `name`; raise InputError if there is none in it.

    The text stays as it is, but for a leading byte order mark, and so do its line ends: offsets count its code points.
    """
    text = text.removeprefix("\ufeff")
    check_name(name)
    check(text, name)
    stated = header(text)
    publisher, published = publisher or stated.publisher, published or stated.published
    return Article(
        id=_id(text, publisher, published),
        path=name,
        text=text,
        title=title or stated.title,
        publisher=publisher,
        published=published,
        authors=stated.authors,
    )


def _id(text: str, publisher: str | None, published: date | None) -> str:
    content = json.dumps([text, publisher, published and published.isoformat()])
    return hashlib.sha256(content.encode()).hexdigest()[:_ID_LENGTH]
