"""Takes down an answer the moment it comes, in a file beside the store: a line is written long before a store is open.

The next opening of the store moves the lines into it. Several processes may write: each line is written under the
file's lock, and what is being moved has a name of its own, so that it is found again if whoever moves it is killed.
What the store does not take is kept in a third file, and told.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pydantic import AwareDatetime, ValidationError

from verifier.errors import StatementError
from verifier.models import Frozen, Spending
from verifier.store import beside, spending
from verifier.store.spending import Spent
from verifier.store.unit import Unit

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_log = logging.getLogger(__name__)
_WHOLE, _DOLLARS = 2**63, 10**9 - 1
"""What the columns for counts no longer take, and what that for dollars still takes, however it is rounded."""


class Arrived(Frozen):
    """An answer as it came."""

    request: str
    label: str
    body: str
    spending: Spending | None
    at: AwareDatetime

    @property
    def is_sound(self) -> bool:
        """Whether the store will take what it says of its cost."""
        if self.spending is None:
            return True
        used = self.spending.usage
        counts = 0 <= used.cached_tokens <= used.input_tokens < _WHOLE and 0 <= used.output_tokens < _WHOLE
        return counts and (used.cost_usd is None or abs(used.cost_usd) <= _DOLLARS)


class _Line(NamedTuple):
    words: bytes
    answer: Arrived


def add(store: Path, answer: Arrived, patience: float) -> None:
    """Write an answer down for the store at `store`, which has to be there.

    Waits up to `patience` seconds for others that write. Raises OSError and StoreError, and nothing is written.
    """
    # A line that was cut off by a failing machine stands for itself if the next one begins with a line break.
    line = f"\n{answer.model_dump_json()}\n".encode()
    written = beside.names(store).written
    is_new = not written.exists()
    with beside.opened(written, store, patience) as file:
        beside.append(file, line)
    if is_new:
        beside.settle(written.parent)


def read(store: Path, patience: float) -> list[Arrived]:
    """Return what has been written down for a store and is not in it yet; changes nothing, raises StoreError."""
    if not os.path.exists(store):  # noqa: PTH110 - says no, and raises nothing, where the folder may not be looked into
        return []
    found: list[bytes] = []
    for path in _waiting(store):
        with _left_alone(path):
            found += beside.lines(path, store, patience)
    answers = [answer for answer in map(_parsed, found) if answer]
    if lost := len(found) - len(answers):
        _log.warning("Answers beside the store %s that cannot be read and are asked again: %d.", store, lost)
    return answers


def spent(unit: Unit, store: Path | None = None, patience: float = 1.0) -> Spent | None:
    """Return what was spent, with what waits beside a `store`; None for one that has never been booked to."""
    booked = spending.spent(unit)
    if booked is None or store is None:
        return booked
    rows = [
        {"request": answer.request, "came_at": answer.at, **answer.spending.usage.model_dump(exclude={"calls"})}
        for answer in read(store, patience)
        if answer.spending
    ]
    return booked.and_also(spending.spent_beside(unit, rows)) if rows else booked


def take_in(
    connection: DuckDBPyConnection,
    store: Path | None,
    transaction: Callable[[DuckDBPyConnection], AbstractContextManager[None]],
    patience: float,
) -> None:
    """Move what was written down into the store, whose lock is held, in a `transaction` of its own; raises StoreError.

    Whoever is killed meanwhile leaves lines that are moved once more, which changes nothing. A file that may not be
    opened, or is none, is left alone and told.
    """
    if store is None:
        return
    written, moving, _ = beside.names(store)
    with _left_alone(written):
        if os.path.lexists(moving):
            _move(connection, store, transaction, patience)
        if os.path.lexists(written):
            with beside.opened(written, store, patience):
                written.replace(moving)
            _move(connection, store, transaction, patience)


def set_aside(store: Path, patience: float) -> None:
    """Keep out of a store that is yet to be made what was written down for an earlier one of its name; told."""
    for path in _waiting(store):
        if os.path.lexists(path):
            with _left_alone(path), beside.opened(path, store, patience) as file:
                _refuse(store, beside.whole(file), "waited for an earlier store of that name", patience)
                path.unlink()


def keep(unit: Unit, answer: Arrived) -> None:
    """Put an answer into the store, and what it took."""
    unit.run("store/keep_answer", request=answer.request, label=answer.label, body=answer.body)
    if answer.spending:
        spending.book(unit, answer.request, answer.label, answer.spending, answer.at)


def _move(
    connection: DuckDBPyConnection,
    store: Path,
    transaction: Callable[[DuckDBPyConnection], AbstractContextManager[None]],
    patience: float,
) -> None:
    moving = beside.names(store).moving
    found = [(words, _parsed(words)) for words in beside.lines(moving, store, patience)]
    refused = [words for words, answer in found if answer is None]
    refused += _kept(connection, [_Line(words, answer) for words, answer in found if answer], transaction)
    _refuse(store, refused, "cannot be read and are asked again", patience)
    moving.unlink()


def _kept(
    connection: DuckDBPyConnection,
    lines: Sequence[_Line],
    transaction: Callable[[DuckDBPyConnection], AbstractContextManager[None]],
) -> list[bytes]:
    """Put all lines into the store that it takes, and return the others."""
    try:
        with transaction(connection):
            for line in lines:
                keep(Unit(connection), line.answer)
    except StatementError:
        if len(lines) == 1:
            return [lines[0].words]
        half = len(lines) // 2
        return [refused for part in (lines[:half], lines[half:]) for refused in _kept(connection, part, transaction)]
    return []


def _waiting(store: Path) -> tuple[Path, Path]:
    """Return the files whose lines are not in the store, in the order in which they came."""
    written, moving, _ = beside.names(store)
    return moving, written


def _refuse(store: Path, lines: Sequence[bytes], why: str, patience: float) -> None:
    if not lines:
        return
    refused = beside.names(store).refused
    with beside.opened(refused, store, patience) as file:
        beside.append(file, b"".join(b"%b\n" % line for line in lines))
    beside.settle(refused.parent)
    _log.warning("Answers beside the store %s that %s: %d. They are kept in %s.", store, why, len(lines), refused)


def _parsed(line: bytes) -> Arrived | None:
    try:
        # A newer verifier may say more of an answer than this one knows.
        answer = Arrived.model_validate_json(line, extra="ignore")
    except ValidationError:
        return None
    return answer if answer.is_sound else None


@contextmanager
def _left_alone(path: Path) -> Iterator[None]:
    """Tell what the system does not let us do with a file of answers, and go on without it."""
    try:
        yield
    except OSError as error:
        culprit = error.filename if isinstance(error.filename, str) else path
        _tell(f"The answers in {culprit} cannot be had ({error.strerror}) and may be asked again. It is left alone.")


@cache
def _tell(sentence: str) -> None:
    """Say it once, and not with every unit of work."""
    _log.warning("%s Have it be a file that you may read and write, or move it away.", sentence)
