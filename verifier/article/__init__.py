"""Turns a file or a text into an article, unchanged, and says in a sentence why something is none."""

import hashlib
import json
import os
from datetime import date
from pathlib import Path

from verifier.article.checks import check, check_name
from verifier.article.files import Found, discover, text_of
from verifier.article.header import header
from verifier.article.page import is_page, looks_like_page, page_of
from verifier.models import Article

__all__ = ["Found", "discover", "from_page", "from_source", "from_text", "read"]

_ID_LENGTH = 20


def read(
    path: Path | str, *, publisher: str | None = None, published: date | None = None, title: str | None = None
) -> Article:
    """Return the article in the file at `path`, out of its page if that is *.html; raise InputError if there is none.

    Title, publisher and publication date are those given, else those the text states, else None.
    """
    text = text_of(Path(path))
    check_name(os.path.realpath(path))
    make = from_page if is_page(str(path)) else from_text
    return make(text, str(path), publisher=publisher, published=published, title=title)


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


def from_source(
    source: str, name: str, *, publisher: str | None = None, published: date | None = None, title: str | None = None
) -> Article:
    """Return `source` as the article called `name`, or the article of the page that it is; raise as those do.

    It is a page if its name says so (x.html) or if it opens as one.
    """
    make = from_page if is_page(name) or looks_like_page(source) else from_text
    return make(source, name, publisher=publisher, published=published, title=title)


def from_page(
    html: str, name: str, *, publisher: str | None = None, published: date | None = None, title: str | None = None
) -> Article:
    """Return the article of a web page, as `from_text` would of the text it shows: offsets count in that."""
    check_name(name)
    page = page_of(html, name)
    return from_text(
        page.text,
        name,
        publisher=publisher or page.publisher,
        published=published or page.published,
        title=title or page.title,
    )


def _id(text: str, publisher: str | None, published: date | None) -> str:
    content = json.dumps([text, publisher, published and published.isoformat()])
    return hashlib.sha256(content.encode()).hexdigest()[:_ID_LENGTH]
