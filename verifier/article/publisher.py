"""Finds who published an article in its copyright line, in its "About" section, or in the banner of its site."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

_LONGEST_NAME = 8
_BANNER_WORDS = 4

_COPYRIGHT = re.compile(r"(?:copyright\s*)?(?:©|\(c\)|copyright)\s*(?P<rest>.+)", re.IGNORECASE)
_RIGHTS = re.compile(r"[\W_]*\ball rights reserved\b.*", re.IGNORECASE)
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s*[-–—/]\s*(?:19|20)?\d\d)?\b,?")
_AFTER_NAME = re.compile(r"(?<=[a-z]{3})\.\s+(?=\w+ \w+).*|[,\s]+(?:or its affiliat|and/or its).*|[\s.,|–-]+$")
_ABOUT = re.compile(r"(?:#+\s+)?About (?:[Tt]he )?(?P<name>[^\W_a-z].*?):?$")
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?(?P<label>[a-z0-9-]+)(?:\.[a-z0-9-]+)+/?", re.IGNORECASE)


def publisher(head: Sequence[str], foot: Sequence[str]) -> str | None:
    """Return the publisher that the first and the last lines of an article name, None if they name none.

    Where lines of one kind name two publishers, neither counts.
    """
    return _copyright(foot) or _about(foot) or _banner(head)


def _copyright(lines: Sequence[str]) -> str | None:
    """Read "© 2025 NAME. All rights reserved."; a credit without year and rights may be a photographer's."""
    notices = [notice["rest"] for notice in map(_COPYRIGHT.match, lines) if notice]
    reserved = [notice for notice in notices if _RIGHTS.search(notice)]
    dated = [notice for notice in notices if _YEARS.search(notice)]
    return _only(name for notice in reserved or dated if (name := _name(notice)))


def _name(notice: str) -> str | None:
    name = _AFTER_NAME.sub("", _YEARS.sub("", _RIGHTS.sub("", notice)).strip()).removeprefix("by ").strip(" *_")
    return name if 0 < len(name.split()) <= _LONGEST_NAME and any(map(str.isalpha, name)) else None


def _about(lines: Sequence[str]) -> str | None:
    """Read a heading "About NAME" over a paragraph that begins with NAME."""
    return _only(
        about["name"]
        for line, following in pairwise(lines)
        if (about := _ABOUT.match(line)) and following.removeprefix("The ").startswith(about["name"])
    )


def _banner(lines: Sequence[str]) -> str | None:
    """Read a short first line that the site's own address bears out: "NEODYM NOTES" over "neodym.example"."""
    if not lines or len(lines[0].split()) > _BANNER_WORDS:
        return None
    banner = "".join(filter(str.isalnum, lines[0])).lower()
    domains = [domain["label"].replace("-", "").lower() for domain in map(_DOMAIN.fullmatch, lines[1:6]) if domain]
    return lines[0] if any(len(domain) > 2 and banner.startswith(domain) for domain in domains) else None


def _only(names: Iterable[str]) -> str | None:
    distinct = set(names)
    return distinct.pop() if len(distinct) == 1 else None
