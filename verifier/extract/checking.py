"""Takes the model's answer claim by claim and refuses what does not exist in the article."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from verifier.extract.drafts import Draft, Problem, Taken
from verifier.extract.numbering import Numbered
from verifier.extract.schema import LABELS, NAMES, PointedClaim, Pointing
from verifier.extract.tidying import bare_id, short, tidied
from verifier.figures.turned import in_celsius

_SCOPES = ("counterparty", "event")
"""Names without which a claim would say something else: no buyer means all of them, no happening means every one."""


def take(pointing: Pointing, numbered: Numbered, shown: Set[str]) -> Taken:
    """Return the claims of an answer whose ids were `shown` to the model, and every problem with the rest."""
    checker = _Checker(numbered, shown)
    # Events last: a figure they merely mention belongs to the claim that rests on it.
    order = sorted(range(len(pointing.claims)), key=lambda index: (pointing.claims[index].aspect == "event", index))
    drafts = {index: checker.draft(index, tidied(pointing.claims[index])) for index in order}
    dismissed = checker.dismissals(pointing)
    return Taken(
        drafts=tuple(draft for _, draft in sorted(drafts.items()) if draft is not None),
        problems=tuple(checker.problems),
        refused=frozenset(index for index, draft in drafts.items() if draft is None),
        dismissed={figure: why for figure, why in dismissed.items() if figure not in checker.used},
        lost={figure: why for figure, why in checker.lost.items() if figure not in checker.used},
    )


@dataclass
class _Checker:
    numbered: Numbered
    shown: Set[str]
    problems: list[Problem] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    lost: dict[int, str] = field(default_factory=dict)
    _claim: int | None = None
    _what: str = ""

    def draft(self, index: int, claim: PointedClaim) -> Draft | None:
        """Return what can be taken of one claim; None if nothing of it can stand."""
        self._claim, self._what = index, f"{claim.aspect} claim “{claim.measure}” ({claim.sentence or 'no sentence'})"
        before = len(self.problems)
        figures = self._figures(claim)
        sentence = self._sentence(claim, figures)
        period, base = self._pointed("period", claim.period), self._pointed("period", claim.base_period)
        named, foreign = self._own_names(claim)
        words = [*foreign, *self._foreign_statement(named)]
        scoped = all(getattr(named, name) == getattr(claim, name) for name in _SCOPES)
        claim = self._numbered_statement(self._numbered_measure(named))
        if sentence is None or not self._stands(claim, figures, scoped):
            self.lost |= dict.fromkeys(figures, f"claim refused: the model {self.problems[before].why}")
            return None
        self.used |= set(figures)
        return Draft(claim, sentence, tuple(figures), period, base, tuple(words))

    def dismissals(self, pointing: Pointing) -> dict[int, str]:
        """Return the dismissed figures with the model's reason."""
        self._claim, found = None, {}
        for dismissed in pointing.dismissed:
            name = bare_id(dismissed.figure)
            self._what = f"dismissal of “{name}”"
            index = self._pointed("figure", name)
            if index is not None:
                found[index] = self._reason(short(dismissed.reason) or "no reason given")
        return found

    def _pointed(self, kind: str, name: str | None) -> int | None:
        if name is None:
            return None
        if name in self.shown and name.startswith(kind[0]):
            return int(name[1:]) - 1
        self._refuse(f"pointed at {kind} “{name}”, which does not exist")
        return None

    def _figures(self, claim: PointedClaim) -> list[int]:
        pointed = [self._pointed("figure", name) for name in claim.figures]
        existing = [index for index in pointed if index is not None]
        if claim.aspect != "event":
            for index in self.used.intersection(existing):
                self._refuse(f"pointed at figure “f{index + 1}”, which another claim uses")
        found = [index for index in existing if index not in self.used]
        if claim.aspect not in ("event", "rank"):  # those say more than their figures: "the third fall in three months"
            self._refuse_mixture(found)
        return found

    def _refuse_mixture(self, figures: Iterable[int]) -> None:
        mentions = [self.numbered.figures[index] for index in figures]
        kinds = ((in_celsius(mention).compared_as, short(mention.text)) for mention in mentions)
        texts = {kind: text for kind, text in kinds if kind}
        if len(texts) > 1:
            different = " and ".join(f"“{text}”" for text in texts.values())
            self._refuse(f"put {different} into one claim, though they measure different things")

    def _sentence(self, claim: PointedClaim, figures: list[int]) -> int | None:
        index = self._pointed("sentence", claim.sentence)
        if figures and claim.aspect != "event":
            return self.numbered.sentence_at(self.numbered.figures[figures[0]].span.start)
        return index

    def _own_names(self, claim: PointedClaim) -> tuple[PointedClaim, list[str]]:
        """Return the claim without names that are mostly the model's own, and the fields that hold a word of its own.

        Nothing is held against another article on the strength of a name that does not stand in this one.
        """
        foreign, dropped = [], []
        for field_name in NAMES:
            name = getattr(claim, field_name) or ""
            missing = self.numbered.vocabulary.missing_words(name)
            mostly = 2 * len(missing) > len(self.numbered.vocabulary.words(name))
            if missing and (field_name not in LABELS or mostly):
                self._refuse(f"named the {field_name} “{name}”, but the article does not say {_listed(missing)}")
            if missing and mostly:
                dropped.append(field_name)
            elif missing:
                foreign.append(field_name)
        return claim.model_copy(update=dict.fromkeys(dropped)), foreign

    def _foreign_statement(self, claim: PointedClaim) -> list[str]:
        """Return the statement's field where the statement is the model's own sentence; its names must not be."""
        missing = self.numbered.vocabulary.missing_names(claim.statement or "")
        if missing:
            self._refuse(f"wrote a statement with {_listed(missing)}, which the article does not say")
        counts = claim.aspect in ("event", "rank") and claim.statement
        return ["statement"] if missing or (counts and not self.numbered.vocabulary.says(counts)) else []

    def _numbered_measure(self, claim: PointedClaim) -> PointedClaim:
        """Return the claim without a measure that holds numbers of its own."""
        missing = self.numbered.vocabulary.missing_numbers(claim.measure)
        if not missing:
            return claim
        self._refuse(f"named a measure with {_listed(missing)}, a number the article does not give")
        return claim.model_copy(update={"measure": ""})

    def _reason(self, reason: str) -> str:
        """Return why a figure is dismissed, unless the reason holds numbers of its own."""
        missing = self.numbered.vocabulary.missing_numbers(reason)
        if not missing:
            return reason
        self._refuse(f"gave a reason with {_listed(missing)}, a number the article does not give")
        return "no reason that could be taken"

    def _numbered_statement(self, claim: PointedClaim) -> PointedClaim:
        """Return the claim without a statement that holds numbers of its own."""
        missing = self.numbered.vocabulary.missing_numbers(claim.statement or "")
        if not missing:
            return claim
        self._refuse(f"wrote a statement with {_listed(missing)}, a number the article does not give")
        return claim.model_copy(update={"statement": None})

    def _stands(self, claim: PointedClaim, figures: list[int], scoped: bool) -> bool:
        if claim.aspect == "event" or (claim.aspect == "rank" and not figures):
            return claim.statement is not None or self._refuse("gave the claim no statement that could be taken")
        if not figures:
            return self._refuse("gave the claim no figure, though it is neither an event nor a rank")
        if not scoped:
            return self._refuse("gave the claim a scope that the article does not speak of")
        return bool(claim.measure) or self._refuse("gave the claim no measure")

    def _refuse(self, why: str) -> bool:
        self.problems.append(Problem(self._claim, self._what, why))
        return False


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in dict.fromkeys(words))
