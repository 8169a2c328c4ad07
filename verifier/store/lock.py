"""The lock beside the store by which verifiers wait for each other.

DuckDB's own lock cannot serve: it never waits, and the kernel drops it when its holder merely opens and closes the
file by other means. A lock of flock(2) on a file beside it has neither fault and is freed however its holder ends.
"""

import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path

from verifier.errors import StoreError
from verifier.store.failures import os_failure
from verifier.store.files import LOCK, with_ending


@contextmanager
def held(path: Path, patience: float, *, what: str = "The store", ending: str = LOCK) -> Iterator[None]:
    """Hold the lock of the store at `path`, having waited for it up to `patience` seconds.

    There is one lock for each `ending`; `what` says what it guards. Raises StoreError: when the wait was in vain it
    names the process that holds it, and where there can be no lock, what stands in the way.
    """
    with _lock_file(path, ending) as file:
        _wait(file, path, time.monotonic() + patience, what)
        _sign(file)
        yield


@contextmanager
def glanced(path: Path, patience: float) -> Iterator[None]:
    """Wait as `held` does, and write nothing: where no lock was ever left behind, nobody can hold it."""
    lock = with_ending(path, LOCK)
    if not lock.exists():
        yield
        return
    try:
        file = lock.open("rb", buffering=0)
    except OSError as error:
        raise os_failure(path, error, lock) from error
    with file:
        _wait(file, path, time.monotonic() + patience, "The store")
        yield


def wait(file: FileIO, path: Path, patience: float) -> None:
    """Take the lock of a `file` that belongs to the store at `path`, and keep it until that is closed; as `held`."""
    _wait(file, path, time.monotonic() + patience, "The store")


def holder(path: Path) -> int | None:
    """Return the process that holds the lock of the store at `path`; None where nobody does, or it did not sign."""
    try:
        import fcntl

        with with_ending(path, LOCK).open("rb", buffering=0) as file:
            try:
                # Shared: those who only ask do not stand in each other's way.
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                process = file.read(20).strip()
                return int(process) if process.isdigit() else None
    except (ModuleNotFoundError, OSError):
        pass
    return None


@contextmanager
def _lock_file(path: Path, ending: str) -> Iterator[FileIO]:
    # The file is left behind on purpose: whoever removed it could remove it from under somebody who waits.
    lock = with_ending(path, ending)
    try:
        file = lock.open("a+b", buffering=0)
    except OSError as error:
        raise os_failure(path, error, lock if os.access(lock, os.F_OK) else lock.parent) from error
    with file:
        yield file


def _wait(file: FileIO, path: Path, until: float, what: str) -> None:
    while not _taken(file, path):
        if time.monotonic() >= until:
            raise StoreError(
                f"{what} {path} is held by {_holder(file)}. Run again when that is done, or name another store."
            )
        time.sleep(random.uniform(0.002, 0.02))  # noqa: S311 - spreads those who wait; nothing secret


def _taken(file: FileIO, path: Path) -> bool:
    try:
        import fcntl
    except ModuleNotFoundError as error:
        raise StoreError(
            "A store in a file needs a POSIX system, such as Linux, macOS or WSL on Windows. "
            "Run verifier there, or name :memory: as the store, which keeps nothing."
        ) from error
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        culprit = path if isinstance(file.name, int) else Path(file.name)  # a number where a descriptor was opened
        raise os_failure(path, error, culprit) from error
    return True


def _sign(file: FileIO) -> None:
    # Who holds it is a courtesy to those who wait; a disk too full to say so may still be read.
    with suppress(OSError):
        file.truncate(0)
        file.write(b"%d\n" % os.getpid())


def _holder(file: FileIO) -> str:
    file.seek(0)
    process = file.read(20).decode("ascii", "replace").strip()
    return f"another verifier (process {process})" if process.isdigit() else "another verifier"
