"""What other verifiers may ask of the server: to check articles, and to read out of the store."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any, TypeVar

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, StreamingResponse
from pydantic import BaseModel, JsonValue, ValidationError

from verifier.errors import UsageError
from verifier.handover.packing import packed, unpacked
from verifier.handover.wire import CHECKS, LOOKS, Job, Line, Look, Question
from verifier.queue.jobs import Check
from verifier.queue.looks import Looks
from verifier.queue.state import jobs_of, looks_of, settings_of

_ALIVE = 5.0
"""Seconds after which whoever waits is told that the server is there."""

M = TypeVar("M", bound=BaseModel)
router = APIRouter()


class _News:
    """Lines from a check's thread, for whoever waits for them here."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._lines: asyncio.Queue[tuple[bytes, bool]] = asyncio.Queue()

    def hear(self, line: Line) -> None:
        """Take a line; called in the check's thread, where it may take its time to be written down."""
        written = line.model_dump_json(exclude_unset=True).encode() + b"\n"
        is_last = line.report is not None or line.fault is not None
        self._loop.call_soon_threadsafe(self._lines.put_nowait, (written, is_last))

    async def told(self, check: Check) -> AsyncIterator[bytes]:
        """Yield the lines to the last; the check is stopped when nobody waits for it any more."""
        is_last = False
        try:
            while not is_last:
                try:
                    line, is_last = await asyncio.wait_for(self._lines.get(), _ALIVE)
                except TimeoutError:
                    line = b"{}\n"
                yield line
        finally:
            check.stop()


@router.post(CHECKS)
async def check(request: Request) -> StreamingResponse:
    """Check articles; the answer is a line of JSON for each piece of news, the last with the report or the fault."""
    job = await _document(request, Job)
    news = _News()
    begun = Check(job, settings_of(request), news.hear)
    jobs_of(request).start(begun)
    return StreamingResponse(news.told(begun), media_type="application/x-ndjson")


@router.post(LOOKS)
def begin(request: Request) -> Look:
    """Open a look into the store, which stays what it is until it ends."""
    return Look(look=looks_of(request).begin())


@router.post(f"{LOOKS}/{{look}}")
async def statement(request: Request, look: str) -> JSONResponse:
    """Answer with the rows of a statement of this program."""
    question = await _document(request, Question)
    return JSONResponse(await asyncio.to_thread(_rows, looks_of(request), look, question))


@router.delete(f"{LOOKS}/{{look}}", status_code=204)
def end(request: Request, look: str) -> None:
    """End a look."""
    looks_of(request).end(look)


def _rows(looks: Looks, look: str, question: Question) -> JsonValue:
    try:
        parameters: dict[str, Any] = {name: unpacked(value) for name, value in question.parameters.items()}
    except ValueError as error:
        raise UsageError("The parameters are not as a verifier of this version packs them.") from error
    try:
        rows = looks.rows(look, question.statement, parameters)
    except FileNotFoundError as error:
        unknown = f"This verifier knows no statement {question.statement}. Both should be one version."
        raise UsageError(unknown) from error
    return [packed(row) for row in rows]


async def _document(request: Request, kind: type[M]) -> M:
    body = await request.body()
    try:
        return await asyncio.to_thread(kind.model_validate_json, body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "the document"
        raise UsageError(f"{where} is not as a verifier of this version writes it: {first['msg']}.") from error
