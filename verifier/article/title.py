"""Tells an article's headline from the banners, bylines and menus that stand round it."""

import re
from collections.abc import Sequence

_FEWEST_WORDS = 3
_MARKDOWN = re.compile(r"#\s+(?P<title>.+?)[\s#]*$")
_NO_HEADLINE = re.compile(
    r"""
      [-*•·|>=_+©]
    | (?:about|advertisement|by|cookies?|copyright|log\ in|menu|photo|published|reading\ time|search|share|sign\ in
        |sign\ up|skip\ to|source|subscribe|updated|written\ by)\b
    | .*[.:;,]$
    """,
    re.VERBOSE | re.IGNORECASE,
)


def title(lines: Sequence[str]) -> str | None:
    """Return the headline among the lines above an article's body, None if there is none."""
    for heading in filter(None, map(_MARKDOWN.match, lines)):
        return heading["title"]
    headlines = [line for line in lines if _is_headline(line)]
    # A line of capitals is rather the site's banner, if anything else can be the headline.
    return next((line for line in headlines if not line.isupper()), headlines[0] if headlines else None)


def _is_headline(line: str) -> bool:
    first = next(filter(str.isalnum, line), "")
    return (
        len(line.split()) >= _FEWEST_WORDS
        and not first.islower()
        and any(map(str.isalpha, line))
        and not _NO_HEADLINE.match(line)
    )
