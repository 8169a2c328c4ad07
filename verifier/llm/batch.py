"""What a run makes of requests that go by batch: it finds the answers that came, and notes what has to be asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from verifier.errors import ModelError, ModelPending

Missing = Literal["note", "send", "leave"]
"""What happens to a request nobody has answered: it is noted for a batch, sent at once, or left unanswered."""


class Noted(NamedTuple):
    """A request as the SDK would have sent it."""

    label: str
    article: str | None
    """Id of the article it is about; None where it is about several."""
    body: bytes


@dataclass
class ByBatch:
    """The requests of one run."""

    came: frozenset[str] = frozenset()
    """Requests of this submission that were answered by batch: their kept answers are this run's, and paid for."""
    failed: Mapping[str, ModelError] = field(default_factory=dict)
    """Requests of this submission that a batch brought no answer to, and why."""
    missing: Missing = "note"
    noted: dict[str, Noted] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    """Which of `came` and `failed` the run has asked for."""

    def brought(self, request: str) -> bool:
        """Tell whether a batch of this submission brought the answer."""
        if request in self.came:
            self.met.add(request)
        return request in self.came

    def hold_back(self, request: str, noted: Noted) -> None:
        """Let a request pass that is to be sent now; raise, for every other, why it is not."""
        if request in self.failed:
            self.met.add(request)
            raise self.failed[request]
        if self.missing == "note":
            self.noted[request] = noted
            raise ModelPending("This waits for a batch. `verify --batch-collect` picks the answer up.")
        if self.missing == "leave":
            raise ModelPending(
                "This came up too late for the batches. Run `verify` to ask it at once, or --batch again."
            )

    def settle(self) -> None:
        """Raise ModelPending if anything was noted: what was made without its answer is half of what is to be."""
        if self.noted:
            raise ModelPending("Not everything is answered yet.")
