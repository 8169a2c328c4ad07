"""The shape of the model's answer when it is asked what belongs together."""

from typing import Literal

from pydantic import BaseModel, Field


class TopicAnswer(BaseModel):
    """How one pair of topics stands to each other."""

    first: str = Field(description="id of the first topic of the pair, such as t3")
    second: str = Field(description="id of the second topic of the pair, such as t8")
    relation: Literal["same", "narrower", "broader", "overlapping", "other", "unclear"] = Field(
        description="how the first topic relates to the second"
    )
    why: str = Field(description="a few words for an editor")


class StatementAnswer(BaseModel):
    """Two statements that agree or contradict each other."""

    first: str = Field(description="id of one statement, such as e2")
    second: str = Field(description="id of the other statement, such as e9")
    relation: Literal["agree", "contradict"]
    why: str = Field(description="a few words for an editor; for a contradiction, what cannot hold together")


class Reconciliation(BaseModel):
    """Every listed pair of topics, and the pairs of statements that agree or contradict each other."""

    topics: list[TopicAnswer]
    statements: list[StatementAnswer]
