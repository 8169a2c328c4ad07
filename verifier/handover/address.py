"""The file beside the store in which its server says where it is and how to be let in."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError

from verifier.errors import StoreError
from verifier.models import Frozen
from verifier.store import files, lock


class Address(Frozen):
    """How to speak to a server."""

    url: str
    """Scheme, host and port: "http://127.0.0.1:8321"."""
    token: str
    """Lets in whoever knows it."""
    pid: int | None = None
    """The server's process; None for one that was named, and may run anywhere."""


@contextmanager
def published(store: Path, address: Address) -> Iterator[None]:
    """Meanwhile tell everybody who may read the store's folder as its owner where the server is; raises StoreError."""
    file = _file(store)
    try:
        _write(file, address)
    except OSError as error:
        raise StoreError(f"The server's address cannot be written to {file}: {error.strerror}. Repair that.") from error
    try:
        yield
    finally:
        file.unlink(missing_ok=True)


def beside(store: Path) -> Address | None:
    """Return where the server of `store` is; None where none runs, whatever a dead one left behind."""
    store = Path(os.path.realpath(store))
    try:
        address = Address.model_validate_json(_file(store).read_bytes())
    except (OSError, ValidationError):
        return None
    # The lock of a dead server is free, or somebody else's.
    return address if address.pid is not None and address.pid == lock.holder(store) else None


def _file(store: Path) -> Path:
    return files.with_ending(store, files.SERVER)


def _write(file: Path, address: Address) -> None:
    draft = files.with_ending(file, files.DRAFT)
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as written:
        written.write(address.model_dump_json())
    draft.replace(file)
