"""The server's store as the lists see it: a store to look into and not to touch."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from verifier.errors import UsageError
from verifier.handover.server import Server
from verifier.store import Store, Unit

Row = TypeVar("Row")


class RemoteStore(Store):
    """What a server holds."""

    def __init__(self, server: Server) -> None:
        super().__init__(None)
        self._server = server

    @contextmanager
    def unit(self, *, keep: bool = False) -> Iterator[Unit]:
        """Look into the store; raises UsageError where something is to be kept."""
        if keep:
            raise UsageError(
                f"the server at {self._server.url} holds the store, and from here it is only read: in the browser "
                "topics are tied on their pages and articles withdrawn on theirs; or stop the server meanwhile."
            )
        with self._server.look() as look:
            yield _RemoteUnit(self._server, look)


class _RemoteUnit(Unit):
    """Statements that a server runs."""

    def __init__(self, server: Server, look: str) -> None:
        self._server = server
        self._look = look

    def run(self, statement: str, /, **parameters: object) -> None:
        self._server.rows(self._look, statement, parameters)

    def rows(self, statement: str, /, into: Callable[..., Row], **parameters: object) -> list[Row]:
        return [into(**row) for row in self._server.rows(self._look, statement, parameters)]
