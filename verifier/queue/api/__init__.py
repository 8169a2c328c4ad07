"""What programs may ask of the server: other verifiers for work, everybody else to read, each with a token."""

from fastapi import APIRouter

from verifier.queue.api import files, read, work

router = APIRouter()
for part in (work.router, files.router, read.router):
    router.include_router(part)
