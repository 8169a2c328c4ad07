"""Hands out exports as files, written while they are sent so that none lies in memory."""

import asyncio
import json
import logging
import threading
from collections.abc import Generator
from itertools import chain

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse
from starlette.requests import ClientDisconnect
from starlette.types import Message, Receive, Scope, Send

from verifier.errors import StoreError
from verifier.exports import EXPORTS, Export
from verifier.handover import wire
from verifier.queue.state import settings_of, store_of

router = APIRouter()
MOST = 4
"""Files that are written at once: each keeps the store as it was when it began."""
STALLED = 60.0
"""Seconds for which nobody takes what is sent before the export is given up."""
_TURNS = threading.BoundedSemaphore(MOST)
logger = logging.getLogger(__name__)


class _File(StreamingResponse):
    """A file whose writing ends with its sending, however that ends: to be forgotten would keep its turn."""

    def __init__(self, first: bytes, rest: Generator[bytes, None, None], export: Export, remarks: bytes) -> None:
        headers = {
            "Content-Disposition": f'attachment; filename="{export.name}"',
            wire.REMARKS: remarks.decode(),
        }
        super().__init__(chain((first,), rest), media_type=export.media_type, headers=headers)
        self._rest = rest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the file."""

        async def in_time(message: Message) -> None:
            await asyncio.wait_for(send(message), STALLED)

        try:
            await super().__call__(scope, receive, in_time)
        except (ClientDisconnect, TimeoutError):
            logger.info("an export was not taken to its end")
        finally:  # the thread that writes has stopped: it is waited for even where this is cancelled
            self._rest.close()


@router.get("/export/claimreview.jsonld")
@router.get(f"{wire.EXPORTS}/claimreview")
def claimreview(request: Request) -> StreamingResponse:
    """Send what people decided as ClaimReview."""
    return _sent(request, "claimreview")


@router.get("/export/claims.csv")
@router.get(f"{wire.EXPORTS}/csv")
def csv(request: Request) -> StreamingResponse:
    """Send the claims as a table."""
    return _sent(request, "csv")


@router.get("/export/everything.jsonl")
@router.get(f"{wire.EXPORTS}/jsonl")
def jsonl(request: Request) -> StreamingResponse:
    """Send everything."""
    return _sent(request, "jsonl")


def _sent(request: Request, kind: str) -> StreamingResponse:
    export, pieces = EXPORTS[kind], _written(request, kind)
    remarks, first = next(pieces), next(pieces)  # what can be wrong is said before it is sent
    return _File(first, pieces, export, remarks)


def _written(request: Request, kind: str) -> Generator[bytes, None, None]:
    """Yield what is to be known of the file, as JSON, then the file."""
    settings = settings_of(request)
    if not _TURNS.acquire(blocking=False):
        raise StoreError(f"{MOST} exports are being written just now. Try again when one of them is done.")
    try:
        with store_of(request).unit(keep=False) as unit:
            yield json.dumps(EXPORTS[kind].remarks(unit)).encode()
            for piece in EXPORTS[kind].pieces(unit, settings):
                yield piece.data
    finally:
        _TURNS.release()
