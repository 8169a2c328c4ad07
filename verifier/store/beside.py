"""Opens the files beside a store in which answers wait: nothing but files of ours, for those who may use the store."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from verifier.store import files, lock


class Names(NamedTuple):
    """The files that belong to one store."""

    written: Path
    """What has been written down."""
    moving: Path
    """What is being moved into the store."""
    refused: Path
    """What the store did not take."""


def names(store: Path) -> Names:
    """Return what the files beside a store are called; most of the time none of them is there."""
    return Names(*(files.with_ending(store, ending) for ending in files.ANSWERS))


@contextmanager
def opened(path: Path, store: Path, patience: float) -> Iterator[FileIO]:
    """Open the file that has this name now, and hold its lock: one that waited may hold what has another name.

    It is made where there is none. Raises OSError, and StoreError for a wait of `patience` seconds in vain.
    """
    while True:
        with _regular(path, os.O_RDWR | os.O_APPEND | os.O_CREAT) as file:
            lock.wait(file, store, patience)
            if _is(file, path):
                _share(file, store)
                yield file
                return


def lines(path: Path, store: Path, patience: float) -> list[bytes]:
    """Return the lines of a file when nobody is writing one, none where there is no file; raises as `opened`."""
    try:
        with _regular(path, os.O_RDONLY) as file:
            lock.wait(file, store, patience)
            return whole(file)
    except FileNotFoundError:
        return []


def whole(file: FileIO) -> list[bytes]:
    """Return the lines of a file that is held."""
    file.seek(0)
    return [line for line in file.readall().split(b"\n") if line.strip()]


def append(file: FileIO, written: bytes) -> None:
    """Put it at the end of the file and on the disk, or leave the file as it was; raises OSError."""
    end = file.seek(0, os.SEEK_END)
    try:
        done = 0
        while done < len(written):
            done += file.write(written[done:])
        os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            file.truncate(end)
        raise


def settle(folder: Path) -> None:
    """Have the names in a folder outlive a failing machine, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _regular(path: Path, flags: int) -> FileIO:
    """Open a file, and nothing else: a link leads elsewhere, and whoever opens a pipe waits."""
    handle = os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK, 0o600)
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return FileIO(handle, "r+" if flags & os.O_RDWR else "r")
    os.close(handle)
    raise OSError(errno.EINVAL, "it is no regular file", str(path))


def _is(file: FileIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _share(file: FileIO, store: Path) -> None:
    """Let those use a file who may use the store, and nobody else; whoever made it did so, if others may not."""
    try:
        like = store.stat()
    except FileNotFoundError:  # it is yet to be made
        return
    with suppress(PermissionError):
        os.fchown(file.fileno(), -1, like.st_gid)
    is_shared = os.fstat(file.fileno()).st_gid == like.st_gid
    with suppress(PermissionError):
        os.fchmod(file.fileno(), stat.S_IMODE(like.st_mode) & (0o777 if is_shared else 0o707))
