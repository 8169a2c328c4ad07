"""Words the one request for what was wrong in an answer, and for the figures it left out."""

from collections.abc import Sequence

from verifier.extract.drafts import Taken
from verifier.extract.numbering import Numbered


def message(taken: Taken, missing: Sequence[int], numbered: Numbered) -> str:
    """Return the user's second turn: every problem, every missing figure with its sentence, and what to send."""
    parts = []
    if taken.problems:
        parts += [
            "Some of this cannot be taken:",
            *dict.fromkeys(f"- {p.what}: you {p.why}." for p in taken.problems),
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


def _missing(figures: Sequence[int], numbered: Numbered) -> list[str]:
    sentences: dict[int, list[str]] = {}
    for figure in figures:
        sentence = numbered.sentence_at(numbered.figures[figure].span.start)
        sentences.setdefault(sentence, []).append(f"f{figure + 1}")
    return [f"- {', '.join(names)} in {numbered.line(sentence)}" for sentence, names in sentences.items()]
