"""The shape of the model's answer when it is asked what belongs together."""

from typing import Literal

from pydantic import Field

from verifier.llm import Form


class SameTopics(Form):
    """Topics that mean the same thing."""

    topics: list[str] = Field(description="ids of two or more topics, such as t3 and t8")
    why: str = Field(description="a few words for an editor")


class RelatedTopics(Form):
    """Two topics that are not the same and not unrelated either."""

    first: str = Field(description="id of one topic")
    second: str = Field(description="id of the other topic")
    relation: Literal["narrower", "overlapping", "unclear"] = Field(
        description="how the first topic relates to the second"
    )
    why: str = Field(description="a few words for an editor")


class StatementAnswer(Form):
    """Two statements that agree or contradict each other."""

    first: str = Field(description="id of one statement, such as e2")
    second: str = Field(description="id of the other statement, such as e9")
    relation: Literal["agree", "contradict"]
    why: str = Field(description="a few words for an editor; for a contradiction, what cannot hold together")


class Reconciliation(Form):
    """Which topics are the same or related, and which statements agree or contradict each other."""

    same: list[SameTopics]
    related: list[RelatedTopics]
    statements: list[StatementAnswer]
