"""Three honest articles, two of which conflict and two of which agree: what no hostile article may change."""

from collections.abc import Callable, Sequence
from datetime import date

from tests.hostile.played import Shown, claim
from verifier.extract.schema import Pointing
from verifier.models import Article

_TEXTS = {
    "first": "Rare earth magnets exports by China came to 6,150 tons in July 2025. The licence office opened.",
    "second": "China sold 5,100 tons of rare earth magnets abroad in July 2025. A licence office has opened.",
    "third": "In July 2025 exports of rare earth magnets by China were 6,150 tons. Licences come from an office.",
    "fourth": "China shipped 812 tons of magnetic alloys in July 2025. The licence office stayed shut.",
}
VICTIMS = tuple(
    Article(id=f"victim {name}", path=f"{name}.txt", text=text, publisher=f"The {name}", published=date(2025, 8, 20))
    for name, text in _TEXTS.items()
)


def _read(sentences: Sequence[Shown]) -> Pointing:
    amount, happening, *_ = sentences
    item = "magnetic alloys" if "alloys" in amount.words else "rare earth magnets"
    names = {"item": item, "actor": "China"}
    pointed = claim(amount, amount.figures[0][0], period=amount.periods[0], **names)
    opened = claim(happening, aspect="event", measure="licence office", statement=happening.words)
    return Pointing(claims=[pointed, opened], dismissed=[])


READINGS: dict[str, Callable[[Sequence[Shown]], Pointing]] = {
    "6,150 tons": _read,
    "5,100 tons": _read,
    "812 tons": _read,
}
"""How they are read, by words of theirs, whoever else is lied about."""
