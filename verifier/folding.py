"""One character for one character, so that rules read plain text while offsets stay those of the article."""

_SPACES = dict.fromkeys(
    map(ord, "\t\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"),
    " ",
)
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\ufe63\uff0d\u00ad"), "-")
_MINUS = dict.fromkeys(map(ord, "\u2212\u207b"), "-")
_QUOTES = dict.fromkeys(map(ord, "\u2018\u2019\u201b\u2032\u02bc"), "'") | dict.fromkeys(
    map(ord, "\u201c\u201d\u201e\u2033"), '"'
)
_FOLD = _SPACES | _HYPHENS | _MINUS | _QUOTES


def fold(text: str) -> str:
    """Return `text` with unusual spaces, hyphens, minus signs and quotes made plain; same length, same offsets.

    En and em dashes stay: they separate clauses and ranges, and the rules that read them say which.
    """
    return text.translate(_FOLD)
