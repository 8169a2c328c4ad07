"""Words the one request for what was wrong in an answer, and for the figures it left out."""

from collections.abc import Iterable, Sequence

from verifier.extract.drafts import Taken
from verifier.extract.numbering import Numbered

_MOST = 100
"""Problems that are listed; an answer with more is not to be mended by listing them, only made dear."""


def message(taken: Taken, missing: Sequence[int], numbered: Numbered, *, doubted: bool = False) -> str:
    """Return the user's second turn: the problems, every missing figure with its sentence, and what to send.

    `doubted` asks for a second look at the dismissals.
    """
    parts = []
    if taken.problems:
        parts += ["Some of this cannot be taken:", *_listed(f"- {p.what}: you {p.why}." for p in taken.problems), ""]
    if doubted:
        parts += [
            "You dismissed every figure. Look at each again, whatever the article says about itself: one that says "
            "something about the world belongs to a claim.",
            "",
        ]
    if missing:
        parts += ["These figures are in no claim and not dismissed:", *_missing(missing, numbered), ""]
    return "\n".join(
        [
            *parts,
            "Answer in the same form, with only the claims that are corrected or were missing, each one whole, and the "
            "dismissals that were missing. A corrected claim replaces yours on the same figure, or, without a figure, "
            "on the same sentence. What is not mentioned here stays as it is.",
        ]
    )


def _listed(problems: Iterable[str]) -> list[str]:
    lines = list(dict.fromkeys(problems))
    more = [f"- and {len(lines) - _MOST} more like these"] if len(lines) > _MOST else []
    return [*lines[:_MOST], *more]


def _missing(figures: Sequence[int], numbered: Numbered) -> list[str]:
    sentences: dict[int, list[str]] = {}
    for figure in figures:
        sentence = numbered.sentence_at(numbered.figures[figure].span.start)
        sentences.setdefault(sentence, []).append(f"f{figure + 1}")
    return [f"- {', '.join(names)} in {numbered.line(sentence)}" for sentence, names in sentences.items()]
