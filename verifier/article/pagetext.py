"""Writes down what a reader sees of a web page's article, as text: no menu, no markup, nothing that is hidden."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

UNREAD = ["script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "video", "audio"]
"""Elements whose content is no text of the page."""
_LEFT_OUT = frozenset("nav form button select textarea input dialog head title del s strike menu".split())
_FURNITURE = frozenset("navigation search contentinfo banner dialog alertdialog".split())
"""Roles of what stands round an article."""
_NAMED = frozenset(
    """advert advertisement breadcrumb breadcrumbs comment-list comments consent cookie-banner cookie-consent
    cookies newsletter newsletter-signup related related-articles respond share-buttons sharing social-share""".split()
)
"""Ids and classes of the same, unless half of the page is called so."""
_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1
    h2 h3 h4 h5 h6 header hr legend li main ol p pre section summary table tbody tfoot thead tr ul""".split()
)
_LISTS = frozenset({"ul", "ol", "aside", "footer"})
"""What is left out where it holds little but links."""
_LINKS = 0.6
"""Share of the words."""
_ARTICLE = 200
"""Characters of the shortest article: an element with fewer is a teaser."""
_SPACE = re.compile(r"[ \t\n\r\f]+")
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])", re.IGNORECASE)


class _Block(NamedTuple):
    words: str
    in_row: bool
    """Whether it stands under the one before without a blank line, as items and rows do."""


def text_of(page: LexborHTMLParser) -> str:
    """Return the article's headings, paragraphs, items and rows, a blank line between; `page` must hold no UNREAD."""
    body = page.body
    if body is None:
        return ""
    article = _article(body)
    heading = None if article.css_first("h1") else body.css_first("h1")
    writer = _Writer()
    for root in (heading, article):
        if root is not None:
            _write(root, writer)
    return writer.text()


def _article(body: LexborNode) -> LexborNode:
    """Return the element that holds the article: the longest that says so, or the whole page."""
    for selector in ('[itemprop="articleBody"]', "article", 'main, [role="main"]'):
        longest = max(body.css(selector), key=_length, default=None)
        if longest is not None and _length(longest) >= _ARTICLE:
            return longest
    return body


def _length(node: LexborNode) -> int:
    return len(_SPACE.sub(" ", node.text(deep=True)))


def _write(root: LexborNode, writer: "_Writer") -> None:
    """Walk through the elements without recursion: a page may be as deep as it is long."""
    half = _length(root) / 2
    ahead: list[tuple[LexborNode, bool]] = [(root, False)]
    while ahead:
        node, is_left = ahead.pop()
        if is_left:
            writer.leave(node)
        elif node.is_text_node:
            writer.say(node.text_content or "")
        elif node.is_element_node and (node is root or not _is_left_out(node, half)):
            writer.enter(node)
            ahead.append((node, True))
            ahead += [(child, False) for child in reversed([*node.iter(include_text=True)])]


def _is_left_out(node: LexborNode, half: float) -> bool:
    tag, attributes = node.tag or "", node.attributes
    if tag in _LEFT_OUT or "hidden" in attributes or attributes.get("role") in _FURNITURE:
        return True
    names = f"{attributes.get('id') or ''} {attributes.get('class') or ''}".lower().split()
    if (not _NAMED.isdisjoint(names) and _length(node) < half) or _HIDDEN.search(attributes.get("style") or ""):
        return True
    return (tag in _LISTS and _is_links(node)) or (tag == "header" and _is_site(node))


def _is_links(node: LexborNode) -> bool:
    links = node.css("a")
    return len(links) > 1 and sum(map(_length, links)) > _LINKS * _length(node)


def _is_site(header: LexborNode) -> bool:
    """Return whether this is the top of the site and not of the article."""
    return header.css_first("h1") is None and header.parent is not None and header.parent.tag == "body"


class _Writer:
    """Puts words together to blocks."""

    def __init__(self) -> None:
        self._blocks: list[_Block] = []
        self._words: list[str] = []
        self._mark = ""
        """What the next block begins with."""
        self._kept = 0
        """How many elements are open whose spaces and line ends count."""
        self._raised = 0

    def enter(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _BLOCKS:
            self._end_block()
            self._mark = _mark(tag) or self._mark
        if tag in ("td", "th") and self._words:
            self._words.append(" | ")
        self._words += {"br": ["\n"], "q": ["“"]}.get(tag, [])
        self._kept += tag == "pre"
        self._raised += tag == "sup"

    def leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _BLOCKS:
            self._end_block(in_row=tag in ("li", "tr"))
        if tag == "li":
            self._mark = ""
        self._words += ["”"] if tag == "q" else []
        self._kept -= tag == "pre"
        self._raised -= tag == "sup"

    def say(self, words: str) -> None:
        said = words if self._kept else _SPACE.sub(" ", words)
        # The 2 of "km2" and the 1 of a footnote must not become digits of the figure they stand at.
        self._words.append(said.translate(_RAISED) if self._raised else said)

    def text(self) -> str:
        self._end_block()
        return "".join(_joined(self._blocks))

    def _end_block(self, *, in_row: bool = False) -> None:
        lines = "".join(self._words).strip("\n").split("\n")
        words = "\n".join(line.rstrip() if self._kept else _SPACE.sub(" ", line).strip() for line in lines)
        self._words.clear()
        if words.strip(" |\n"):
            self._blocks.append(_Block(self._mark + words, in_row))
            self._mark = ""


def _mark(tag: str) -> str:
    if tag == "li":
        return "- "
    return f"{'#' * int(tag[1])} " if re.fullmatch("h[1-6]", tag) else ""


def _joined(blocks: Sequence[_Block]) -> Iterator[str]:
    for number, block in enumerate(blocks):
        yield block.words
        if number + 1 < len(blocks):
            yield "\n" if block.in_row and blocks[number + 1].in_row else "\n\n"
    yield "\n" if blocks else ""
