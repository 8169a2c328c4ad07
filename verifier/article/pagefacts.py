"""Reads title, publisher and publication date where a web page states them for machines; the rest stays unknown."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from selectolax.lexbor import LexborHTMLParser

_DEEPEST = 6
"""Levels of stated data that are looked into."""
_TITLES = ('meta[property="og:title"]', 'meta[name="twitter:title"]')
_PUBLISHERS = ('meta[property="og:site_name"]', 'meta[name="application-name"]')
_DATES = (
    'meta[property="article:published_time"]',
    'meta[itemprop="datePublished"]',
    'time[itemprop="datePublished"]',
    'meta[name="date"]',
    'meta[name="dcterms.created"]',
    'meta[name="pubdate"]',
)
_LONGEST = 500


class PageFacts(NamedTuple):
    """What a page states about its article; None is "it does not say"."""

    title: str | None
    publisher: str | None
    published: str | None
    """A date in ISO 8601: 2025-12-23."""


def facts_of(page: LexborHTMLParser) -> PageFacts:
    """Return what the page states: in its JSON-LD, in its meta elements, in its heading."""
    stated = next(_articles(page), {})
    return PageFacts(
        title=_words(stated.get("headline")) or _first(page, _TITLES) or _heading(page),
        publisher=_name(stated.get("publisher")) or _first(page, _PUBLISHERS),
        published=_day(_words(stated.get("datePublished"))) or _day(_first(page, _DATES)),
    )


def _articles(page: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    for script in page.css('script[type="application/ld+json"]'):
        try:
            stated = json.loads(script.text())
        except (ValueError, RecursionError):
            continue
        yield from (item for item in _objects(stated, _DEEPEST) if any(map(_is_article, _types(item))))


def _objects(stated: object, deepest: int) -> Iterator[dict[str, Any]]:
    if isinstance(stated, dict):
        yield stated
    inner: Iterable[object] = (
        stated.values() if isinstance(stated, dict) else stated if isinstance(stated, list) else ()
    )
    for one in inner:
        if deepest:
            yield from _objects(one, deepest - 1)


def _types(item: dict[str, Any]) -> list[str]:
    kinds = item.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _is_article(kind: str) -> bool:
    return kind.endswith("Article") or kind in ("BlogPosting", "Report")


def _first(page: LexborHTMLParser, selectors: Iterable[str]) -> str | None:
    for selector in selectors:
        node = page.css_first(selector)
        found = node and (_words(node.attributes.get("content")) or _words(node.attributes.get("datetime")))
        if found:
            return found
    return None


def _heading(page: LexborHTMLParser) -> str | None:
    headings = page.css("h1")
    node = headings[0] if len(headings) == 1 else page.css_first("title")
    return _words(node.text(deep=True)) if node else None


def _name(stated: object) -> str | None:
    one = stated[0] if isinstance(stated, list) and stated else stated
    return _words(one.get("name") if isinstance(one, dict) else one)


def _words(stated: object) -> str | None:
    return (" ".join(stated.split())[:_LONGEST] or None) if isinstance(stated, str) else None


def _day(stated: str | None) -> str | None:
    """Return the day as the page's own clock has it."""
    try:
        return date.fromisoformat((stated or "")[:10]).isoformat()
    except ValueError:
        return None
