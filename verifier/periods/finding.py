"""From an article's text to its periods: read one by one, then each in the light of the others."""

from datetime import date

from verifier.folding import fold
from verifier.models import Period
from verifier.periods import anaphora, inheritance
from verifier.periods.scanning import scan

_LONGEST_LINE = 300


def find(text: str, published: date | None = None) -> list[Period]:
    """Return every period of `text`, in its order and without overlap; spans are code points of `text`.

    `published` settles "last month", "Monday" and months without a year. Without it they stay unknown, unless the
    article's own dates tell.
    """
    folded = fold(text)
    tokens, found = scan(folded, published)
    periods = [item.reading.period(text, item.span) for item in found]
    bases = inheritance.base_indexes(folded, found)
    periods = inheritance.shared(periods, found, tokens)
    periods = inheritance.filled(periods, found, bases, folded, published)
    return anaphora.anchored(periods, bases, folded)


def read_date(line: str) -> date | None:
    """Return the one full date that a short line names beyond doubt ("Oct. 13, 2025"), else None."""
    days = {
        period.start
        for period in find(line[:_LONGEST_LINE])
        if period.granularity == "day" and period.year == "stated" and period.kind != "anaphor"
    }
    return days.pop() if len(days) == 1 else None
