"""The base of every form that a model fills in."""

from pydantic import BaseModel, ConfigDict


class Form(BaseModel):
    """Only what the schema names, and all of it: strict mode knows no defaults."""

    model_config = ConfigDict(extra="forbid")
