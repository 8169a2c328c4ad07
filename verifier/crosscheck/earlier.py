"""Falls back on what was read of an article before, where it could not be read in full this time."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from verifier.crosscheck.rows import extraction_id
from verifier.models import Extraction, Unchecked
from verifier.store import Unit


class Earlier(NamedTuple):
    """One row of crosscheck/earlier.sql."""

    article_id: str
    extraction_id: str
    document: str
    day: str


def standing(unit: Unit, extractions: Sequence[Extraction]) -> list[Extraction]:
    """Return, of what was read, the readings that count in the store: of an article with passages that were not
    checked this time an earlier one, if there is one, and these passages with it.
    """
    names = [extraction.article.id for extraction in extractions if extraction.unchecked]
    rows = unit.rows("crosscheck/earlier", Earlier, articles=names) if names else []
    earlier = {row.article_id: row for row in rows}
    return [_standing(extraction, earlier.get(extraction.article.id)) for extraction in extractions]


def _standing(extraction: Extraction, row: Earlier | None) -> Extraction:
    if row is None or row.extraction_id == extraction_id(extraction):
        return extraction
    earlier = Extraction.model_validate({**json.loads(row.document), "article": extraction.article})
    again = {(passed.start, passed.end): _not_again(passed, row.day) for passed in extraction.unchecked}
    before = [passed for passed in earlier.unchecked if (passed.start, passed.end) not in again]
    return earlier.model_copy(update={"unchecked": (*again.values(), *before)})


def _not_again(passed: Unchecked, day: str) -> Unchecked:
    why = f"could not be read again; what is shown of this article was read on {day}: {passed.why}"
    return passed.model_copy(update={"why": why})
