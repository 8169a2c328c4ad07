"""Reads the article out of a web page, in a process of its own: no parser of HTML is quick on every page."""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from verifier.errors import InputError

PATIENCE = 20
"""Seconds for a page; a newspaper's takes a tenth of one, most of it to start."""
_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_OPENING = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b", re.I | re.S)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4096
"""Bytes."""
_READER = "from verifier.article.pagereader import main; main()"


class Page(NamedTuple):
    """The article of a web page, and what the page states about it."""

    text: str
    title: str | None
    publisher: str | None
    published: date | None


def is_page(name: str) -> bool:
    """Say whether what is called so is a web page."""
    return PurePath(name).suffix.lower() in _SUFFIXES


def looks_like_page(text: str) -> bool:
    """Say whether a text is the source of a web page."""
    return _OPENING.match(text) is not None


def decoded(data: bytes) -> str | None:
    """Return a page's characters: in UTF-8, else in the encoding it declares; None if they are in neither."""
    found = _CHARSET.search(data[:_DECLARED_WITHIN])
    for encoding in ("utf-8", found[1].decode() if found else "utf-8"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def page_of(html: str, name: str) -> Page:
    """Return the article of a page that the user calls `name`; raises InputError where there is none to be read."""
    told = json.loads(_read(html.encode("utf-8", "surrogatepass"), name))
    if not told["text"].strip():
        raise InputError(f"{name} shows no text: it may be filled in by a script. Copy the article out of the browser.")
    published = told["published"]
    return Page(told["text"], told["title"], told["publisher"], published and date.fromisoformat(published))


def _read(html: bytes, name: str) -> bytes:
    command = [sys.executable, "-P", "-c", _READER]
    try:
        done = subprocess.run(command, input=html, capture_output=True, timeout=PATIENCE, check=True)  # noqa: S603 - ours
    except subprocess.TimeoutExpired as error:
        raise InputError(
            f"{name} is built so that no article can be read out of it in {PATIENCE} seconds. Save its text as a "
            "plain text file."
        ) from error
    except subprocess.CalledProcessError as error:
        raise InputError(f"{name} cannot be read as a web page. Save its text as a plain text file.") from error
    return done.stdout
