"""Whether a folded name stands in a text, under any of its forms."""

import re
from functools import lru_cache

from verifier.folding import fold
from verifier.topics.words import PLACES


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    forms = {name, *(form for form, place in PLACES.items() if place == name)}
    alternatives = "|".join(re.escape(form).replace(r"\ ", r"[\s-]+") for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?:s|'s|es)?(?!\w)")


def stands_in(name: str, text: str) -> bool:
    """Return whether the folded `name` (a key's field) stands in `text`; a country also as its adjective."""
    return _pattern(name).search(fold(text).lower()) is not None
