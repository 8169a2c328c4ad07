"""What every model of the house begins with."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A pure value: equal when its content is equal, never changed after it was made."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Frozen):
    """Where something stands in the article's text: code points, half-open."""

    start: int
    end: int
