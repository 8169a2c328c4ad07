"""What somebody looks for in the queue, as it stands in the address of the page: a view can be kept and handed on."""

from typing import Literal
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field, field_validator

from verifier.queue.decisions import DECIDED

Sort = Literal["urgent", "oldest", "newest", "topic"]
Kind = Literal["amount", "change", "share", "tally", "words"]
State = Literal[
    "needed", "undecided", "re-opened", "decided", "all",
    "corroborated", "conflicting", "unsourced", "cannot be checked", "skipped",
]  # fmt: skip

SORTS: dict[str, str] = {
    "urgent": "most urgent first",
    "oldest": "oldest article first",
    "newest": "newest article first",
    "topic": "by topic and period",
}
KINDS: dict[str, str] = {
    "amount": "amounts",
    "change": "changes",
    "share": "shares",
    "tally": "running counts",
    "words": "in words",
}
STATES: dict[str, str] = {
    "needed": "needs a decision",
    "undecided": "never decided",
    "re-opened": "re-opened",
    "decided": "decided",
    **{verdict: f"decided: {verdict}" for verdict in DECIDED},
    "all": "all",
}
VERDICTS = ("conflicting", "unsourced", "corroborated")
LARGEST = 2**63 - 1
"""The store counts no further."""
OPEN = ("undecided", "re-opened")
"""The states that wait for a person."""


class View(BaseModel):
    """Filters, order and place; "" is any."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    verdict: Literal["", "conflicting", "unsourced", "corroborated"] = ""
    """The machine's."""
    decision: State = "needed"
    kind: Literal["", "amount", "change", "share", "tally", "words"] = ""
    article: str = Field("", max_length=200)
    """An id."""
    publisher: str = Field("", max_length=200)
    topic: str = Field("", max_length=200)
    q: str = Field("", max_length=200)
    """Words of the claim."""
    sort: Sort = "urgent"
    after: str = Field("", pattern=r"^(-?\d{1,19}\.-?\d{1,19}\.-?\d{1,19})?$")
    """The place in the order that this page begins after."""

    @field_validator("after")
    @classmethod
    def _is_a_place(cls, after: str) -> str:
        if any(abs(int(number)) > LARGEST for number in after.split(".") if after):
            raise ValueError("there is no such place")
        return after

    def query(self, **changes: str) -> str:
        """Return the view as the query of an address, "" or with its "?"; a change begins on the first page again."""
        wanted = self.model_copy(update={"after": "", **changes})
        defaults = View.model_construct()
        said = {name: value for name, value in wanted if value != getattr(defaults, name)}
        return f"?{urlencode(said)}" if said else ""

    def fits(self, verdict: str, kind: str, state: str) -> bool:
        """Return whether claims of this verdict, kind and state are in the view."""
        states = {"needed": state in OPEN, "decided": state not in OPEN, "all": True}
        return (
            self.verdict in ("", verdict)
            and self.kind in ("", kind)
            and states.get(self.decision, self.decision == state)
        )
