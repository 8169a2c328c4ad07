"""Notices where an article speaks to whoever checks it instead of telling news: a note for the editor, no verdict."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from verifier.article import coded, hidden
from verifier.article.instruction_words import LOOKALIKES, MIXED, RULES
from verifier.article.plainly import Plain, plainly
from verifier.models import Article, Note

_TAKEN = "it is text like any other to this tool"
_ALONE = "what it says in other words than other articles was not compared"


class Passage(NamedTuple):
    """Where a text does so, and how; code points, half-open."""

    start: int
    end: int
    how: str


def notes(article: Article) -> tuple[Note, ...]:
    """Return a note for each way in which an article tries to instruct whoever checks it, at the first such place."""
    taken = f"{_TAKEN}, and {_ALONE}" if instructs(article.text) else _TAKEN
    found = _first([*_instructing(article.text), *(Passage(*place) for place in hidden.markup(article.text))])
    return tuple(Note(article=article.id, start=one.start, end=one.end, why=f"{one.how}; {taken}") for one in found)


def instructs(text: str) -> bool:
    """Say whether `text` tries to instruct whoever checks it; words a page does not show need not be an instruction."""
    return bool(_instructing(text))


def _first(found: Sequence[Passage]) -> list[Passage]:
    """Return the first passage of each kind, in text order, each with how many more there are of it."""
    first: dict[str, Passage] = {}
    for one in sorted(set(found)):
        first.setdefault(one.how, one)
    count = Counter(one.how for one in set(found))
    return [_counted(one, count[one.how] - 1) for one in first.values()]


def _counted(found: Passage, more: int) -> Passage:
    return found._replace(how=f"{found.how} (and {more:,} more such)") if more else found


@lru_cache(maxsize=128)
def _instructing(text: str) -> tuple[Passage, ...]:
    plain = plainly(text)
    found = [*_spoken(plain), *(Passage(*place) for place in hidden.characters(text))]
    if MIXED.search(plain.text):
        found += _spoken(plain._replace(text=plain.text.translate(LOOKALIKES)))
    for start, end, said in coded.find(text):
        if any(True for _ in _spoken(plainly(said))):
            found.append(Passage(start, end, "holds an instruction in code"))
    return tuple(found)


def _spoken(plain: Plain) -> Iterator[Passage]:
    lower = plain.text.lower()
    for rule in RULES:
        if any(word in lower for word in rule.needs):
            for found in rule.pattern.finditer(plain.text):
                start, end = found.span("said")
                yield Passage(plain.offset(start), plain.offset(end - 1) + 1, rule.how)
