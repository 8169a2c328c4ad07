"""What somebody looks for in the queue, as it stands in the address of the page: a view can be kept and handed on."""

from typing import Literal, Protocol
from urllib.parse import parse_qsl, urlencode

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from verifier.errors import UsageError
from verifier.queue.record import DECIDED

Sort = Literal["urgent", "oldest", "newest", "topic"]
Kind = Literal["amount", "change", "share", "tally", "words"]
State = Literal[
    "needed", "undecided", "re-opened", "disputed", "decided", "all",
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
    "disputed": "two opinions differ",
    "decided": "decided",
    **{verdict: f"decided: {verdict}" for verdict in DECIDED},
    "all": "all",
}
OPINIONS: dict[str, str] = {"wanted": "second opinion wanted", "given": "judged twice"}
VERDICTS = ("conflicting", "unsourced", "corroborated")
LARGEST = 2**63 - 1
"""The store counts no further."""
OPEN = ("undecided", "re-opened", "disputed")
"""The states that wait for a person."""
ME = "me"
NOBODY = "nobody"


class Countable(Protocol):
    """What claims are told apart by where they are counted."""

    @property
    def verdict(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def assignee(self) -> str | None: ...
    @property
    def opinion(self) -> str | None: ...


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
    """Words, each of the claim, its figure, its article's title or its publisher; those in quotes stand together."""
    assigned: str = Field("", max_length=200)
    """A name, or ME or NOBODY."""
    opinion: Literal["", "wanted", "given"] = ""
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

    def assignee(self, reader: str) -> str | None:
        """Return whose claims are looked for, "" for nobody's and None for anybody's."""
        return {"": None, ME: reader, NOBODY: ""}.get(self.assigned, self.assigned)

    def looked_for(self) -> "View":
        """Return the part that has to be looked for, without what is only told apart."""
        return View.model_construct(article=self.article, publisher=self.publisher, topic=self.topic, q=self.q)

    def fits(self, sort: Countable, reader: str) -> bool:
        """Return whether claims of this sort are in the view."""
        states = {"needed": sort.state in OPEN, "decided": sort.state not in OPEN, "all": True}
        opinions = {"": True, "wanted": sort.opinion == "wanted", "given": sort.opinion not in (None, "wanted")}
        return (
            self.verdict in ("", sort.verdict)
            and self.kind in ("", sort.kind)
            and states.get(self.decision, self.decision == sort.state)
            and self.assignee(reader) in (None, sort.assignee or "")
            and opinions[self.opinion]
        )


def view_in(query: str) -> View:
    """Return the view that is written as the query of an address; a broken one is the usual view."""
    return _read(query) or View()


def view_meant(query: str) -> View:
    """Return the view that is written as the query of an address; raises UsageError for a broken one."""
    read = _read(query)
    if read is None:
        raise UsageError("this view cannot be read: open the queue, choose what it is to show, and save it there.")
    return read


def _read(query: str) -> View | None:
    try:
        return View.model_validate(dict(parse_qsl(query.removeprefix("?"))))
    except ValidationError:
        return None
