"""Names the topic of each claim; an item left unsaid is filled where the article's other claims leave one choice."""

from collections import defaultdict
from collections.abc import Sequence

from verifier.extract.drafts import Draft
from verifier.extract.mentions import meet
from verifier.models import Figure, Period, Topic
from verifier.topics import key_of


class Named:
    """One measuring claim as its siblings see it."""

    def __init__(self, draft: Draft, figures: Sequence[Figure], periods: Sequence[Period]) -> None:
        """Take the article's numbered figures and its settled periods."""
        self.draft = draft
        self.figure = figures[draft.figures[0]] if draft.measures else None
        self.period = None if draft.period is None else periods[draft.period]
        self.call(topic_of(draft))

    def call(self, topic: Topic) -> None:
        """Give the claim a topic."""
        self.topic = topic
        self.key = key_of(topic, self.figure.dimension if self.figure else None)

    @property
    def scope(self) -> tuple[str, str]:
        """What is measured, of whom: the item aside, which may be left unsaid."""
        return self.key.measure, self.key.actor

    def contradicts(self, other: "Named") -> bool:
        """Whether both cannot be one figure: same scope and dates, different values."""
        if self.figure is None or other.figure is None or self.draft.pointed.aspect != other.draft.pointed.aspect:
            return False
        same_scope = self.key.counterparty == other.key.counterparty and when(self.period) == when(other.period)
        same_kind = self.figure.compared_as == other.figure.compared_as
        return same_scope and same_kind and not meet(self.figure, other.figure)


def topic_of(draft: Draft) -> Topic:
    """Return the topic as the model named it."""
    claim = draft.pointed
    return Topic(
        measure=claim.measure,
        item=claim.item,
        actor=claim.actor,
        counterparty=claim.counterparty,
        event=claim.event,
    )


def filled(named: Sequence[Named]) -> list[Topic]:
    """Return each claim's topic, an unsaid item taken from the article's other claims if they agree on one."""
    siblings = defaultdict(list)
    for claim in named:
        if claim.figure and claim.topic.item:
            siblings[claim.scope].append(claim)
    return [_filled(claim, siblings[claim.scope]) for claim in named]


def _filled(claim: Named, siblings: Sequence[Named]) -> Topic:
    if claim.topic.item or claim.topic.event or claim.figure is None:
        return claim.topic
    # A total beside one of its parts ("exports", "exports of cars") is not the part left unsaid.
    if len({sibling.key.item for sibling in siblings}) != 1 or any(map(claim.contradicts, siblings)):
        return claim.topic
    return claim.topic.model_copy(update={"item": siblings[0].topic.item})


def when(period: Period | None) -> str:
    """Return what tells a period from others of the article, "" for none."""
    return period.edtf or period.text if period else ""
