"""Takes what came of a batch out of the endpoint's files, line by line, and keeps it before it is used."""

from dataclasses import dataclass, field

from verifier.errors import ModelError, ModelRefused, ModelTruncated
from verifier.llm import BatchEndpoint, BatchLine, BatchState, unanswered
from verifier.pipeline import Progress
from verifier.store import Batches
from verifier.store.batches import Batch, Came, Outcome

_TOGETHER = 100
"""Answers that are kept at a time: opening the store takes longer than keeping one."""
_LARGE = 8_000_000
"""Characters that are held at most before they are kept."""
_WHY = {
    "completed": "The batch was completed without it.",
    "expired": "The batch was not done within its 24 hours.",
    "cancelled": "The batch was cancelled.",
}


@dataclass
class _Lines:
    """What the lines of one batch's files say."""

    batches: Batches
    endpoint: BatchEndpoint
    batch: Batch
    carried: frozenset[str]
    held: list[Came] = field(default_factory=list)
    size: int = 0
    unreadable: set[int] = field(default_factory=set)
    """Hashes of lines, for a file is read again from its start when the connection fails."""
    strange: set[str] = field(default_factory=set)
    said: dict[str, int] = field(default_factory=dict)
    twice: set[str] = field(default_factory=set)

    def take(self, line: bytes) -> None:
        """Keep what a line says."""
        if not line.strip():
            return
        came = self.endpoint.read(line)
        if came is None:
            self.unreadable.add(hash(line))
        elif came.request not in self.carried:
            self.strange.add(came.request)
        elif self.said.setdefault(came.request, hash(line)) != hash(line):
            self.twice.add(came.request)
        else:
            self._hold(came)

    def _hold(self, line: BatchLine) -> None:
        self.held.append(_came(line))
        self.size += len(line.body or "")
        if len(self.held) == _TOGETHER or self.size > _LARGE:
            self.keep()

    def keep(self) -> None:
        """Put what is held into the store."""
        if self.held:
            self.batches.keep(self.batch.batch, self.endpoint.model, self.held)
        self.held, self.size = [], 0

    def faults(self) -> list[str]:
        """Return in words what the files hold that is of no use."""
        counted = {
            "could not be read": len(self.unreadable),
            "answer nothing that was asked": len(self.strange),
            "answer what another line had answered": len(self.twice),
        }
        return [f"{count} of its lines {what} and {_is(count)} passed over" for what, count in counted.items() if count]


async def fetch(endpoint: BatchEndpoint, batches: Batches, batch: Batch, state: BatchState, tell: Progress) -> None:
    """Keep every answer of a batch that has ended, and why there is no other; then note the end.

    `tell` is told what went wrong. Whoever is interrupted in here does it again, and nothing is kept twice.
    """
    lines = _Lines(batches, endpoint, batch, frozenset(batches.carried(batch.batch)))
    faults = []
    for file in state.files:
        if not await endpoint.fetch(file, lines.take):
            faults.append(f"the endpoint no longer has its file {file}")
    lines.keep()
    if state.status == "failed":
        faults.append(f"it failed: {state.why or 'the endpoint does not say why'}")
    elif state.status != "completed":
        ended = "was cancelled" if state.status == "cancelled" else state.status
        faults.append(f"it {ended} with {state.done} of {state.requests} requests done")
    for fault in (*faults, *lines.faults()):
        tell(f"Batch {batch.batch_id}: {fault}.")
    batches.end(batch.batch, state.status, str(unanswered(_WHY.get(state.status) or f"The batch failed: {state.why}.")))


def _came(line: BatchLine) -> Came:
    if line.error is None:
        return Came(line.request, "answered", body=line.body or "", usage=line.usage)
    return Came(line.request, _outcome(line.error), why=str(line.error))


def _outcome(error: ModelError) -> Outcome:
    match error:
        case ModelRefused():
            return "refused"
        case ModelTruncated():
            return "truncated"
        case _:
            return "unanswered"


def _is(count: int) -> str:
    return "is" if count == 1 else "are"
