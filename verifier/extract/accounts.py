"""Accounts for every numbered figure and every refusal, so that nothing of an article or an answer vanishes."""

from collections.abc import Mapping

from verifier.extract.drafts import Taken
from verifier.extract.numbering import Numbered
from verifier.models import Article, Figures, Refusal, Unclaimed


def account(numbered: Numbered, taken: Taken, left_out: Mapping[int, str]) -> Figures:
    """Return every figure as claimed or with why it is not; `left_out` says why of those nobody spoke of."""
    claimed = taken.claimed
    unclaimed = [index for index in range(len(numbered.figures)) if index not in claimed]
    return Figures(
        total=len(numbered.figures),
        claimed=len(numbered.figures) - len(unclaimed),
        unclaimed=tuple(_unclaimed(index, numbered, _why(index, numbered, taken, left_out)) for index in unclaimed),
    )


def refusals(taken: Taken, article: Article) -> tuple[Refusal, ...]:
    """Return every problem that is left as a refusal, each once."""
    found = (
        Refusal(article=article.id, what=problem.what, why=f"the model {problem.why}") for problem in taken.problems
    )
    return tuple(dict.fromkeys(found))


def _unclaimed(index: int, numbered: Numbered, why: str) -> Unclaimed:
    figure = numbered.figures[index]
    line, column = numbered.article.position(figure.span.start)
    return Unclaimed(text=figure.text, line=line, column=column, why=why)


def _why(index: int, numbered: Numbered, taken: Taken, left_out: Mapping[int, str]) -> str:
    if index in taken.dismissed:
        return f"dismissed: {taken.dismissed[index]}"
    if index in taken.lost:
        return taken.lost[index]
    if index in left_out:
        return left_out[index]
    return "could not be read" if numbered.figures[index].role == "unparsed" else "left out"
