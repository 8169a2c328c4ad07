"""The server as those who hand work over see it: it checks articles as `pipeline.verify` does, and reads out rows."""

import json
import platform
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from verifier.article.places import nearby, source_of
from verifier.errors import ConfigurationError, ServerGone, UsageError, VerifierError
from verifier.handover import wire
from verifier.handover.address import Address
from verifier.handover.packing import packed, unpacked
from verifier.models import Article, Frozen, Report
from verifier.settings import KEYS, Settings

SILENCE = 60.0
"""Seconds without a word after which the server is given up; it says that it is there far more often."""
_AT_ONCE = 65_536
_DONE, _NOT_LET_IN, _MAY_NOT = (200, 204), 401, 403
_SENTENCES = TypeAdapter(list[str])
_FOR_OTHERS = (
    "`verify FILE` (reviewers), `verify export --csv` and `--claimreview`, and the programs' interface under /api/v1"
)


class NotAllowed(UsageError):
    """The token lets in, and its role is too little for what was asked."""


class Server:
    """The server at an address. May be used by one thread at a time."""

    def __init__(self, address: Address, *, apart: bool = False) -> None:
        """With `apart` True it may run on another machine: what lies here goes by this machine's name as well."""
        self.url = address.url
        self._token = address.token
        self._machine = f"{platform.node()}:" if apart else ""

    def verify(
        self,
        texts: Sequence[Article],
        settings: Settings,
        *,
        progress: Callable[[str], None] | None = None,
        standings: Callable[[wire.Stand], None] | None = None,
    ) -> Report:
        """Have the articles checked; the server's own settings say which model is asked.

        Of `settings` count `save`, whether a model may be asked at all, and `max_cost`. Raises as `pipeline.verify`
        does, ServerGone where no report came, and ConfigurationError where the server does not let us in.
        """
        for line in self._lines(self._job(texts, settings)):
            if line.fault:
                raise line.fault.raised()
            if line.words is not None and progress:
                progress(line.words)
            if line.stand is not None and standings:
                standings(line.stand)
            if line.report is not None:
                return nearby(line.report, self._machine)
        raise self._gone("stopped before it had checked everything")

    @contextmanager
    def look(self) -> Iterator[str]:
        """Keep a look into the server's store open, and yield its name; raises as `verify`, and StoreError."""
        try:
            opened = wire.Look.model_validate(self._document("POST", wire.LOOKS)).look
        except NotAllowed as refused:
            raise UsageError(f"{refused} What a lesser role may have: {_FOR_OTHERS}.") from refused
        try:
            yield opened
        finally:
            with suppress(VerifierError):  # it ends by itself; what went wrong first is what the user should hear
                self._document("DELETE", f"{wire.LOOKS}/{opened}")

    def rows(self, look: str, statement: str, parameters: dict[str, object]) -> list[dict[str, Any]]:
        """Return what a statement finds in a look, by column; raises as `look`."""
        asked = {name: packed(value) for name, value in parameters.items()}
        found = self._document("POST", f"{wire.LOOKS}/{look}", wire.Question(statement=statement, parameters=asked))
        return [unpacked(row) for row in found]

    def export(self, kind: str, remark: Callable[[str], None]) -> Iterator[bytes]:
        """Yield a file that the server writes of its store, some bytes at a time; raises as `look`.

        `remark` is called first with each sentence the server has to say of the file.
        """
        with self._answer("GET", f"{wire.EXPORTS}/{kind}", None) as answer:
            try:
                for sentence in _SENTENCES.validate_json(answer.headers.get(wire.REMARKS, "[]")):
                    remark(sentence)
                while data := answer.read(_AT_ONCE):
                    yield data
            except (OSError, HTTPException, ValidationError) as error:
                raise self._gone("broke off its answer") from error

    def _document(self, method: str, path: str, document: Frozen | None = None) -> Any:
        with self._answer(method, path, document) as answer:
            try:
                body = answer.read()
                return json.loads(body) if body else None
            except (OSError, HTTPException, ValueError) as error:
                raise self._gone("broke off its answer") from error

    def _job(self, texts: Sequence[Article], settings: Settings) -> wire.Job:
        handed = [(self._source(text.path), text) for text in texts]
        model = settings.model
        return wire.job(handed, save=settings.save, offline=model.answers == "replay", max_cost=model.max_cost)

    def _source(self, path: str) -> str:
        source = source_of(path)
        return source if source == path and not source.startswith("/") else f"{self._machine}{source}"

    def _lines(self, job: wire.Job) -> Iterator[wire.Line]:
        with self._answer("POST", wire.CHECKS, job) as answer:
            try:
                for line in answer:
                    yield wire.Line.model_validate_json(line)
            except ValidationError as error:
                raise self._gone("answers in words this verifier does not know") from error
            except (OSError, HTTPException) as error:
                raise self._gone("is gone") from error

    @contextmanager
    def _answer(self, method: str, path: str, document: Frozen | None) -> Iterator[HTTPResponse]:
        """Send a document and yield the answer, if it is one."""
        body = None if document is None else document.model_dump_json().encode()
        headers = {"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"}
        with closing(self._connection()) as connection:
            try:
                connection.request(method, path, body, headers)
                answer = connection.getresponse()
                if answer.status not in _DONE:
                    raise self._refusal(answer.status, answer.read())
            except (OSError, HTTPException) as error:
                raise self._gone("does not answer") from error
            yield answer

    def _connection(self) -> HTTPConnection:
        parts = urlsplit(self.url)
        secure = parts.scheme == "https"
        return (HTTPSConnection if secure else HTTPConnection)(parts.hostname or "", parts.port, timeout=SILENCE)

    def _refusal(self, status: int, body: bytes) -> Exception:
        if status == _NOT_LET_IN:
            return ConfigurationError(f"The server at {self.url} does not know the token. Check {KEYS['token']}.")
        try:
            told = wire.Fault.model_validate_json(body)
            return NotAllowed(told.error) if status == _MAY_NOT else told.raised()
        except ValidationError:
            return ConfigurationError(f"What answers at {self.url} (HTTP {status}) is no verifier. Check the address.")

    def _gone(self, what: str) -> ServerGone:
        return ServerGone(
            f"The server at {self.url} {what}. What the model answered by then is kept: run again and only the rest "
            "is asked."
        )
