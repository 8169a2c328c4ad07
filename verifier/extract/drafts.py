"""What stands between the model's answer and a claim: drafts that point at what exists, and the rest, with why."""

from dataclasses import dataclass, field

from verifier.extract.schema import PointedClaim


@dataclass(frozen=True)
class Problem:
    """Something of an answer that cannot be taken; `why` begins with a verb in the past tense."""

    claim: int | None
    """Index of the claim in the answer; None for a dismissal."""
    what: str
    why: str


@dataclass(frozen=True)
class Draft:
    """A claim as far as it points at things that exist; indices into the numbered article."""

    pointed: PointedClaim
    """With its names tidied; ids are not to be read from it any more."""
    sentence: int
    figures: tuple[int, ...]
    period: int | None = None
    base: int | None = None
    model_words: tuple[str, ...] = ()
    also: tuple[int, ...] = ()
    """Other sentences in which a later window found the same."""

    @property
    def measures(self) -> bool:
        """Whether the claim rests on its figures; an event may mention some without resting on them."""
        return bool(self.figures) and self.pointed.aspect != "event"


@dataclass(frozen=True)
class Taken:
    """What could be taken of an answer."""

    drafts: tuple[Draft, ...] = ()
    problems: tuple[Problem, ...] = ()
    refused: frozenset[int] = frozenset()
    """Indices of the claims of which nothing could be taken."""
    dismissed: dict[int, str] = field(default_factory=dict)
    """Figure to the model's reason."""
    lost: dict[int, str] = field(default_factory=dict)
    """Figures whose claim was refused, to why."""

    @property
    def claimed(self) -> frozenset[int]:
        """The figures that are in a claim."""
        return frozenset(figure for draft in self.drafts for figure in draft.figures)
