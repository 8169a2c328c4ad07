"""The page from which files are taken for other programs, and what each of them leaves out."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from verifier.exports.claimreview import ADVISED, FATES, fates, long_claims
from verifier.queue.pages.rendering import shown
from verifier.queue.people import Whoever
from verifier.queue.roles import allows
from verifier.queue.state import settings_of, store_of
from verifier.settings import KEYS

router = APIRouter()


@router.get("/export")
def files(request: Request, person: Whoever) -> HTMLResponse:
    """Show what can be taken."""
    settings = settings_of(request)
    with store_of(request).unit(keep=False) as unit:
        counted = fates(unit)
        return shown(
            request,
            unit,
            person,
            "export.html",
            held=counted["held"],
            left_out=[(counted[fate], why) for fate, why in FATES.items() if counted[fate]],
            long=long_claims(unit),
            advised=ADVISED,
            checks_url=settings.checks_url,
            organisation=settings.organisation,
            keys=KEYS,
            takes_all=allows("admin", person.role),
        )
