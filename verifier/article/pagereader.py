"""The process that reads a web page: its source comes in, and what was read goes out, as JSON."""

import json
import sys

from selectolax.lexbor import LexborHTMLParser

from verifier.article.pagefacts import facts_of
from verifier.article.pagetext import UNREAD, text_of


def main() -> None:
    """Read a page from standard input."""
    html = sys.stdin.buffer.read().decode("utf-8", "replace")
    sys.stdout.buffer.write(json.dumps(told(html)).encode())


def told(html: str) -> dict[str, str | None]:
    """Return the text of a page's article, with "title", "publisher" and "published"."""
    page = LexborHTMLParser(html)
    facts = facts_of(page)
    page.strip_tags(UNREAD, recursive=True)
    return {"text": text_of(page), **facts._asdict()}
