"""What the model sees of the article's characters, so that no text can forge a mark or hide a word."""

import re
import unicodedata

from verifier.folding import fold

_MARKS = str.maketrans("[]{}|［］｛｝｜【】❴❵︷︸﹇﹈﹛﹜", "()()/()()/()()()()()")
# What servers take for the end of a message, wherever it stands: chat templates are read as text, tokens and all.
_TOKEN = re.compile(
    r"<(/?(?:s|bos|eos|pad|unk|sep|(?:start|end)_of_[a-z]{1,20}|\|[^<>|]{1,40}\||｜[^<>｜]{1,40}｜)|</?SYS>)>"
    r"|\[(/?INST)\]",
    re.IGNORECASE,
)
_SPACES = re.compile(r"\s+")
_UNUSUAL = re.compile(r"[^\x20-\x7e]")


def plain(text: str) -> str:
    """Return `text` as one line of visible characters; its offsets are not those of the article."""
    visible = _UNUSUAL.sub(lambda found: _visible(found[0]), text)
    return _SPACES.sub(" ", fold(_untokened(visible))).strip()


def unmarked(text: str) -> str:
    """Return `plain(text)` without a character that numbering uses, its outer spaces kept as one."""
    before = " " if text[:1].isspace() else ""
    after = " " if text.strip() and text[-1:].isspace() else ""
    return before + plain(text).translate(_MARKS) + after


def _untokened(text: str) -> str:
    return _TOKEN.sub(lambda found: f"({found[1] or found[2]})", text)


def _visible(character: str) -> str:
    # Format characters (zero width, bidi, soft hyphen, tags) and variation selectors can hide or reorder words.
    category = unicodedata.category(character)
    if category == "Cf" or "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef":
        return ""
    return " " if category in ("Cc", "Cs", "Co", "Zl", "Zp") else character
