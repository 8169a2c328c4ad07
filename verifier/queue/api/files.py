"""Hands out exports as files, written while they are sent so that none lies in memory."""

import threading
from collections.abc import Iterator
from itertools import chain

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse

from verifier.errors import StoreError
from verifier.exports import EXPORTS
from verifier.handover import wire
from verifier.settings import Settings
from verifier.store import OwnedStore

router = APIRouter()
MOST = 4
"""Files that are written at once: each keeps the store as it was when it began."""
_TURNS = threading.BoundedSemaphore(MOST)


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
    first = next(pieces)  # what can be wrong is said before anything is sent
    headers = {"Content-Disposition": f'attachment; filename="{export.name}"'}
    return StreamingResponse(chain((first,), pieces), media_type=export.media_type, headers=headers)


def _written(request: Request, kind: str) -> Iterator[bytes]:
    store: OwnedStore = request.app.state.store
    settings: Settings = request.app.state.settings
    if not _TURNS.acquire(blocking=False):
        raise StoreError(f"{MOST} exports are being written just now. Try again when one of them is done.")
    try:
        with store.unit(keep=False) as unit:
            for piece in EXPORTS[kind].pieces(unit, settings):
                yield piece.data
    finally:
        _TURNS.release()
