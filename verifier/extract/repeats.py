"""Makes one claim of what several windows of an article found, each for itself."""

from collections.abc import Iterable
from dataclasses import replace

from verifier.extract.drafts import Draft, Taken
from verifier.extract.items import topic_of, when
from verifier.extract.mentions import narrowest, value_of
from verifier.extract.numbering import Numbered
from verifier.extract.tidying import letters
from verifier.topics import key_of

Said = tuple[object, ...]
"""What a claim says, in a form that is equal where another window says the same."""


class _Claim:
    """A claim, with the claims of later windows that say the same."""

    def __init__(self, draft: Draft) -> None:
        self._drafts = [draft]
        self._source = draft.pointed.attribution

    def takes(self, draft: Draft) -> bool:
        """Whether a claim that says the same may be this one: not if the article credits two sources with it."""
        source = draft.pointed.attribution
        return not (source and self._source) or letters(source) == letters(self._source)

    def add(self, draft: Draft) -> None:
        self._drafts.append(draft)
        self._source = self._source or draft.pointed.attribution

    def draft(self) -> Draft:
        """Return all of them as one: the first words it, and every mention counts."""
        first, drafts = self._drafts[0], self._drafts
        if len(drafts) == 1:
            return first
        sentences = dict.fromkeys(sentence for draft in drafts for sentence in (draft.sentence, *draft.also))
        return replace(
            first,
            pointed=first.pointed.model_copy(update={"attribution": self._source}),
            figures=tuple(dict.fromkeys(figure for draft in drafts for figure in draft.figures)),
            also=tuple(sentences)[1:],
            model_words=tuple(dict.fromkeys(word for draft in drafts for word in draft.model_words)),
        )


def united(readings: Iterable[Taken], numbered: Numbered) -> list[Draft]:
    """Return the drafts of consecutive windows; what one window says apart stays apart.

    Two windows say the same where topic, aspect, period, modality and figure are the same, or the statement is.
    """
    claims: list[_Claim] = []
    known: dict[Said, _Claim] = {}
    for taken in readings:
        fresh: dict[Said, _Claim] = {}
        for draft in taken.drafts:
            said = _said(draft, numbered)
            if said in known and known[said].takes(draft):
                known[said].add(draft)
                continue
            claims.append(_Claim(draft))
            fresh.setdefault(said, claims[-1])
        for said, claim in fresh.items():
            known.setdefault(said, claim)
    return [claim.draft() for claim in claims]


def _said(draft: Draft, numbered: Numbered) -> Said:
    pointed = draft.pointed
    figure = narrowest(numbered.figures[index] for index in draft.figures) if draft.measures else None
    return (
        key_of(topic_of(draft), figure.dimension if figure else None),
        (pointed.aspect, pointed.direction, pointed.modality),
        when(None if draft.period is None else numbered.periods[draft.period]),
        when(None if draft.base is None else numbered.periods[draft.base]),
        value_of(figure) if figure else None,
        letters(pointed.statement),
    )
